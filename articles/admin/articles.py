"""Articles in the admin: the list, the page of one, and writing one from nothing."""

from django.contrib import admin, messages
from django.db.models import Max, Prefetch
from django.db.models.functions import Coalesce
from django.http import HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.coverage import CoverageMixin
from articles.admin.filters import ArticleFlagFilter, ArticleLanguageFilter, ArticleStatusFilter
from articles.admin.links import text_url
from articles.admin.merging import MergesArticlesMixin, merge_two
from articles.admin.naming import AsksWhoMixin
from articles.admin.screens.article import article_page
from articles.choices import Status
from articles.editing import write_article
from articles.forms import ArticleForm, WriteForm
from articles.models import Article, Translation
from articles.publishing import NotAllowed
from articles.tagging import tag_article, untag_article
from ots_desk.admin import DeskModelAdmin, back, change_url, posted_id, row_post

# Only topics that some article has: the whole list would be three screens high.
TOPIC_FILTER = ("topics", admin.RelatedOnlyFieldListFilter)


@admin.register(Article)
class ArticleAdmin(MergesArticlesMixin, AsksWhoMixin, CoverageMixin, DeskModelAdmin):
    """One page an article: its texts, names, evidence, pairs and merges."""

    form = ArticleForm
    fields = ("event_date", "topics", "seen_version")
    search_fields = ("translations__folded",)
    list_display = ("__str__", "languages", "statuses", "event_date_words", "created_at")
    list_filter = (ArticleStatusFilter, ArticleLanguageFilter, ArticleFlagFilter, TOPIC_FILTER)
    actions = (merge_two,)
    row_posts = ("tag", "untag")
    screens = ("merge_with",)

    def find(self, queryset, text):
        texts = Translation.objects.standing().containing(text)
        return queryset.filter(pk__in=texts.values("article"))

    def get_queryset(self, request):
        texts = Translation.objects.standing().defer("body", "folded").order_by("pk")
        return super().get_queryset(request).prefetch_related(Prefetch("translations", texts))

    @admin.display(description=_("languages"))
    def languages(self, article):
        return ", ".join(text.language_name or "—" for text in article.translations.all())

    @admin.display(description=_("status"))
    def statuses(self, article):
        return ", ".join(text.get_status_display() for text in article.translations.all())

    @admin.display(description=_("date of the event"), ordering="event_date_earliest")
    def event_date_words(self, article):
        return str(article.event_date) if article.event_date else None

    def get_fields(self, request, obj=None):
        """Those who may only look read the date in words."""
        may_change = self.has_change_permission(request, obj)
        return self.fields if may_change else ("event_date_words", "topics")

    def has_delete_permission(self, request, obj=None):
        # Nothing received or published is lost: a text is withdrawn or set aside.
        return False

    def has_change_permission(self, request, obj=None):
        """Date and topics of what readers see are changed by those who may publish."""
        may = super().has_change_permission(request, obj)
        if obj is not None and any(t.status == Status.PUBLISHED for t in obj.translations.all()):
            return may and request.user.has_perm("articles.publish_translation")
        return may

    def change_view(self, request, object_id, form_url="", extra_context=None):
        article = self.get_object(request, object_id)
        page = {"title": gettext("Article"), "show_save_and_add_another": False}
        if article:
            wanted, at = request.GET.get("text", ""), request.GET.get("at", "")
            page |= article_page(article, wanted, at, request.user)
            texts = self.admin_site.get_model_admin(Translation)
            shown = page["shown"]
            page["may_edit"] = shown and texts.has_change_permission(request, shown.text)
        return super().change_view(request, object_id, form_url, {**page, **(extra_context or {})})

    def get_view_on_site_url(self, obj=None):
        """Articles have a page of readers' only through a published text."""
        return None

    def add_view(self, request, form_url="", extra_context=None):
        """Write an article from nothing, or the one named in the address in a further language,
        and publish it at once if one may."""
        if not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        article = self._further(request)
        sources = _sources(article, request.GET.get("from", "")) if article else []
        language = request.GET.get("language", request.LANGUAGE_CODE)
        form = WriteForm(request.POST or None, sources=sources, initial={"language": language})
        written = self._write(request, form, article) if form.is_valid() else None
        if written:
            return HttpResponseRedirect(text_url(written))
        title = gettext("Write in another language") if article else gettext("Write an article")
        return self.screen(
            request,
            "admin/articles/write.html",
            title=title,
            form=form,
            article=article,
            sources=sources,
        )

    def _further(self, request) -> Article | None:
        """The article that is to be written in another language."""
        wanted = request.GET.get("article", "")
        found = self.get_object(request, wanted) if wanted else None
        return self.get_object(request, found.survivor().pk) if found else None

    def _write(self, request, form, article: Article | None) -> Translation | None:
        """The text written, or None with a message why not."""
        is_public = "publish" in request.POST
        if is_public and not request.user.has_perm("articles.publish_translation"):
            messages.error(request, gettext("You may write drafts; an editor publishes them."))
            return None
        try:
            text = write_article(
                user=request.user, article=article, publish_now=is_public, **form.cleaned_data
            )
        except NotAllowed as error:
            messages.error(request, str(error))
            return None
        done = gettext("Published: “%s”.") if is_public else gettext("Saved as a draft: “%s”.")
        messages.success(request, done % text.headline)
        return text

    @row_post("articles.change_mention")
    def tag(self, request, article):
        """Tag the article with an entity that it doesn't spell."""

        def tag(entity):
            tag_article(article, entity, user=request.user)
            messages.success(
                request, gettext("The article is also about %(name)s.") % {"name": entity}
            )

        return self.with_entity(request, tag, change_url(article))

    @row_post("articles.change_mention")
    def untag(self, request, article):
        entity = article.about.filter(pk=posted_id(request, "entity")).first()
        if entity:
            untag_article(article, entity, user=request.user)
            messages.success(request, gettext("%(name)s was taken off.") % {"name": entity})
        return back(request, change_url(article))


def _sources(article: Article, wanted: str) -> list[Translation]:
    """The texts of an article that can be translated, the one that is `wanted` first, each with
    the number of its last revision as `seen`."""
    texts = article.translations.standing().order_by("pk")
    numbered = texts.annotate(seen=Coalesce(Max("revisions__number"), 0))
    return sorted(numbered, key=lambda text: str(text.pk) != wanted)
