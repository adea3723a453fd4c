"""Read a table with pandas, every cell as text; run by a Python that has it.

python pandas_table.py TABLE SEPARATOR
"""

import sys

import pandas as pd


def main(table: str, separator: str) -> None:
    """Print how many rows and columns there are, and how many cells say something."""
    found = pd.read_csv(table, dtype=str, keep_default_na=False, sep=separator)
    words = [len(text) == int(end) - int(start) for text, start, end in zip(
        found["text"], found["start"], found["end"], strict=True)]  # fmt: skip
    assert all(words), "words and places differ"
    print(found.shape[0], found.shape[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
