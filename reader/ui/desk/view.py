"""What all views of the desk have in common: how they take the keyboard, and the way of Tab."""

from PySide6.QtWidgets import QWidget

from reader.ui.panels.tab_order import arrange_tabs


class View(QWidget):
    """Stands in the centre of the window in the place of the page.

    A focus proxy would not do: Tab, when it comes to a widget that has one, goes to the proxy
    at once, past all that stands before it in the view.
    """

    def keyboard_stop(self) -> QWidget:
        """Return what has the keyboard when the view is shown."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Give the keyboard to where the work begins; let Tab go as the view is read."""
        arrange_tabs(self)
        self.keyboard_stop().setFocus()
