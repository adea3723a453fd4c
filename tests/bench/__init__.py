"""The program against hand-written code that does the same work: `make bench`."""
