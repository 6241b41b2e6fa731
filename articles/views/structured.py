"""A text as schema.org tells it: JSON-LD for search engines, from what readers may see."""

import json
from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

from articles.addresses import address
from articles.kinship import Kinship
from articles.models import Translation
from articles.projection import PublicText, project
from people.choices import EntityKind
from people.models import Entity

_TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event",
    EntityKind.DOCUMENT: "CreativeWork",
}


def news_article(
    text: Translation, public: PublicText, url: str, named: list[Entity], absolute
) -> dict:
    """Return the NewsArticle; `absolute` makes a path a full address. What isn't known is left
    out, and a date that isn't a day is as short as it is known."""
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": url,
        "headline": public.headline,
        "inLanguage": public.language,
        "description": public.summary,
        "articleBody": public.body if public.is_complete else "",
        "isBasedOn": text.source_url,
        "datePublished": _date(text),
        "dateModified": text.changed_at.isoformat(),
        "publisher": _publisher(text),
        "mentions": [_mention(entity, absolute) for entity in named],
        "isAccessibleForFree": True,
    }
    return {key: value for key, value in facts.items() if value}


def related_works(text: Translation, public: PublicText, kinship: Kinship, absolute) -> dict:
    """What it is a translation of, where that is known, its translations, and the desk's part."""
    source = kinship.source_of(text)
    desk = {"@type": "Organization", "name": "OTS Desk"}
    facts = {
        "translationOfWork": _work(source, absolute) if source else None,
        "translator": desk if source and text.is_the_desks_own else None,
        "workTranslation": [_work(one, absolute) for one in kinship.translations_of(text)],
        "contributor": desk if kinship.edited_fields(text, public) else None,
    }
    return {key: value for key, value in facts.items() if value}


def _work(text: Translation, absolute) -> dict:
    return {"@type": "NewsArticle", "url": absolute(address(text)), "inLanguage": text.language}


def report_list(name: str, url: str, texts: Iterable[Translation], absolute) -> dict:
    """Return the CollectionPage of a story: its reports, each as short as a list needs."""
    items = [
        {"@type": "ListItem", "position": number, "item": _report(text, absolute)}
        for number, text in enumerate(texts, start=1)
    ]
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "url": url,
        "name": name,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(items),
            "itemListElement": items,
        },
    }


def _report(text: Translation, absolute) -> dict:
    facts = {
        "@type": "NewsArticle",
        "url": absolute(address(text)),
        "headline": project(text).headline,
        "inLanguage": text.language,
        "datePublished": _date(text),
        "isBasedOn": text.source_url,
        "publisher": _publisher(text),
    }
    return {key: value for key, value in facts.items() if value}


def _date(text: Translation) -> str:
    """schema.org knows no spans: of a date that isn't a day, month or year nothing is said."""
    return str(text.published) if text.published and "/" not in str(text.published) else ""


def _publisher(text: Translation) -> dict | None:
    if text.is_the_desks_own:
        return {"@type": "Organization", "name": "OTS Desk"}
    return {"@type": "Organization", "name": text.source.name} if text.source else None


def _mention(entity: Entity, absolute) -> dict:
    return {
        "@type": _TYPES[EntityKind(entity.kind)],
        "name": entity.display_name,
        "url": absolute(entity.get_absolute_url()),
    }


# As in Django's `json_script`: with these no text can end the element or open another.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def json_ld(facts: dict) -> SafeString:
    """The element that carries `facts` in a page."""
    said = json.dumps(facts, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{said}</script>')  # noqa: S308
