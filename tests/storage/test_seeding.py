import json

from sqlalchemy import text

from reader.model.tags import TAGS
from reader.paths import resource
from reader.storage.engine import writing
from reader.storage.seeding import seed


def test_new_library_has_the_built_in_tags(store):
    assert store.tags() == TAGS


def test_new_library_has_the_shipped_scales(store):
    shipped = [
        json.loads(path.read_text("utf-8")) for path in sorted(resource("scales").glob("*.json"))
    ]
    found = store.verdict_scales()
    assert [scale.key for scale in found] == [scale["key"] for scale in shipped]
    assert len(found) > 1
    for scale, file in zip(found, shipped, strict=True):
        assert (scale.label.en, scale.label.ar) == (file["label"]["en"], file["label"]["ar"])
        steps = [
            {
                "code": step.code,
                "label": {"en": step.label.en, "ar": step.label.ar},
                "normalised": step.normalised,
                "rating": step.rating,
                "best": step.best,
                "worst": step.worst,
                "colour": step.colour,
            }
            for step in scale.labels
        ]
        assert steps == file["labels"]


def test_what_a_desk_has_changed_stays(store):
    engine = writing(store._library.engine)
    with engine.connect() as connection:
        connection.execute(text("UPDATE tags SET label_ar = 'قول' WHERE key = 'quote'"))
        connection.execute(text("DELETE FROM tags WHERE key = 'claim'"))
        connection.execute(text("DELETE FROM verdict_labels WHERE code = 'false'"))
        seed(connection)
        tags = connection.execute(text("SELECT key, label_ar FROM tags ORDER BY position")).all()
        left = connection.scalar(text("SELECT count(*) FROM verdict_labels WHERE code = 'false'"))
        connection.rollback()
    assert [row.label_ar for row in tags] == ["قول", "كيان", "ادعاء"]
    assert left == 0
