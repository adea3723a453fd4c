"""Every command explains itself, in both languages, and refuses what makes no sense."""

import re

import pytest

from reader import __version__
from reader.commands.command import JSON
from reader.commands.table import COMMANDS

KEYS = [command.key for command in COMMANDS]


def test_the_commands_are_those_of_the_design():
    assert KEYS == [
        "open",
        "import",
        "articles",
        "show",
        "annotate",
        "annotations",
        "search",
        "said",
        "claims",
        "export",
        "codebook",
        "numbers",
        "check",
        "backup",
        "restore",
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("key", ["", *KEYS])
def test_each_explains_itself(hashiya, monkeypatch, key, language):
    monkeypatch.setenv("HASHIYA_LANGUAGE", language)
    answer = hashiya(*key.split(), "--help")
    assert (answer.status, answer.err) == (0, "")
    words = re.sub(r"hashiya \S+|\S*[A-Z|=-]\S*", "", answer.out)
    assert ("الخيارات" in words) == (language == "ar")
    assert ("options:" in words) == (language == "en")
    assert "positional" not in words


@pytest.mark.parametrize("command", COMMANDS, ids=KEYS)
def test_every_word_of_help_is_in_arabic_too(command):
    for label in (command.help, *(argument.help for argument in command.arguments)):
        assert re.search("[\u0621-\u064a]", label.ar)
        assert not re.search("[\u0621-\u064a]", label.en)


def test_the_lists_can_be_had_as_json():
    listing = {command.key for command in COMMANDS if JSON in command.arguments}
    lists = {"import", "articles", "annotate", "annotations", "search", "said", "claims", "numbers"}
    assert listing == lists


def test_the_version(hashiya):
    assert hashiya("--version").out == f"hashiya {__version__}\n"


def test_the_library_may_be_named_after_the_command(hashiya, library, tmp_path):
    listed = hashiya("articles", "--database", library, database=tmp_path / "none.db")
    assert listed.status == 0
    assert len(listed.out.splitlines()) == 2


WRONG = [
    (["nonsense"], "invalid choice: 'nonsense'", "لا يوجد 'nonsense'؛ المتاح"),
    (["show"], "are required: ARTICLE", "ينقص ARTICLE"),
    (["articles", "--jso"], "unrecognized arguments: --jso", "لا معنى هنا لما يلي: --jso"),
    (["articles", "--json=1"], "ignored explicit argument '1'", "لا يأخذ --json قيمة: '1'"),
    (["export", "--output"], "expected one argument", "ينقص ما يلي --output"),
    (["import"], "are required: SOURCE", "ينقص SOURCE"),
    (["annotate", "1", "أ", "3", "quote"], "invalid int value: 'أ'", "START: المطلوب عدد صحيح"),
    (["annotate", "1", "0", "1.5", "quote"], "invalid int value: '1.5'", "المطلوب عدد صحيح"),
    (["annotate", "1", "0", "3", "quote", "--set", "x"], "--set: FIELD=VALUE: 'x'", "FIELD=VALUE"),
    (["annotate", "1", "0", "3", "quote", "--set", "=x"], "FIELD=VALUE", "FIELD=VALUE"),
    (["articles", "\x1b[31m\u202e"], "arguments: ‹001B›[31m‹202E›", "لما يلي: ‹001B›[31m‹202E›"),
]


@pytest.mark.parametrize(("words", "english", "arabic"), WRONG)
def test_what_makes_no_sense_is_a_wrong_command(hashiya, monkeypatch, words, english, arabic):
    answer = hashiya(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: hashiya ")
    assert answer.err.splitlines()[-1].startswith("hashiya: ")
    assert english in answer.err.splitlines()[-1]
    monkeypatch.setenv("HASHIYA_LANGUAGE", "ar")
    answer = hashiya(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("الاستعمال: hashiya ")
    assert arabic in answer.err.splitlines()[-1]
