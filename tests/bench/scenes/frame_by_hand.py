"""The window's frame and an article painted in it, by hand: what Qt alone takes, no code of ours.

With `orm` the article is then read through SQLAlchemy's ORM, two tables mapped by hand, and as
many more as are asked for: what Qt and SQLAlchemy take together.

python -m tests.bench.scenes.frame_by_hand DATABASE [orm [TABLES COLUMNS]]
"""

import os
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import fontpkg_amiri
import fontpkg_ibm_plex_sans_arabic
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QToolBar, QWidget

WIDTH, HEIGHT = 600, 820


def end() -> None:
    os._exit(0)


class Page(QWidget):
    """As many paragraphs of an article as fit."""

    def __init__(self, text: str, then: Callable[[], None]) -> None:
        super().__init__()
        self.then = then
        font = QFont("Amiri", 18)
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.layouts: list[tuple[float, QTextLayout]] = []
        y = 0.0
        for words in text.split("\n"):
            layout = QTextLayout(words, font)
            layout.setTextOption(option)
            layout.beginLayout()
            self.layouts.append((y, layout))
            within = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(WIDTH)
                line.setPosition(QPointF(0, within))
                within += 2 * line.height()
            layout.endLayout()
            y += within
            if y > HEIGHT:
                break

    def paintEvent(self, _event):
        painter = QPainter(self)
        for y, layout in self.layouts:
            layout.draw(painter, QPointF(0, y))
        painter.end()
        QTimer.singleShot(0, self.then)


def read_by_orm(database: str, tables: int, columns: int) -> None:
    """Map two tables and `tables` more, each of some columns; read the article through the two."""
    from sqlalchemy import ForeignKey, create_engine, select
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

    class Base(DeclarativeBase):
        pass

    class Article(Base):
        __tablename__ = "articles"
        uid: Mapped[str] = mapped_column(primary_key=True)
        title: Mapped[str]
        language: Mapped[str]
        revisions: Mapped[list["Revision"]] = relationship(lazy="raise")

    class Revision(Base):
        __tablename__ = "revisions"
        uid: Mapped[str] = mapped_column(primary_key=True)
        article_uid: Mapped[str] = mapped_column(ForeignKey(Article.uid))
        number: Mapped[int]
        text: Mapped[str]

    for number in range(tables):
        names = [f"column_{at}" for at in range(columns - 1)]
        space = {
            "__tablename__": f"table_{number}",
            "__annotations__": {"uid": Mapped[str], **dict.fromkeys(names, Mapped[str | None])},
            "uid": mapped_column(primary_key=True),
        }
        type(f"Table{number}", (Base,), space)
    with Session(create_engine(f"sqlite:///{database}")) as session:
        article = session.scalars(select(Article)).one()
        found = select(Revision).where(Revision.article_uid == article.uid)
        os._exit(0 if session.scalars(found).one().text else 1)


def main(database: str, until: str = "", tables: str = "0", columns: str = "1") -> None:
    read = partial(read_by_orm, database, int(tables), int(columns))
    app = QApplication([sys.argv[0], "-style", "fusion"])
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for package in (fontpkg_amiri, fontpkg_ibm_plex_sans_arabic):
        for name in ("Regular", "Medium", "SemiBold", "Bold"):
            for file in (Path(package.__file__).parent / "files").glob(f"*-{name}.ttf"):
                QFontDatabase.addApplicationFont(str(file))
    connection = sqlite3.connect(database)
    (text,) = connection.execute("SELECT text FROM revisions").fetchone()
    window = QMainWindow()
    for title in ("File", "Edit", "Article", "Annotation", "View", "Help"):
        window.menuBar().addMenu(title)
    window.addToolBar(QToolBar())
    for title in ("Articles", "Search", "Annotations", "Details"):
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, QDockWidget(title))
    window.statusBar().addWidget(QLabel("Saved"))
    window.setCentralWidget(Page(text, read if until == "orm" else end))
    window.resize(1240, HEIGHT)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
