"""What the actions do: each controller ties a part of the window to the library."""
