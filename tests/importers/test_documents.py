"""Word documents, OpenDocument texts, books and Markdown: the same words in the same order."""

import re
from datetime import UTC, datetime

import pytest

from reader.errors import SourceEmpty, SourceEncrypted
from reader.text.canonical import canonical
from tests.corpus import CORPUS, NEWS, names
from tests.importers.made import FOLDER
from tests.makers import (
    docx_of,
    docx_with,
    epub_of,
    epub_with,
    odt_of,
    odt_with,
    spaced,
    unzipped,
    zipped,
)

TRICKY = [
    "العنوان الأول",
    "قال\u00a0العميد: «لن نتراجع»،\u200f ثم می\u200cخواهم.",
    "كِتابٌ مَّ\u064eد أإآؤئ ا\u0654ا\u0653 قـــال \ufdfa ١٬٥٥٤ و10-20 😀👨\u200d👩\u200d👧",
    "BAGHDAD, Iraq - قال (AP) <b>&amp;</b> \u202bمضمن\u202c",
]
MAKERS = {"a.docx": docx_of, "a.odt": odt_of, "a.epub": lambda lines: epub_of([lines])}


@pytest.mark.parametrize("name", MAKERS)
def test_no_letter_is_changed(article, name):
    assert article(MAKERS[name](TRICKY), name).revision.text == "\n".join(TRICKY)


# XML has no controls, no halves of characters and no noncharacters; a byte order mark goes.
NOT_IN_XML = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|^\ufeff+")


@pytest.mark.parametrize("name", MAKERS)
def test_the_whole_corpus_keeps_its_words(article, name):
    lines = [NOT_IN_XML.sub("", text).strip(" ") for _, text in CORPUS]
    lines = [line for line in lines if line.strip()]
    assert article(MAKERS[name](lines), name).revision.text == canonical("\n".join(lines))


def test_a_word_document_tells_of_itself(article):
    made = docx_of(
        [NEWS], title="عنوان من الخصائص", author="سالم", created=datetime(2020, 3, 26, tzinfo=UTC)
    )
    one = article(made, "خبر.docx")
    told = one.article
    assert (told.title, told.byline, told.published) == ("عنوان من الخصائص", "سالم", "2020-03-26")
    assert (told.language, one.revision.format) == ("ar", "docx")
    assert one.source == made
    assert "properties" in one.notes[0].en


def test_what_only_a_template_says_is_not_taken(article):
    one = article(docx_of(["خبر"]), "a.docx")
    assert (one.article.title, one.article.byline, one.article.published) == ("خبر", "", "")
    assert one.notes == ()


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            p(
                r("قال "),
                f"<w:ins>{r('أحمد')}</w:ins>",
                "<w:del><w:r><w:delText>سالم</w:delText></w:r></w:del>",
            ),
            "قال أحمد",
        ),
        (p(f"<w:moveFrom>{r('هنا')}</w:moveFrom><w:moveTo>{r('هناك')}</w:moveTo>"), "هناك"),
        (p(f"<w:hyperlink>{r('رابط')}</w:hyperlink>", r(" هنا")), "رابط هنا"),
        (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('عنوان'))}</w:sdtContent></w:sdt>{p(r('نص'))}",
            "عنوان\nنص",
        ),
        (
            p(r("أ"), "<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:t>ب</w:t></w:r>"),
            "أ\t\n\u2011\u00adب",
        ),
        (p(r("أ"), '<w:r><w:br w:type="page"/><w:sym w:char="F0A7"/></w:r>'), "أ\uf0a7"),
        (p(r("أ"), '<w:r><w:sym w:char="x"/><w:instrText>PAGE</w:instrText></w:r>'), "أ"),
        (p("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>", r("أ")), "أ"),
        (p() + p(r(" ")) + p(r("أ")), "أ"),
        (
            (
                f"<w:tbl><w:tr><w:tc>{p(r('أ'))}</w:tc><w:tc>{p(r('ب'))}</w:tc></w:tr>"
                f"<w:tr><w:tc>{p()}</w:tc><w:tc>{p()}</w:tc></w:tr></w:tbl>{p(r('ج'))}"
            ),
            "أ\tب\nج",
        ),
        (
            (
                f"<w:tbl><w:tr><w:tc>{p(r('أ'))}{p(r('ب'))}<w:tbl><w:tr><w:tc>{p(r('ج'))}</w:tc></w:tr></w:tbl>"
                f"</w:tc><w:tc>{p(r('د'))}</w:tc></w:tr></w:tbl>"
            ),
            "أ\nب\nج\nد",
        ),
        (
            p(
                r("أ"),
                f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{p(r('إطار'))}</w:txbxContent></mc:Choice>"
                f"<mc:Fallback><w:txbxContent>{p(r('إطار'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
                r("ب"),
            ),
            "أب\nإطار",
        ),
    ],
)
def test_the_parts_of_a_word_document(article, body, text):
    assert article(docx_with(body), "a.docx").revision.text == text


def test_notes_at_the_foot_come_last(article):
    parts = unzipped(docx_with(p(r("نص"))))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/footnotes.xml"] = (
        f'<w:footnotes {space}><w:footnote w:type="separator">{p(r("خط"))}</w:footnote>'
        f"<w:footnote>{p(r('حاشية'))}</w:footnote></w:footnotes>"
    ).encode()
    types = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    relations = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    )
    parts |= {"[Content_Types].xml": types, "word/_rels/document.xml.rels": relations}
    assert article(zipped(parts), "a.docx").revision.text == "نص\nحاشية"
    body = (
        "<text:p>نص<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>حاشية</text:p></text:note-body></text:note> بقية</text:p><text:p>آخر</text:p>"
    )
    assert article(odt_with(body), "a.odt").revision.text == "نص بقية\nآخر\nحاشية"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>  قال\n  <text:span>أحمد </text:span> نعم </text:p>", "قال أحمد نعم"),
        ("<text:p>أ<text:s text:c='3'/>ب<text:tab/>ج<text:line-break/> د</text:p>", "أ   ب\tج\nد"),
        (f"<text:p>{spaced('أ  ب   ج')}</text:p>", "أ  ب   ج"),
        ("<text:p>أ<text:s text:c='999999999'/>ب</text:p>", "أ" + " " * 200 + "ب"),
        ("<text:p>أ<text:s text:c='x'/>ب</text:p>", "أ ب"),
        (
            "<text:tracked-changes><text:p>حُذف</text:p></text:tracked-changes><text:p>بقي</text:p>",
            "بقي",
        ),
        ("<text:p>أ<office:annotation><text:p>تعليق</text:p></office:annotation>ب</text:p>", "أب"),
        ("<text:list><text:list-item><text:p>أ</text:p></text:list-item></text:list>", "أ"),
        ("<text:section><text:h>أ</text:h><text:p/><text:p>\u00a0</text:p></text:section>", "أ"),
        (
            (
                "<table:table><table:table-row><table:table-cell><text:p>أ</text:p></table:table-cell>"
                "<table:table-cell/><table:table-cell><text:p>ب</text:p></table:table-cell>"
                "</table:table-row></table:table>"
            ),
            "أ\t\tب",
        ),
        (
            (
                "<table:table><table:table-row><table:table-cell><text:p>أ</text:p><text:p>ب</text:p>"
                "</table:table-cell></table:table-row></table:table>"
            ),
            "أ\nب",
        ),
        (
            "<text:p>أ<draw:frame><draw:text-box><text:p>إطار</text:p></draw:text-box></draw:frame>ب</text:p>",
            "أب\nإطار",
        ),
    ],
)
def test_the_parts_of_an_opendocument_text(article, body, text):
    assert article(odt_with(body), "a.odt").revision.text == text


def test_an_opendocument_text_tells_of_itself(article):
    meta = (
        "<dc:title>عنوان</dc:title><meta:initial-creator>سالم</meta:initial-creator>"
        "<meta:creation-date>2020-03-26T10:11:12.5</meta:creation-date><dc:language>ar-IQ</dc:language>"
    )
    told = article(odt_of(["قال نعم"], meta), "a.odt").article
    assert (told.title, told.byline, told.published) == ("عنوان", "سالم", "2020-03-26")
    assert told.language == "ar-IQ"
    heading = article(odt_with("<text:h>خبر</text:h><text:p>نص</text:p>", meta), "a.odt")
    assert heading.article.title == "خبر"


def test_a_book_is_read_in_the_order_of_its_spine(article):
    metadata = (
        "<dc:title>كتاب</dc:title><dc:creator>سالم</dc:creator><dc:creator>هدى</dc:creator>"
        "<dc:publisher>دار</dc:publisher><dc:date>2020-03</dc:date><dc:language>ar</dc:language>"
        "<dc:identifier>urn:x</dc:identifier><dc:identifier>https://news.example/1</dc:identifier>"
    )
    one = article(epub_of([["أول", "ثان"], ["ثالث"]], metadata), "كتاب.epub")
    told = one.article
    assert one.revision.text == "أول\nثان\nثالث"
    assert (told.title, told.byline, told.publisher) == ("كتاب", "سالم، هدى", "دار")
    assert (told.published, told.url) == ("2020-03", "https://news.example/1")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h1>عنوان</h1>نص <b>ثقيل</b>\n  تال<p>فقرة</p>ذيل", "عنوان\nنص ثقيل تال\nفقرة\nذيل"),
        ("<p>أ&#160;ب&nbsp;ج &laquo;د&raquo; &zwnj;ه</p>", "أ\u00a0ب\u00a0ج «د» \u200cه"),
        ("<p>أ <br/> ب</p>", "أ\nب"),
        ("<table><tr><td>أ</td> <td>ب</td></tr><tr><td>ج</td></tr></table>", "أ\tب\nج"),
        ("<ul><li>أ</li><li>ب</li></ul><script>x</script><style>y</style>", "أ\nب"),
        ("<ruby>字<rt>じ</rt></ruby>", "字"),
        ("<pre>أ\n  ب</pre>", "أ\n  ب"),
    ],
)
def test_the_parts_of_a_page(article, page, text):
    assert article(epub_with([page]), "a.epub").revision.text == text


def test_a_chapter_that_is_missing_is_told(article):
    parts = unzipped(epub_of([["أول"], ["ثان"]]))
    del parts["OEBPS/c 1.xhtml"]
    one = article(zipped(parts), "a.epub")
    assert one.revision.text == "أول"
    assert "missing" in one.notes[0].en


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.odt", odt_with("<text:p/>", **{"META-INF__manifest.xml": "<x><encryption-data/></x>"})),
        ("a.epub", zipped(unzipped(epub_of([["x"]])) | {"META-INF/rights.xml": b"<x/>"})),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    ],
)
def test_a_password_is_told(article, name, made):
    with pytest.raises(SourceEncrypted) as told:
        article(made, name)
    assert name in told.value.sentence("ar")


@pytest.mark.parametrize("name", MAKERS)
def test_a_document_without_a_word_is_empty(article, name):
    with pytest.raises(SourceEmpty):
        article(MAKERS[name]([" "]), name)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# عنوان\n\nسطر\nتابع\n\nفقرة", "عنوان\nسطر تابع\nفقرة"),
        ("عنوان\n====\nفرعي\n---\nنص", "عنوان\nفرعي\nنص"),
        ("قال **نعم** و*لا* و__هل__ و~~كلا~~ و***كل***", "قال نعم ولا و__هل__ وكلا وكل"),
        ("_نعم_ __هل__ snake_case_name 2*3*4", "نعم هل snake_case_name 2*3*4"),
        (
            '[الخبر](https://x.example/a_(b) "عنوان") و![صورة](x.png) و[م][1]\n\n[1]: https://x',
            "الخبر وصورة وم",
        ),
        ("[![صورة](x.png)](https://x)", "صورة"),
        ("<https://x.example/a_b_c> <a@b.example>", "https://x.example/a_b_c a@b.example"),
        ("- أ\n- ب\n  تابع\n* [x] ج\n1. د\n2) ه", "أ\nب تابع\nج\n1. د\n2) ه"),
        ("> قال\n> نعم\n>> أمس", "قال نعم أمس"),
        ("`**كود**` و``a ` b``\n\n```py\n# x\n\n*y*\n```\nنص", "**كود** وa ` b\n# x\n*y*\nنص"),
        (r"\*ليس\* مائلًا \_ ولا \\", "*ليس* مائلًا _ ولا \\"),
        ("سطر  \nتابع\\\nآخر", "سطر\nتابع\nآخر"),
        ("أ&nbsp;ب &laquo;ج&raquo; &amp;amp; &x;", "أ\u00a0ب «ج» &amp; &x;"),
        ("<b>أ</b><br>ب <!-- سر\nسر --> ج <قال>", "أ\nب  ج <قال>"),
        ("| أ | ب |\n|---|:-:|\n| ج | **د** |\n\nنص", "أ\tب\nج\tد\nنص"),
        ("نص[^1]\n\n[^1]: حاشية", "نص\nحاشية"),
        ("أ\n\n* * *\n\nب\n\n---", "أ\nب"),
        ("قال\u00a0*العميد*\u200f می\u200cخواهم", "قال\u00a0العميد\u200f می\u200cخواهم"),
    ],
)
def test_markdown_keeps_its_words(article, source, text):
    assert article(source, "a.md").revision.text == text


def test_the_front_matter_of_markdown(article):
    front = "---\ntitle: 'عنوان'\nauthor: سالم\ndate: 26/03/2020\ntags: [x]\nlang: ar\n---\nنص"
    one = article(front, "a.md")
    told = one.article
    assert (told.title, told.byline, told.published) == ("عنوان", "سالم", "2020-03-26")
    assert one.revision.text == "نص"


@pytest.mark.parametrize("text", [text for _, text in CORPUS], ids=names())
def test_plain_words_in_markdown_stay(article, text):
    source = text.encode("utf-8", "replace")
    words = [
        word for word in canonical(source.decode()).split() if not set(word) & set("*_`<>[]-\\")
    ]
    try:
        found = article(source, "a.md").revision.text
    except SourceEmpty:
        found = ""
    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize("name", ["python-docx.docx", "libreoffice.odt", "libreoffice.docx"])
def test_the_date_of_a_template_is_not_that_of_an_article(article, name):
    assert article((FOLDER / name).read_bytes(), name).article.published == ""
