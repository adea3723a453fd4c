"""Arabic text: its canonical form, counting, words, folding, direction and display. No Qt, no SQL."""
