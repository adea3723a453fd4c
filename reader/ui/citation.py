"""Words quoted with their source, as plain text for another program."""

from reader.label import Language
from reader.model.article import Article, Revision
from reader.ui.library import Library
from reader.ui.page.view import PageView
from reader.ui.panels.moments import date_in_words

_COMMA = {"ar": "، ", "en": ", "}


def cited(words: str, article: Article, language: Language, speaker: str = "") -> str:
    """Return words in «», and below them who said them and where they stand.

    The words are exactly those given. What is not known is left out, and the
    address has a line of its own, where no other direction disturbs it.
    """
    date = date_in_words(article.published, language) if article.published else ""
    title = f"«{article.title}»" if article.title else ""
    parts = [part for part in (speaker, title, article.publisher, date) if part]
    source = f"— {_COMMA[language].join(parts)}" if parts else ""
    return "\n".join(line for line in (f"«{words}»", source, article.url) if line)


def words_at_hand(page: PageView, library: Library, revision: Revision | None) -> str:
    """Return the selected words of a text, or those of the current annotation."""
    start_cp, end_cp = page.selection()
    current = page.current()
    if revision is not None and start_cp == end_cp and current is not None:
        annotation = library.annotation(current)
        return annotation.exact if annotation else ""
    return revision.text[start_cp:end_cp] if revision is not None else ""
