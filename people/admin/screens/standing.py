"""What was merged into a record or split out of it, and what else can be done with it."""

from django.db.models import Q
from django.urls import reverse

from ots_desk.admin import change_url
from people.admin.addresses import entity_address
from people.models import Entity, EntityJudgement, EntityMerge, EntitySplit

MOST = 5


def standing_of(request, entity: Entity) -> dict:
    """Template values for the page of a record."""
    merges = EntityMerge.objects.filter(undone_at=None).select_related("survivor", "duplicate")
    splits = EntitySplit.objects.filter(undone_at=None).select_related("entity", "made")
    either = Q(first=entity.pk) | Q(second=entity.pk)
    open_pairs = EntityJudgement.objects.open().filter(either).order_by("-score", "pk")
    survivor = entity.survivor()
    return {
        "leads_to": (survivor, entity_address(survivor)) if entity.merged_into_id else None,
        "merges": _linked(merges.filter(Q(survivor=entity.pk) | Q(duplicate=entity.pk))),
        "splits": _linked(splits.filter(Q(entity=entity.pk) | Q(made=entity.pk))),
        "pairs": [change_url(pair) for pair in open_pairs[:MOST]],
        "merge_with": _screen(request, entity, "merge_with", "people.add_entitymerge"),
        "split_url": _screen(request, entity, "split", "people.add_entitysplit"),
    }


def _linked(rows) -> list[tuple]:
    return [(row, change_url(row)) for row in rows.defer("rows").order_by("-pk")[:MOST]]


def _screen(request, entity: Entity, name: str, permission: str) -> str:
    """Empty where the record isn't standing, or the user may not."""
    if entity.merged_into_id or not request.user.has_perm(permission):
        return ""
    return reverse(f"admin:people_entity_{name}", args=[entity.pk])
