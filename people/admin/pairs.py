"""Pairs of who's who in the admin: the queue, the verdict, taking it back."""

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.implying import words_of_source
from ots_desk.interface import country_name
from ots_desk.locks import refusing_collisions
from ots_desk.merging import MergeNotAllowed
from ots_desk.pair_filters import DecidedByFilter, DecisionFilter, HeldFilter, ScoreFilter
from ots_desk.undoing import refusal_words
from ots_desk.walks import Walk
from people.admin.addresses import preview_address
from people.admin.names import LooksAgainMixin
from people.admin.screens.pair import KEYS, pair_page
from people.choices import EntityKind, Verdict
from people.judging import decide, reopen
from people.labels import what_it_is
from people.merging import spellings_of_both
from people.models import Entity, EntityJudgement, EntityMerge

CHANGE = "people.change_entityjudgement"

# So many of one's own decisions are offered to be taken back.
LATEST = 5


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
class EntityJudgementAdmin(LooksAgainMixin, OwnPageMixin, ReadOnlyAdmin):
    """Pairs that may be one record, best first; shared by several editors."""

    change_list_template = "admin/pairs.html"
    list_display = ("both", "kind", "sure", "state")
    list_filter = (
        *(DecisionFilter, KindFilter, CountryFilter),
        *(ScoreFilter, DecidedByFilter, HeldFilter),
    )
    list_select_related = ("first", "second", "decided_by", "held_by")
    ordering = ("-score", "pk")
    when_empty = _(
        "No two records wait for a decision. Records that may be one person, body or place stand "
        "here as soon as the desk finds them; two that you know of are merged from the page of one."
    )
    row_posts = ("decide", "reopen")

    def find(self, queryset, text):
        found = Entity.objects.named_like(text).values("pk")
        return queryset.filter(Q(first__in=found) | Q(second__in=found))

    def get_queryset(self, request):
        terms = ("first__memberships__post", "second__memberships__post")
        rows = super().get_queryset(request).of_today().defer("rows")
        return rows.prefetch_related(*terms)

    def changelist_view(self, request, extra_context=None):
        own = {"latest": self._latest(request.user), "may_decide": request.user.has_perm(CHANGE)}
        return super().changelist_view(request, {**own, **(extra_context or {})})

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

    @admin.display(description=_("state"))
    def state(self, judgement):
        if judgement.verdict != Verdict.UNDECIDED:
            who = judgement.decided_by or gettext("the machine")
            return f"{judgement.get_verdict_display()} ({who})"
        if judgement.holder:
            return gettext("%(who)s looks at it") % {"who": judgement.holder}
        return gettext("answered by another decision") if judgement.implied_by_id else ""

    def page(self, request, judgement):
        may_decide = request.user.has_perm(CHANGE)
        if may_decide and judgement.verdict == Verdict.UNDECIDED:
            EntityJudgement.objects.hold(judgement, request.user)
        walk = Walk(self, request)
        before, behind = walk.neighbours(judgement)
        return self.screen(
            request,
            "admin/people/pair.html",
            title=gettext("Are these two the same?"),
            original=judgement,
            may_decide=may_decide,
            others_eye=judgement.holder if judgement.holder != request.user else None,
            before=before,
            behind=behind,
            list_address=walk.list_address,
            filters=request.GET.get("_changelist_filters", ""),
            preview=self._preview(request, judgement),
            latest=self._latest(request.user),
            **pair_page(judgement, may_read=request.user.has_perm("articles.view_translation")),
        )

    @row_post(CHANGE)
    def decide(self, request, judgement):
        """Record a verdict; on to the next pair of the queue that nobody else looks at."""
        verdict, walk = request.POST.get("verdict", ""), Walk(self, request)
        if verdict not in KEYS:
            messages.error(request, gettext("Choose what the two are to each other."))
            return HttpResponseRedirect(walk.here(judgement))
        behind, reason = walk.behind(judgement), request.POST.get("reason", "")
        try:
            with refusing_collisions(MergeNotAllowed), transaction.atomic():
                done = decide(judgement, verdict, user=request.user, reason=reason)
                if done:
                    self.look_again(request, spellings_of_both(done))
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(walk.here(judgement))
        messages.success(request, _decided(judgement, verdict, done))
        return HttpResponseRedirect(walk.next_of(behind))

    @row_post(CHANGE)
    def reopen(self, request, judgement):
        """Take a verdict back with the merge that followed, and ask again."""
        merged = judgement.merges.filter(undone_at=None).first()
        try:
            with refusing_collisions(MergeNotAllowed), transaction.atomic():
                reopen(judgement, user=request.user)
                if merged:
                    self.look_again(request, spellings_of_both(merged))
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, gettext("Taken back. The pair is open again."))
        return back(request, Walk(self, request).here(judgement))

    def _preview(self, request, judgement) -> str:
        """Where values are chosen before merging."""
        two = judgement.first.survivor(), judgement.second.survivor()
        may_merge = request.user.has_perm("people.add_entitymerge")
        return preview_address(*two) if may_merge and two[0] != two[1] else ""

    def _latest(self, user) -> list[tuple[str, EntityJudgement]]:
        """One's own last decisions, in words."""
        own = EntityJudgement.objects.filter(decided_by=user).exclude(verdict=Verdict.UNDECIDED)
        latest = own.select_related("first", "second").order_by("-decided_at", "-pk")
        latest = latest.defer("evidence", "rows")[:LATEST]
        return [(words_of_source(judgement), judgement) for judgement in latest]


def _decided(judgement: EntityJudgement, verdict: str, done: EntityMerge | None) -> str:
    """What happened, and how it is taken back: the button presses the form of the next page."""
    words = gettext("Decided: %(verdict)s.") % {"verdict": Verdict(verdict).label}
    link = format_html(
        '<a href="{}">{}</a>',
        change_url(done or judgement),
        gettext("Look at the merge or undo it") if done else gettext("Look again or undo"),
    )
    undo = format_html('<button class="btn-2" form="undo">{}</button>', gettext("Undo"))
    return format_html_join(" ", "{}", ([part] for part in (words, link, undo)))
