"""What was understood of sources, shown and corrected before it is kept."""
