"""Pairs of articles in the admin: the queue, the verdict, taking it back."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.screens.pair import pair_page
from articles.choices import Verdict
from articles.judging import decide, reopen
from articles.models import ArticleJudgement, ArticleMerge, Translation
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, change_url, row_post
from ots_desk.merging import MergeNotAllowed


class OpenFilter(admin.SimpleListFilter):
    """Without a choice: the queue, that is what waits for a verdict."""

    title = _("decision")
    parameter_name = "decision"

    def lookups(self, request, model_admin):
        return [("decided", _("decided")), ("all", _("all"))]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        yield {**first, "display": _("open")}
        yield from others

    def queryset(self, request, queryset):
        if self.value() == "all":
            return queryset
        if self.value() == "decided":
            return queryset.exclude(verdict=Verdict.UNDECIDED)
        return queryset.open()


@admin.register(ArticleJudgement)
class ArticleJudgementAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Pairs that may be one article, best first."""

    list_display = ("both", "proposed_verdict", "score", "verdict", "decided_by", "decided_at")
    list_filter = (OpenFilter, "proposed_verdict", "verdict")
    list_select_related = ("decided_by",)
    ordering = ("-score", "pk")
    row_posts = ("decide", "reopen")

    def find(self, queryset, text):
        found = Translation.objects.containing(text).values("article")
        return queryset.filter(first__in=found) | queryset.filter(second__in=found)

    def get_queryset(self, request):
        texts = ("first__translations", "second__translations")
        return super().get_queryset(request).prefetch_related(*texts)

    @admin.display(description=_("pair"))
    def both(self, judgement):
        return f"{judgement.first} / {judgement.second}"

    def page(self, request, judgement):
        return self.screen(
            request,
            "admin/articles/pair.html",
            title=gettext("Are these one article?"),
            original=judgement,
            may_decide=request.user.has_perm("articles.change_articlejudgement"),
            **pair_page(judgement),
        )

    @row_post("articles.change_articlejudgement")
    def decide(self, request, judgement):
        """Record a verdict; on to the next open pair."""
        verdict = request.POST.get("verdict")
        if verdict not in set(Verdict.values) - {Verdict.UNDECIDED}:
            messages.error(request, gettext("Choose what the two are to each other."))
            return HttpResponseRedirect(change_url(judgement))
        try:
            done = decide(
                judgement, verdict, user=request.user, reason=request.POST.get("reason", "")
            )
        except MergeNotAllowed as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(change_url(judgement))
        messages.success(request, _decided(judgement, verdict, done))
        return HttpResponseRedirect(_next_pair())

    @row_post("articles.change_articlejudgement")
    def reopen(self, request, judgement):
        """Take a verdict back that merged nothing."""
        try:
            reopen(judgement, user=request.user)
        except MergeNotAllowed as error:
            messages.error(request, str(error))
        else:
            messages.success(request, gettext("The pair is open again."))
        return HttpResponseRedirect(change_url(judgement))


def _decided(judgement: ArticleJudgement, verdict: str, done: ArticleMerge | None) -> str:
    """What happened, and where it can be undone."""
    words = gettext("Decided: %(verdict)s.") % {"verdict": Verdict(verdict).label}
    if done is None:
        return format_html(
            '{} <a href="{}">{}</a>', words, change_url(judgement), gettext("Look again or undo")
        )
    return format_html(
        '{} {} <a href="{}">{}</a>',
        words,
        gettext("The two are one article now."),
        change_url(done),
        gettext("Look at the merge or undo it"),
    )


def _next_pair() -> str:
    following = ArticleJudgement.objects.open().order_by("-score", "pk").first()
    return change_url(following) if following else reverse("admin:index")
