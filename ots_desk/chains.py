"""Following a foreign key to where it leads in the end, for many rows at once."""

from collections.abc import Iterable

from django.db.models import QuerySet


def ends_of(ids: Iterable[int], rows: QuerySet, to: str) -> dict[int, int]:
    """For each id, where the foreign key `to` of these rows leads in the end. One query a step."""
    ends = {pk: pk for pk in ids}
    while steps := dict(rows.filter(pk__in=set(ends.values())).values_list("pk", to)):
        ends = {pk: steps.get(end, end) for pk, end in ends.items()}
    return ends
