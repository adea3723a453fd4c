"""The texts that break programs, by name; every part that touches text runs over them.

`from tests.corpus import CORPUS` works in every test: `pythonpath` in
pyproject.toml names the top of the tree.
"""

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
NEWS = (
    "التحالف الدولي: انسحاب من قاعدة القيارة\n"
    'قال العميد فنسنت باركر، مدير شؤون الإدامة، "إنّ اليوم علامة فارقة". '
    "وأضاف أن 1,554 جنديًا غادروا.\n"
    "وذكرت وزارة الدفاع - عملية العزم الصلب، في 2020/3/26، أن «القوات لن تتراجع»، هل تبقى؟\n"
    "\n"
    "شفق نيوز"
)

CORPUS: tuple[tuple[str, str], ...] = (
    ("empty", ""),
    ("newline only", "\n"),
    ("news", NEWS),
    ("one letter", "ق"),
    ("no final newline", "سطر\nسطر بلا نهاية"),
    ("CRLF", "سطر\r\nسطر\r\n"),
    ("CR", "سطر\rسطر\r"),
    ("mixed line ends", "أ\r\nب\rج\nد\r\r\nه\u2028و\u2029ز"),
    ("VT FF NEL and separators", "أ\vب\fج\x85د\x1cه\x1dو\x1eز"),
    ("no-break space", "قال\u00a0العميد\u202f1\u2009554"),
    ("BOM at the start", "\ufeffنص"),
    ("BOM in the middle", "نص\ufeffنص"),
    ("two BOMs", "\ufeff\ufeffنص"),
    ("NUL", "قال\x00نعم"),
    ("C0 controls", "قال\x01\x07\x1b[31mنعم\x7f\t."),
    ("lone surrogate", "قال\ud83dنعم"),
    ("surrogates in a pair of two", "\ud83d\ude00"),
    ("noncharacters", "\ufdd0قال\ufdd1نعم\uffff"),
    ("U+FFFE first", "\ufffeقال"),
    ("object and replacement", "قال\ufffcنعم\ufffd"),
    ("private use", "شعار \ue000 و\U0010fffd"),
    ("tag characters", "علم 🏴\U000e0067\U000e0062\U000e007f مخفي\U000e0041"),
    ("500 marks", "ق" + "\u064e" * 500 + "ال"),
    ("marks at the start", "\u064e\u0651قال"),
    ("hamza composed", "أإآؤئ"),
    ("hamza decomposed", "ا\u0654ا\u0655ا\u0653و\u0654ي\u0654"),
    ("shadda and fatha, both orders", "مّ\u064eد مَ\u0651د"),
    ("tashkeel", "كِتابٌ مُفيدٌ قَالَ صَرَّحَ"),
    ("tatweel", "قـــال كتابــه"),
    ("ZWNJ", "می\u200cخواهم"),
    ("lam-alef", "لا سلام الإسلام لأن الآن"),
    ("Allah", "قال الله تعالى، والحمد للّه"),
    ("ligature of a phrase", "محمد \ufdfa قال"),
    ("presentation forms", "\ufed7\ufe8e\ufedd \ufefb \ufee3\ufeae\ufea3\ufe92\ufe8e \ufc5e\ufe77"),
    ("reversed text", "لاق ديمعلا"),
    ("Arabic digits", "عام ٢٠٢٠ بلغ ١٬٥٥٤ و٣٫٥٪"),
    ("Persian digits", "سال ۲۰۲۰"),
    ("range", "بين 10-20 كيلومترًا"),
    ("phone", "الهاتف +964-750-123-4567"),
    ("address", "انظر https://example.com/ar?q=1&r=2#x الآن"),
    ("date", "في 2020/3/26 و26/3/2020"),
    ("hyphenated", "كوفيد-19 منتشر"),
    ("Latin inside", "وزارة Health الـCOVID والـNATO"),
    ("override not closed", "ملف \u202efdp.exe مرفق"),
    ("nested isolates", "\u2067قال \u2066Parker \u2068نعم\u2069\u2069\u2069 ثم\u2069"),
    ("marks of direction", "\u200fقال\u200e \u061cنعم"),
    ("emoji", "😀 قال 😀"),
    ("flags", "🇮🇶🇪🇬🇸🇦 قال"),
    ("family", f"العائلة {FAMILY} هنا"),
    ("keycap", "رقم 1️⃣ و☎ و☎️"),
    ("mathematical letters", "𝐀𝐁 قال"),
    ("skin tone", "👍🏽 شكرًا 👍🏿"),
    ("quote not closed", 'قال "نعم ولم يغلق'),
    ("quote over paragraphs", 'قال "أولًا.\n"ثانيًا.\n"ثالثًا".'),
    ("punctuation together", "«لن نتراجع»، قال؟! «هل؟»"),
    ("abbreviations", "قال د. أحمد لوكالة أ.ف.ب. أمس. ثم غادر."),
    ("Latin paragraph", "WASHINGTON (AP).\nقال العميد.\nThe end."),
    ("English dateline", "BAGHDAD, Iraq - قال العميد فنسنت باركر أمس"),
    ("digits only", "10-20 (30)"),
    ("twin sentences", "قال نعم. قال نعم. قال نعم."),
    ("spaces only", " \t\u00a0 \n \u3000"),
    ("look-alikes", "كتاب کتاب علي علی Аррle"),
    ("long run without a space", "كلمة" * 3000),
)


def texts() -> tuple[str, ...]:
    """Return the texts alone."""
    return tuple(text for _, text in CORPUS)


def names() -> tuple[str, ...]:
    """Return the names alone, for the ids of parametrized tests."""
    return tuple(name for name, _ in CORPUS)
