"""The home page: the newest texts in the reader's language, then articles that have none in it."""

from collections import Counter

from django.db.models import Count
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Mention, Translation
from articles.projection import project, public_mentions
from articles.querysets import TranslationQuerySet
from articles.views.entries import LanguageLink, entries_of, listed
from articles.views.paging import page_of
from articles.views.rolls import Named, listed_entities, named, offices_on_day
from articles.visibility import public_entities
from ots_desk.interface import date_words
from ots_desk.languages import INTERFACE, own_name
from people.audience import Audience
from people.choices import EntityKind
from people.models import Entity
from people.profiles import Terms, chairs_of

PAGE, FOREIGN, NAMED_MOST = 20, 20, 5

# The organization that this desk is about, by its id in the reference data.
ORGANIZATION = "org/ots"


def home(request):
    """The river. Texts in other languages follow where the reader's own end, labelled."""
    language = get_language()
    own = listed(Translation.objects.published().in_language(language).newest_first())
    page = page_of(own, request, PAGE)
    foreign = [] if page.has_next else list(_foreign(language)[:FOREIGN])
    texts = [*page.rows, *foreign]
    return render(
        request,
        "articles/home.html",
        {
            "page": page,
            "entries": entries_of(page.rows),
            "foreign": entries_of(foreign),
            "named_most": _named_most(texts),
            "languages_with_texts": _languages(),
            "chairs": _chairs(language),
        },
    )


def _foreign(language: str) -> TranslationQuerySet:
    """Of each article that has no text in `language`: its original, the text that came first."""
    texts = Translation.objects.published().one_of_each_article(language)
    return listed(texts.exclude(language=language).newest_first())


def _named_most(texts: list[Translation]) -> list[tuple[Named, int]]:
    """The persons whom most articles on this page name, with how many do, and the office that
    each held on the day of the newest of them."""
    texts_of = _texts_by_person(texts)
    counts = Counter({pk: len({t.article_id for t in own}) for pk, own in texts_of.items()})
    most = [pk for pk, _count in counts.most_common(NAMED_MOST)]
    found = listed_entities(Entity.objects.filter(pk__in=most)).in_bulk()
    return [(_named(found[pk], texts_of[pk]), counts[pk]) for pk in most]


def _texts_by_person(texts: list[Translation]) -> dict[int, list[Translation]]:
    """Which of `texts` name a person where readers see it, the newest first."""
    mentions: dict[int, list[Mention]] = {}
    persons = Mention.objects.confirmed().filter(entity__kind=EntityKind.PERSON)
    for mention in persons.filter(translation__in=[text.pk for text in texts]):
        mentions.setdefault(mention.translation_id, []).append(mention)
    naming: dict[int, list[Translation]] = {}
    for text in sorted(texts, key=lambda t: (t.sorts_at, t.pk), reverse=True):
        seen = public_mentions(project(text), mentions.get(text.pk, []))
        for person in dict.fromkeys(mention.entity_id for mention in seen):
            naming.setdefault(person, []).append(text)
    return naming


def _named(person: Entity, texts: list[Translation]) -> Named:
    day = next((text.tells_of for text in texts if text.tells_of), None)
    office = offices_on_day(person, day)
    remark = _("%(office)s on %(day)s") if office else ""
    said = {"office": office, "day": date_words(day)}
    return named(person, remark % said)


def _languages() -> tuple[list[tuple[LanguageLink, int]], list[LanguageLink]]:
    """Languages that have texts, the most first, and those of the interface that have none."""
    counts = Translation.objects.published().order_by().values_list("language")
    found = dict(counts.annotate(count=Count("pk")).order_by("-count", "language"))
    with_texts = [(_language_link(code), count) for code, count in found.items()]
    return with_texts, [_language_link(code) for code in INTERFACE if code not in found]


def _language_link(code: str) -> LanguageLink:
    return LanguageLink(code, own_name(code), f"/{code}/" if code in INTERFACE else "")


def _chairs(language: str) -> Terms | None:
    organization = Entity.objects.filter(reference=ORGANIZATION).first()
    if not organization:
        return None
    return chairs_of(organization, Audience(public_entities(), language, timezone.localdate()))
