"""Filters of the queue of pairs. Each asks by an index for each row, never by a join."""

from django.contrib.admin import SimpleListFilter
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from articles.choices import Verdict
from articles.implying import KINDS
from articles.models import Source, Translation
from ots_desk.admin import number_of
from ots_desk.languages import TEXTS
from ots_desk.pair_filters import DecidedByFilter, DecisionFilter, HeldFilter, ScoreFilter


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


FILTERS = (
    *(DecisionFilter, ProposedFilter, PairLanguageFilter, OtherLanguageFilter, OutletFilter),
    *(ScoreFilter, DayFilter, DecidedByFilter, HeldFilter),
)
