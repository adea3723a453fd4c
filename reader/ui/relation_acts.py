"""Relations between annotations as the window has them, and what a person does with them."""

from collections.abc import Iterable

from reader.model.annotation import Relation, oldest_first
from reader.model.change import edit
from reader.model.vocabulary import RELATION_TYPES, label_of
from reader.ui.desk_reading import changed
from reader.ui.library import Library


def relations_on(library: Library, revision_uid: str) -> list[Relation]:
    """Return the relations that begin in a text, the unsaved ones too, oldest first."""
    held = library.store.relations_on(revision_uid)
    return oldest_first(changed(held, Relation, library.waiting()))


def ties_from(library: Library, uid: str, type_key: str) -> list[Relation]:
    """Return the relations of a type that begin at an annotation, the unsaved ones too."""
    return [one for one in library.relations(uid) if one.from_uid == uid and one.type == type_key]


def relate(library: Library, from_uid: str, to_uid: str, type_key: str) -> Relation | None:
    """Tie two annotations; None where they are so tied already, or are the same one."""
    held = library.relations(from_uid)
    known = {(one.from_uid, one.to_uid, one.type) for one in held}
    if from_uid == to_uid or (from_uid, to_uid, type_key) in known:
        return None
    new = Relation(from_uid=from_uid, to_uid=to_uid, type=type_key)
    library.act("relate", (edit(None, new),))
    return new


def retype(library: Library, relation: Relation, type_key: str) -> None:
    """Give a relation another type, a key of RELATION_TYPES."""
    if type_key != relation.type:
        after = Relation(
            uid=relation.uid,
            from_uid=relation.from_uid,
            to_uid=relation.to_uid,
            type=type_key,
            created_at=relation.created_at,
        )
        library.act("relate", (edit(relation, after),))


def unrelate(library: Library, relations: Iterable[Relation]) -> None:
    """Take relations away."""
    library.act("unrelate", tuple(edit(one, None) for one in relations))


def words_of(relation: Relation, language: str) -> str:
    """Return what a relation is called."""
    label = label_of(RELATION_TYPES, relation.type)
    return label.ar if language == "ar" else label.en
