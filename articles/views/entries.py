"""One text as a row of a list: what stands beside it, its headline, its first words.

Every list of texts on the site is made here, out of what `articles.projection` lets readers see.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from django.utils.translation import gettext as _

from articles.addresses import address
from articles.models import Translation
from articles.projection import PublicText, project
from articles.querysets import TranslationQuerySet
from ots_desk.interface import date_words
from ots_desk.languages import own_name
from ots_desk.partial_dates import PartialDate
from ots_desk.text import fold

# About three lines of a phone; a paragraph that is longer ends with the sentence before.
TEASER_LENGTH = 320

LONG_HEADLINE = 90


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    url: str


@dataclass(frozen=True)
class Entry:
    url: str
    headline: str
    language: str
    language_name: str
    headline_is_proposed: bool
    is_long: bool
    teaser: str
    day: str
    day_iso: str
    clock: str
    event: str
    outlet: str
    others: list[LanguageLink]


def listed(texts: TranslationQuerySet) -> TranslationQuerySet:
    """`texts` with all that an entry shows, in a fixed number of queries."""
    return texts.select_related("source", "agency", "article")


def entries_of(texts: Iterable[Translation]) -> list[Entry]:
    """Return the rows for published texts, with links to their articles' other languages."""
    texts = list(texts)
    others = _others(texts)
    return [entry_of(text, others.get(text.article_id, [])) for text in texts]


def _others(texts: list[Translation]) -> dict[int, list[Translation]]:
    articles = {text.article_id for text in texts}
    found: dict[int, list[Translation]] = {}
    siblings = Translation.objects.published().filter(article__in=articles)
    for text in siblings.select_related("source", "agency").order_by("pk"):
        found.setdefault(text.article_id, []).append(text)
    return found


def entry_of(text: Translation, siblings: Iterable[Translation] = ()) -> Entry:
    """The row for one published text; `siblings` are those of its article."""
    public = project(text)
    return Entry(
        url=address(text),
        headline=public.headline,
        language=text.language,
        language_name=own_name(text.language),
        headline_is_proposed=public.headline_is_proposed,
        is_long=is_long(public),
        teaser=teaser_of(public),
        day=date_words(text.published),
        day_iso=str(text.published) if is_day(text.published) else "",
        clock=clock_of(text.published_time),
        event=_event(text),
        outlet=outlet_of(text),
        others=[link_to(other) for other in siblings if other.pk != text.pk],
    )


def _event(text: Translation) -> str:
    """The event's date stands in for a missing publication date, and is named as what it is."""
    event = text.article.event_date
    if text.published or not event:
        return ""
    return _("Tells of %(day)s") % {"day": date_words(event)}


def link_to(text: Translation) -> LanguageLink:
    return LanguageLink(text.language, own_name(text.language), address(text))


def outlet_of(text: Translation) -> str:
    """Who printed it, else the agency that wrote it; empty where neither is known."""
    if text.is_the_desks_own:
        return _("OTS Desk")
    return text.rights_holder.name if text.rights_holder else ""


def clock_of(clock: time | None) -> str:
    """As printed: hours and minutes, never converted."""
    return f"{clock:%H:%M}" if clock else ""


def is_long(public: PublicText) -> bool:
    """Long headlines are set smaller; so are proposed ones, which are whole sentences."""
    return len(public.headline) > LONG_HEADLINE or public.headline_is_proposed


def is_day(day: PartialDate | None) -> bool:
    return bool(day) and day.earliest == day.latest


def teaser_of(public: PublicText) -> str:
    """The desk's summary, the outlet's deck, or the first paragraph that doesn't only repeat the
    headline."""
    for words in (public.summary, public.deck):
        if words:
            return shortened(words)
    headline = fold(public.headline)
    fresh = [p for p in public.paragraphs if not fold(p).startswith(headline)]
    return shortened(fresh[0]) if fresh else ""


def shortened(text: str, length: int = TEASER_LENGTH) -> str:
    """`text` cut after a sentence, or else after a word, with an ellipsis."""
    if len(text) <= length:
        return text
    head = text[:length]
    sentence = max(head.rfind(end) for end in (". ", "! ", "? "))
    if sentence > length // 3:
        return f"{head[: sentence + 1]} …"
    return f"{head.rsplit(' ', 1)[0]} …"
