"""Named sets of entities, spellings and memberships."""

from datetime import date

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce, Lower

from ots_desk.chains import ends_of
from ots_desk.judgements import HeldQuerySet, survivor_of
from ots_desk.text import fold
from people.choices import LOW_CONFIDENCE, EntityKind, NameKind, Verdict
from people.names import candidate_keys, matching_key

# So many words tell any name from all others; the rest of a pasted paragraph isn't looked at.
MAX_WORDS = 12

# A shorter sound is in every other name: "qqqqqq" sounds as one letter.
TELLING_SOUND = 3


class EntityQuerySet(models.QuerySet):
    def standing(self):
        """Records that have not been merged into another."""
        return self.filter(merged_into__isnull=True)

    def survivors_of(self, ids) -> dict[int, int]:
        """For the id of each record, that of the record to which it leads."""
        return ends_of(ids, self.filter(merged_into__isnull=False), "merged_into")

    def of_kind(self, kind: EntityKind):
        return self.filter(kind=kind)

    def named_like(self, text: str):
        """Entities that have a spelling with every word of `text` in it, in any script, letter
        case and order.

        Compares folded spellings ("жапаров" finds Жапаров) and phonetic keys ("Zhaparov" finds
        Жапаров too), because SQLite's LIKE folds ASCII only.
        """
        spellings = self.model._meta.get_field("names").related_model.objects.filter(
            entity=OuterRef("pk")
        )
        for word in fold(text).split()[:MAX_WORDS]:
            key = matching_key(word)
            by_sound = Q(key__contains=key) if len(key) >= TELLING_SOUND else Q()
            spellings = spellings.filter(Q(folded__contains=word) | by_sound)
        return self.filter(Exists(spellings))

    def exactly_named_first(self, text: str):
        """By name, but first those who have `text` as a whole spelling: the country before the
        ministries of the country."""
        names = self.model._meta.get_field("names").related_model.objects
        is_whole = Exists(names.filter(entity=OuterRef("pk"), folded=fold(text)))
        return self.order_by(Case(When(is_whole, then=0), default=1), "name", "pk")

    def in_order_of(self, ids: list[int]):
        """Those with these ids, in this order."""
        places = [When(pk=pk, then=place) for place, pk in enumerate(ids)]
        return self.filter(pk__in=ids).order_by(Case(*places, default=len(ids)))

    def sorted_in(self, language: str):
        """By the name that `Entity.name_in(language)` gives, folded; that stands as `sorts_as`."""
        names = self.model._meta.get_field("names").related_model.objects
        own = names.filter(entity=OuterRef("pk"), language=language)
        own = own.filter(kind=NameKind.FULL, needs_context=False).order_by("-attested", "pk")
        preferred = names.filter(entity=OuterRef("pk"), text=OuterRef("name"))
        spellings = (own.filter(text=OuterRef("name")), own, preferred)
        folded = [Subquery(found.values("folded")[:1]) for found in spellings]
        sorts_as = Coalesce(*folded, Lower("name"), output_field=models.CharField())
        return self.annotate(sorts_as=sorts_as).order_by("sorts_as", "pk")


class PairQuerySet(HeldQuerySet):
    def of_today(self):
        """With `first_now` and `second_now`: what the two were merged into."""
        return self.annotate(first_now=survivor_of("first"), second_now=survivor_of("second"))

    def open(self):
        """Pairs that wait for a decision: undecided, answered by no other, still two records.
        Where one was merged, the question is about what it was merged into."""
        waiting = self.filter(verdict=Verdict.UNDECIDED, implied_by=None).of_today()
        return waiting.exclude(first_now=F("second_now"))

    def undecided_of(self, record):
        """Proposals that a record may be the same as others."""
        of_it = Q(first=record.pk) | Q(second=record.pk)
        return self.filter(of_it, verdict=Verdict.UNDECIDED)


class NameQuerySet(models.QuerySet):
    def sounding_like(self, text: str):
        """Spellings that may be of the same name as `text`, in any script: candidates for
        `people.names.similarity`, which few of them pass."""
        keys = self.model._meta.get_field("candidate_keys").related_model.objects
        return self.filter(pk__in=keys.filter(key__in=candidate_keys(text)).values("name"))


class NameKeyQuerySet(models.QuerySet):
    def add_for(self, names) -> None:
        """Store the candidate keys of spellings that were stored just now."""
        self.bulk_create(
            self.model(name=name, key=key)
            for name in names
            for key in sorted(candidate_keys(name.text))
        )

    def renew_for(self, name) -> None:
        self.filter(name=name).delete()
        self.add_for([name])


class MembershipQuerySet(models.QuerySet):
    def told(self):
        """Terms that readers may be told of: those with weak sources wait for an editor's check."""
        return self.exclude(confidence=LOW_CONFIDENCE)

    def perhaps_on(self, day: date):
        """Terms that certainly or possibly included `day`; which of the two is
        `people.offices.standing_on`."""
        not_later = Q(began_earliest__isnull=True) | Q(began_earliest__lte=day)
        not_over = Q(ended_latest__isnull=True) | Q(ended_latest__gte=day)
        return self.filter(not_later, not_over)

    def newest_first(self):
        """The latest begun first, those of unknown start last, on both databases."""
        return self.order_by(models.F("began_earliest").desc(nulls_last=True), "-pk")
