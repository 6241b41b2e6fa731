"""Pairs of articles in the admin: the queue, the verdict, taking it back."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.links import preview_address
from articles.admin.pair_filters import FILTERS
from articles.admin.pair_queue import QueueList, with_sorting
from articles.admin.rights import refuse_merge, refuse_undo
from articles.admin.screens.pair import answers_of, pair_page
from articles.admin.screens.pair_row import proposal, two_texts
from articles.implying import KINDS
from articles.judging import decide, reopen
from articles.merging import choose_survivor
from articles.models import ArticleJudgement, Translation
from ots_desk.bonds import Kind
from ots_desk.pair_admin import PairAdmin


@admin.register(ArticleJudgement)
class ArticleJudgementAdmin(PairAdmin):
    list_display = ("both", "proposed", "date", "touched", "state")
    list_filter = FILTERS
    list_select_related = ("decided_by", "held_by")
    sortable_by = ("proposed", "date", "touched")
    template = "admin/articles/pair.html"
    question = _("What are these two to each other?")
    merged = _("The two are one article now.")
    names = ("first__translations", "second__translations")
    preview_address = staticmethod(preview_address)
    when_empty = _(
        "No pair waits for a decision. Each text that comes in is compared with those of the days "
        "around it, and what may belong together stands here. What was decided is under “decided”."
    )

    def find(self, queryset, text):
        return queryset.with_a_text(Translation.objects.containing(text))

    def get_queryset(self, request):
        return with_sorting(super().get_queryset(request))

    def get_changelist(self, request, **kwargs):
        return QueueList

    @admin.display(description=_("pair"))
    def both(self, judgement):
        return two_texts(judgement.sides)

    @admin.display(description=_("proposed, how sure"), ordering="score")
    def proposed(self, judgement):
        return proposal(judgement)

    @admin.display(description=_("source date"), ordering="day")
    def date(self, judgement):
        return judgement.day

    @admin.display(description=_("open pairs"), ordering="touching")
    def touched(self, judgement):
        return judgement.touching

    def answers(self, judgement):
        return list(answers_of(judgement))

    def values_of(self, request, judgement):
        return pair_page(judgement)

    def decide_as(self, request, judgement, answer, reason):
        verdict, _sign, container = answer.partition("-")
        if KINDS.get(verdict) is Kind.SAME:
            two = judgement.first.survivor(), judgement.second.survivor()
            refuse_merge(request.user, *choose_survivor(*two))
        return decide(judgement, verdict, user=request.user, reason=reason, container=container)

    def take_back(self, request, judgement):
        if merged := judgement.standing_merge:
            refuse_undo(request.user, merged)
        return reopen(judgement, user=request.user)
