import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import (
    BackupFailed,
    BadValue,
    StaleEdit,
)
from reader.model.annotation import QuoteFields
from reader.model.change import edit
from reader.model.subject import Subject
from reader.storage import restore
from reader.storage.store import Store
from tests.storage.counting import count
from tests.storage.values import SESSION, TEXT, broken_links, desk_in, everything, imported, rows

TOP = Path(__file__).parents[2]


# Articles and people ----------------------------------------------------------


def test_article_that_is_added_twice_is_there_once(desk):
    again = imported()
    first = desk.store.add_article(again, desk.me.uid, SESSION)
    before = everything(desk)
    assert desk.store.add_article(again, desk.me.uid, SESSION) == first
    assert everything(desk) == before


def test_other_text_under_the_same_uid_is_stale(desk):
    other = imported("نص آخر")
    article = replace(other.article, uid=desk.article.uid)
    revision = replace(other.revision, article_uid=article.uid)
    before = everything(desk)
    with pytest.raises(StaleEdit) as caught:
        desk.store.add_article(
            replace(other, article=article, revision=revision), desk.me.uid, SESSION
        )
    assert caught.value.theirs == desk.article
    assert everything(desk) == before


def test_article_with_what_is_no_text_is_refused_whole(desk):
    before = everything(desk)
    with pytest.raises(BadValue):
        desk.store.add_article(imported(TEXT + "\0"), desk.me.uid, SESSION)
    with pytest.raises(BadValue):
        desk.store.add_article(imported(title="\udcff"), desk.me.uid, SESSION)
    assert everything(desk) == before


def test_number_of_an_article_is_never_given_twice(file_desk):
    with file_desk.store._library.write() as connection:
        connection.exec_driver_sql("DELETE FROM articles")
    assert file_desk.store.add_article(imported(), file_desk.me.uid, SESSION).id == 2


# Many at once -----------------------------------------------------------------


def test_window_reads_while_its_worker_writes(desk):
    times = 30
    with ThreadPoolExecutor(1) as worker:
        acts = [
            worker.submit(desk.add, desk.span(n, n + 2), desk.span(n, n + 3)) for n in range(times)
        ]
        seen = 0
        while not acts[-1].done():
            found = len(desk.store.annotations(desk.text.uid))
            assert found % 2 == 0
            assert found >= seen
            seen = found
        sequences = [act.result().sequence for act in acts]
    assert sequences == sorted(sequences)
    assert len(desk.store.annotations(desk.text.uid)) == 2 * times


@contextmanager
def counting_elsewhere(address, uid, times):
    """Count in another program at the same time; to a server every connection is one."""
    if "://" in address:
        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(count, address, uid, times)
            yield
            other.result()
        return
    command = [sys.executable, "-m", "tests.storage.counting", address, uid, str(times)]
    with subprocess.Popen(command, cwd=TOP, stderr=subprocess.PIPE, text=True) as program:
        yield
        assert program.communicate() == (None, "")


def test_two_programs_lose_no_update(address):
    with Store.open(address) as store:
        desk = desk_in(store)
        one = desk.span(0, 4, note="0")
        desk.add(one)
        with counting_elsewhere(address, one.uid, 20):
            while store.last_sequence() < 3:
                pass  # the other has not begun yet
            count(address, one.uid, 20)
        counted = store.annotation(one.uid)
        assert (counted.note, counted.version) == ("40", 41)
        notes = [change.edits[0].after.note for change in store.changes_of(one.uid)]
        assert notes == [str(number) for number in range(41)]
        assert broken_links(rows(desk)) == []


def test_two_windows_may_make_a_library_at_once(empty_address):
    with ThreadPoolExecutor(2) as pool:
        stores = list(pool.map(Store.open, [empty_address, empty_address]))
    for store in stores:
        assert [tag.key for tag in store.tags()] == ["quote", "entity", "claim"]
    desk_in(stores[0]).add(Subject(name="سعاد"))
    assert stores[1].subjects()[0].name == "سعاد"
    for store in stores:
        store.close()


def test_two_windows_make_one_annotator(address):
    with Store.open(address) as one, Store.open(address) as other, ThreadPoolExecutor(2) as pool:
        names = ["سعاد"] * 10
        made = list(pool.map(lambda store: [store.annotator(n, "") for n in names], (one, other)))
        assert len({annotator.uid for some in made for annotator in some}) == 1


# Care -------------------------------------------------------------------------


def test_library_is_sound_after_work(desk):
    one = desk.span(0, 4, fields=QuoteFields(speaker="سعاد"))
    desk.add(one, Subject(name="سعاد"))
    desk.do(edit(one, replace(one, note="م")))
    report = desk.store.check()
    assert report.is_sound, report.findings


def test_copy_holds_what_could_not_be_saved(desk, tmp_path):
    desk.add(desk.span(0, 4))
    before = everything(desk)
    waiting = [desk.change(edit(None, desk.span(n, n + 3))) for n in range(3)]
    target = tmp_path / "copy.db"
    desk.store.copy_with(target, waiting)
    assert everything(desk) == before
    with Store.open(target) as copy:
        assert len(copy.annotations(desk.text.uid)) == 4
        assert [one.uid for one in copy.changes()[-3:]] == [one.uid for one in waiting]
        assert copy.check().is_sound


def test_copy_can_be_saved_of_a_library_that_is_gone(file_desk, tmp_path):
    file_desk.add(file_desk.span(0, 4))
    file_desk.store.path.unlink()
    target = tmp_path / "rescued.db"
    file_desk.store.copy_with(target, [file_desk.change(edit(None, file_desk.span(5, 9)))])
    with Store.open(target) as copy:
        assert len(copy.annotations(file_desk.text.uid)) == 2


def test_backup_comes_back(desk, tmp_path):
    desk.add(desk.span(0, 4))
    copy = tmp_path / "copy.db"
    desk.store.backup(copy)
    assert restore(copy, tmp_path / "other.db") is None
    with Store.open(tmp_path / "other.db") as store:
        assert everything(replace(desk, store=store)) == everything(desk)


@pytest.mark.parametrize("address", [":memory:", "postgresql://localhost/news"])
def test_only_a_file_is_replaced(tmp_path, address):
    with pytest.raises(BackupFailed):
        restore(tmp_path / "copy.db", address)
