"""The tags with their fields and templates as the window has them, whoever changes them."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.model.change import Edit, Record
from reader.model.codebook import OwnField, Template, own_fields_of
from reader.model.tags import Tag, tag_of

if TYPE_CHECKING:
    from reader.storage.store import Store

Kept = TypeVar("Kept", Tag, OwnField, Template)

# The kinds of record that it is made of.
KINDS = frozenset(("tag", "field", "template"))


class Codebook(QObject):
    """What the library's tags are now; `changed` tells that something of it is another.

    It follows every edit that takes effect, in the order in which they do, so acts of
    this window, undo and redo, and other windows' acts arrive alike.
    """

    changed = Signal()

    def __init__(self, store: "Store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags = {one.uid: one for one in store.tags()}
        self._fields = {one.uid: one for one in store.own_fields()}
        self._templates = {one.uid: one for one in store.templates()}
        self._put_in_order()

    def tags(self) -> tuple[Tag, ...]:
        """Return the tags in the order of menus."""
        return self._in_order

    def tag(self, key: str) -> Tag:
        """Return a tag, a plain grey one for a key that is not known."""
        return tag_of(key, self._in_order)

    def fields(self) -> tuple[OwnField, ...]:
        """Return the free fields of all tags, tag by tag."""
        return tuple(one for tag in self._in_order for one in self.fields_of(tag.key))

    def fields_of(self, tag: str) -> tuple[OwnField, ...]:
        """Return the free fields of a tag, in their order."""
        return own_fields_of(self._fields.values(), tag)

    def templates(self) -> tuple[Template, ...]:
        """Return the templates in the order of menus."""
        return tuple(sorted(self._templates.values(), key=attrgetter("position", "name", "uid")))

    def follow(self, edits: Iterable[Edit]) -> None:
        """Take in what has taken effect."""
        mine = [one for one in edits if one.kind in KINDS]
        for one in mine:
            _put(self._tags, Tag, one.uid, one.after)
            _put(self._fields, OwnField, one.uid, one.after)
            _put(self._templates, Template, one.uid, one.after)
            if one.after is None:
                held: Mapping[str, dict[str, Any]] = {
                    "tag": self._tags,
                    "field": self._fields,
                    "template": self._templates,
                }
                held[one.kind].pop(one.uid, None)
        if mine:
            self._put_in_order()
            self.changed.emit()

    def _put_in_order(self) -> None:
        self._in_order = tuple(sorted(self._tags.values(), key=attrgetter("position", "key")))


def _put(held: dict[str, Kept], kind: type[Kept], uid: str, record: Record | None) -> None:
    if isinstance(record, kind):
        held[uid] = record
