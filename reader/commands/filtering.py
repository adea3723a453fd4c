"""The options by which a command narrows and sorts a list of articles, read from one table."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.commands.command import Argument
from reader.errors import BadValue, UnknownCollection, UnknownLabel
from reader.label import Label
from reader.model.article_filter import CRITERIA, ArticleFilter, ArticleOrder, Criterion
from reader.model.article_sorts import ARTICLE_SORTS
from reader.model.collection import path_of, within
from reader.model.dates import parse_partial_date
from reader.model.tags import known_tag
from reader.model.vocabulary import STATUSES
from reader.text.canonical import canonical
from reader.text.folding import same_name

if TYPE_CHECKING:
    from reader.storage import Store

_METAVARS = {"date": "DATE", "text": "WORDS"}
_SORT = Argument(
    ("--sort",),
    Label("the order of the list", "ترتيب القائمة"),
    {"choices": [one.key for one in ARTICLE_SORTS], "default": ARTICLE_SORTS[0].key},
)
_REVERSE = Argument(
    ("--reverse",),
    Label("turn the order round", "عكس الترتيب"),
    {"action": "store_true"},
)


def _option(criterion: Criterion) -> Argument:
    settings: dict[str, Any] = {"dest": f"only_{criterion.key}"}
    if criterion.kind == "switch":
        settings["action"] = "store_true"
    else:
        metavar = _METAVARS.get(criterion.kind, criterion.key.upper())
        settings |= {"metavar": metavar, "default": "", "type": canonical}
    return Argument((f"--{criterion.key}",), criterion.help, settings)


FILTERS: tuple[Argument, ...] = (*map(_option, CRITERIA), _SORT, _REVERSE)


def filter_of(request: Namespace, store: "Store") -> ArticleFilter:
    """Return the filter that a command line asks for.

    Raises BadValue, UnknownTag, UnknownCollection and UnknownLabel.
    """
    wanted = ArticleFilter()
    for one in CRITERIA:
        value = getattr(request, f"only_{one.key}")
        if value:
            wanted = replace(wanted, **_PARSERS[one.kind](one.key, value, store))
    return wanted


def in_collection(name: str, store: "Store") -> ArticleFilter:
    """Return the filter of a collection, named as `--collection` does; raises UnknownCollection."""
    return replace(ArticleFilter(), **_collection("collection", name, store))


def order_of(request: Namespace) -> ArticleOrder:
    """Return the order that a command line asks for."""
    return ArticleOrder(request.sort, reversed=request.reverse)


def _plain(key: str, value: str, _store: "Store") -> dict[str, Any]:
    return {key: value}


def _switch(key: str, value: bool, _store: "Store") -> dict[str, Any]:
    return {"trashed" if key == "trash" else key: value}


def _date(key: str, value: str, _store: "Store") -> dict[str, Any]:
    return {f"published_{key}": parse_partial_date(value, f"--{key}")}


def _tag(key: str, value: str, store: "Store") -> dict[str, Any]:
    return {key: known_tag(value, store.tags()).key}


def _status(key: str, value: str, _store: "Store") -> dict[str, Any]:
    keys = [one.key for one in STATUSES]
    if value not in keys:
        listed = ", ".join(keys)
        expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
        raise BadValue(field=f"--{key}", value=value, expected=expected)
    return {key: value}


def _collection(_key: str, value: str, store: "Store") -> dict[str, Any]:
    """Find a collection by its uid, its name, or the names that lead to it (أخبار/العراق)."""
    every = store.shelves().collections
    paths = {one.uid: "/".join(path_of(every, one.uid)) for one in every}
    for one in every:
        if value == one.uid or same_name(value, paths[one.uid]) or same_name(value, one.name):
            return {"collection_uids": within(every, one.uid)}
    raise UnknownCollection(collection=value, collections="، ".join(paths.values()) or "–")


def _label(_key: str, value: str, store: "Store") -> dict[str, Any]:
    labels = store.shelves().labels
    for one in labels:
        if value == one.uid or same_name(value, one.name):
            return {"label_uid": one.uid}
    raise UnknownLabel(label=value, labels="، ".join(one.name for one in labels) or "–")


_PARSERS: Mapping[str, Callable[[str, Any, "Store"], dict[str, Any]]] = {
    "text": _plain,
    "publisher": _plain,
    "date": _date,
    "tag": _tag,
    "status": _status,
    "collection": _collection,
    "label": _label,
    "switch": _switch,
}
