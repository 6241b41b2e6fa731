"""Filters of the queue of pairs. Each asks by an index for each row, never by a join."""

from django.contrib.admin import SimpleListFilter
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from articles.choices import Verdict
from articles.implying import KINDS
from articles.models import ArticleJudgement, Source, Translation
from ots_desk.admin import number_of
from ots_desk.languages import TEXTS

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
        decided = queryset.exclude(verdict=Verdict.UNDECIDED)
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
                return queryset.filter(verdict=Verdict.UNSURE)
            case "answered":
                return queryset.filter(verdict=Verdict.UNDECIDED, implied_by__isnull=False)
        return queryset.open()


class ProposedFilter(SimpleListFilter):
    title = _("proposed")
    parameter_name = "proposed"

    def lookups(self, request, model_admin):
        return [(verdict, verdict.label) for verdict in KINDS if verdict != Verdict.DIFFERENT]

    def queryset(self, request, queryset):
        return queryset.filter(proposed_verdict=self.value()) if self.value() else queryset


class PairLanguageFilter(SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return list(TEXTS.items())

    def queryset(self, request, queryset):
        texts = Translation.objects.standing().filter(language=self.value())
        return queryset.with_a_text(texts) if self.value() else queryset


class OtherLanguageFilter(SimpleListFilter):
    """With a language chosen, that of the other text."""

    title = _("and language")
    parameter_name = "and"

    def __init__(self, request, params, model, model_admin):
        self._language = request.GET.get("language", "")
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        return list(TEXTS.items()) if self._language else []

    def queryset(self, request, queryset):
        if not (self.value() and self._language):
            return queryset
        return queryset.filter(
            _in("first_now", self._language) & _in("second_now", self.value())
            | _in("first_now", self.value()) & _in("second_now", self._language)
        )


def _in(end: str, language: str) -> Q:
    texts = Translation.objects.standing().filter(language=language)
    return Q(Exists(texts.filter(article=OuterRef(end))))


class OutletFilter(SimpleListFilter):
    title = _("outlet")
    parameter_name = "outlet"

    def lookups(self, request, model_admin):
        texts = Translation.objects.filter(source=OuterRef("pk"))
        outlets = Source.objects.filter(Exists(texts)).order_by("name")
        return [(outlet.pk, outlet.name) for outlet in outlets]

    def queryset(self, request, queryset):
        outlet = number_of(self.value() or "")
        texts = Translation.objects.standing().filter(source=outlet)
        return queryset.with_a_text(texts) if outlet else queryset


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


class DayFilter(SimpleListFilter):
    title = _("source date")
    parameter_name = "days"

    def lookups(self, request, model_admin):
        return [
            ("1", _("today")),
            ("7", _("in the last 7 days")),
            ("31", _("in the last 31 days")),
            ("366", _("in the last year")),
            ("none", _("not stated")),
        ]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        texts = Translation.objects.standing()
        if self.value() == "none":
            return queryset.with_a_text(texts.filter(published_earliest=None))
        days = number_of(self.value()) or 0
        since = localdate().toordinal() - min(days, 9999) + 1
        return queryset.with_a_text(
            texts.filter(published_earliest__gte=localdate().fromordinal(since))
        )


class DecidedByFilter(SimpleListFilter):
    """Offered where decided pairs are listed."""

    title = _("decided by")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        decided = ArticleJudgement.objects.filter(decided_by=OuterRef("pk"))
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


FILTERS = (
    *(DecisionFilter, ProposedFilter, PairLanguageFilter, OtherLanguageFilter, OutletFilter),
    *(ScoreFilter, DayFilter, DecidedByFilter, HeldFilter),
)
