"""Articles are listed."""


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


def test_controls_in_a_title_are_shown_and_do_nothing(hashiya, tmp_path):
    title = "تقرير\u202efdp.exe \x1b[31m\x9b\tنص"
    (tmp_path / "bad.txt").write_text(title, encoding="utf-8")
    answer = hashiya("import", tmp_path / "bad.txt")
    assert "تقرير‹202E›fdp.exe ‹001B›[31m‹009B› نص" in answer.out
    listed = hashiya("articles", "--json")
    assert not set(listed.out) & {"\x1b", "\x9b"}
    assert listed.json[0]["title"] == title
