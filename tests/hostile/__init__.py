"""Files that want to do harm, and what comes of each: `python -m tests.hostile` prints it.

To add some, add lines to the tuples in `archives`, `pages` and `texts`.
"""
