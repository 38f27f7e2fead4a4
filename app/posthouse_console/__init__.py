"""The Posthouse console: the desktop program that edits the store and watches the server."""
