"""The library: the database, behind one class that takes values and gives values."""
