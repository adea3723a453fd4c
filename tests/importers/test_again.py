"""The same file twice, and with one annotation more: nothing of other programs is doubled."""

import json
from dataclasses import replace

import pytest

from reader.importers import Child, from_bytes, from_text
from reader.importers.attaching import attached
from reader.model.annotation import Annotation
from reader.model.bundle import BroughtIn
from reader.storage import Store
from tests.importers.test_attaching import hypothesis
from tests.importers.test_exchanged import TEXT
from tests.importers.test_taguette import project
from tests.makers import zipped

HERE = "قال الوزير أحمد: نعم.\nثم قال غيره: لا.\n"
URL = "http://www.news.example/1"


def brat(*lines: str) -> bytes:
    return zipped({"a.txt": TEXT, "a.ann": "\n".join(lines)})


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def task(*spans: tuple[int, int, str]) -> bytes:
    """Return a project of Label Studio whose regions have short ids."""
    regions = [
        {
            "id": f"r{start}", "from_name": "label", "to_name": "text", "type": "labels",
            "value": {"start": start, "end": end, "text": words, "labels": ["quote"]},
        }
        for start, end, words in spans
    ]  # fmt: skip
    return as_json([{"data": {"text": TEXT}, "annotations": [{"id": 7, "result": regions}]}])


def highlights(*words: str) -> bytes:
    """Return Taguette's table of highlights, of the article that is here."""
    rows = (f"{at},عنوان,quote,{one}" for at, one in enumerate(words))
    rows = ["id,document,tag,content", *rows]
    return "\n".join(rows).encode()


DOCCANO = [[2, 5, "quote"], [13, 17, "PER"]]
TIES = {
    "text": TEXT,
    "entities": [
        {"id": 1, "start_offset": 2, "end_offset": 5, "label": "quote"},
        {"id": 2, "start_offset": 13, "end_offset": 17, "label": "entity"},
    ],
    "relations": [{"id": 1, "from_id": 2, "to_id": 1, "type": "speaker_of"}],
}
THIRD = {"id": 3, "start_offset": 6, "end_offset": 12, "label": "claim"}
# The name of a file, its bytes, the same with one annotation more, how many are in the first.
FILES = {
    "brat": (
        "brat.zip",
        brat("T1\tquote 2 5\tقال", "T2\tentity 13 17\tأحمد", "#1\tAnnotatorNotes T1\tملاحظة"),
        brat(
            "T0\tclaim 6 12\tالوزير",
            "T1\tquote 2 5\tقال",
            "T2\tentity 13 17\tأحمد",
            "#1\tAnnotatorNotes T1\tملاحظة",
        ),
        2,
    ),
    "doccano": (
        "admin.jsonl",
        as_json({"text": TEXT, "label": DOCCANO}),
        as_json({"text": TEXT, "label": [[6, 12, "claim"], *DOCCANO]}),
        2,
    ),
    "doccano with ties": (
        "all.jsonl",
        as_json(TIES),
        as_json(TIES | {"entities": [THIRD, *TIES["entities"]]}),
        2,
    ),
    "Label Studio": (
        "project.json",
        task((2, 5, "قال"), (13, 17, "أحمد")),
        task((6, 12, "الوزير"), (2, 5, "قال"), (13, 17, "أحمد")),
        2,
    ),
    "Taguette": (
        "project.sqlite3",
        project(("الوزير", "<b>الوزير</b>", "quote", "رأي")),
        project(("أول", "أول", "claim"), ("الوزير", "<b>الوزير</b>", "quote", "رأي")),
        2,
    ),
    "highlights of Taguette": (
        "highlights.csv",
        highlights("قال الوزير", "نعم"),
        highlights("غيره", "قال الوزير", "نعم"),
        2,
    ),
    "Hypothes.is": (
        "export.json",
        as_json([hypothesis("قال الوزير"), hypothesis("نعم", id="def")]),
        as_json(
            [hypothesis("غيره", id="ghi"), hypothesis("قال الوزير"), hypothesis("نعم", id="def")]
        ),
        2,
    ),
    "Hypothes.is without ids": (
        "export.json",
        as_json([hypothesis("قال الوزير", id=""), hypothesis("نعم", id="")]),
        as_json([hypothesis(words, id="") for words in ("غيره", "قال الوزير", "نعم")]),
        2,
    ),
}


@pytest.fixture(scope="module")
def child():
    with Child() as one:
        yield one


@pytest.fixture
def store():
    with Store.open(":memory:") as one:
        imported = from_text(HERE, "here.txt")
        article = replace(imported.article, url=URL, title="عنوان")
        one.add_article(replace(imported, article=article), one.annotator("me", "me").uid, "s")
        yield one


def brought(store: Store, child: Child, source: bytes, name: str, who: str = "me") -> BroughtIn:
    bundle = from_bytes(source, name, child=child).bundle
    whole = attached(bundle, name, store)
    return store.bring_in(whole, store.annotator(who, who).uid, "s")


def every(store: Store) -> dict[str, Annotation]:
    found = [entry.annotation for one in store.annotated_articles() for entry in one.entries]
    return {one.uid: one for one in found}


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_is_here_already(store, child, name):
    called, source, _, count = FILES[name]
    first = brought(store, child, source, called)
    assert first.added["annotation"] == count, first.misfits
    held, articles = every(store), len(store.articles())
    for who in ("me", "a colleague"):
        again = brought(store, child, source, called, who)
        assert again.change is None
        assert again.present["annotation"] == count
        assert again.misfits == first.misfits
        assert every(store) == held
        assert len(store.articles()) == articles


@pytest.mark.parametrize("name", FILES)
def test_one_that_was_added_comes_alone(store, child, name):
    called, source, more, count = FILES[name]
    brought(store, child, source, called)
    held = every(store)
    came = brought(store, child, more, called)
    assert came.added["annotation"] == 1, came.misfits
    assert came.present["annotation"] == count
    assert {uid: every(store)[uid] for uid in held} == held
    assert len(every(store)) == count + 1


def test_what_was_changed_elsewhere_is_told_and_ours_stays(store, child):
    brought(store, child, FILES["brat"][1], "brat.zip")
    held = every(store)
    other = brat("T1\tquote 2 5\tقال", "#1\tAnnotatorNotes T1\tغيرها")
    came = brought(store, child, other, "brat.zip")
    assert [one.reason.en for one in came.misfits] == [
        "it is here already with other content, which stays"
    ]
    assert every(store) == held


def test_two_people_who_mark_the_same_words_are_two(store, child):
    rows = [
        hypothesis("قال الوزير", id="", user=f"acct:{who}@hypothes.is") for who in ("layla", "omar")
    ]
    brought(store, child, as_json(rows[:1]), "export.json")
    came = brought(store, child, as_json(rows), "export.json")
    assert (came.added["annotation"], came.present["annotation"]) == (1, 1)
    assert len({one.annotator_uid for one in every(store).values()}) == 2


def test_words_that_are_marked_twice_alike_stay_two(store, child):
    twice = as_json({"text": TEXT, "label": [[2, 5, "quote"], [2, 5, "quote"]]})
    assert brought(store, child, twice, "admin.jsonl").added["annotation"] == 2
    assert brought(store, child, twice, "admin.jsonl").present["annotation"] == 2


def test_a_hypothesis_note_keeps_its_id_when_its_page_reads_otherwise(store, child):
    brought(store, child, as_json([hypothesis("قال الوزير")]), "export.json")
    held = every(store)
    moved = hypothesis("قال الوزير أحمد")
    came = brought(store, child, as_json([moved]), "export.json")
    assert came.added.get("annotation", 0) == 0
    assert len(came.misfits) == 1
    assert every(store) == held
