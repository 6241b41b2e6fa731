"""The shape of the file: its sections, and the words by which Popolo calls what the desk has."""

from people.choices import EntityKind

# Raise the number whenever a key goes or comes to mean something else; new keys don't count.
FORMAT = "ots-desk-whoswho/1"
PUBLIC_FORMAT = "ots-desk-whoswho-public/1"

SECTION_OF_KIND = {
    EntityKind.PERSON: "persons",
    EntityKind.ORGANIZATION: "organizations",
    EntityKind.PLACE: "areas",
    EntityKind.EVENT: "events",
    EntityKind.DOCUMENT: "documents",
}
POSTS, MEMBERSHIPS = "posts", "memberships"
# What the reference data said when it was last loaded, so that its next load knows what editors
# have changed. Not Popolo's; not in the public file.
REFERENCE = "reference"

# By kind: what `began`, `ended` and `description` are called.
_OTHERS = ("start_date", "end_date", "description")
_WORDS = {
    EntityKind.PERSON: ("birth_date", "death_date", "summary"),
    EntityKind.ORGANIZATION: ("founding_date", "dissolution_date", "description"),
}


def words_of(kind: str) -> tuple[str, str, str]:
    return _WORDS.get(kind, _OTHERS)
