"""Topics: the list of them, and the articles under one."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from articles.models import Article, Topic, Translation
from articles.views.entries import entries_of, listed
from articles.views.paging import page_of
from ots_desk.slugs import slug_of

PAGE = 20


def topics(request):
    """Topics that a public article is filed under, by name."""
    found = Topic.objects.filter(articles__in=Article.objects.published()).distinct()
    page = page_of(found.order_by("name"), request, 100)
    return render(request, "articles/topics.html", {"page": page})


def topic(request, pk: int, slug: str = ""):
    found = get_object_or_404(Topic, pk=pk)
    if slug != slug_of(found.name):
        return HttpResponseRedirect(found.get_absolute_url())
    texts = Translation.objects.published().filter(article__topics=found)
    texts = texts.one_of_each_article(get_language()).newest_first()
    page = page_of(listed(texts), request, PAGE)
    context = {"topic": found, "page": page, "entries": entries_of(page.rows)}
    return render(request, "articles/topic.html", context)
