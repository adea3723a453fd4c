"""The dialog of an export: the formats, what goes in, and what comes out of it."""

from reader.ui.dialogs.export.dialog import ExportDialog
from reader.ui.dialogs.export.wish import ExportWish, Remembered, Scope, remembered

__all__ = ["ExportDialog", "ExportWish", "Remembered", "Scope", "remembered"]
