"""The forms of the tags: each is made when it is first wanted, or before that, in steps."""

from collections.abc import Callable, Generator

from reader.ui.panels.field_form import FieldForm


class Forms:
    """Keeps one form a tag; `make` begins one, `finish` is told of one that is whole."""

    def __init__(
        self, make: Callable[[str], FieldForm], finish: Callable[[FieldForm], None]
    ) -> None:
        self._make = make
        self._finish = finish
        self._made: dict[str, FieldForm] = {}
        self._whole: set[str] = set()

    def building(self, tag: str) -> Generator[None, None, None]:
        """Make the form of a tag, or what is still missing of it, in steps."""
        if tag in self._whole:
            return
        if tag not in self._made:
            self._made[tag] = self._make(tag)
            yield
        for _ in self._made[tag].building():
            yield
        if tag not in self._whole:
            self._whole.add(tag)
            self._finish(self._made[tag])

    def whole(self, tag: str) -> FieldForm:
        """Return the form of a tag; what is missing of it is made at once."""
        for _ in self.building(tag):
            pass  # somebody wants it now
        return self._made[tag]
