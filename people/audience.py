"""For whom a page about who's who is made: readers, or the desk itself.

Knows nothing of articles: which entities an audience may see is given to it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from people.choices import EntityKind
from people.models import Entity, Membership
from people.querysets import EntityQuerySet, MembershipQuerySet


@dataclass(frozen=True)
class Audience:
    """Whom they may see and where they find them, in which language, and on which day."""

    visible: EntityQuerySet
    language: str
    today: date
    url_of: Callable[[Entity], str] = Entity.get_absolute_url
    url_of_text: Callable[[int], str] | None = None  # only the desk is told of its texts
    is_desk: bool = False  # is told of terms with weak sources and of misprints, too

    def terms(self) -> MembershipQuerySet:
        """Terms that they may be told of, the latest first, with all that a line says of one."""
        terms = Membership.objects.all() if self.is_desk else Membership.objects.told()
        terms = terms.select_related("post", "member").prefetch_related("member__names")
        return terms.newest_first()

    def terms_of_others(self) -> MembershipQuerySet:
        """Of those the ones of bodies and states, and of persons whom they may see. A state's
        name is no secret, even while no text names it."""
        persons = Q(member__kind=EntityKind.PERSON)
        return self.terms().filter(~persons | Q(member__in=self.visible))

    def addresses(self, entities: Iterable[Entity]) -> dict[int, str]:
        """Where to find those of `entities` that they may see, by id."""
        by_id = {entity.pk: entity for entity in entities}
        seen = self.visible.filter(pk__in=by_id).values_list("pk", flat=True)
        return {pk: self.url_of(by_id[pk]) for pk in seen}
