"""The command line. Nothing is loaded here: the window starts with its own command alone."""
