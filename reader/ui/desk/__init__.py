"""The views of the desk: what is looked at over all articles."""
