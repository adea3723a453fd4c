"""How sure the place of an annotation is, as `Annotation.anchor` says it."""

# Where a person, or its own words alone, have placed an annotation.
CERTAIN = ("exact", "moved")
UNCERTAIN = "fuzzy"
LOST = "orphan"
