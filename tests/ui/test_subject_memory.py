"""The register in memory is at any moment what the library holds."""

from reader.model.change import edit
from reader.model.subject import Subject
from reader.ui.subject_acts import add_subject, delete_subject, set_subject_fields
from reader.ui.subject_memory import SubjectMemory


def test_it_reads_once_and_follows():
    asked = []

    def read():
        asked.append(None)
        return [Subject(uid="b", name="سلمى"), Subject(uid="a", name="آدم")]

    memory = SubjectMemory(read)
    memory.follow([edit(None, Subject(uid="x", name="قبل القراءة"))])
    assert [one.uid for one in memory.every()] == ["a", "b"]
    memory.follow([edit(None, Subject(uid="c", name="باسم", latin_name="Basim"))])
    assert [one.uid for one in memory.every()] == ["a", "c", "b"]
    assert memory.named("basim").uid == "c"
    memory.follow([edit(Subject(uid="b", name="سلمى"), Subject(uid="b", name="أمل"))])
    assert [one.uid for one in memory.every()] == ["a", "b", "c"]
    assert memory.named("امل").uid == "b"
    assert memory.named("سلمى") is None
    memory.follow([edit(Subject(uid="a", name="آدم"), None)])
    assert [one.uid for one in memory.every()] == ["b", "c"]
    assert len(asked) == 1


def test_what_is_given_out_is_nobodys_to_change():
    memory = SubjectMemory(lambda: [Subject(uid="a", name="آدم")])
    memory.every().clear()
    assert len(memory.every()) == 1


def test_of_namesakes_the_first_by_name_is_meant():
    namesakes = [Subject(uid=uid, name=uid, other_names=("سعد",)) for uid in ("2", "1")]
    memory = SubjectMemory(lambda: namesakes)
    assert memory.named("سعد").uid == "1"


def test_acts_undo_and_another_window_are_followed(qtbot, open_library):
    library, other = open_library(), open_library("other")
    made = add_subject(library, "سلمى الحديدي")
    assert library.subjects() == [made]
    set_subject_fields(library, made.uid, {"role": "مديرة"})
    assert library.flush()
    qtbot.waitUntil(lambda: [one.role for one in other.subjects()] == ["مديرة"])
    delete_subject(other, made.uid)
    assert other.flush()
    qtbot.waitUntil(lambda: library.subjects() == [])
    other.undo()
    assert other.flush()
    qtbot.waitUntil(lambda: library.subject_named("سلمي الحديدي") is not None)
    assert library.subjects() == library.store.subjects() == other.subjects()
