"""Relations between annotations as the window has them, and what a person does with them."""

from collections.abc import Iterable

from reader.model.annotation import Relation
from reader.model.change import edit
from reader.model.vocabulary import RELATION_TYPES, label_of
from reader.ui.library import Library


def relations_on(library: Library, revision_uid: str) -> list[Relation]:
    """Return the relations that begin in a text, the unsaved ones too, oldest first."""
    held = {one.uid: one for one in library.store.relations_on(revision_uid)}
    for one in library.waiting():
        if one.kind == "relation":
            held.pop(one.uid, None)
            if isinstance(one.after, Relation):
                held[one.uid] = one.after
    return sorted(held.values(), key=_made_at)


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


def _made_at(relation: Relation) -> tuple[object, str]:
    return relation.created_at, relation.uid
