"""What the program is about, as frozen values: no Qt, no SQL, no files."""
