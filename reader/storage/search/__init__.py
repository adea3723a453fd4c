"""Finding words in the whole library: the index of words, and what is read through it."""
