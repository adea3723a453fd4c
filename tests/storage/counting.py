"""A program that counts in the note of an annotation, beside others that do the same."""

import sys
from dataclasses import replace

from reader.errors import StaleEdit
from reader.model.change import Change, edit
from reader.storage.store import Store


def count(address: str, uid: str, times: int) -> None:
    """Count up so often; begin anew when somebody else was first."""
    with Store.open(address, create=False) as store:
        done = 0
        while done < times:
            known = store.annotation(uid)
            more = edit(known, replace(known, note=str(int(known.note) + 1)))
            person = known.annotator_uid
            change = Change(act="note", edits=(more,), annotator_uid=person, session_uid="count")
            try:
                store.apply(change)
            except StaleEdit:
                continue
            done += 1


if __name__ == "__main__":
    count(sys.argv[1], sys.argv[2], int(sys.argv[3]))
