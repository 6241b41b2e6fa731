"""From an article, or from the list of articles, to the preview of a merge."""

import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import preview_address
from articles.models import Article, Translation
from ots_desk.admin import check_posted, number_of
from ots_desk.interface import date_words

# So many articles are offered to merge with; whoever wants another says more of its headline.
MOST_FOUND = 20
_ADDRESS = re.compile(r"/articles/(\d+)")


class MergesArticlesMixin:
    """`merge_with` looks for the other article; `merge_two` takes the two that are marked."""

    def merge_with(self, request, pk: int):
        """Look for the article to merge with, by headline, number or address."""
        if not request.user.has_perm("articles.add_articlemerge"):
            raise PermissionDenied
        check_posted(request.GET)
        article = get_object_or_404(Article, pk=pk).survivor()
        asked = request.GET.get("q", "").strip()
        found = find_articles(asked).exclude(pk=article.pk) if asked else Article.objects.none()
        offered = [
            (other, preview_address(article, other), _told(other)) for other in found[:MOST_FOUND]
        ]
        return self.screen(
            request,
            "admin/articles/merge_with.html",
            title=gettext("Merge article %(id)s with…") % {"id": article.pk},
            original=article,
            asked=asked,
            offered=offered,
        )

    def has_merge_permission(self, request):
        return request.user.has_perm("articles.add_articlemerge")


def _told(article: Article) -> list[tuple[Translation, str]]:
    """Its texts, each with its day in words."""
    standing = [text for text in article.translations.all() if not text.replaced_by_id]
    return [(text, date_words(text.published)) for text in standing]


@admin.action(description=_("Merge these two…"), permissions=["merge"])
def merge_two(modeladmin, request, queryset):
    ends = {article.survivor() for article in queryset[:3]}
    if len(ends) != 2:
        messages.error(request, gettext("Mark exactly two articles."))
        return None
    return HttpResponseRedirect(preview_address(*ends))


def find_articles(asked: str):
    """Standing articles by their number, an address of theirs here or at an outlet, or words of a
    text."""
    texts = Translation.objects.standing()
    articles = Article.objects.standing().order_by("-pk").prefetch_related("translations__source")
    address = _ADDRESS.search(asked)
    if (number := number_of(address[1] if address else asked)) is not None:
        found = Article.objects.filter(pk=number).first()
        return articles.filter(pk=found.survivor().pk) if found else articles.none()
    if asked.startswith(("http://", "https://")):
        return articles.filter(pk__in=texts.filter(source_url=asked).values("article"))
    return articles.filter(pk__in=texts.containing(asked).values("article"))
