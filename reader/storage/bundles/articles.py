"""The articles of a bundle and their texts: recognised, or added in the trash.

From there the act that brings everything else takes them out, so that to undo it is to
put them back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, insert

from reader.errors import BadValue
from reader.label import Label
from reader.model.article import Article, ImportedArticle, Revision
from reader.model.article_fields import ARTICLE_FIELDS
from reader.model.bundle import BundledText, Misfit
from reader.model.change import Edit, edit
from reader.model.identity import now
from reader.storage import queries, recording, revising
from reader.storage.bundles.fitting import name_of, named_in
from reader.storage.bundles.linking import TEXT, Uids
from reader.storage.mapping import row_of
from reader.storage.queries import ARTICLES, REVISIONS
from reader.storage.recognising import twin_of
from reader.storage.search import indexing
from reader.storage.writing import insert_article

_NO_TEXT = Label("it has no text", "لا نص له")
_NOT_SHOWN = Label(
    "the text that it shows is missing; its last one is shown",
    "النص المعروض منه غير موجود، ويُعرض آخر نصوصه",
)
_SAME_NUMBER = Label("another text has its number", "لنص آخر الرقم نفسه")
_ANOTHER_TEXT = Label("another text is here under its id", "يوجد هنا نص آخر بالمعرّف نفسه")
_DETAILS = Label(
    "the details of the article are others here, and stay: {names}",
    "بيانات المقال هنا مختلفة وقد بقيت كما هي: {names}",
)
_DESCRIBED = ("title", "byline", "publisher", "url", "archive_url", "published", "language")


@dataclass(slots=True)
class Articles:
    """What became of the articles; `edits` take the new ones out of the trash."""

    added: list[Article] = field(default_factory=list)
    known: list[Article] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    misfits: list[Misfit] = field(default_factory=list)


class ArticleDoor:
    """Adds articles and texts; `by` is who imports and in which window."""

    def __init__(self, connection: Connection, uids: Uids, by: tuple[str, str]) -> None:
        self._connection = connection
        self._uids = uids
        self._by = by
        self.came = Articles()

    def bring(self, theirs: Article, texts: Sequence[BundledText]) -> None:
        """Bring an article with its texts, in the order of their numbers."""
        numbers = {one.revision.number: one for one in reversed(texts)}
        for one in texts:
            if numbers[one.revision.number] is not one:
                self.came.misfits.append(Misfit(one.revision.uid, _SAME_NUMBER))
        texts = [numbers[number] for number in sorted(numbers) if number > 0]
        if not texts:
            self._leave(theirs, _NO_TEXT)
            return
        shown = next((one for one in texts if one.revision.number == theirs.revision_number), None)
        if shown is None:
            self._leave(theirs, _NOT_SHOWN)
            shown = texts[-1]
            theirs = replace(theirs, revision_number=shown.revision.number)
        try:
            ours = self._recognised(theirs, texts)
            if ours is None:
                self._add(theirs, texts, shown)
            else:
                self._join(theirs, ours, texts)
        except BadValue as error:
            self._leave(theirs, Label(error.sentence("en"), error.sentence("ar")))

    def _recognised(self, theirs: Article, texts: Sequence[BundledText]) -> Article | None:
        held = queries.article_where(self._connection, ARTICLES.c.uid == theirs.uid)
        for one in () if held else texts:
            imported = ImportedArticle(article=theirs, revision=one.revision, source=b"")
            held = held or twin_of(self._connection, imported)
        return held

    def _add(self, theirs: Article, texts: Sequence[BundledText], shown: BundledText) -> None:
        linked, _ = self._uids.linked(theirs)
        row_of(ARTICLES, linked)
        for one in texts:  # all of them, before the first is saved
            row_of(REVISIONS, one.revision, length_cp=0, source=b"")
        put_away = replace(linked, collection_uid=None, label_uids=(), deleted_at=now())
        first = texts[0]
        imported = ImportedArticle(article=put_away, revision=first.revision, source=first.source)
        article = insert_article(self._connection, imported)
        self._record(Edit(None, article), first.revision)
        for one in texts[1:]:
            self._insert(one, article)
        indexing.add_article(self._connection, article, shown.revision)
        for one in texts:
            self._uids.put(TEXT, one.revision.uid, one.revision.uid)
        after = replace(linked, id=article.id)
        self.came.added.append(after)
        if after.deleted_at is None:
            self.came.edits.append(edit(article, after))

    def _join(self, theirs: Article, ours: Article, texts: Sequence[BundledText]) -> None:
        """Add the texts that an article of the library has not, and show none of them."""
        self.came.known.append(ours)
        self._uids.put("article", theirs.uid, ours.uid)
        others = [
            name for name in _DESCRIBED if getattr(theirs, name) not in ("", getattr(ours, name))
        ]
        if others:
            self._leave(theirs, named_in(_DETAILS, others, ARTICLE_FIELDS))
        for one in texts:
            self._join_text(one, ours)
        if ours.deleted_at is not None:
            self.came.edits.append(edit(ours, replace(ours, deleted_at=None)))

    def _join_text(self, one: BundledText, ours: Article) -> None:
        held = queries.revision(self._connection, one.revision.uid)
        if held is not None:
            if held.text == one.revision.text:
                self._uids.put(TEXT, one.revision.uid, held.uid)
            else:
                self.came.misfits.append(Misfit(one.revision.uid, _ANOTHER_TEXT))
            return
        imported = ImportedArticle(article=ours, revision=one.revision, source=one.source)
        _, text, is_new = revising.next_revision(self._connection, imported, ours.uid)
        if is_new:
            self._record(Edit(ours, ours), text)
        self._uids.put(TEXT, one.revision.uid, text.uid)

    def _insert(self, one: BundledText, article: Article) -> None:
        more = {"length_cp": len(one.revision.text), "source": one.source}
        self._connection.execute(insert(REVISIONS), row_of(REVISIONS, one.revision, **more))
        self._record(Edit(article, article), one.revision)

    def _record(self, edit: Edit, text: Revision) -> None:
        recording.record_import(self._connection, edit, text, *self._by)

    def _leave(self, article: Article, reason: Label) -> None:
        self.came.misfits.append(Misfit(name_of(article), reason))
