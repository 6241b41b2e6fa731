"""The codes by which this step says why it links or unlinks words."""

# A name beside an office.
WITH_OFFICE, OTHER_OFFICE = "surname-with-office", "other-office"
# An office without a name: of somebody named, held for certain, held perhaps, one of several.
OF_NAMED, HELD, PERHAPS, SEVERAL = (
    "office-of-named",
    "office-held-then",
    "office-perhaps-held",
    "several-offices",
)
# A name that a namesake makes doubtful; known names have the same rule.
WITH_NAMESAKE = "surname-with-namesake"

RULES = frozenset({WITH_OFFICE, OTHER_OFFICE, OF_NAMED, HELD, PERHAPS, SEVERAL, WITH_NAMESAKE})
