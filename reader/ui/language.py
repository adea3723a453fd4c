"""The language of the interface: translations, and the side on which a line begins."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader.label import Language
from reader.paths import resource

_SPEAKS = "speaks"  # the application's property: it has had a language


def speak(app: QApplication, language: Language) -> None:
    """Make the application speak a language, mirrored for Arabic.

    Our own words are looked up before Qt's, whose Arabic errs in places.
    """
    # Not at a start: to look among the application's children, PySide would load all of `QStyle`.
    if app.property(_SPEAKS):
        for earlier in app.findChildren(QTranslator):
            app.removeTranslator(earlier)
            earlier.deleteLater()
    app.setProperty(_SPEAKS, True)
    qt = QTranslator(app)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    ours = QTranslator(app)
    if ours.load(str(resource("i18n", f"hashiya_{language}.qm"))):
        app.installTranslator(ours)
    arabic = language == "ar"
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight
    )
    # Digits as in the rest of the interface: ٠١٢ with Arabic words, 012 with English ones.
    country = QLocale.Country.Iraq if arabic else QLocale.Country.UnitedKingdom
    which = QLocale.Language.Arabic if arabic else QLocale.Language.English
    QLocale.setDefault(QLocale(which, country))
