"""Arabic text: canonical form, counting, words, folding, direction and display."""
