"""The page: our own reading surface. The only package that counts in UTF-16 units."""
