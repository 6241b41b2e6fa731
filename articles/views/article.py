"""The page of an article: its text in the reader's language, else the original, labelled."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.addresses import address, in_language
from articles.choices import MentionField
from articles.kinship import Kinship, kinship_of
from articles.models import Article, Mention, Translation
from articles.projection import PublicText, project, public_mentions
from articles.views.entries import (
    clock_of,
    is_day,
    is_long,
    link_to,
    outlet_of,
    teaser_of,
)
from articles.views.more_coverage import more_coverage
from articles.views.near import near
from articles.views.origins import origin_of
from articles.views.relations import said_of
from articles.views.rolls import Named, listed_entities, of_kind, persons_of
from articles.views.running_text import paragraphs_with_links
from articles.views.structured import json_ld, news_article, related_works
from ots_desk.interface import date_words
from ots_desk.languages import INTERFACE, own_name
from ots_desk.slugs import slug_of
from people.choices import EntityKind
from people.models import Entity


def article(request, pk: int, slug: str = ""):
    """One article. The id decides: a merged one and a wrong slug lead to the right address, by a
    redirect that nobody keeps, because merges can be undone and headlines edited again."""
    wanted = get_object_or_404(Article.objects.select_related("merged_into"), pk=pk)
    found = wanted.survivor()
    texts = list(_texts(found))
    if not texts:
        raise Http404
    text = _chosen(texts, request.GET.get("text", ""), get_language())
    public = project(text)
    if found != wanted or slug != slug_of(public.headline):
        return HttpResponseRedirect(_address_here(request, text, public))
    request.addresses = _addresses(texts)
    kinship = kinship_of(texts)
    return render(
        request,
        "articles/article.html",
        {
            **_about_languages(request, text, texts),
            **_about_text(request, text, public, kinship),
            "text": text,
            "public": public,
            "description": teaser_of(public),
            "origin": origin_of(text, public, kinship),
            "said": said_of(text, public, kinship),
            "beside": _beside(text),
            "coverage": more_coverage(found),
        },
    )


def _texts(found: Article):
    texts = Translation.objects.published().filter(article=found).order_by("pk")
    return texts.select_related("source", "agency", "article")


def _chosen(texts: list[Translation], asked: str, language: str) -> Translation:
    """The text that was asked for, else the one in the reader's language, else in another script
    of it, else the original: the one that came in first."""
    for wanted in (asked, language):
        for text in texts:
            if text.language == wanted:
                return text
    return next((t for t in texts if t.language.split("-")[0] == language), texts[0])


def _address_here(request, text: Translation, public: PublicText) -> str:
    path = in_language(get_language(), text.article_id, slug_of(public.headline))
    query = request.GET.urlencode()
    return f"{path}?{query}" if query else path


def _about_languages(request, text: Translation, texts: list[Translation]) -> dict:
    links = [link_to(text), *(link_to(other) for other in texts if other != text)]
    return {
        "canonical": request.build_absolute_uri(address(text)),
        "switch": links,
        "reader_language_name": own_name(get_language()),
        # A reader who asked for a text in another language knows why it isn't in theirs.
        "is_lacking": get_language() not in {other.language.split("-")[0] for other in texts},
    }


def _about_text(request, text: Translation, public: PublicText, kinship: Kinship) -> dict:
    """The running text with its names linked, who they are, what is near, what machines read."""
    mentions = _mentions(text, public)
    entities = _entities(text, mentions)
    persons_first = sorted(entities, key=lambda entity: entity.kind != EntityKind.PERSON)
    names = {entity.pk: entity.display_name for entity in persons_first}
    day = text.tells_of
    url = request.build_absolute_uri(address(text))
    return {
        "is_long": is_long(public),
        "paragraphs": paragraphs_with_links(public, mentions),
        "persons": persons_of(entities, day),
        "persons_day": date_words(day),
        "events": of_kind(entities, EntityKind.EVENT),
        "groups": _groups(entities),
        "topics": list(text.article.topics.all()),
        "near": near(text.article, list(names), names),
        "structured": json_ld(
            news_article(text, public, url, entities, request.build_absolute_uri)
            | related_works(text, public, kinship, request.build_absolute_uri)
        ),
    }


def _groups(entities: list[Entity]) -> list[tuple[str, list[Named]]]:
    """What is named besides persons, kind by kind."""
    labels = {
        EntityKind.ORGANIZATION: _("Bodies"),
        EntityKind.PLACE: _("Places"),
        EntityKind.DOCUMENT: _("Documents"),
    }
    groups = [(label, of_kind(entities, kind)) for kind, label in labels.items()]
    return [(label, roll) for label, roll in groups if roll]


def _mentions(text: Translation, public: PublicText) -> list[Mention]:
    mentions = text.mentions.confirmed().select_related("entity").order_by("field", "start")
    return public_mentions(public, mentions)


def _entities(text: Translation, mentions: list[Mention]) -> list[Entity]:
    """Whom readers see named, in the order of the text, then what it is about besides."""
    body_first = sorted(mentions, key=lambda m: (m.field != MentionField.BODY, m.start))
    ids = [mention.entity_id for mention in body_first]
    ids += text.article.about.order_by("name").values_list("pk", flat=True)
    found = listed_entities(Entity.objects.filter(pk__in=ids)).in_bulk()
    return [found[pk] for pk in dict.fromkeys(ids)]


def _beside(text: Translation) -> dict:
    event = text.article.event_date
    return {
        "day": date_words(text.published),
        "day_iso": str(text.published) if is_day(text.published) else "",
        "clock": clock_of(text.published_time),
        "zone": text.zone,
        "outlet": outlet_of(text),
        "event_day": date_words(event) if event != text.published else "",
    }


def _addresses(texts: list[Translation]) -> dict[str, str]:
    """The article's address in each language of the interface, with the slug it has there."""
    return {
        code: in_language(
            code,
            texts[0].article_id,
            slug_of(project(_chosen(texts, "", code)).headline),
        )
        for code in INTERFACE
    }
