"""Articles come in from files, folders and standard input, and are listed."""

import os

import pytest


def test_articles_are_listed_newest_first(hashiya):
    answer = hashiya("articles")
    assert answer.status == 0
    lines = [line.split("\t") for line in answer.out.splitlines()]
    assert [(line[0], line[1], line[3]) for line in lines] == [
        ("2", "مقال ثانٍ", "0"),
        ("1", 'قال الوزير أحمد سالم 😀: "لن نتراجع".', "0"),
    ]


def test_articles_as_json(hashiya, first):
    hashiya("annotate", 1, 0, 3, "quote")
    newest, oldest = hashiya("articles", "--json").json
    assert (newest["id"], newest["title"]) == (2, "مقال ثانٍ")
    assert oldest["id"] == 1
    assert oldest["characters"] == len(first)
    assert oldest["annotations"] == 1
    assert oldest["language"] == "ar"
    assert {"uid", "byline", "publisher", "url", "published", "revision"} <= oldest.keys()


def test_arabic_is_not_escaped(hashiya):
    assert "مقال ثانٍ" in hashiya("articles", "--json").out


def test_a_file_is_imported(hashiya, tmp_path):
    (tmp_path / "ثالث.txt").write_bytes("مقال ثالث\r\nوفيه سطر.".encode("cp1256"))
    answer = hashiya("import", tmp_path / "ثالث.txt")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "3\tمقال ثالث\t\t0\n"
    assert "مقال ثالث\nوفيه سطر." in hashiya("show", 3).out


def test_an_import_as_json(hashiya, tmp_path):
    (tmp_path / "new.txt").write_text("جديد\nنص", encoding="utf-8")
    (imported,) = hashiya("import", tmp_path / "new.txt", "--json").json
    assert imported == hashiya("articles", "--json").json[0]


def test_a_folder_gives_its_texts_in_the_order_of_names(hashiya, tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("b.txt", "a.TXT", "c.md"):
        (folder / name).write_text(f"خبر {name}", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "inner.txt").mkdir()
    answer = hashiya("import", folder, "--json")
    assert answer.status == 0
    assert [article["title"] for article in answer.json] == ["خبر a.TXT", "خبر b.txt"]


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
    address = "https://news.example/1"
    reason = "it is a web address; save the page as text and import that file"
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
        f"hashiya: The file {address} cannot be read: {reason}.",
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


def test_controls_in_a_title_are_shown_and_do_nothing(hashiya, tmp_path):
    title = "تقرير\u202efdp.exe \x1b[31m\x9b\tنص"
    (tmp_path / "bad.txt").write_text(title, encoding="utf-8")
    answer = hashiya("import", tmp_path / "bad.txt")
    assert "تقرير‹202E›fdp.exe ‹001B›[31m‹009B› نص" in answer.out
    listed = hashiya("articles", "--json")
    assert not set(listed.out) & {"\x1b", "\x9b"}
    assert listed.json[0]["title"] == title
