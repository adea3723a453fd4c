"""Colours, sizes and fonts of the window: one table a theme, one grid, one scale."""

from importlib import import_module
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from reader.frozen import dataclass
from reader.label import Label
from reader.paths import resource

GRID = 4  # px; every distance is a multiple
INTERFACE_FAMILY = "IBM Plex Sans Arabic"
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


@dataclass(frozen=True, slots=True)
class ReadingFont:
    """A family that comes with the program, its name for people and the package it is in."""

    family: str
    label: Label
    package: str


READING_FONTS = (
    ReadingFont("Amiri", Label("Amiri (naskh)", "أميري (نسخ)"), "fontpkg_amiri"),
    ReadingFont(
        INTERFACE_FAMILY,
        Label("IBM Plex Sans Arabic", "آي بي إم بلكس سانس"),
        "fontpkg_ibm_plex_sans_arabic",
    ),
)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes of the interface's type, in points."""

    small: float = 9.0
    body: float = 10.5
    heading: float = 12.0
    title: float = 15.0


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #rrggbb.

    `paper` and `ink` are the page; `surface` the chrome around it; `raised` fields
    and cards; `line` hairlines; `muted` secondary words; `accent` the one accent.
    """

    key: str
    dark: bool
    paper: str
    ink: str
    surface: str
    raised: str
    line: str
    muted: str
    accent: str
    accent_ink: str
    selection: str
    danger: str
    tint: float  # opacity of a highlight's fill
    lift: float  # share of ink in a tag's lines, so that they stand out from the paper
    pressed: str = ""  # the ground of pressed switches and chosen rows, if not `selection`


THEMES = (
    Theme("light", False, "#fffdf8", "#1c1a17", "#f4f1ea", "#ffffff", "#dcd6ca", "#625c52",
          "#0f5f63", "#ffffff", "#cfe3e2", "#a1260d", 0.18, 0.0),
    Theme("sepia", False, "#f6ecd6", "#3a2f20", "#ebdfc5", "#faf3e3", "#d3c3a0", "#5e4d2f",
          "#0b5357", "#ffffff", "#d3d8c0", "#94210a", 0.20, 0.08),
    Theme("dark", True, "#1b1a18", "#e8e3d9", "#242220", "#2d2b28", "#3d3a35", "#aaa397",
          "#6fc3c0", "#10201f", "#2f4f50", "#ff9a82", 0.26, 0.22),
    Theme("contrast", True, "#000000", "#ffffff", "#000000", "#101010", "#b8b8b8", "#e6e6e6",
          "#ffd75e", "#000000", "#0b4db8", "#ffa198", 0.26, 0.45, "#6b5a1c"),
)  # fmt: skip


def theme_named(key: str) -> Theme:
    """Return a theme, the first one for a key that is unknown."""
    return next((theme for theme in THEMES if theme.key == key), THEMES[0])


def load_fonts() -> tuple[str, ...]:
    """Load the fonts that come with the program; return the families that are missing.

    Where a package is missing, Qt falls back to the system's fonts.
    """
    missing = []
    for font in READING_FONTS:
        try:
            module = import_module(font.package)
        except ImportError:
            missing.append(font.family)
            continue
        folder = Path(str(module.__file__)).parent / "files"
        for file in sorted(folder.glob("*.ttf")):
            if file.stem.rpartition("-")[2] in _WEIGHTS:
                QFontDatabase.addApplicationFont(str(file))
    return tuple(missing)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: palette, font and style sheet."""
    font = QFont(INTERFACE_FAMILY)
    font.setPointSizeF(TypeScale().body)
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return a theme as a palette."""
    role = QPalette.ColorRole
    colours = (
        (role.Window, theme.surface),
        (role.WindowText, theme.ink),
        (role.Base, theme.raised),
        (role.AlternateBase, theme.surface),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.danger),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_ink),
        (role.ToolTipBase, theme.ink),
        (role.ToolTipText, theme.paper),
        (role.Link, theme.accent),
        (role.Mid, theme.line),
        (role.Dark, theme.muted),
        (role.Accent, theme.accent),
    )
    made = QPalette()
    for one, colour in colours:
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.muted)
        faded.setAlphaF(0.6)
        made.setColor(QPalette.ColorGroup.Disabled, one, faded)
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet, its tokens replaced by the theme's colours."""
    sheet = resource("themes", "hashiya.qss").read_text(encoding="utf-8")
    scale = TypeScale()
    tokens = {
        "paper": theme.paper,
        "ink": theme.ink,
        "surface": theme.surface,
        "raised": theme.raised,
        "line": theme.line,
        "muted": theme.muted,
        "accent": theme.accent,
        "accent-ink": theme.accent_ink,
        "selection": theme.pressed or theme.selection,
        "danger": theme.danger,
        "small": f"{scale.small}pt",
        "heading": f"{scale.heading}pt",
        "title": f"{scale.title}pt",
        "drawings": resource("themes").as_posix(),
        "tick": "tick-on-light" if theme.dark else "tick-on-dark",
    }
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", tokens[name])
    return sheet
