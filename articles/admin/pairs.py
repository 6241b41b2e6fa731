"""Pairs of articles in the admin: the queue, the verdict, taking it back."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.pair_filters import FILTERS
from articles.admin.pair_queue import QueueList, with_sorting
from articles.admin.rights import may_merge, may_undo, refuse_public
from articles.admin.screens.pair import pair_page, read_answer
from articles.admin.screens.pair_row import proposal, two_texts
from articles.choices import Verdict
from articles.implying import KINDS
from articles.judging import decide, reopen
from articles.merging import choose_survivor
from articles.models import Article, ArticleJudgement, ArticleMerge, Translation
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.bonds import Kind
from ots_desk.implying import words_of_source
from ots_desk.merging import MergeNotAllowed
from ots_desk.undoing import refusal_words, tell_kept
from ots_desk.walks import Walk

# So many of one's own decisions are offered to be taken back.
LATEST = 5


@admin.register(ArticleJudgement)
class ArticleJudgementAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Pairs that may be one article or one story, best first; shared by several editors."""

    change_list_template = "admin/pairs.html"
    list_display = ("both", "proposed", "date", "touched", "state")
    list_filter = FILTERS
    list_select_related = ("decided_by", "held_by")
    ordering = ("-score", "pk")
    sortable_by = ("proposed", "date", "touched")
    when_empty = _(
        "No pair waits for a decision. Each text that comes in is compared with those of the days "
        "around it, and what may belong together stands here. What was decided is under “decided”."
    )
    row_posts = ("decide", "reopen")

    def find(self, queryset, text):
        return queryset.with_a_text(Translation.objects.containing(text))

    def get_queryset(self, request):
        return with_sorting(super().get_queryset(request).defer("rows"))

    def get_changelist(self, request, **kwargs):
        return QueueList

    def changelist_view(self, request, extra_context=None):
        own = {
            "latest": self._latest(request.user),
            "may_decide": request.user.has_perm("articles.change_articlejudgement"),
        }
        return super().changelist_view(request, {**own, **(extra_context or {})})

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

    @admin.display(description=_("state"))
    def state(self, judgement):
        if judgement.verdict != Verdict.UNDECIDED:
            who = judgement.decided_by or gettext("the machine")
            return f"{judgement.get_verdict_display()} ({who})"
        if judgement.holder:
            return gettext("%(who)s looks at it") % {"who": judgement.holder}
        return gettext("answered by another decision") if judgement.implied_by_id else ""

    def page(self, request, judgement):
        may_decide = request.user.has_perm("articles.change_articlejudgement")
        if may_decide and judgement.verdict == Verdict.UNDECIDED:
            ArticleJudgement.objects.hold(judgement, request.user)
        walk = Walk(self, request)
        before, behind = walk.neighbours(judgement)
        values = pair_page(judgement)
        return self.screen(
            request,
            "admin/articles/pair.html",
            title=gettext("What are these two to each other?"),
            original=judgement,
            may_decide=may_decide,
            others_eye=judgement.holder if judgement.holder != request.user else None,
            before=before,
            behind=behind,
            list_address=walk.list_address,
            filters=request.GET.get("_changelist_filters", ""),
            preview=_preview_address(*(side.article for side in values["sides"])),
            latest=self._latest(request.user),
            **values,
        )

    @row_post("articles.change_articlejudgement")
    def decide(self, request, judgement):
        """Record a verdict; on to the next pair of the queue that nobody else looks at."""
        verdict, container = read_answer(request.POST.get("verdict", ""))
        walk = Walk(self, request)
        if not verdict:
            messages.error(request, gettext("Choose what the two are to each other."))
            return HttpResponseRedirect(walk.here(judgement))
        if KINDS.get(verdict) is Kind.SAME and not may_merge(request.user, *_two(judgement)):
            refuse_public(request)
            return HttpResponseRedirect(walk.here(judgement))
        behind, reason = walk.behind(judgement), request.POST.get("reason", "")
        try:
            done = decide(judgement, verdict, user=request.user, reason=reason, container=container)
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(walk.here(judgement))
        messages.success(request, _decided(judgement, verdict, done))
        return HttpResponseRedirect(walk.next_of(behind))

    @row_post("articles.change_articlejudgement")
    def reopen(self, request, judgement):
        """Take a verdict back with all that it did, and ask again."""
        merged = judgement.merges.filter(undone_at=None).first()
        if merged and not may_undo(request.user, merged):
            refuse_public(request)
            return back(request, Walk(self, request).here(judgement))
        try:
            kept = reopen(judgement, user=request.user)
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, gettext("Taken back. The pair is open again."))
            tell_kept(request, kept)
        return back(request, Walk(self, request).here(judgement))

    def _latest(self, user) -> list[tuple[str, ArticleJudgement]]:
        """One's own last decisions, in words."""
        own = ArticleJudgement.objects.filter(decided_by=user).exclude(verdict=Verdict.UNDECIDED)
        latest = own.order_by("-decided_at", "-pk").defer("evidence", "rows")[:LATEST]
        latest = latest.prefetch_related("first__translations", "second__translations")
        return [(words_of_source(judgement), judgement) for judgement in latest]


def _two(judgement: ArticleJudgement) -> tuple[Article, Article]:
    return choose_survivor(judgement.first.survivor(), judgement.second.survivor())


def _decided(judgement: ArticleJudgement, verdict: str, done: ArticleMerge | None) -> str:
    """What happened, and how it is taken back: the button presses the form of the next page."""
    words = gettext("Decided: %(verdict)s.") % {"verdict": Verdict(verdict).label}
    merged = gettext("The two are one article now.") if done else ""
    link = format_html(
        '<a href="{}">{}</a>',
        change_url(done or judgement),
        gettext("Look at the merge or undo it") if done else gettext("Look again or undo"),
    )
    undo = format_html('<button class="btn-2" form="undo">{}</button>', gettext("Undo"))
    return format_html_join(" ", "{}", ([part] for part in (words, merged, link, undo) if part))


def _preview_address(first: Article, second: Article) -> str:
    """Where values are chosen before merging."""
    if first == second:
        return ""
    survivor, duplicate = choose_survivor(first, second)
    try:
        return reverse("admin:articles_articlemerge_preview", args=[survivor.pk, duplicate.pk])
    except NoReverseMatch:
        return ""
