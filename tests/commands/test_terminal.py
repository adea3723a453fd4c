"""What is printed is safe, whole, and in the language of the terminal."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.commands.terminal import OutputBroken, Terminal, language_of, one_line, this_terminal
from reader.errors import SourceUnreadable
from reader.label import Label
from reader.reasons import os_reason

CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}


def terminal(language: str = "en") -> Terminal:
    """Return a terminal that keeps what is printed on it."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(3)]
    return Terminal(language, *streams)


def printed(stream: io.TextIOWrapper) -> str:
    """Return what was printed on a stream."""
    stream.flush()
    return stream.buffer.getvalue().decode()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ar_SA.UTF-8"}, "ar"),
        ({"LANG": "ar"}, "ar"),
        ({"LANG": "AR_eg"}, "ar"),
        ({"LANG": "arn_CL.UTF-8"}, "en"),
        ({"LANG": "ar_SA.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "ar_SA.UTF-8", "LC_ALL": ""}, "ar"),
        ({"LANG": "C", "LC_MESSAGES": "ar_IQ"}, "ar"),
        ({"LC_ALL": "de_DE", "LC_MESSAGES": "ar_IQ"}, "en"),
        ({"LC_ALL": "ar_IQ", "HASHIYA_LANGUAGE": "en"}, "en"),
        ({"LC_ALL": "C", "HASHIYA_LANGUAGE": "ar"}, "ar"),
    ],
)
def test_the_language_is_the_terminals(environment, language):
    assert language_of(environment) == language


@given(st.text())
def test_a_line_is_one_line_without_controls(text):
    line = one_line(text)
    assert not set(line) & CONTROLS
    assert not set(line) & set("\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@given(st.recursive(st.text() | st.integers(), st.lists, max_leaves=5))
def test_json_is_read_back_and_holds_no_control(value):
    one = terminal()
    one.say_json(value)
    text = printed(one.out)
    assert json.loads(text) == value
    assert not set(text) & (CONTROLS - {"\n"})


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "hashiya: The file a‹202E› b cannot be read: permission denied.\n"),
        ("ar", "hashiya: تتعذر قراءة الملف a‹202E› b: لا توجد صلاحية للوصول.\n"),
    ],
)
def test_a_failure_is_one_safe_line(language, line):
    one = terminal(language)
    one.complain(SourceUnreadable(name="a\u202e\nb", reason=os_reason(PermissionError(13, ""))))
    assert printed(one.err) == line
    assert printed(one.out) == ""


def test_words_are_told_with_safe_facts():
    one = terminal("ar")
    one.warn(Label("{name}: {why}", "{why}: {name}"), name="\x1b", why=Label("because", "لأن"))
    assert printed(one.err) == "hashiya: لأن: ‹001B›\n"


@pytest.mark.parametrize("most", [0, 1, 65_536, 65_537, 200_000, 10**9])
def test_no_more_is_read_than_may_be(most):
    one = terminal()
    one.source.buffer.write(b"x" * 200_000)
    one.source.buffer.seek(0)
    assert len(one.bytes_in(most)) == min(most, 200_000)


def test_bytes_come_after_what_was_printed():
    one = terminal()
    one.say("قبل")
    with one.bytes_out() as stream:
        stream.write(b"\xff\r\n")
    assert one.out.buffer.getvalue() == "قبل\n".encode() + b"\xff\r\n"


def test_streams_that_the_shell_has_closed_are_done_without(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    one = this_terminal({})
    one.say("كلمة")
    one.finish()
    one.warn(Label("a word", "كلمة"))
    assert one.bytes_in(5) == b""


def test_an_output_that_breaks_off_is_noticed():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        one = Terminal("en", full, full, full)
        one.say("كلمة")
        with pytest.raises(OutputBroken) as broken:
            one.finish()
        assert broken.value.reason.en == "no room is left on the disk"
        one.give_up()
