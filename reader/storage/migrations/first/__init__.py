"""The tables of schema 1, as they were made; never edited again."""
