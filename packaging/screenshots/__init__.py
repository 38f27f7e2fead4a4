"""Takes the pictures of the help pages from the real console, in light and in dark: see __main__."""
