"""How the page looks: the fonts, the measures and the colours, as values.

Whoever owns the themes and the settings makes a `PageLook` and hands it over;
the page never reads a setting itself.
"""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont

from reader.frozen import dataclass
from reader.ui.page.legible import ground_for, line_on, mixed

POINTS_PER_INCH = 72
SMALLEST_ZOOM = 40
LARGEST_ZOOM = 500
HEADLINE_RATIO = 1.5
HIT_HUE = "#b6f000"  # lime, a marker's: farthest from each colour that a tag is offered in
_HIT_SHARE, _CURRENT_SHARE, _LINE_LIFT = 0.38, 0.62, 0.15
_ON_DARK = 0.65  # so light a colour is soon too light for the light words of a dark page
_MORE = 0.32  # how much stronger each further annotation makes the ground
_INNER = 0.5  # the share of an annotation in the mixture with those around it


@dataclass(frozen=True, slots=True)
class PageColours:
    """The colours of one theme, as “#rrggbb”.

    `paper` and `ink` are the page, `muted` what stands back, `selection` and
    `selection_ink` the selected words, `current` the outline of the current
    annotation, `accent` the caret. `fill` is the share of a tag's colour, from 0
    to 1, in the ground of a highlight; `lift` the share of ink mixed into a tag's
    colour for lines. No ground takes more, and no line less, than lets them be read.
    """

    paper: str
    ink: str
    muted: str
    selection: str
    selection_ink: str
    current: str
    accent: str
    fill: float = 0.17
    lift: float = 0.0

    def line_of(self, tag_colour: str) -> QColor:
        """Return the colour in which a tag's lines are drawn."""
        return line_on(self.paper, self.ink, tag_colour, self.lift)

    @property
    def hit(self) -> QColor:
        """Return the ground of what a search has found."""
        return self._hit_of(_HIT_SHARE)

    @property
    def current_hit(self) -> QColor:
        """Return the stronger ground of the hit that a search has come to."""
        return self._hit_of(_CURRENT_SHARE)

    @property
    def hit_line(self) -> QColor:
        """Return the colour of lines and ticks that stand for hits."""
        return line_on(self.paper, self.ink, HIT_HUE, _LINE_LIFT)

    def _hit_of(self, share: float) -> QColor:
        dark = QColor(self.paper).lightness() < QColor(self.ink).lightness()
        return ground_for(self.ink, self.paper, HIT_HUE, share * _ON_DARK if dark else share)

    def ground_of(self, tag_colours: Sequence[str], *, strength: float = 1.0) -> QColor:
        """Return the opaque ground of words under annotations of some colours, the innermost last.

        It is `strength` times as strong as usual.
        """
        hue = self.line_of(tag_colours[0])
        for colour in tag_colours[1:]:
            hue = mixed(hue.name(), self.line_of(colour).name(), _INNER)
        share = self.fill * strength * (1 + _MORE * (len(tag_colours) - 1))
        return ground_for(self.ink, self.paper, hue.name(), share)


LIGHT = PageColours(
    paper="#fcfbf7",
    ink="#1d1c1a",
    muted="#6f6a61",
    selection="#b9d3f3",
    selection_ink="#1d1c1a",
    current="#1d1c1a",
    accent="#0b57d0",
)
SEPIA = PageColours(
    paper="#f4ead6",
    ink="#3a2d1d",
    muted="#75644c",
    selection="#d6c39a",
    selection_ink="#3a2d1d",
    current="#3a2d1d",
    accent="#8a4b08",
)
DARK = PageColours(
    paper="#1b1c1f",
    ink="#e4e1da",
    muted="#9a968d",
    selection="#31527d",
    selection_ink="#ffffff",
    current="#ffffff",
    accent="#8ab4f8",
    fill=0.26,
    lift=0.22,
)
CONTRAST = PageColours(
    paper="#000000",
    ink="#ffffff",
    muted="#d0d0d0",
    selection="#ffff00",
    selection_ink="#000000",
    current="#ffffff",
    accent="#00ffff",
    fill=0.3,
    lift=0.35,
)


@dataclass(frozen=True, slots=True)
class PageLook:
    """Everything that decides how the page is set.

    `size_pt` is the size of the text in points at a `zoom` of 100 percent,
    `line_height` the distance of two lines and `measure_em` the longest line, both
    in ems, `margin_em` the room that is always free beside the lines. `justified` fills
    the lines to both edges. `fallback` names families for the letters that `family` lacks,
    `without` the OpenType features that are left off.
    """

    family: str = "Amiri"
    size_pt: float = 18.0
    line_height: float = 1.9
    measure_em: float = 34.0
    margin_em: float = 1.4
    justified: bool = False
    zoom: int = 100
    colours: PageColours = LIGHT
    fallback: tuple[str, ...] = ("IBM Plex Sans Arabic",)
    without: tuple[str, ...] = ()

    def sets_as(self, other: "PageLook") -> bool:
        """Tell whether another look sets a text the same, and at most recolours it."""
        names = [name for name in type(self).__annotations__ if name != "colours"]
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def em(self, dots_per_inch: float) -> int:
        """Return the size of the text in pixels."""
        zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, self.zoom))
        return max(6, round(self.size_pt * zoom / 100 * dots_per_inch / POINTS_PER_INCH))

    def font(self, em: int, *, headline: bool = False) -> QFont:
        """Return the font of the text, or of the headline, for an em in pixels.

        It is never hinted: the grid of the screen would pull Arabic joins apart.
        """
        font = QFont()
        font.setFamilies([self.family, *self.fallback])
        font.setPixelSize(round(em * HEADLINE_RATIO) if headline else em)
        font.setBold(headline)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in self.without:
            font.setFeature(QFont.Tag(feature), 0)
        return font
