"""The few dialogs: what cannot be done in place."""
