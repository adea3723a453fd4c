"""What a person does with articles, collections and labels: each is one change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.model.article import Article
from reader.model.article_fields import with_fields
from reader.model.change import Edit, edit
from reader.model.collection import LABEL_COLOURS, ArticleLabel, Collection, children_of, within
from reader.model.identity import now
from reader.text.folding import same_name
from reader.ui.annotation_acts import AnnotationActs


class ArticleActs(AnnotationActs):
    """The part of `Library` that makes edits of articles and of where they are put."""

    def trash(self, uids: Iterable[str]) -> None:
        """Put articles into the trash."""
        kept = (one for one in self._articles(uids) if one.deleted_at is None)
        self.act("trash", tuple(edit(one, replace(one, deleted_at=now())) for one in kept))

    def restore(self, uids: Iterable[str]) -> None:
        """Take articles out of the trash."""
        gone = (one for one in self._articles(uids) if one.deleted_at is not None)
        self.act("restore", tuple(edit(one, replace(one, deleted_at=None)) for one in gone))

    def collect(self, uids: Iterable[str], collection_uid: str | None) -> None:
        """Put articles into a collection, or out of any."""
        self.act("collect", self._collected(uids, collection_uid))

    def set_label(self, uids: Iterable[str], label_uid: str, *, on: bool) -> None:
        """Give articles a label, or take it from them."""
        self.act("label", self._labelled(uids, label_uid, on=on))

    def set_article_fields(self, uid: str, values: Mapping[str, str]) -> None:
        """Edit what is known of an article; raises UnknownField, BadValue and UnknownArticle."""
        before = self.article(uid)
        after = with_fields(before, values)
        if after != before:
            self.act("article", (edit(before, after),))

    # Collections --------------------------------------------------------------

    def add_collection(
        self, name: str, parent_uid: str | None = None, uids: Iterable[str] = ()
    ) -> Collection:
        """Make a collection, the last among its sisters, and put articles into it."""
        sisters = children_of(self.shelves().collections, parent_uid)
        place = max((one.position for one in sisters), default=-1) + 1
        new = Collection(name=name, parent_uid=parent_uid, position=place)
        self.act("collection", (edit(None, new), *self._collected(uids, new.uid)))
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
        inside = [one.uid for one in self.store.articles_in(uid)]
        waiting = (one for one in self._pending.edits() if isinstance(one.after, Article))
        inside += [one.uid for one in waiting]
        articles = (one for one in self._articles(inside) if one.collection_uid == uid)
        moved = [edit(one, replace(one, collection_uid=gone.parent_uid)) for one in articles]
        children = children_of(self.shelves().collections, uid)
        moved += [edit(one, replace(one, parent_uid=gone.parent_uid)) for one in children]
        self.act("delete_collection", (*moved, edit(gone, None)))

    # Labels -------------------------------------------------------------------

    def add_label(self, name: str, uids: Iterable[str] = ()) -> ArticleLabel:
        """Make a label, unless there is one of this name, and give it to articles."""
        labels = self.shelves().labels
        known = next((one for one in labels if same_name(one.name, name)), None)
        if known is not None:
            self.set_label(uids, known.uid, on=True)
            return known
        place = max((one.position for one in labels), default=-1) + 1
        colour = LABEL_COLOURS[place % len(LABEL_COLOURS)]
        new = ArticleLabel(name=name, colour=colour, position=place)
        self.act("edit_label", (edit(None, new), *self._labelled(uids, new.uid, on=True)))
        return new

    def rename_label(self, uid: str, name: str) -> None:
        """Give a label another name; one without letters is none."""
        before, plain = self.record("label", uid), " ".join(name.split())
        if isinstance(before, ArticleLabel) and plain and plain != before.name:
            self.act("edit_label", (edit(before, replace(before, name=plain)),))

    def delete_label(self, uid: str) -> None:
        """Delete a label, and take it from every article."""
        gone = self.record("label", uid)
        bearing = [one.uid for one in self.store.articles_labelled(uid)]
        bearing += [one.uid for one in self._pending.edits() if isinstance(one.after, Article)]
        if gone is not None:
            self.act("delete_label", (*self._labelled(bearing, uid, on=False), edit(gone, None)))

    # Inside -------------------------------------------------------------------

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
