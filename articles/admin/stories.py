"""Stories in the admin: the list, the page of one, beginning one by hand."""

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import leaving, story_changes
from articles.admin.naming import AsksWhoMixin
from articles.admin.screens.story import articles_like, story_page, with_reports
from articles.admin.story_filters import (
    PrintedFilter,
    ReportLanguageFilter,
    ReportOutletFilter,
    ShownFilter,
)
from articles.models import Article, Coverage, Split, Story, StoryChange, Translation
from articles.stories import StoryNotAllowed
from ots_desk.admin import (
    DeskModelAdmin,
    OwnPageMixin,
    back,
    change_url,
    check_asked,
    number_of,
    posted_id,
    row_post,
)
from ots_desk.interface import date_words
from ots_desk.languages import own_name
from ots_desk.locks import refusing_collisions
from ots_desk.merging import MergeNotAllowed
from ots_desk.text import fold
from ots_desk.undoing import refusal_words, tell_kept
from ots_desk.versions import StaleVersion


class StoryList(ChangeList):
    """Reads the reports of all stories of a page at once."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = with_reports(self.result_list)


@admin.register(Story)
class StoryAdmin(AsksWhoMixin, OwnPageMixin, DeskModelAdmin):
    """What several outlets' articles tell of one event."""

    search_fields = ("title",)
    list_display = ("called", "articles_count", "outlets", "languages", "first_day", "last_day")
    list_filter = (
        ShownFilter,
        ReportLanguageFilter,
        ReportOutletFilter,
        PrintedFilter,
        ("event", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("lead",)
    ordering = ("-pk",)
    when_empty = _(
        "A story tells the reports of several outlets on one event together. Answer “same story” "
        "in the queue of pairs, or begin one here with two articles."
    )
    row_posts = (
        "take_out",
        "put_in_again",
        "lead",
        "rename",
        "event",
        "add",
        "join",
        "undo",
    )

    def get_changelist(self, request, **kwargs):
        return StoryList

    def has_delete_permission(self, request, obj=None):
        # Its articles are taken out, and that is kept; or its beginning is undone.
        return False

    def find(self, queryset, text):
        """By the words of its texts, and of its title: few have one, so they are folded here."""
        told = Translation.objects.standing().containing(text).values("article")
        wanted = fold(text)
        titles = Story.objects.exclude(title="").values_list("pk", "title")
        titled = [pk for pk, title in titles if wanted in fold(title)]
        covered = Coverage.objects.filter(article__in=told).values("story")
        return queryset.filter(Q(pk__in=covered) | Q(pk__in=titled))

    # The list

    @admin.display(description=_("story"))
    def called(self, story):
        first = story.reports[0].text if story.reports else story
        return story.title or str(story.lead or first)

    @admin.display(description=_("articles"))
    def articles_count(self, story):
        return len({report.text.article_id for report in story.reports})

    @admin.display(description=_("outlets"))
    def outlets(self, story):
        return len({report.outlet for report in story.reports} - {None}) or None

    @admin.display(description=_("languages"))
    def languages(self, story):
        codes = sorted({report.text.language for report in story.reports})
        return ", ".join(own_name(code) or "—" for code in codes)

    @admin.display(description=_("first report"))
    def first_day(self, story):
        return date_words(next(iter(_days(story)), None)) or None

    @admin.display(description=_("last report"))
    def last_day(self, story):
        return date_words(next(reversed(_days(story)), None)) or None

    # The page of one

    def page(self, request, story):
        return self.screen(
            request,
            "admin/articles/story.html",
            title=gettext("Story"),
            original=story,
            may_change=request.user.has_perm("articles.change_story"),
            may_take_out=request.user.has_perm("articles.add_split"),
            may_put_in=request.user.has_perm("articles.change_split"),
            **story_page(story, request.GET.get("find", "")),
        )

    def add_view(self, request, form_url="", extra_context=None):
        """Begin a story of the article named in the address and another one."""
        check_asked(request.GET)
        if not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        pk = number_of(request.GET.get("article", ""))
        first = get_object_or_404(Article.objects.standing(), pk=pk) if pk else None
        if request.method == "POST" and first:
            return self._begin(request, first)
        words = request.GET.get("find", "")
        return self.screen(
            request,
            "admin/articles/begin_story.html",
            title=gettext("Begin a story"),
            article=first,
            words=words,
            found=articles_like(words, but=[pk] if pk else []),
        )

    def _begin(self, request, first: Article):
        second = get_object_or_404(Article, pk=posted_id(request, "article") or 0)
        try:
            with refusing_collisions(StoryNotAllowed):
                story = story_changes.begin(first, second, user=request.user).story
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(request.get_full_path())
        messages.success(request, gettext("The two are told together."))
        return HttpResponseRedirect(change_url(story))

    # What its forms do

    @row_post("articles.add_split")
    def take_out(self, request, story):
        coverage = get_object_or_404(Coverage, pk=posted_id(request, "coverage") or 0, story=story)
        reason = request.POST.get("reason", "")
        return self._do(
            request,
            story,
            lambda: leaving.take_out(coverage, user=request.user, reason=reason),
            gettext("Taken out. The history below puts it in again."),
        )

    @row_post("articles.change_split")
    def put_in_again(self, request, story):
        split = get_object_or_404(Split, pk=posted_id(request, "row") or 0, story=story)
        return self._do(
            request,
            story,
            lambda: tell_kept(request, leaving.put_in_again(split, user=request.user)),
            gettext("It is in the story again."),
        )

    @row_post("articles.change_story")
    def lead(self, request, story):
        """Put a text first; without one the earliest report leads again."""
        pk = posted_id(request, "text")
        text = get_object_or_404(Translation, pk=pk) if pk else None
        return self._set(request, story, story_changes.set_lead, text)

    @row_post("articles.change_story")
    def rename(self, request, story):
        return self._set(request, story, story_changes.rename, request.POST.get("title", "")[:300])

    @row_post("articles.change_story")
    def event(self, request, story):
        """Link the event named in the form; without a name none is linked."""
        if not request.POST.get("who", "").strip():
            return self._set(request, story, story_changes.link_event, None)
        return self.with_entity(
            request,
            lambda entity: self._set(request, story, story_changes.link_event, entity),
            change_url(story),
        )

    @row_post("articles.change_story")
    def add(self, request, story):
        article = get_object_or_404(Article, pk=posted_id(request, "article") or 0)
        is_digest = "digest" in request.POST
        return self._do(
            request,
            story,
            lambda: story_changes.add_article(story, article, user=request.user, digest=is_digest),
            gettext("Added to the story."),
        )

    @row_post("articles.change_story")
    def join(self, request, story):
        """Make one of this story and that of another article."""
        article = get_object_or_404(Article, pk=posted_id(request, "article") or 0)
        own = story.coverage.filter(is_digest=False).select_related("article").first()
        if own is None:
            messages.error(request, gettext("Only digests are left in this story."))
            return HttpResponseRedirect(change_url(story))
        return self._do(
            request,
            story,
            lambda: story_changes.begin(own.article, article, user=request.user),
            gettext("The two stories are one now."),
        )

    @row_post("articles.change_story")
    def undo(self, request, story):
        change = get_object_or_404(StoryChange, pk=posted_id(request, "row") or 0, story=story)
        return self._do(
            request,
            story,
            lambda: story_changes.undo(change, user=request.user),
            gettext("Undone."),
        )

    def _set(self, request, story: Story, change, value):
        """A value is set on the version that the form has shown."""
        story.version = posted_id(request, "version") or 0
        return self._do(
            request, story, lambda: change(story, value, user=request.user), gettext("Saved.")
        )

    def _do(self, request, story: Story, act, done: str):
        """Do it, say so or why not, and go back to the story, or to the list where it is gone."""
        try:
            with refusing_collisions(StoryNotAllowed):
                act()
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
        except StaleVersion:
            messages.error(
                request,
                gettext("Somebody else has changed the story since you opened it. Look again."),
            )
        else:
            messages.success(request, done)
        if found := Story.objects.filter(pk=story.pk).select_related("merged_into").first():
            return back(request, change_url(found.survivor()))
        return HttpResponseRedirect(reverse("admin:articles_story_changelist"))


def _days(story: Story) -> list:
    """The source dates of its reports, the earliest first."""
    return sorted(report.text.published for report in story.reports if report.text.published)
