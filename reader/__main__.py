"""Run the command line: `python -m reader` does the same as `hashiya`."""

import sys

from reader.cli import main

if __name__ == "__main__":
    sys.exit(main())
