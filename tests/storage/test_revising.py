"""Articles that change: another text beside the first, and annotations that follow."""

from dataclasses import replace

import pytest

from reader.errors import StaleEdit, UnknownArticle
from reader.importers import from_text
from reader.model.annotation import QuoteFields
from reader.model.article import Reading
from reader.model.change import Edit, edit
from reader.text.anchoring import new_annotation
from reader.text.revising import lost
from reader.text.seeking import parse_query
from tests.storage.revised import Desk, counted
from tests.storage.values import SESSION, imported
from tests.text.edited import outcomes

FIRST = """افتتحت محطة جديدة لتنقية المياه في المدينة بعد تأخير.
قال الوزير إن المحطة تضخ ألف متر في الساعة.
ونفت الوزارة صحة الأنباء المتداولة.
ولم ترد الهيئة على أسئلة المراسل حتى مساء الأحد.
"""
# The second sentence says less than it did.
SECOND = FIRST.replace("تضخ ألف متر في الساعة", "تضخ مئة متر في الساعة")
THIRD = FIRST.replace("قال الوزير إن المحطة تضخ ألف متر في الساعة.\n", "")
URL = "https://example.org/news/1"


@pytest.fixture
def desk(store):
    return Desk(store)


@pytest.fixture
def article(desk):
    return desk.store.add_article(from_text(FIRST, "خبر"), desk.me, SESSION)


def mark(desk, article, words, tag="entity", **fields):
    text = desk.store.revision(article.uid)
    start = text.text.index(words)
    made = QuoteFields(**fields) if tag == "quote" else None
    one = new_annotation(text, start, start + len(words), tag, desk.me, fields=made)
    desk.act("annotate", [Edit(None, one)])
    return one


def import_again(desk, article, text):
    return desk.store.add_revision(from_text(text, "خبر"), article.uid, desk.me, SESSION)


def test_a_text_is_added_and_the_first_stays_on_show(desk, article):
    second = import_again(desk, article, SECOND)
    assert (second.number, second.article_uid) == (2, article.uid)
    assert desk.store.revision(article.uid).text == FIRST
    assert desk.store.source_bytes(second.uid) == SECOND.encode()
    assert [one.number for one in desk.store.revisions(article.uid)] == [1, 2]
    (first_line, second_line) = desk.store.revisions(article.uid)
    assert (first_line.length, second_line.length) == (len(FIRST), len(SECOND))
    assert desk.store.check().findings == ()


def test_the_same_text_is_added_once(desk, article):
    second = import_again(desk, article, SECOND)
    last = desk.store.last_sequence()
    assert import_again(desk, article, SECOND) == second
    assert import_again(desk, article, FIRST).number == 1
    assert desk.store.last_sequence() == last


def test_a_text_of_nothing_is_refused(desk):
    with pytest.raises(UnknownArticle):
        desk.store.add_revision(from_text(FIRST, "x"), "nothing", desk.me, SESSION)
    with pytest.raises(UnknownArticle):
        desk.store.revised("nothing", "nothing")


def test_a_text_of_another_article_is_not_shown(desk, article):
    other = desk.store.add_article(from_text(SECOND, "آخر"), desk.me, SESSION)
    with pytest.raises(UnknownArticle):
        desk.store.revised(article.uid, desk.store.revision(other.uid).uid)


def test_everything_reads_the_text_that_is_shown(desk, article):
    mark(desk, article, "محطة جديدة")
    mark(desk, article, "ألف")
    second = import_again(desk, article, SECOND)
    desk.show(article.uid, second.uid)
    assert desk.store.revision(article.uid) == second
    assert desk.store.annotated(article.uid).revision == second
    assert desk.store.extent(article.uid) == (len(SECOND), 1)
    (line,) = desk.store.articles()
    assert (line.revision_uid, line.length, line.annotations) == (second.uid, len(SECOND), 1)
    assert line.article.revision_number == 2


def test_a_search_finds_the_text_that_is_shown_only(desk, article):
    def hits(words):
        return [
            one.revision_uid for one in desk.store.search(parse_query(words)).read_on(9).articles
        ]

    assert len(hits("ألف")) == 1
    first, second = desk.store.revision(article.uid), import_again(desk, article, SECOND)
    shown = desk.show(article.uid, second.uid)
    assert (hits("ألف"), hits("مئة")) == ([], [second.uid])
    desk.act("revise", [edit(one.after, one.before) for one in reversed(shown.edits)])
    assert (hits("ألف"), hits("مئة")) == ([first.uid], [])
    assert desk.store.check().findings == ()


def test_annotations_follow_or_are_lost_with_their_words(desk, article):
    stays = mark(desk, article, "محطة جديدة")
    goes = mark(desk, article, "ألف")
    revised = desk.store.revised(article.uid, import_again(desk, article, SECOND).uid)
    assert (revised.stayed, revised.lost, revised.uncertain, revised.moved) == (1, 1, 0, 0)
    desk.act("revise", revised.edits)
    (standing,) = desk.standing(article.uid)
    assert (standing.uid, standing.anchor, standing.exact) == (stays.uid, "exact", "محطة جديدة")
    assert [one.exact for one in desk.lost(article.uid)] == ["ألف"]
    assert desk.lost(article.uid) == [replace(goes, anchor="orphan", version=2)]
    assert desk.store.check().findings == ()


def test_the_way_back_finds_what_was_lost(desk, article):
    goes, first = mark(desk, article, "ألف"), desk.store.revision(article.uid)
    desk.show(article.uid, import_again(desk, article, SECOND).uid)
    assert desk.standing(article.uid) == []
    revised = desk.store.revised(article.uid, first.uid)
    assert (revised.found_again, revised.lost) == (1, 0)
    desk.act("revise", revised.edits)
    assert [replace(one, version=1) for one in desk.standing(article.uid)] == [goes]
    assert desk.lost(article.uid) == []


def test_an_uncertain_one_is_followed_from_where_it_was_certain(desk, article):
    words = "إن المحطة تضخ ألف متر في الساعة"
    one = mark(desk, article, words, "quote")
    desk.show(article.uid, import_again(desk, article, SECOND).uid)
    (unsure,) = desk.standing(article.uid)
    assert (unsure.anchor, unsure.exact) == ("fuzzy", words.replace("ألف", "مئة"))
    assert desk.store.certain([one.uid])[one.uid].exact == words
    # Its sentence goes: what is kept are its own words, not those it had landed on.
    desk.show(article.uid, import_again(desk, article, THIRD).uid)
    (gone,) = desk.lost(article.uid)
    assert (gone.anchor, gone.exact) == ("orphan", words)
    # The sentence comes back as it was, in a text of its own.
    desk.show(article.uid, import_again(desk, article, FIRST + "وأضاف المصدر شيئا آخر.\n").uid)
    (back,) = desk.standing(article.uid)
    assert (back.anchor, back.exact) == ("exact", words)
    assert desk.store.check().findings == ()


def test_an_uncertain_one_does_not_become_certain_by_itself(desk, article):
    one = mark(desk, article, "إن المحطة تضخ ألف متر في الساعة", "quote")
    desk.show(article.uid, import_again(desk, article, SECOND).uid)
    desk.show(article.uid, import_again(desk, article, SECOND + "خاتمة جديدة للخبر.\n").uid)
    (unsure,) = desk.standing(article.uid)
    assert (unsure.uid, unsure.anchor) == (one.uid, "fuzzy")


def test_what_a_person_gives_up_keeps_the_words_that_it_had(desk, article):
    one = mark(desk, article, "إن المحطة تضخ ألف متر في الساعة", "quote")
    desk.show(article.uid, import_again(desk, article, SECOND).uid)
    (unsure,) = desk.standing(article.uid)
    given_up = lost(unsure, desk.store.certain([one.uid])[one.uid])
    desk.act("lose", [edit(unsure, given_up)])
    assert [one.exact for one in desk.lost(article.uid)] == [one.exact]
    assert desk.standing(article.uid) == []
    assert desk.store.check().findings == ()


def test_cue_and_speaker_follow_their_quote_each_for_itself_or_are_unset(desk, article):
    cue = FIRST.index("قال")
    speaker = FIRST.index("الوزير", cue)
    kept = mark(
        desk,
        article,
        "المحطة تضخ ألف متر",
        "quote",
        cue="قال",
        cue_start_cp=cue,
        cue_end_cp=cue + 3,
        speaker="الوزير",
        speaker_start_cp=speaker,
        speaker_end_cp=speaker + 6,
    )
    before = "وعد خبراء بالمزيد من العمل.\n" + FIRST
    desk.show(article.uid, import_again(desk, article, before).uid)
    (one,) = desk.standing(article.uid)
    assert (one.uid, one.exact) == (kept.uid, kept.exact)
    assert isinstance(one.fields, QuoteFields)
    assert before[one.fields.cue_start_cp : one.fields.cue_end_cp] == "قال"
    assert before[one.fields.speaker_start_cp : one.fields.speaker_end_cp] == "الوزير"
    gone = before.replace("قال الوزير", "ذكر الوزير")
    desk.show(article.uid, import_again(desk, article, gone).uid)
    (one,) = desk.standing(article.uid)
    assert isinstance(one.fields, QuoteFields)
    assert (one.fields.cue, one.fields.cue_start_cp, one.fields.cue_end_cp) == ("قال", None, None)
    assert gone[one.fields.speaker_start_cp : one.fields.speaker_end_cp] == "الوزير"
    assert desk.store.check().findings == ()


def test_another_window_that_annotated_meanwhile_is_not_overwritten(desk, article):
    one = mark(desk, article, "محطة جديدة")
    revised = desk.store.revised(article.uid, import_again(desk, article, SECOND).uid)
    desk.act("note", [edit(one, replace(one, note="كتبت في نافذة أخرى"))])
    with pytest.raises(StaleEdit):
        desk.act("revise", revised.edits)
    assert desk.store.revision(article.uid).number == 1


def test_a_reader_is_told_that_the_text_is_another(desk, article):
    def changed(reader):
        (line,) = desk.store.articles(reader_uid=reader)
        (same,) = desk.store.summaries([article.uid], reader)
        assert same == line
        return line.is_changed

    assert not changed(desk.me)
    text = desk.store.revision(article.uid)
    desk.store.note_reading(
        Reading(article_uid=article.uid, annotator_uid=desk.me, revision_uid=text.uid)
    )
    assert not changed(desk.me)
    desk.show(article.uid, import_again(desk, article, SECOND).uid)
    assert changed(desk.me)
    assert not changed("somebody else")


def test_check_sees_a_text_that_is_gone_or_another(desk, article):
    second = import_again(desk, article, SECOND)
    with desk.store._library.write() as connection:
        connection.exec_driver_sql("UPDATE articles SET revision_number = 7")
    found = {one.check for one in desk.store.check().findings}
    assert {"revisions", "record"} <= found
    with desk.store._library.write() as connection:
        connection.exec_driver_sql("UPDATE articles SET revision_number = 1")
        connection.exec_driver_sql("DELETE FROM search_documents WHERE 1 = 0")
        connection.exec_driver_sql(f"DELETE FROM revisions WHERE uid = '{second.uid}'")  # noqa: S608
    assert {one.check for one in desk.store.check().findings} == {"text_hash"}


# What an import brings again ----------------------------------------------------


def known(desk, text=FIRST, **more):
    return desk.store.add_article(imported(text, **more), desk.me, SESSION)


def recognised(desk, text, **more):
    found = desk.store.recognised(imported(text, **more))
    return found and (found.article.uid, found.is_shown, found.revision_uid is not None)


def test_an_article_is_recognised_by_its_address(desk):
    article = known(desk, url=URL)
    assert recognised(desk, FIRST, url=URL) == (article.uid, True, True)
    assert recognised(desk, THIRD, url=URL + "?utm_source=x") == (article.uid, False, False)
    assert recognised(desk, "كلام آخر تماما.", url=URL) == (article.uid, False, False)
    assert recognised(desk, "كلام آخر تماما.", url="https://example.org/2") is None


def test_an_article_is_recognised_by_its_text_unless_another_page_has_it(desk):
    article = known(desk, url=URL)
    assert recognised(desk, FIRST) == (article.uid, True, True)
    assert recognised(desk, FIRST, url="https://another.example/1") is None


def test_an_article_is_recognised_by_its_source_and_half_of_its_words(desk):
    article = known(desk)
    assert recognised(desk, THIRD) == (article.uid, False, False)
    assert recognised(desk, "كلام آخر تماما لا صلة له بالخبر.") is None
    unlike = imported(THIRD)
    named = replace(unlike, revision=replace(unlike.revision, source_name="غيره.txt"))
    assert desk.store.recognised(named) is None


def test_rows_of_a_table_are_told_apart_by_their_titles(desk):
    def row(title, text=FIRST):
        made = imported(text, title)
        return replace(made, revision=replace(made.revision, format="csv", source_name="a.csv"))

    article = desk.store.add_article(row("أ"), desk.me, SESSION)
    assert desk.store.recognised(row("ب")) is None
    assert desk.store.recognised(row("ب", THIRD)) is None
    found = desk.store.recognised(row("أ", THIRD))
    assert found is not None
    assert found.article == article


def test_a_text_that_was_shown_before_is_recognised_as_that_text(desk, article):
    second = import_again(desk, article, SECOND)
    desk.show(article.uid, second.uid)
    found = desk.store.recognised(from_text(FIRST, "خبر"))
    assert found is not None
    assert not found.is_shown
    assert found.revision_uid == desk.store.revisions(article.uid)[0].uid


def test_what_is_in_the_trash_is_not_recognised(desk):
    article = known(desk, url=URL)
    desk.act("trash", [edit(article, replace(article, deleted_at=article.created_at))])
    assert recognised(desk, FIRST, url=URL) is None
    assert recognised(desk, THIRD) is None


# The corpus ------------------------------------------------------------------------


def test_the_corpus_through_the_library(desk):
    """No wrong place in a library either; each that is lost lies among the lost."""
    row = counted(list(outcomes(40, seed=5, way=desk.follow)))
    assert row["wrong"] == 0
    assert row["orphan"] > 0
    assert row["found again"] >= 0.93 * row["standing"]
    assert desk.store.check().findings == ()
