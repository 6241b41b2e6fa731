"""The way from pair to pair, through a queue as an editor has filtered and sorted it."""

from collections.abc import Iterator
from copy import copy
from itertools import islice, takewhile

from django.contrib.admin.options import IncorrectLookupParameters
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from ots_desk.admin import change_url, check_asked
from ots_desk.judgements import Judgement

# So many are looked through for the next one that is open and free.
MOST = 1000
_AT_ONCE = 500
_FILTERS = "_changelist_filters"


class Walk:
    """The way through the queue as the editor has filtered and sorted it."""

    def __init__(self, model_admin, request):
        self._model = model_admin.model
        self._user, self._filters = request.user, request.GET.get(_FILTERS, "")
        self._queue = _listed(model_admin, request, self._filters)

    def neighbours(self, judgement: Judgement) -> tuple[str, str]:
        """The addresses of the pairs before and behind this one; empty at the ends."""
        ids, before = self._ids(), None
        for pk in ids:
            if pk == judgement.pk:
                return self._address(before), self._address(next(ids, None))
            before = pk
        return "", self._address(next(self._ids(), None))

    def behind(self, judgement: Judgement) -> list[int]:
        """The pairs to be asked next: those behind this one, then those before it."""
        ids = self._ids()
        before = list(takewhile(lambda pk: pk != judgement.pk, ids))
        return [*islice(ids, MOST), *before[:MOST]]

    def next_of(self, ids: list[int]) -> str:
        """The address of the first of these that is still open, and that nobody else looks at;
        the list where there is none."""
        waiting = self._model.objects.open().free_for(self._user)
        for some in (ids[:50], ids[50:]):
            still = set(waiting.filter(pk__in=some).values_list("pk", flat=True)) if some else ()
            if found := next((pk for pk in some if pk in still), None):
                return self._address(found)
        return self.list_address

    @property
    def list_address(self) -> str:
        options = self._model._meta
        address = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        return f"{address}?{self._filters}" if self._filters else address

    def here(self, judgement: Judgement) -> str:
        return self._address(judgement.pk)

    def _address(self, pk: int | None) -> str:
        if pk is None:
            return ""
        address = change_url(self._model(pk=pk))
        return f"{address}?{urlencode({_FILTERS: self._filters})}" if self._filters else address

    def _ids(self) -> Iterator[int]:
        """Read only as far as somebody has come: most work at the head of the queue."""
        return self._queue.values_list("pk", flat=True).iterator(chunk_size=_AT_ONCE)


def _listed(model_admin, request, filters: str):
    """The rows that the list shows with these filters."""
    listing = copy(request)
    listing.GET = QueryDict(filters)
    check_asked(listing.GET)
    try:
        return model_admin.get_changelist_instance(listing).queryset
    except IncorrectLookupParameters:
        return model_admin.model.objects.open().order_by("-score", "pk")
