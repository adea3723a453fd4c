"""What the window asks the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

from sqlalchemy import event


@contextmanager
def statements(workspace) -> Iterator[list[str]]:
    """Note the statements that the window's own thread sends to the library."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_: object) -> None:
        if current_thread() is main_thread():
            seen.append(statement)

    engine = workspace.library.store._library.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
