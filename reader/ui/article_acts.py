"""What a person does with articles, collections and labels: each is one change."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reader.model.article import Article
from reader.model.article_fields import with_fields
from reader.model.change import Edit, edit
from reader.model.collection import LABEL_COLOURS, ArticleLabel, Collection, children_of, within
from reader.model.identity import now
from reader.text.folding import same_name
from reader.ui.annotation_acts import AnnotationActs, Planned

# Does an act on so many records: its key in ACTS, and how it is prepared.
Doing = Callable[[int, str, Callable[[], Planned]], object]


class ArticleActs(AnnotationActs):
    """The part of `Library` that makes edits of articles and of where they are put.

    One of many articles is prepared and takes effect later where `do_by` has said how
    (`ui/large_acts.py`).
    """

    _doing: Doing | None = None

    def do_by(self, doing: Doing) -> None:
        """Let acts on articles be done by somebody who prepares the large ones in a thread."""
        self._doing = doing

    def trash(self, uids: Sequence[str]) -> None:
        """Put articles into the trash."""
        self._do(len(uids), "trash", partial(self._binned, uids, out=False))

    def restore(self, uids: Sequence[str]) -> None:
        """Take articles out of the trash."""
        self._do(len(uids), "restore", partial(self._binned, uids, out=True))

    def collect(self, uids: Sequence[str], collection_uid: str | None) -> None:
        """Put articles into a collection, or out of any."""
        self._do(len(uids), "collect", partial(self._collected, uids, collection_uid))

    def set_label(self, uids: Sequence[str], label_uid: str, *, on: bool) -> None:
        """Give articles a label, or take it from them."""
        self._do(len(uids), "label", partial(self._labelled, uids, label_uid, on=on))

    def set_article_fields(self, uid: str, values: Mapping[str, str]) -> None:
        """Edit what is known of an article; raises UnknownField, BadValue and UnknownArticle."""
        before = self.article(uid)
        after = with_fields(before, values)
        if after != before:
            self.act("article", (edit(before, after),))

    # Collections --------------------------------------------------------------

    def add_collection(
        self, name: str, parent_uid: str | None = None, uids: Sequence[str] = ()
    ) -> Collection:
        """Make a collection, the last among its sisters, and put articles into it."""
        sisters = children_of(self.shelves().collections, parent_uid)
        place = max((one.position for one in sisters), default=-1) + 1
        new = Collection(name=name, parent_uid=parent_uid, position=place)
        put = partial(self._collected, uids, new.uid)
        self._do(len(uids), "collection", partial(_with, put, first=edit(None, new)))
        return new

    def rename_collection(self, uid: str, name: str) -> None:
        """Give a collection another name; one without letters is none."""
        before = self._collection(uid)
        plain = " ".join(name.split())
        if before is not None and plain and plain != before.name:
            self.act("collection", (edit(before, replace(before, name=plain)),))

    def move_collection(self, uid: str, parent_uid: str | None) -> bool:
        """Put a collection into another, or to the top; tell whether it can lie there."""
        before, every = self._collection(uid), self.shelves().collections
        if before is None or parent_uid in within(every, uid):
            return False
        if before.parent_uid != parent_uid:
            sisters = children_of(every, parent_uid)
            place = max((one.position for one in sisters), default=-1) + 1
            after = replace(before, parent_uid=parent_uid, position=place)
            self.act("collection", (edit(before, after),))
        return True

    def delete_collection(self, uid: str) -> None:
        """Delete a collection; what lies in it moves to where it lay, and nothing is lost."""
        gone = self._collection(uid)
        if gone is None:
            return
        shelves = self.shelves()
        children = children_of(shelves.collections, uid)
        moved = tuple(edit(one, replace(one, parent_uid=gone.parent_uid)) for one in children)
        plan = partial(_with, partial(self._emptied, gone), last=(*moved, edit(gone, None)))
        self._do(shelves.in_collections.get(uid, 0), "delete_collection", plan)

    # Labels -------------------------------------------------------------------

    def add_label(self, name: str, uids: Sequence[str] = ()) -> ArticleLabel:
        """Make a label, unless there is one of this name, and give it to articles."""
        labels = self.shelves().labels
        known = next((one for one in labels if same_name(one.name, name)), None)
        if known is not None:
            self.set_label(uids, known.uid, on=True)
            return known
        place = max((one.position for one in labels), default=-1) + 1
        colour = LABEL_COLOURS[place % len(LABEL_COLOURS)]
        new = ArticleLabel(name=name, colour=colour, position=place)
        give = partial(self._labelled, uids, new.uid, on=True)
        self._do(len(uids), "edit_label", partial(_with, give, first=edit(None, new)))
        return new

    def rename_label(self, uid: str, name: str) -> None:
        """Give a label another name; one without letters is none."""
        before, plain = self.record("label", uid), " ".join(name.split())
        if isinstance(before, ArticleLabel) and plain and plain != before.name:
            self.act("edit_label", (edit(before, replace(before, name=plain)),))

    def delete_label(self, uid: str) -> None:
        """Delete a label, and take it from every article."""
        gone = self.record("label", uid)
        if gone is not None:
            plan = partial(_with, partial(self._unlabelled, uid), last=(edit(gone, None),))
            self._do(self.shelves().with_labels.get(uid, 0), "delete_label", plan)

    # Inside: edits, in any thread ---------------------------------------------

    def _do(self, size: int, act: str, edits: Callable[[], tuple[Edit, ...]]) -> None:
        """Do an act on so many articles, a large one once it has been prepared."""
        plan = partial(_planned, act, edits)
        if self._doing is None:
            self.carry_out(plan())
        else:
            self._doing(size, act, plan)

    def _binned(self, uids: Iterable[str], *, out: bool) -> tuple[Edit, ...]:
        """Return the edits that put articles into the trash, or take them out of it."""
        moving = (one for one in self._articles(uids) if (one.deleted_at is not None) == out)
        at = None if out else now()
        return tuple(edit(one, replace(one, deleted_at=at)) for one in moving)

    def _emptied(self, gone: Collection) -> tuple[Edit, ...]:
        """Return the edits that move what lies in a collection to where that lies."""
        inside = [one.uid for one in self.store.articles_in(gone.uid)]
        inside += [one.uid for one in self._pending.edits() if isinstance(one.after, Article)]
        articles = (one for one in self._articles(inside) if one.collection_uid == gone.uid)
        return tuple(edit(one, replace(one, collection_uid=gone.parent_uid)) for one in articles)

    def _unlabelled(self, uid: str) -> tuple[Edit, ...]:
        bearing = [one.uid for one in self.store.articles_labelled(uid)]
        bearing += [one.uid for one in self._pending.edits() if isinstance(one.after, Article)]
        return self._labelled(bearing, uid, on=False)

    def _articles(self, uids: Iterable[str]) -> list[Article]:
        return [one for one in self.all_of("article", uids) if isinstance(one, Article)]

    def _collection(self, uid: str) -> Collection | None:
        found = self.record("collection", uid)
        return found if isinstance(found, Collection) else None

    def _collected(self, uids: Iterable[str], collection_uid: str | None) -> tuple[Edit, ...]:
        elsewhere = (one for one in self._articles(uids) if one.collection_uid != collection_uid)
        return tuple(edit(one, replace(one, collection_uid=collection_uid)) for one in elsewhere)

    def _labelled(self, uids: Iterable[str], label_uid: str, *, on: bool) -> tuple[Edit, ...]:
        edits = []
        for one in self._articles(uids):
            left = tuple(uid for uid in one.label_uids if uid != label_uid)
            if (label_uid in one.label_uids) != on:
                after = (*left, label_uid) if on else left
                edits.append(edit(one, replace(one, label_uids=after)))
        return tuple(edits)


def _planned(act: str, edits: Callable[[], tuple[Edit, ...]]) -> Planned:
    return Planned(act, edits())


def _with(
    edits: Callable[[], tuple[Edit, ...]], first: Edit | None = None, last: tuple[Edit, ...] = ()
) -> tuple[Edit, ...]:
    """Return edits with those of a shelf before or after them."""
    return (*(() if first is None else (first,)), *edits(), *last)
