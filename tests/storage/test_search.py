"""The same is found on both databases, and it follows every write."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from reader.label import Label
from reader.model.annotation import ClaimFields, QuoteFields
from reader.model.change import Edit, edit
from reader.model.claim import Evidence, Ruling
from reader.model.codebook import OwnField, with_own_value
from reader.model.found import FoundArticle
from reader.model.identity import now
from reader.model.subject import Subject
from reader.model.vocabulary import Choice
from reader.storage.address import parse_address
from reader.storage.engine import SqliteDriver, make_engine, reading, writing
from reader.storage.health import check
from reader.storage.migrating import _without_foreign_keys, downgrade, migrate
from reader.storage.search.index import (
    DOCUMENTS,
    TERMS_A_PART,
    Word,
    looked_up,
    numbers_with,
    suits,
)
from reader.storage.search.indexing import follow, rebuild
from reader.storage.search.loading import ARTICLES_AT_ONCE, known_articles
from reader.storage.store import Store
from reader.text.finding import places_in
from reader.text.folding import Folded
from reader.text.seeking import LONGEST_QUERY_CP, parse_query
from tests.storage.servers import address_of
from tests.storage.values import SESSION, Desk, desk_in, imported, renamed

TEXTS = (
    "قالَ الوزيرُ أحمد سالم 😀: «لن نتراجع».\nوأضافَ أحمد أن العدد 1,554 في العراق.",
    "قال احمد إن الماء نقيّ، وللعراق ماؤه.\nمجلس الأمن في المدينة. ومجلس الأمن بالعراق.",
    "رفعت الوزارة السعر في مدرسة المدينة - أمس.\nNATO said: water, ماء.",
    "مدرسه ومدرسة والمدرسة. كوفيد-19 في ٢٠٢٠، العراقُ والعراقيون.",
    "...",
)
DATES = ("2020-03-26", "2021", "", "2021-03-14", "2021-03")
PUBLISHERS = ("الجزيرة", "وكالة الأنباء", "")
WORDS = (
    *("احمد", "أحمد", "الوزير", "وزير", "عراق", "العراق", "ماء", "الماء", "مدرسة", "مدرسه", "في"),
    *("قال", "1,554", "554", "كوفيد-19", "nato", "ملاحظة", "سالم", "الجزيرة", "غير", "٢٠٢٠"),
    *('"مجلس الأمن"', '"قال احمد"', "-ماء", "-أحمد", '-"مجلس الأمن"', "tag:claim", "وسم:اقتباس"),
    *("-tag:quote", "tag:rumour", 'speaker:"سالم"', "القائل:أحمد", "-speaker:سالم", "name:سالم"),
    *(
        "مضلل",
        "مختبر",
        '"وزارة الصحة"',
        "-مضلل",
        "tag:claim مختبر",
        "tag:claim -مضلل",
        "وسم:اقتباس مضلل",
    ),
    *("publisher:الجزيرة", "-الناشر:الجزيرة", "before:2021-03-14", "بعد:2020", "-after:2021-03"),
)
ODD = (
    '"',
    "«",
    "-",
    ":",
    "*",
    "'",
    "\\",
    "\0",
    "\udcff",
    "\u202e",
    "NEAR(",
    "{plain} :",
    "%",
    "&|!",
)
QUERIES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
ANY_QUERY = st.one_of(
    st.text(st.characters(), min_size=1, max_size=LONGEST_QUERY_CP),
    st.lists(st.sampled_from((*WORDS, *ODD)), min_size=1, max_size=12).map("".join),
)


def fill(store: Store) -> Desk:
    """Put articles, annotations with notes, and subjects into an empty library."""
    desk = desk_in(store)
    salem = Subject(uid="s", name="أحمد سالم", other_names=("سالم", "Ahmed Salem"), role="وزير")
    desk.add(salem)
    rest = zip(TEXTS * 3, cycle(DATES), cycle(PUBLISHERS), strict=False)
    for number, (words, published, publisher) in enumerate(rest):
        one = imported(words, f"عنوان {number} سالم", published=published, publisher=publisher)
        article = store.add_article(one, desk.me.uid, "w")
        its = Desk(store, desk.me, article, store.revision(article.uid))
        if len(words) < 12:
            continue
        quote = QuoteFields(speaker="أحمد", speaker_uid=salem.uid if number % 2 else None)
        claim = ClaimFields(claim_text="الماء نقي في العراق", claimant="الوزارة")
        end = 9 + number
        whole = its.span(5, end + 5, "claim", fields=claim)
        its.add(
            its.span(0, end, "quote", fields=quote, note="ملاحظة عن المجلس"),
            whole,
            its.span(5, 8, "entity"),
        )
        if number % 3 == 0:
            its.add(*checks_of(whole.uid))
        if number % 6 == 1:  # a claim that says nothing of its own
            bare = its.span(6, 9, "claim")
            its.add(bare, ruling_on(bare.uid, explanation="الخبر مضلل في المدينة"))
    return desk


def ruling_on(claim_uid: str, **more: str) -> Ruling:
    """Return a verdict on a claim."""
    verdict = {"scale": "afp", "code": "false", "label": "خطأ", "normalised": "false"}
    return Ruling(annotation_uid=claim_uid, **verdict | more)


def checks_of(claim_uid: str) -> tuple[Ruling, Evidence, Evidence]:
    """Return a verdict with its reasons, and two pieces of evidence."""
    return (
        ruling_on(claim_uid, label="مضلل", explanation="المختبر ينفي أن الماء نقي"),
        Evidence(
            annotation_uid=claim_uid,
            title="نتائج مختبر المدينة",
            publisher="وزارة الصحة",
            position=1,
        ),
        Evidence(annotation_uid=claim_uid, excerpt="قال المختبر: ماء غير صالح 😀"),
    )


def told(one: FoundArticle) -> tuple[object, ...]:
    """Return what is found in an article, without uids."""
    hits = [
        (hit.field, hit.start_cp, hit.end_cp, hit.words, hit.before, hit.after, hit.exact)
        for hit in one.hits
    ]
    return one.article.id, one.count, hits


def found(store: Store, typed: str, **options: bool) -> list[tuple[object, ...]]:
    """Return all that is found, in its order."""
    search = store.search(parse_query(typed, **options))
    told_all: list[tuple[object, ...]] = []
    while not search.is_over:
        page = search.read_on(5)
        told_all += [(one.subject.uid, [hit.words for hit in one.hits]) for one in page.subjects]
        told_all += [told(one) for one in page.articles]
    return told_all


def numbers(store: Store, typed: str, **options: bool) -> list[object]:
    """Return the numbers of the articles that are found, in their order."""
    return [one[0] for one in found(store, typed, **options) if isinstance(one[0], int)]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, servers) -> Iterator[list[Store]]:
    """Give the same library on both databases."""
    path = tmp_path_factory.mktemp("both") / "annotations.db"
    with (
        servers.empty() as url,
        Store.open(path) as file,
        Store.open(address_of(url)) as server,
    ):
        for store in (file, server):
            fill(store)
        yield [file, server]


@pytest.mark.parametrize("typed", WORDS)
def test_each_word_finds_the_same_on_both(both, typed):
    first, second = (found(store, typed) for store in both)
    assert first == second


@settings(deadline=None, max_examples=60)
@given(QUERIES, st.booleans(), st.booleans())
def test_queries_find_the_same_on_both(both, typed, whole_words, particles):
    options = {"whole_words": whole_words, "particles": particles}
    first, second = (found(store, typed, **options) for store in both)
    assert first == second


@settings(deadline=None, max_examples=150)
@given(ANY_QUERY)
def test_any_query_is_answered_on_both(both, typed):
    first, second = (found(store, typed) for store in both)
    assert first == second


@pytest.mark.parametrize("typed", [one for one in WORDS if ":" not in one and "-" not in one])
def test_index_names_all_that_a_scan_finds(both, typed):
    """Every text is looked through without the index: what holds the word is found."""
    store = both[0]
    query = parse_query(typed)
    held = set()
    for summary in store.articles():
        whole = store.revision(summary.article.uid).text
        contents = [whole, summary.article.title, summary.article.publisher]
        for one in store.annotations(summary.revision_uid):
            names = ("speaker", "claim_text", "claimant")
            contents += [one.note, *(getattr(one.fields, name, "") for name in names)]
            entry = store.entry(one.uid)
            ruling = entry.ruling
            contents += [ruling.label, ruling.explanation] if ruling else []
            for piece in entry.evidence:
                contents += [piece.title, piece.publisher, piece.excerpt]
        every = [Folded(one) for one in contents]
        if all(any(places_in(one, query, folded) for folded in every) for one in query.sought):
            held.add(summary.article.id)
    assert set(numbers(store, typed)) == held


def test_hits_stand_where_they_say(both):
    for store in both:
        for typed in WORDS:
            for page in [store.search(parse_query(typed)).read_on(10_000)]:
                for one in page.articles:
                    whole = store.revision(one.article.uid).text
                    for hit in one.hits:
                        if hit.field == "text":
                            assert whole[hit.start_cp : hit.end_cp] == hit.words
                        elif hit.annotation is not None:
                            assert whole[slice(*hit.place)] == hit.annotation.exact


def test_exact_spelling_comes_first_then_the_newest(store):
    me = store.annotator("حنان", "hanan").uid
    for words in ("أحمد", "احمد", "أحمد", "احمد"):
        store.add_article(imported(words, "خبر"), me, "w")
    assert numbers(store, "احمد") == [4, 2, 3, 1]
    assert numbers(store, "أحمد") == [3, 1, 4, 2]


def test_operators_choose(both):
    for store in both:
        claims = store.search(parse_query("tag:claim ماء")).read_on(1000).articles
        assert claims
        assert {hit.annotation.tag for one in claims for hit in one.hits} == {"claim"}
        said = store.search(parse_query('القائل:"أحمد سالم"')).read_on(1000).articles
        speakers = {hit.annotation.fields.speaker_uid for one in said for hit in one.hits}
        assert speakers == {"s"}
        early = store.search(parse_query("before:2021-03-14")).read_on(1000).articles
        assert {one.article.published for one in early} == {"2020-03-26", "2021", "2021-03"}
        late = store.search(parse_query("after:2021-03-10")).read_on(1000).articles
        assert {one.article.published for one in late} == {"2021-03-14", "2021", "2021-03"}
        theirs = store.search(parse_query("publisher:جزيرة")).read_on(1000).articles
        assert theirs == ()
        theirs = store.search(parse_query("publisher:الجزيره")).read_on(1000).articles
        assert {one.article.publisher for one in theirs} == {"الجزيرة"}


def test_nothing_is_asked_nothing_is_found(both):
    for store in both:
        assert store.search(parse_query("«")).is_over


def test_reading_stops_when_told(both):
    search = both[0].search(parse_query("في"))
    assert search.read_on(100, should_stop=bool).count > 3
    assert search.candidates > 3
    search = both[0].search(parse_query("في"))
    assert search.read_on(100, should_stop=lambda: True).count == 0
    assert search.read_on(1).count >= 1


def test_names_are_found_beside_articles_however_many_there_are(desk):
    """Twenty subjects at most, the same on both databases."""
    for number in range(25):
        desk.add(Subject(uid=f"s{number:02}", name=f"زرافة {number}"))
    page = desk.store.search(parse_query("زرافة")).read_on(1)
    assert sorted(one.subject.uid for one in page.subjects) == [f"s{one:02}" for one in range(20)]


def test_articles_are_read_some_at_a_time(store):
    me = store.annotator("حنان", "hanan").uid
    count = ARTICLES_AT_ONCE + 3
    for _ in range(count):
        store.add_article(imported("زرافة", "خبر"), me, "w")
    assert numbers(store, "زرافة") == list(range(count, 0, -1))
    with store._library.read() as connection:
        assert list(known_articles(connection, [3, 1])) == [3, 1]
        assert list(known_articles(connection, [7, 10_000])) == [7]
        for wrong in ([], list(range(ARTICLES_AT_ONCE + 1))):
            with pytest.raises(ValueError, match="articles"):
                known_articles(connection, wrong)


def test_long_texts_are_kept_in_parts(store):
    words = " ".join(f"كلمة{number}" for number in range(TERMS_A_PART + 5))
    desk = desk_in(store, words + " خاتمة")
    with store._library.read() as connection:
        parts = connection.execute(DOCUMENTS.select().where(DOCUMENTS.c.kind == "text")).all()
    assert [one.part for one in parts] == list(range(len(parts)))
    assert len(parts) > 1
    assert numbers(store, f"كلمة0 خاتمة كلمة{TERMS_A_PART}") == [desk.article.id]
    assert store.check().findings == ()


# The index follows -------------------------------------------------------------------------


def fields(store, typed):
    """Return the fields in which something is found, by article."""
    page = store.search(parse_query(typed)).read_on(1000)
    names = [("subject", hit.field) for one in page.subjects for hit in one.hits]
    return names + [(one.article.id, hit.field) for one in page.articles for hit in one.hits]


def test_notes_are_found_as_they_are_now(desk):
    store = desk.store
    one = desk.span(0, 4, note="زرافة")
    first = desk.add(one)
    assert fields(store, "زرافه") == [(1, "note")]
    other = renamed(one, note="فيل", updated_at=now())
    desk.do(edit(one, other), act="note")
    assert fields(store, "زرافة") == []
    assert fields(store, "فيل") == [(1, "note")]
    desk.do(Edit(other, None), act="delete")
    assert fields(store, "فيل") == []
    desk.do(Edit(None, one), act="delete", direction="undo", reverses=first.uid)
    assert fields(store, "زرافة") == [(1, "note")]
    assert store.check().findings == ()


def test_what_holds_a_value_in_a_free_field_is_found(desk):
    tone = OwnField(
        tag="quote",
        key="tone",
        label=Label("Tone", "نبرة الكلام"),
        kind="choice",
        choices=(Choice("calm", Label("Calm", "هادئة")), Choice("loud", Label("Loud", "حادة"))),
    )
    plain, loud = desk.span(0, 4), desk.span(5, 9)
    desk.add(tone, plain, with_own_value(loud, tone, "loud"))

    def uids(typed: str) -> list[str]:
        page = desk.store.search(parse_query(typed)).read_on(1000)
        return [hit.annotation.uid for one in page.articles for hit in one.hits]

    for typed in ("field:tone=loud", "حقل:«نبرة الكلام=حادة»", "field:quote.tone"):
        assert uids(typed) == [loud.uid]
    assert uids("field:tone=calm") == []
    assert uids(f"field:tone=loud {loud.exact.split()[0]}") == [loud.uid]
    assert uids("tag:quote -field:tone=loud") == [plain.uid]


def test_an_annotation_edited_twice_in_one_act_is_as_at_its_end(desk):
    one = desk.span(0, 4, note="زرافة")
    two = renamed(one, note="فيل")
    desk.do(edit(None, one), edit(one, two), edit(two, renamed(two, note="قرد")))
    assert [fields(desk.store, word) for word in ("زرافة", "فيل", "قرد")] == [[], [], [(1, "note")]]


def test_rulings_and_evidence_are_found_with_their_claim(desk):
    store = desk.store
    claim = desk.span(3, 9, "claim")
    desk.add(claim)
    ruling, lab, quoted = checks_of(claim.uid)
    desk.add(ruling, lab, quoted)
    assert fields(store, "مضلل") == [(1, "verdict")]
    assert fields(store, "مختبر") == [
        (1, "explanation"),
        (1, "evidence_excerpt"),
        (1, "evidence_title"),
    ]
    assert fields(store, "tag:claim وزارة") == [(1, "evidence_publisher")]
    assert fields(store, "tag:quote وزارة") == []
    [one] = store.search(parse_query("مختبر")).read_on(10).articles
    assert {hit.place for hit in one.hits} == {(3, 9)}
    assert {hit.annotation for hit in one.hits} == {claim}
    assert store.check().findings == ()


def test_rulings_and_evidence_are_found_as_they_are_now(desk):
    store = desk.store
    claim = desk.span(3, 9, "claim")
    desk.add(claim)
    ruling, lab, _ = checks_of(claim.uid)
    desk.add(ruling, lab)
    other = renamed(ruling, label="صحيح")
    change = desk.do(edit(ruling, other), act="field")
    assert fields(store, "مضلل") == []
    again = renamed(other, label=ruling.label)
    desk.do(edit(other, again), act="field", direction="undo", reverses=change.uid)
    assert fields(store, "مضلل") == [(1, "verdict")]
    # All goes in one act, and all comes back.
    gone = [Edit(one, None) for one in (again, lab, claim)]
    deleted = desk.do(*gone, act="delete")
    assert fields(store, "مضلل") == fields(store, "وزارة") == []
    assert store.check().findings == ()
    back = [Edit(None, one.before) for one in reversed(gone)]
    desk.do(*back, act="delete", direction="undo", reverses=deleted.uid)
    assert fields(store, "مضلل") == [(1, "verdict")]
    assert fields(store, "وزارة") == [(1, "evidence_publisher")]
    assert store.check().findings == ()
    store.reindex()
    assert store.check().findings == ()


def test_nothing_of_an_erased_check_stays_in_the_index(desk):
    store = desk.store
    claim = desk.span(3, 9, "claim")
    desk.add(claim, *checks_of(claim.uid))
    article = store.article(desk.article.uid)
    desk.do(edit(article, renamed(article, deleted_at=now())), act="article")
    store.erase([article.uid], desk.me.uid, SESSION)
    assert store.check().findings == ()
    with store._library.read() as connection:
        assert connection.execute(DOCUMENTS.select()).all() == []


def test_names_and_titles_are_found_as_they_are_now(desk):
    store = desk.store
    somebody = Subject(name="سيبويه", other_names=("أبو بشر",), role="نحوي")
    desk.add(somebody)
    assert fields(store, "سيبويه") == [("subject", "name")]
    assert fields(store, "بشر") == [("subject", "other_names")]
    desk.do(edit(somebody, renamed(somebody, other_names=("عمرو",))))
    assert fields(store, "بشر") == []
    assert fields(store, "عمرو") == [("subject", "other_names")]
    article = store.article(desk.article.uid)
    desk.do(edit(article, renamed(article, title="زرافة في المدينة", byline="كاتب")), act="article")
    assert fields(store, "زرافة") == [(1, "title")]
    assert store.check().findings == ()


def test_articles_in_the_trash_are_not_found(desk):
    article = desk.store.article(desk.article.uid)
    gone = renamed(article, deleted_at=now())
    desk.do(edit(article, gone), act="article")
    assert fields(desk.store, "الوزيرة") == []
    desk.do(edit(gone, replace(gone, deleted_at=None)), act="article", direction="undo")
    assert fields(desk.store, "الوزيرة") == [(1, "text")]


def test_what_fails_leaves_the_index_as_it_was(desk):
    one = desk.span(0, 4, note="زرافة")
    desk.add(one)
    with pytest.raises(Exception, match="Somebody"):
        desk.do(edit(renamed(one), renamed(one, note="فيل")))
    assert fields(desk.store, "زرافة") == [(1, "note")]
    assert desk.store.check().findings == ()


def test_nothing_of_a_deleted_note_stays(tmp_path):
    """SEC-14: not in the file, nor in its log."""
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk = desk_in(store)
        one = desk.span(0, 4, note="Zqxjkvbn")
        desk.add(one)
        # The record of changes keeps it by design; here it is only the index that is looked at.
        with store._library.write() as connection:
            connection.execute(text("DELETE FROM changes WHERE kind = 'annotation'"))
        desk.store._library.engine.dispose()
        assert b"zqxjkvbn" in path.read_bytes()
        desk.do(Edit(one, None), act="delete")
        with store._library.write() as connection:
            connection.execute(text("DELETE FROM changes WHERE kind = 'annotation'"))
    assert b"zqxjkvbn" not in path.read_bytes().lower()
    assert [side.name for side in tmp_path.iterdir()] == ["annotations.db"]


# Its health --------------------------------------------------------------------------------


def searched_by_hand(store, statement):
    with writing(store._library.engine).begin() as connection:
        connection.execute(text(statement))
    return [(one.check, one.grave) for one in check(store._library.engine).findings]


def test_check_tells_a_wrong_index_and_it_is_made_anew(desk):
    store = desk.store
    desk.add(desk.span(0, 4, note="زرافة"))
    assert searched_by_hand(store, "SELECT 1") == []
    for statement in (
        "DELETE FROM search_documents WHERE kind = 'annotation'",
        "UPDATE search_documents SET article_id = 99 WHERE kind = 'text'",
        "INSERT INTO search_documents (kind, record_uid, part) VALUES ('subject', 'x', 0)",
    ):
        assert searched_by_hand(store, statement) == [("search", False)], statement
        store.reindex()
        assert store.check().findings == ()
    assert fields(store, "زرافة") == [(1, "note")]


def test_check_tells_words_that_the_index_lacks(desk):
    words = "INSERT INTO search_index (rowid, plain) VALUES (99, 'فيل')"
    if desk.store.is_server:
        words = "UPDATE search_index SET terms = terms || 'فيل:1A'"
    assert searched_by_hand(desk.store, words) == [("search", False)]


def test_library_of_the_schema_before_is_indexed(tmp_path):
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk = desk_in(store)
        desk.add(desk.span(0, 4, note="زرافة"))
        engine = store._library.engine
        with _without_foreign_keys(engine) as connection, connection.begin():
            downgrade(connection, "0002")
            connection.execute(text("PRAGMA user_version = 2"))
    with Store.open(path) as store:
        assert fields(store, "زرافة") == [(1, "note")]
        assert fields(store, "الوزيرة") == [(1, "text")]
        assert store.check().findings == ()


def test_library_of_the_schema_before_finds_rulings_and_names_without_articles(address, engine_at):
    with Store.open(address) as store:
        store.annotator("حنان", "hanan")
        engine = engine_at(address)
        # A library with a subject and no article: the emptied index is filled all the same.
        desk = Desk(store, store.annotators()[0], None, None)
        desk.add(Subject(uid="s", name="سيبويه"))
        with _without_foreign_keys(engine) as connection, connection.begin():
            downgrade(connection, "0007")
        migrate(engine, "a")
        assert fields(store, "سيبويه") == [("subject", "name")]
        desk = desk_in(store)
        claim = desk.span(3, 9, "claim")
        desk.add(claim, *checks_of(claim.uid))
        with _without_foreign_keys(engine) as connection, connection.begin():
            downgrade(connection, "0007")
        migrate(engine, "a")
        assert fields(store, "مضلل") == [(1, "verdict")]
        assert store.check().findings == ()


def test_index_is_made_anew_where_sqlite_is_too_old_to_read_it(tmp_path):
    """FTS5 before 3.42 cannot read a table from which `secure-delete` took a row."""
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk = desk_in(store)
        one = desk.span(0, 4, note="زرافة")
        desk.add(one)
        desk.do(Edit(one, None), act="delete")
    old = SqliteDriver(sqlite3, write_ahead=False)
    engine = make_engine(parse_address(path), driver=old)
    with reading(engine).connect() as connection:
        assert suits(connection) == (sqlite3.sqlite_version_info >= (3, 42))
    with writing(engine).begin() as connection:
        rebuild(connection)
    with reading(engine).connect() as connection:
        assert suits(connection)
    with writing(engine).begin() as connection:
        follow(connection, [Edit(None, one)])
        follow(connection, [Edit(one, None)])
    assert check(engine).findings == ()
    engine.dispose()
    with Store.open(path) as store:
        assert fields(store, "الوزيرة") == [(1, "text")]
        assert store.check().findings == ()


def test_a_lost_index_is_made_anew_on_opening(tmp_path):
    path = tmp_path / "annotations.db"
    with Store.open(path) as store:
        desk_in(store)
        with store._library.write() as connection:
            connection.execute(text("DROP TABLE search_vocabulary"))
            connection.execute(text("DROP TABLE search_index"))
    with Store.open(path) as store:
        assert fields(store, "الوزيرة") == [(1, "text")]
        assert store.check().findings == ()


def test_words_are_looked_up_as_spelt_or_folded(store):
    desk_in(store, "مدرسة احمد بالعراق")
    with store._library.read() as connection:

        def names(word):
            name = connection.dialect.name
            asked = numbers_with(name, looked_up(name, word))
            return bool(connection.scalars(asked).all())

        assert names(Word("مدرسه"))
        assert names(Word("مدرسه", spelt="مدرسة"))
        assert not names(Word("مدرسه", spelt="مدرسه"))
        assert names(Word("احمد", spelt="احمد"))
        assert not names(Word("احمد", spelt="أحمد"))
        assert names(Word("مدر", open=True))
        assert not names(Word("مدر"))
        assert names(Word("عراق", behind=True))
        assert not names(Word("عراق"))
