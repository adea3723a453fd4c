"""Articles come in from files, folders and standard input; the bad ones are named."""

import errno
import io
import os
import sys

import pytest

from reader.commands.importing import IMPORT, run_import
from reader.commands.terminal import Terminal
from reader.commands.usage import parser_of
from tests.importers.made import page, paragraphs
from tests.importers.sites import reply, site
from tests.makers import docx_of, epub_of, odt_of


def test_a_file_is_imported(hashiya, tmp_path):
    (tmp_path / "ثالث.txt").write_bytes("مقال ثالث\r\nوفيه سطر.".encode("cp1256"))
    answer = hashiya("import", tmp_path / "ثالث.txt")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "3\tمقال ثالث\t\t0\n"
    assert "مقال ثالث\nوفيه سطر." in hashiya("show", 3).out


def test_an_import_as_json(hashiya, tmp_path):
    (tmp_path / "new.txt").write_text("جديد\nنص", encoding="utf-8")
    (imported,) = hashiya("import", tmp_path / "new.txt", "--json").json
    assert (imported.pop("notes"), imported.pop("again")) == ([], None)
    assert imported == hashiya("articles", "--json").json[0]


def test_a_folder_gives_what_is_below_it_in_the_order_of_names(hashiya, tmp_path):
    folder = tmp_path / "news"
    for name in (
        "b.txt",
        "a.TXT",
        "c.md",
        "d.log",
        ".hidden.txt",
        "z/2.txt",
        "y/1.txt",
        ".git/3.txt",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"خبر {name}", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "inner.txt").mkdir()
    (folder / "y" / "loop").symlink_to(folder)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    (folder / "dangling.txt").symlink_to("nowhere")
    answer = hashiya("import", folder, "--json")
    assert (answer.status, answer.err) == (0, "")
    assert [article["title"] for article in answer.json] == [
        f"خبر {name}" for name in ("a.TXT", "b.txt", "c.md", "b.txt", "y/1.txt", "z/2.txt")
    ]


def test_standard_input_is_imported(hashiya):
    answer = hashiya("import", "-", stdin="خبر من الأنبوب\n".encode("utf-16"))
    assert answer.out == "3\tخبر من الأنبوب\t\t0\n"


def test_the_encoding_can_be_said(hashiya, tmp_path):
    (tmp_path / "short.txt").write_bytes("لا".encode("cp1256"))
    uncertain = hashiya("import", tmp_path / "short.txt")
    assert uncertain.status == 1
    assert "cp1256" in uncertain.err
    assert hashiya("import", "--encoding", "cp1256", tmp_path / "short.txt").out == "3\tلا\t\t0\n"


def test_a_bad_source_is_named_and_the_others_come_in(hashiya, tmp_path):
    (tmp_path / "good.txt").write_text("خبر سليم", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    address = "ftp://news.example/1"
    answer = hashiya(
        "import",
        tmp_path / "none.txt",
        tmp_path / "empty.txt",
        address,
        tmp_path / "good.txt",
        "--json",
    )
    assert answer.status == 1
    assert [article["title"] for article in answer.json] == ["خبر سليم"]
    assert answer.err.splitlines() == [
        "hashiya: There is no file none.txt.",
        "hashiya: empty.txt holds no text.",
        f"hashiya: {address} was not fetched: only http and https are fetched.",
    ]


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_no_library_is_made_for_nothing(hashiya, tmp_path, words):
    (tmp_path / "folder").mkdir()
    new = tmp_path / "new.db"
    answer = hashiya("import", tmp_path / "folder", *words, database=new)
    assert answer.status == 1
    assert answer.err == f"hashiya: {tmp_path / 'folder'} holds no text.\n"
    assert answer.out == ("[]\n" if words else "")
    assert not new.exists()


def test_a_library_is_made_for_the_first_article(hashiya, tmp_path):
    (tmp_path / "good.txt").write_text("خبر", encoding="utf-8")
    new = tmp_path / "new.db"
    assert hashiya("import", tmp_path / "good.txt", database=new).out == "1\tخبر\t\t0\n"
    assert len(hashiya("articles", "--json", database=new).json) == 1


def test_a_folder_that_cannot_be_read_is_named(hashiya, tmp_path, monkeypatch):
    (tmp_path / "news" / "closed").mkdir(parents=True)
    (tmp_path / "news" / "a.txt").write_text("خبر", encoding="utf-8")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    answer = hashiya("import", tmp_path / "news")
    assert answer.status == 1
    assert answer.out == "3\tخبر\t\t0\n"
    assert answer.err == "hashiya: The file closed cannot be read: permission denied.\n"


def test_documents_of_every_kind_come_in_and_the_bad_ones_are_named(hashiya, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.docx").write_bytes(docx_of(["خبر وورد", "نص"], author="سالم"))
    (folder / "b.odt").write_bytes(odt_of(["خبر مفتوح"]))
    (folder / "c.epub").write_bytes(epub_of([["خبر كتاب"]]))
    (folder / "d.csv").write_text("title,text\nأ,نص\nب,نص\n", encoding="utf-8")
    (folder / "e.docx").write_bytes(docx_of(["x"])[:-30])
    (folder / "f.odt").write_bytes(b"no zip at all")
    answer = hashiya("import", folder)
    assert answer.status == 1
    assert [line.split("\t")[1] for line in answer.out.splitlines()] == [
        "خبر وورد", "خبر مفتوح", "خبر كتاب", "أ", "ب",
    ]  # fmt: skip
    note, torn, other = answer.err.splitlines()
    assert note.startswith("hashiya: خبر وورد: Byline and date come from the file's properties")
    assert torn == "hashiya: e.docx is damaged: the archive that it is cannot be unpacked."
    assert other.startswith("hashiya: f.odt is damaged: its ending promises")


def test_notes_are_in_the_json_too(hashiya, tmp_path):
    (tmp_path / "a.docx").write_bytes(docx_of(["خبر"], author="سالم"))
    (one,) = hashiya("import", tmp_path / "a.docx", "--json").json
    assert one["byline"] == "سالم"
    assert one["notes"][0].startswith("Byline and date")


def test_columns_can_be_said(hashiya, tmp_path):
    (tmp_path / "a.csv").write_text("x,y\nأ,نص الخبر\n", encoding="utf-8")
    unclear = hashiya("import", tmp_path / "a.csv")
    assert unclear.refusal == "It is not clear which column of a.csv holds the texts; it has x, y."
    told = hashiya("import", tmp_path / "a.csv", "--column", "text=y", "--column", "title=x")
    assert told.out == "3\tأ\t\t0\n"
    for bad in ("text", "body=y"):
        refused = hashiya("import", tmp_path / "a.csv", "--column", bad)
        assert refused.status == 1
        assert "FIELD=HEADER" in refused.refusal


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal_says_how_far_it_is(hashiya, tmp_path, monkeypatch):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"خبر {name}", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    hashiya("import", *(tmp_path / f"{name}.txt" for name in "abc"))
    drawn = screen.getvalue().split("\r\x1b[K")
    assert [line.split()[1] for line in drawn if "/" in line] == ["0/3", "1/3", "2/3"]
    assert "hashiya: b.txt holds no text.\n" in drawn
    assert drawn[-1] == ""


def test_no_bar_is_drawn_into_a_file(hashiya, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"خبر {name}", encoding="utf-8")
    assert hashiya("import", tmp_path / "a.txt", tmp_path / "b.txt").err == ""


# Pages by their address ---------------------------------------------------------


def run(library, may_call, *words):
    """Import as the command does, with other sites allowed."""
    streams = (io.StringIO(), io.StringIO())
    terminal = Terminal("en", sys.stdin, *streams)
    parser = parser_of((IMPORT,), terminal, IMPORT)
    request = parser.parse_args(["--database", str(library), "import", *words])
    status = run_import(request, terminal, may_call)
    return status, *(one.getvalue() for one in streams)


def only_here(address):
    """Let sites of this machine be called."""
    return address.is_loopback


def test_a_page_is_fetched_at_once_and_the_person_told_who_sees_it(library, hashiya):
    def answer(_path, send):
        send(reply(page().encode(), Content_Type="text/html; charset=utf-8"))

    with site(answer) as running:
        address = running.url("/news/1")
        status, out, err = run(library, only_here, address)
        assert len(running.requests) == 1
    assert status == 0
    assert paragraphs()[0] in out
    assert err.startswith("hashiya: 127.0.0.1 will see this visit: your network address")
    assert hashiya("articles", "--json").json[0]["url"] == address


def test_a_page_on_this_machine_is_never_fetched_for_an_address(hashiya):
    with site(lambda _path, send: send(reply(b"x"))) as running:
        answer = hashiya("import", running.url())
        assert running.requests == []
    assert answer.status == 1
    assert "this machine or a private network" in answer.err
