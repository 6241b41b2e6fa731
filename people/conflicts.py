"""What speaks against two records of who's who being one: in words, for whoever merges them.

What can't be is refused; what may be a mistake in one of the two is only named.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ots_desk.interface import country_name, date_words
from ots_desk.partial_dates import PartialDate
from people.models import Entity
from people.overlaps import overlap_words
from people.uniting import terms_in_conflict


def refusals_of(survivor: Entity, duplicate: Entity) -> list[str]:
    """Why the two can't be merged, whatever an editor chooses."""
    return [
        *_of_kind(survivor, duplicate),
        *_of_identity(survivor, duplicate),
        *loops_of(survivor, duplicate),
        *_of_terms(survivor, duplicate),
    ]


def _of_kind(survivor: Entity, duplicate: Entity) -> Iterator[str]:
    if survivor.kind != duplicate.kind:
        yield _("“%(one)s” is a record of another kind than “%(other)s”: %(kinds)s.") % {
            "one": survivor,
            "other": duplicate,
            "kinds": f"{survivor.get_kind_display()}, {duplicate.get_kind_display()}",
        }


def _of_identity(survivor: Entity, duplicate: Entity) -> Iterator[str]:
    ids = [survivor.wikidata, duplicate.wikidata]
    if all(ids) and ids[0] != ids[1]:
        yield _("They have different Wikidata ids: %(one)s and %(other)s.") % {
            "one": ids[0],
            "other": ids[1],
        }


def loops_of(survivor: Entity, duplicate: Entity) -> Iterator[str]:
    """What of the two is part of the other or, with what an editor has chosen, of itself."""
    if survivor.pk in above(survivor):
        yield _("“%(one)s” would be part of itself.") % {"one": survivor}
    for one, other in ((survivor, duplicate), (duplicate, survivor)):
        if other.pk in above(one):
            yield _("“%(one)s” is part of “%(other)s”.") % {"one": one, "other": other}
        if one.location_id == other.pk:
            yield _("“%(one)s” is located in “%(other)s”.") % {"one": one, "other": other}


def _of_terms(survivor: Entity, duplicate: Entity) -> Iterator[str]:
    for one, other in terms_in_conflict(survivor, duplicate):
        yield overlap_words(one, other)


def above(entity: Entity) -> set[int]:
    """The ids of what it is part of, over all steps."""
    found: set[int] = set()
    while (entity := entity.parent) is not None and entity.pk not in found:
        found.add(entity.pk)
    return found


def warnings_of(survivor: Entity, duplicate: Entity) -> Iterator[str]:
    """What an editor should look at before merging them."""
    if survivor.country and duplicate.country and survivor.country != duplicate.country:
        yield _("Different countries: %(one)s and %(other)s.") % {
            "one": country_name(survivor.country),
            "other": country_name(duplicate.country),
        }
    for name in ("began", "ended"):
        mine, theirs = getattr(survivor, name), getattr(duplicate, name)
        if mine and theirs and _contradict(mine, theirs):
            yield _("Different dates (%(field)s): %(one)s and %(other)s.") % {
                "field": Entity.partial_dates[name].verbose_name,
                "one": date_words(mine),
                "other": date_words(theirs),
            }
    if survivor.reference and duplicate.reference:
        yield _("Both are in the reference data, whose makers took them for two.")
    yield from _of_offices(survivor, duplicate)


def _contradict(mine: PartialDate, theirs: PartialDate) -> bool:
    return mine.latest < theirs.earliest or theirs.latest < mine.earliest


def _of_offices(survivor: Entity, duplicate: Entity) -> Iterator[str]:
    """Offices are moved, not united: who held which is known of each."""
    own = {post.label("en") for post in survivor.posts.all()}
    for post in duplicate.posts.all():
        if post.label("en") in own:
            yield _("Both have the office “%(office)s”; it will stand there twice.") % {
                "office": post
            }
