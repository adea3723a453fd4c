"""Why the system refused, told in both languages."""

import errno
from pathlib import Path

import pytest

from reader.errors import SourceUnreadable
from reader.label import Label
from reader.reasons import REASONS, os_reason


def test_a_real_refusal_is_told_in_both_languages(tmp_path: Path):
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "none").read_bytes()
    reason = os_reason(caught.value)
    assert reason == Label("there is no such file or folder", "لا يوجد ملف أو مجلد بهذا الاسم")
    told = SourceUnreadable(name="x", reason=reason)
    assert told.sentence("en") == "The file x cannot be read: there is no such file or folder."
    assert "لا يوجد ملف أو مجلد بهذا الاسم" in told.sentence("ar")


@pytest.mark.parametrize("number", REASONS)
def test_every_known_reason_is_part_of_a_sentence(number: int):
    label = os_reason(OSError(number, "system words"))
    assert "system words" not in label.en
    assert label.en == label.en.strip(" .")
    assert any("\u0621" <= letter <= "\u064a" for letter in label.ar)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EXDEV, "Cross-device link"), "Cross-device link"),
        (OSError("no number"), "no number"),
        (OSError(), "OSError"),
        (PermissionError(), "PermissionError"),
    ],
)
def test_other_refusals_keep_the_systems_words(error: OSError, words: str):
    assert os_reason(error) == Label(words, words)
