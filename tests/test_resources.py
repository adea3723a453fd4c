"""The shipped icons and verdict scales are what the code and the READMEs beside them say."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from reader.model.vocabulary import NORMALISED_VERDICTS, label_of
from reader.paths import resource

ICONS = sorted(resource("icons").glob("*.svg"))
LINE_ICONS = [icon for icon in ICONS if icon.stem != "hashiya"]
SCALES = sorted(resource("scales").glob("*.json"))
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("path", "circle", "rect")}
NAMED = {
    "open", "import", "paste", "export", "undo", "redo", "search", "close", "quote", "entity",
    "claim", "note", "delete", "next", "previous", "zoom-in", "zoom-out", "full-screen",
    "sidebar", "panel-list", "panel-details", "settings", "theme", "sun", "moon", "check",
    "warning", "unsaved", "saved", "retry", "save-copy", "read-only", "filter", "person",
    "organization", "place", "chevron", "language", "print", "copy", "help", "columns", "hashiya",
}  # fmt: skip


def name_of(path: Path) -> str:
    return path.stem


def read_scale(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_icon_is_there():
    assert {icon.stem for icon in ICONS} == NAMED


@pytest.mark.parametrize("icon", ICONS, ids=name_of)
def test_an_icon_holds_shapes_and_nothing_else(icon: Path):
    root = ET.fromstring(icon.read_bytes())  # noqa: S314  our own file
    assert root.tag == f"{SVG}svg"
    assert {element.tag for element in root} <= SHAPES
    assert len(list(root.iter())) == len(root) + 1
    attributes = {key for element in root.iter() for key in element.attrib}
    assert not [
        key for key in attributes if "href" in key or key.startswith("on") or key == "style"
    ]
    assert "url(" not in icon.read_text(encoding="utf-8")


@pytest.mark.parametrize("icon", LINE_ICONS, ids=name_of)
def test_line_icons_are_one_family(icon: Path):
    root = ET.fromstring(icon.read_bytes())  # noqa: S314  our own file
    expected = {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "2",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    assert {key: root.get(key) for key in expected} == expected
    own = {key for element in root for key in element.attrib}
    assert not own & {"fill", "stroke", "stroke-width", "transform", "opacity"}


@pytest.mark.parametrize("size", [16, 24, 48])
@pytest.mark.parametrize("icon", ICONS, ids=name_of)
def test_an_icon_draws_inside_its_frame(icon: Path, size: int, qapp):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(icon))
    assert renderer.isValid()
    margin = size // 2
    image = QImage(2 * size, 2 * size, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(margin, margin, size, size))
    painter.end()
    width, content = image.bytesPerLine(), bytes(image.constBits())
    inked = [divmod(at, width) for at, alpha in enumerate(content) if alpha > 40]
    assert len(inked) > size
    assert all(margin <= at < margin + size for point in inked for at in point)


def test_the_program_icon_is_square():
    root = ET.fromstring(resource("icons", "hashiya.svg").read_bytes())  # noqa: S314  our own file
    assert root.get("viewBox") == "0 0 256 256"


def test_the_scales_are_these_and_the_first_has_five_steps():
    scales = [read_scale(path) for path in SCALES]
    keys = ["five-steps", "misbar-like", "true-partly-false", "visual-content"]
    assert [scale["key"] for scale in scales] == keys
    assert [label["rating"] for label in scales[0]["labels"] if label["best"]] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("path", SCALES, ids=name_of)
def test_a_scale_says_what_a_verdict_needs(path: Path):
    scale = read_scale(path)
    assert set(scale) == {"key", "label", "labels"}
    assert scale["key"] == path.stem
    codes = [label["code"] for label in scale["labels"]]
    assert len(set(codes)) == len(codes) >= 3
    for label in scale["labels"]:
        assert set(label) == {"code", "label", "normalised", "rating", "best", "worst", "colour"}
        assert re.fullmatch(r"[a-z_]+", label["code"])
        assert re.fullmatch(r"#[0-9a-f]{6}", label["colour"])
        assert label["normalised"] in {choice.key for choice in NORMALISED_VERDICTS}
        assert label["worst"] <= label["rating"] <= label["best"]


@pytest.mark.parametrize("path", SCALES, ids=name_of)
def test_a_scale_goes_from_best_to_worst_and_ends_with_what_is_no_step(path: Path):
    labels = read_scale(path)["labels"]
    ratings = [label["rating"] for label in labels]
    assert ratings == sorted(ratings, reverse=True)
    off_scale = {label["normalised"] for label in labels if label["best"] == 0}
    assert off_scale <= {"sarcasm", "unverifiable"}
    assert "unverifiable" in off_scale


@pytest.mark.parametrize("path", SCALES, ids=name_of)
def test_a_scale_speaks_both_languages(path: Path):
    scale = read_scale(path)
    for label in [scale["label"], *(step["label"] for step in scale["labels"])]:
        assert set(label) == {"en", "ar"}
        assert re.search(r"[A-Za-z]", label["en"])
        assert re.search(r"[ء-ي]", label["ar"])


@pytest.mark.parametrize("path", SCALES, ids=name_of)
def test_a_label_that_is_named_as_its_class_is_worded_as_its_class(path: Path):
    for step in read_scale(path)["labels"]:
        if step["code"] == step["normalised"] and step["code"] != "unverifiable":
            assert step["label"]["ar"] == label_of(NORMALISED_VERDICTS, step["code"]).ar
