"""What can be read of the codebook from an open library."""

from collections.abc import Mapping

from reader.model.codebook import OwnField, Template
from reader.storage import codebook
from reader.storage.article_reading import ArticleReads


class CodebookReads(ArticleReads):
    """The part of `Store` that reads free fields, templates, and how often each is used."""

    def own_fields(self) -> list[OwnField]:
        """Return the free fields of all tags, tag by tag, in their order."""
        with self._library.read() as connection:
            return codebook.own_fields(connection)

    def templates(self) -> list[Template]:
        """Return the templates of annotations, in the order of menus."""
        with self._library.read() as connection:
            return codebook.templates(connection)

    def uses(self) -> Mapping[str, int]:
        """Return how many annotations bear each tag, by key, and fill each free field, by uid."""
        with self._library.read() as connection:
            return codebook.uses(connection)

    def choice_uses(self, field_uid: str) -> Mapping[str, int]:
        """Return how many annotations hold each choice of a free field."""
        with self._library.read() as connection:
            return codebook.choice_uses(connection, field_uid)
