"""The library that a command works on, and who is at work."""

import getpass
from argparse import Namespace
from typing import TYPE_CHECKING

from reader.commands.terminal import PROGRAM
from reader.frozen import dataclass
from reader.model.annotation import Annotator
from reader.model.claim import DeskRules, VerdictScale, scale_in_force
from reader.model.subject import Subject
from reader.model.tags import known_tag
from reader.paths import default_database
from reader.text.folding import same_name

if TYPE_CHECKING:
    from reader.storage import Store


def open_library(request: Namespace, *, create: bool = False) -> "Store":
    """Return the library that a command names, to be closed at the end of a `with`.

    Without `create` there must be one. Raises children of LibraryFailed.
    """
    from reader.storage import Store  # noqa: PLC0415 - the window paints before it is loaded

    return Store.open(address_of(request), create=create)


def address_of(request: Namespace) -> str:
    """Return the path or URL of the library that a command names, or the usual one."""
    return str(request.database or default_database())


def somebody() -> Annotator:
    """Return whoever is logged in, as a library would know them; not saved anywhere."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody has this uid, as in a bare container
        login = ""
    return Annotator(name=login or PROGRAM, login=login)


def me(store: "Store") -> Annotator:
    """Return whoever is at work, known to the library from now on."""
    who = somebody()
    return store.annotator(who.name, who.login)


def known_me(store: "Store") -> str:
    """Return the uid of whoever is at work, "" where the library has not met them yet."""
    who = somebody()
    same = (one for one in store.annotators() if (one.name, one.login) == (who.name, who.login))
    return next((one.uid for one in same), "")


def named_articles(store: "Store", request: Namespace) -> list[str]:
    """Return the uids of the articles that `--article` names, or of all, newest first.

    Raises UnknownArticle.
    """
    if request.articles:
        return list(dict.fromkeys(store.article(key).uid for key in request.articles))
    return [summary.article.uid for summary in store.articles()]


def named_tags(store: "Store", request: Namespace) -> frozenset[str]:
    """Return the keys of the tags that `--tag` names, none for all; raises UnknownTag."""
    known = store.tags()
    return frozenset(known_tag(key, known).key for key in request.tags)


@dataclass(frozen=True, slots=True)
class LibraryDesk:
    """What the typed fields ask of a library (`model.fields.Desk`)."""

    store: "Store"
    annotator: Annotator

    def subject_named(self, name: str) -> Subject | None:
        """Return the subject of this name, compared as search compares."""
        return self.store.subject_named(name)

    def verdict_scale(self) -> VerdictScale:
        """Return the scale that new rulings use."""
        return scale_in_force(self.store.verdict_scales(), self.desk_rules())

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        """Return all scales."""
        return self.store.verdict_scales()

    def desk_rules(self) -> DeskRules:
        """Return how the desk works on claims."""
        return self.store.desk_rules()

    def annotator_uid(self) -> str:
        """Return who is at work."""
        return self.annotator.uid

    def annotator_named(self, name: str) -> str | None:
        """Return the uid of an annotator of a name, compared as search compares."""
        known = self.store.annotators()
        return next((one.uid for one in known if same_name(one.name, name)), None)
