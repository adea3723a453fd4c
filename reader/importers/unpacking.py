"""Makes a bundle of what the readers of annotated formats found: every span checked, every value.

Positions come in code points of the text as the file has it. An annotation whose words
do not stand at its place is looked for only where the file says what stands around it,
and then taken only where words and surroundings stand once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import PurePath
from typing import Any

from reader.importers.bundling import OTHER_WORDS, OUTSIDE, Bundler, ForeignText
from reader.importers.dates import iso_moment
from reader.importers.derived_ids import DerivedIds, derived_from
from reader.importers.document import Contents
from reader.importers.flow import is_rtl_language
from reader.importers.labels import Labels, Meaning
from reader.importers.plain import title_of
from reader.importers.quoted import only_place, only_spaced
from reader.importers.reading_values import Unreadable, uid_of, value_of
from reader.label import Label
from reader.model.annotation import FIELDS_OF_TAG, Annotation, Annotator, Relation
from reader.model.article import Revision
from reader.model.carried import (
    COMMON,
    NOWHERE,
    OF_RULING,
    OF_SUBJECT,
    PEOPLE,
    Carried,
    Tie,
    columns_of,
)
from reader.model.claim import Evidence, Ruling
from reader.model.identity import new_uid
from reader.model.subject import Subject
from reader.model.vocabulary import RELATION_TYPES
from reader.text.canonical import canonical
from reader.text.direction import is_rtl
from reader.text.web_address import page_of

_LINKS = {"quote": "speaker_uid", "entity": "subject_uid", "claim": "claimant_uid"}
_PEOPLE = (("annotator", "annotator_uid"), ("reviewer", "reviewed_by_uid"))
_OF_PEOPLE = frozenset(key for pair in _PEOPLE for key in pair)
_NO_END = Label("one of its two ends is missing", "أحد طرفيها غير موجود")
_NO_RELATION = Label("there is no relation of this kind", "لا توجد علاقة من هذا النوع")
_NO_VERDICT = Label("it has no verdict, or no scale", "لا حكم له أو لا سلم أحكام")
_NO_FIELD = Label("its tag has no such field", "لا حقل بهذا الاسم لعلامته")
_NO_CUE = Label(
    "its cue or speaker does not stand at its place", "فعل القول أو القائل ليس في موضعه من النص"
)
_NO_ADDRESS = Label("it is no address of the web", "ليس عنوانًا على الويب")
_NO_TEXT = Label("it has no text", "لا نص له")
_SHOWN_CP = 40
_RELATIONS = frozenset(one.key for one in RELATION_TYPES)


class Unpacker:
    """Takes articles with their annotations one by one; `contents` are all of them.

    `form` is the importer's key, `name` what the source is called.
    """

    def __init__(self, name: str, form: str) -> None:
        self._bundler = Bundler(name, form)
        self._name = name
        self._ids = DerivedIds()
        self._people: dict[tuple[str, str | None], Annotator] = {}
        self._subjects: dict[tuple[str, ...], Subject] = {}
        self._made: dict[str, str] = {}
        self.labels = Labels()

    def article(
        self,
        raw: str,
        annotations: Sequence[Carried],
        facts: Mapping[str, str] | None = None,
        *,
        source: bytes | None = None,
        source_name: str = "",
    ) -> None:
        """Take an article; `facts` are texts by the names of an article's fields.

        `source` are its bytes, UTF-8 of the text where it has none of its own.
        """
        text = ForeignText(raw)
        if not text.canonical.strip():
            self.misfit(source_name or self._name, _NO_TEXT)
            return
        known = self._facts(text.canonical, facts or {})
        title = known.pop("title") or title_of(text.canonical) or PurePath(self._name).stem
        own = raw.encode("utf-8", "replace") if source is None else source
        called = source_name or f"{PurePath(self._name).stem}.txt"
        revision = self._bundler.article(title, text, own, source_name=called, **known)
        for one in annotations:
            self._annotation(revision, text, one, (revision.text_sha256,))

    def onto(self, revision: Revision, annotations: Sequence[Carried]) -> None:
        """Take annotations of a text that the library has."""
        text = ForeignText(revision.text)
        for one in annotations:
            # Of an article whose text may be another the next time: as the file places it.
            told = (one.exact, one.prefix, one.suffix, str(one.start_cp), str(one.end_cp))
            self._annotation(revision, text, one, (revision.article_uid, *told))

    def ties(self, ties: Sequence[Tie]) -> None:
        """Take relations between annotations that have been taken before."""
        for tie in ties:
            what = f"{tie.type} {tie.from_key} {tie.to_key}"
            ends = self._made.get(tie.from_key), self._made.get(tie.to_key)
            if tie.type not in _RELATIONS:
                self.misfit(what, _NO_RELATION)
            elif ends[0] is None or ends[1] is None:
                self.misfit(what, _NO_END)
            else:
                more: dict[str, Any] = {"uid": uid_of(tie.key) or new_uid()}
                if tie.created_at:
                    self._read(what, more, (Relation, "created_at", "created_at"), tie.created_at)
                self._bundler.add(Relation(from_uid=ends[0], to_uid=ends[1], type=tie.type, **more))

    def evidence(self, key: str, urls: Sequence[str]) -> None:
        """Take the addresses of evidence for an annotation that has been taken before."""
        owner = self._made.get(key)
        for place, url in enumerate(urls if owner is not None else ()):
            if page_of(url):
                uid = derived_from(owner or "", url)
                made = Evidence(uid=uid, annotation_uid=owner or "", url=url, position=place)
                self._bundler.add(made)
            else:
                self.misfit(url, _NO_ADDRESS)

    def misfit(self, what: str, reason: Label) -> None:
        """Note what cannot be kept."""
        self._bundler.misfit(canonical(what), reason)

    def contents(self) -> Contents:
        """Return all that was taken."""
        bundle = self._bundler.bundle(annotators=tuple(self._people.values()), tags=self.labels.new)
        return Contents(bundle=bundle)

    def _facts(self, text: str, facts: Mapping[str, str]) -> dict[str, str]:
        said = {key: " ".join(canonical(value).split()) for key, value in facts.items()}
        known = {key: said.get(key, "") for key in ("title", "byline", "publisher")}
        for key in ("url", "archive_url"):
            known[key] = said.get(key, "") if said.get(key, "").startswith("http") else ""
        known["published"] = iso_moment(said.get("published", ""))
        language = said.get("language", "")
        if not language or is_rtl(text) != is_rtl_language(language):
            language = "ar" if is_rtl(text) else "und"
        return known | {"language": language}

    def _annotation(
        self, revision: Revision, text: ForeignText, one: Carried, where: tuple[str, ...]
    ) -> None:
        """Take an annotation; `where` is what stands for its place in an id that is derived."""
        meaning = self.labels.meaning(one.tag)
        span = self._span(text, one)
        if span is None:
            return
        words = text.canonical[slice(*span)]
        name = f"{meaning.tag} {span[0]}-{span[1]}: {words[:_SHOWN_CP]}"
        values = {key: said for key, said in one.values.items() if said}
        if meaning.kind:
            values.setdefault("entity_type", meaning.kind)
        more = self._common(name, one.key, values)
        if "uid" not in more:
            place = where if len(where) > 1 else (*where, *map(str, span))
            more["uid"] = self._ids.of(one, meaning.tag, place)
        columns = self._columns(name, meaning, values, text)
        if kind := FIELDS_OF_TAG.get(meaning.tag):
            if subject := self._subject(name, values):
                columns[_LINKS[meaning.tag]] = subject.uid
            more["fields"] = kind(**columns, **self._people_in(kind, values))
        made = self._bundler.mark(revision, span, meaning.tag, **more)
        if made is not None:
            self._made[one.key or made.uid] = made.uid
            self._rule(name, made.uid, values)

    def _span(self, text: ForeignText, one: Carried) -> tuple[int, int] | None:
        """Return where an annotation stands in the canonical text, in code points."""
        start, end = text.place(one.start_cp), text.place(one.end_cp)
        is_inside = 0 <= one.start_cp < one.end_cp <= len(text.raw) and start < end
        words = canonical(one.exact)
        if is_inside and (not words or text.canonical[start:end] == words):
            return start, end
        if words and (one.prefix or one.suffix or one.start_cp == NOWHERE):
            around = canonical(one.prefix), words, canonical(one.suffix)
            found = only_place(text.canonical, *around)
            if found is None and one.start_cp == NOWHERE:
                found = only_spaced(text.canonical, *around)
            if found is not None:
                return found
        place = "" if one.start_cp == NOWHERE else f" {one.start_cp}-{one.end_cp}"
        said = f": {words[:_SHOWN_CP]}" if words else ""
        what = f"{one.tag}{place}{said}"
        self.misfit(what, OTHER_WORDS if is_inside or one.start_cp == NOWHERE else OUTSIDE)
        return None

    def _common(self, name: str, key: str, values: Mapping[str, str]) -> dict[str, Any]:
        """Return what all annotations have, by the names of their fields."""
        more: dict[str, Any] = {}
        for common in COMMON:
            if common in values and common not in _OF_PEOPLE:
                self._read(name, more, (Annotation, common, common), values[common])
        for called, link in _PEOPLE:
            if uid := self._person(values.get(called, ""), values.get(link, "")):
                more[link] = uid
        if own := uid_of(key):
            more["uid"] = own
        return more

    def _person(self, name: str, uid: str) -> str:
        """Return the uid of somebody whom a source names, "" for nobody."""
        called = canonical(name).strip()
        key = called, uid_of(uid)
        if called and key not in self._people:
            self._people[key] = Annotator(uid=key[1] or new_uid(), name=called)
        return self._people[key].uid if called else ""

    def _people_in(self, kind: type, values: Mapping[str, str]) -> dict[str, Any]:
        """Return whom a record of a kind points to, by the names of its fields."""
        own = {one.name for one in fields(kind)}
        found = {
            link: self._person(values.get(key, ""), values.get(link, ""))
            for link, key in PEOPLE.items()
            if link in own
        }
        return {link: uid for link, uid in found.items() if uid}

    def _columns(
        self, name: str, meaning: Meaning, values: Mapping[str, str], text: ForeignText
    ) -> dict[str, Any]:
        """Return the columns of the tag's own table; what has no place is noted."""
        kind: type | None = FIELDS_OF_TAG.get(meaning.tag)
        own = columns_of(kind) if kind else ()
        columns: dict[str, Any] = {}
        elsewhere = {*COMMON, *PEOPLE, *PEOPLE.values()}
        elsewhere |= {key for key, _ in (*OF_SUBJECT, *OF_RULING)}
        for key, said in values.items():
            if key in own and kind is not None:
                self._read(name, columns, (kind, key, key), said)
            elif key not in elsewhere:
                self.misfit(f"{name} · {key}", _NO_FIELD)
        for part in ("cue", "speaker"):
            columns = self._with_place(name, columns, text, part)
        return columns

    def _with_place(
        self, name: str, columns: dict[str, Any], text: ForeignText, part: str
    ) -> dict[str, Any]:
        """Return columns with where the cue or the speaker stands in the text as it is kept."""
        keys = (f"{part}_start_cp", f"{part}_end_cp")
        ends = [columns.pop(key, None) for key in keys]
        if None in ends:
            return columns
        start, end = map(text.place, ends)
        if text.canonical[start:end] != columns.get(part) or start < 0:
            self.misfit(name, _NO_CUE)
            return columns
        return columns | dict(zip(keys, (start, end), strict=True))

    def _rule(self, name: str, annotation_uid: str, values: Mapping[str, str]) -> None:
        """Add the ruling on an annotation, if there is one."""
        columns: dict[str, Any] = {}
        for key, field in OF_RULING:
            if key in values:
                self._read(name, columns, (Ruling, field, key), values[key])
        if not columns:
            return
        columns.setdefault("label", columns.get("code", ""))
        columns["uid"] = uid_of(columns.get("uid", "")) or derived_from(annotation_uid, "ruling")
        if {"scale", "code", "normalised"} <= columns.keys():
            columns |= self._people_in(Ruling, values)
            self._bundler.add(Ruling(annotation_uid=annotation_uid, **columns))
        else:
            self.misfit(name, _NO_VERDICT)

    def _subject(self, name: str, values: Mapping[str, str]) -> Subject | None:
        told: dict[str, Any] = {}
        for called, field in OF_SUBJECT:
            if called in values:
                self._read(name, told, (Subject, field, called), values[called])
        if not told.get("name"):
            return None
        key = tuple(str(told.get(field, "")) for _, field in OF_SUBJECT)
        if key not in self._subjects:
            self._subjects[key] = Subject(**told)
            self._bundler.add(self._subjects[key])
        return self._subjects[key]

    def _read(
        self, name: str, into: dict[str, Any], field: tuple[type, str, str], said: str
    ) -> None:
        """Put a value under its field's name; one that cannot be read is noted."""
        try:
            into[field[1]] = value_of(*field, said)
        except Unreadable as error:
            self.misfit(name, error.reason)
