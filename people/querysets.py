"""Named sets of entities and memberships."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from ots_desk.text import fold
from people.choices import LOW_CONFIDENCE, EntityKind
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
    def told(self):
        """Terms that readers may be told of: those with weak sources wait for an editor's check."""
        return self.exclude(confidence=LOW_CONFIDENCE)

    def newest_first(self):
        """The latest begun first, those of unknown start last, on both databases."""
        return self.order_by(models.F("began_earliest").desc(nulls_last=True), "-pk")
