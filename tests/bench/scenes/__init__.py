"""What is measured in an interpreter of its own; each module prints its figures as JSON."""
