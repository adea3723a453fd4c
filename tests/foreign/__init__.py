"""What other people's programs make of our files; run by hand, since they are not everywhere."""
