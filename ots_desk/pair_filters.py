"""Filters of a queue of pairs that are the same for all kinds of records."""

from django.contrib.admin import SimpleListFilter
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import number_of
from ots_desk.judgements import UNDECIDED, UNSURE

# From the likeliest down: what the band is called, and where it begins.
BANDS = {
    "certain": (_("all but certain (.95 and above)"), 0.95),
    "likely": (_("likely (.85 to .95)"), 0.85),
    "possible": (_("possible (.70 to .85)"), 0.70),
    "weak": (_("weak (below .70)"), 0.0),
}


class DecisionFilter(SimpleListFilter):
    """Without a choice: the queue, that is what waits for a verdict."""

    title = _("decision")
    parameter_name = "decision"

    def lookups(self, request, model_admin):
        return [
            ("decided", _("decided")),
            ("mine", _("decided by me")),
            ("machine", _("decided by the machine")),
            ("unsure", _("unsure")),
            ("answered", _("answered by another decision")),
            ("all", _("all")),
        ]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        yield {**first, "display": _("open")}
        yield from others

    def queryset(self, request, queryset):
        decided = queryset.exclude(verdict=UNDECIDED)
        match self.value():
            case "all":
                return queryset
            case "decided":
                return decided
            case "mine":
                return decided.filter(decided_by=request.user)
            case "machine":
                return decided.filter(decided_by=None)
            case "unsure":
                return queryset.filter(verdict=UNSURE)
            case "answered":
                return queryset.filter(verdict=UNDECIDED, implied_by__isnull=False)
        return queryset.open()


class ScoreFilter(SimpleListFilter):
    title = _("score")
    parameter_name = "band"

    def lookups(self, request, model_admin):
        return [(name, words) for name, (words, _start) in BANDS.items()]

    def queryset(self, request, queryset):
        if self.value() not in BANDS:
            return queryset
        names, starts = list(BANDS), [start for _words, start in BANDS.values()]
        at = names.index(self.value())
        queryset = queryset.filter(score__gte=starts[at])
        return queryset.filter(score__lt=starts[at - 1]) if at else queryset


class DecidedByFilter(SimpleListFilter):
    """Offered where decided pairs are listed."""

    title = _("decided by")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        decided = model_admin.model.objects.filter(decided_by=OuterRef("pk"))
        users = get_user_model().objects.filter(Exists(decided)).order_by("username")
        return [(user.pk, str(user)) for user in users]

    def queryset(self, request, queryset):
        user = number_of(self.value() or "")
        return queryset.filter(decided_by=user) if user else queryset


class HeldFilter(SimpleListFilter):
    title = _("being looked at")
    parameter_name = "held"

    def lookups(self, request, model_admin):
        return [("yes", _("by somebody now")), ("no", _("by nobody else"))]

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.held()
            case "no":
                return queryset.free_for(request.user)
        return queryset
