"""What is on a page as pixels."""

from PySide6.QtGui import QColor, QImage

from reader.ui.page.view import PageView


def picture(page: PageView) -> QImage:
    """Return what the page shows."""
    return page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def places_of(image: QImage, colour: str) -> set[int]:
    """Return where a picture has exactly a colour, as numbers counted line by line."""
    wanted = QColor(colour).rgb().to_bytes(4, "little")
    assert image.bytesPerLine() == 4 * image.width()
    pixels, found, at = bytes(image.constBits()), set(), -1
    while (at := pixels.find(wanted, at + 1)) >= 0:
        if at % 4 == 0:
            found.add(at // 4)
    return found


def keeps_its_words(before: QImage, after: QImage, ink: str) -> bool:
    """Tell whether two pictures have the same words in the colour `ink`, on whatever ground.

    A pixel at an edge that the ink covers almost whole may round to the ink itself on
    a ground that is closer to it; no other pixel may come or go.
    """
    first, second = places_of(before, ink), places_of(after, ink)
    return first <= second and all(_is_nearly(before, at, QColor(ink)) for at in second - first)


def _is_nearly(image: QImage, at: int, ink: QColor) -> bool:
    pixel = image.pixelColor(at % image.width(), at // image.width())
    channels = zip(pixel.getRgb(), ink.getRgb(), strict=True)
    return all(abs(one - other) <= 3 for one, other in channels)
