"""What was read last is handed out again, but never after it may have changed."""

from reader.model.change import Change, edit
from reader.model.claim_parts import new_part, with_value
from reader.storage import Store
from reader.ui.claim_lines import line_of
from reader.ui.lately import Lately
from tests.ui.asked import statements


def test_the_last_value_is_read_once_and_anew_after_it_may_have_changed():
    read: list[str] = []

    def value_of(uid: str) -> int:
        read.append(uid)
        return len(read)

    lately = Lately(value_of)
    assert (lately.of("a"), lately.of("a"), lately.of("b"), lately.of("a")) == (1, 1, 2, 3)
    lately.forget()
    assert lately.of("a") == 4
    assert read == ["a", "b", "a", "a"]


def test_what_a_thread_read_before_is_not_handed_out_after():
    """The library changes while a thread reads: its value is that thread's alone."""
    values = iter(("before", "after"))

    def value_of(_uid: str) -> str:
        value = next(values)
        if value == "before":
            lately.forget()  # as the window does meanwhile
        return value

    lately = Lately(value_of)
    assert lately.of("a") == "before"
    assert lately.of("a") == "after"


def test_an_entry_follows_acts_commits_undo_and_another_window(qtbot, open_window, database):
    workspace = open_window(database)
    library, revision = workspace.library, workspace.articles.revision
    uid = library.annotate(revision, 0, 5, "claim").uid
    assert library.flush()

    def titles() -> list[str]:
        return [one.title for one in library.entry(uid).evidence]

    assert titles() == []
    part = workspace.claims._acts.add_part(uid, "evidence", {"title": "أول"})
    assert titles() == ["أول"]  # it waits
    assert library.flush()
    assert titles() == ["أول"]  # it is saved
    library.undo()
    assert titles() == []
    assert library.flush()
    assert titles() == []
    library.redo()
    assert library.flush()
    assert titles() == ["أول"]
    second = with_value(new_part("evidence", uid, (part,)), "title", "من نافذة أخرى")
    with Store.open(database) as other:
        who = other.annotators()[0].uid
        other.apply(
            Change(
                act="evidence", edits=(edit(None, second),), annotator_uid=who, session_uid="other"
            )
        )
    qtbot.waitUntil(lambda: titles() == ["أول", "من نافذة أخرى"])


def test_the_article_of_a_claim_is_read_once_and_follows_acts_and_commits(
    qtbot, open_window, database
):
    """The board and the claims that are alike both tell of it in one act."""
    workspace = open_window(database)
    library, revision = workspace.library, workspace.articles.revision
    article = workspace.articles.article
    uid = library.annotate(revision, 0, 5, "claim").uid
    assert library.flush()
    with statements(workspace) as first:
        assert line_of(library, uid).article_title == article.title
    with statements(workspace) as second:
        line_of(library, uid)
    assert any("FROM articles" in one for one in first)
    assert not any("FROM articles" in one for one in second)
    library.trash([article.uid])
    assert line_of(library, uid) is None  # it waits
    assert library.flush()
    assert line_of(library, uid) is None  # it is saved
    library.undo()
    assert line_of(library, uid).uid == uid
