"""What the console knows of the store and the server, always asked off the GUI thread."""
