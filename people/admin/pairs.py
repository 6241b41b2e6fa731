"""Pairs of who's who in the admin: the queue, the verdict, taking it back."""

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from ots_desk.interface import country_name
from ots_desk.pair_admin import PairAdmin
from ots_desk.pair_filters import DecidedByFilter, DecisionFilter, HeldFilter, ScoreFilter
from people.admin.addresses import preview_address
from people.admin.names import LooksAgainMixin
from people.admin.screens.pair import answers_of, pair_page
from people.choices import EntityKind
from people.judging import decide, reopen
from people.labels import what_it_is
from people.merging import spellings_of_both
from people.models import Entity, EntityJudgement


class KindFilter(admin.SimpleListFilter):
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return EntityKind.choices

    def queryset(self, request, queryset):
        return queryset.filter(first__kind=self.value()) if self.value() else queryset


class CountryFilter(admin.SimpleListFilter):
    title = _("country")
    parameter_name = "country"

    def lookups(self, request, model_admin):
        countries = Entity.objects.exclude(country="").order_by("country").distinct()
        codes = countries.values_list("country", flat=True)
        return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])

    def queryset(self, request, queryset):
        of_either = Q(first__country=self.value()) | Q(second__country=self.value())
        return queryset.filter(of_either) if self.value() else queryset


@admin.register(EntityJudgement)
class EntityJudgementAdmin(LooksAgainMixin, PairAdmin):
    list_display = ("both", "kind", "sure", "state")
    list_filter = (
        *(DecisionFilter, KindFilter, CountryFilter),
        *(ScoreFilter, DecidedByFilter, HeldFilter),
    )
    list_select_related = ("first", "second", "decided_by", "held_by")
    template = "admin/people/pair.html"
    question = _("Are these two the same?")
    preview_address = staticmethod(preview_address)
    when_empty = _(
        "No two records wait for a decision. Records that may be one person, body or place stand "
        "here as soon as the desk finds them; two that you know of are merged from the page of one."
    )

    def find(self, queryset, text):
        found = Entity.objects.named_like(text).values("pk")
        return queryset.filter(Q(first__in=found) | Q(second__in=found))

    def get_queryset(self, request):
        terms = ("first__memberships__post", "second__memberships__post")
        return super().get_queryset(request).prefetch_related(*terms)

    @admin.display(description=_("pair"))
    def both(self, judgement):
        lines = ((one.name, what_it_is(one)) for one in (judgement.first, judgement.second))
        return format_html_join("", '<div>{} <span class="quiet">{}</span></div>', lines)

    @admin.display(description=_("kind"), ordering="first__kind")
    def kind(self, judgement):
        return judgement.first.get_kind_display()

    @admin.display(description=_("score"), ordering="score")
    def sure(self, judgement):
        return f"{judgement.score:.2f}" if judgement.score is not None else ""

    def answers(self, judgement):
        return answers_of()

    def values_of(self, request, judgement):
        return pair_page(judgement, may_read=request.user.has_perm("articles.view_translation"))

    def decide_as(self, request, judgement, answer, reason):
        done = decide(judgement, answer, user=request.user, reason=reason)
        if done:
            self.look_again(request, spellings_of_both(done))
        return done

    def take_back(self, request, judgement):
        merged = judgement.standing_merge
        kept = reopen(judgement, user=request.user)
        if merged:
            self.look_again(request, spellings_of_both(merged))
        return kept
