"""Named sets of entities and memberships."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from ots_desk.text import fold
from people.choices import EntityKind
from people.names import matching_key


class EntityQuerySet(models.QuerySet):
    def standing(self):
        """Records that have not been merged into another."""
        return self.filter(merged_into__isnull=True)

    def of_kind(self, kind: EntityKind):
        return self.filter(kind=kind)

    def named_like(self, text: str):
        """Entities that have a spelling which contains `text`, in any script and letter case.

        Compares folded spellings ("жапаров" finds Жапаров) and phonetic keys ("Zhaparov" finds
        Жапаров too), because SQLite's LIKE folds ASCII only.
        """
        spellings = self.model._meta.get_field("names").related_model.objects.filter(
            entity=OuterRef("pk")
        )
        folded, key = fold(text), matching_key(text)
        matches = Q(folded__contains=folded)
        if key:
            matches |= Q(key__contains=key)
        return self.filter(Exists(spellings.filter(matches)))


class MembershipQuerySet(models.QuerySet):
    def possibly_on(self, day):
        """Terms that may have included `day`: not over before it, not begun after it."""
        return self.filter(
            Q(began_earliest__isnull=True) | Q(began_earliest__lte=day),
            Q(ended_latest__isnull=True) | Q(ended_latest__gte=day),
        )
