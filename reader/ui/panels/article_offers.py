"""The articles of the library as a line offers them, and the words of one that is chosen."""

from PySide6.QtCore import QCoreApplication

from reader.errors import UnknownArticle
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.library import Library
from reader.ui.panels.offered_input import Offer

_GONE = QT_TRANSLATE_NOOP("ArticleOffers", "No longer in the library")


class ArticleOffers:
    """Tells of the articles of a library by their uids."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def offers(self) -> list[Offer]:
        """Return every article that is not in the trash, the newest first."""
        return [
            Offer(one.uid, one.title, " · ".join(filter(None, (one.publisher, one.published))))
            for one in self._library.store.article_heads()
        ]

    def words_of(self, uid: str) -> str:
        """Return the title of an article, or that there is none."""
        try:
            return self._library.article(uid).title
        except UnknownArticle:
            return QCoreApplication.translate("ArticleOffers", _GONE)
