"""What stands above an entity's form: its terms, tree, names, the texts that name it, and what is
still open about it.

As readers see it, it is `articles.views.entities`; here also what is weak, possible or a draft.
"""

from dataclasses import dataclass, replace

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode

from articles.admin.open_names import names_url
from articles.bars import Bars, Series, draw, texts_words
from articles.choices import Status
from articles.coverage import counts_by_date, desk_texts_naming
from articles.models import Mention
from articles.open_names import Asked
from articles.querysets import TranslationQuerySet
from articles.visibility import public_entities
from ots_desk.asked import asked_day_or
from people.admin.desk import the_desk
from people.audience import Audience
from people.choices import EntityKind
from people.days import standings_in, standings_of
from people.models import Entity
from people.profiles import chairs_of, holders_of, members_of, offices_of, roles_of
from people.spellings import spellings_of
from people.trees import tree_of

LATEST, OPEN_NAMES = 5, 8


@dataclass(frozen=True)
class OpenName:
    """Words that may name the entity, in how many texts, and where that is decided."""

    called: str
    texts: str
    url: str


def public_address(entity: Entity) -> str | None:
    """Where readers find it; None where they may not see it."""
    is_public = public_entities(Entity.objects.filter(pk=entity.pk)).exists()
    return entity.get_absolute_url() if is_public else None


def portrait(request, entity: Entity) -> dict:
    """Template values for the page of an entity, in a number of queries that doesn't grow. To
    somebody without a role it shows no text's words."""
    # As an entity and not as a person or place: relations are compared by their model.
    entity = Entity.objects.get(pk=entity.pk)
    audience = replace(the_desk(), url_of_text=_text_url)
    may_look = request.user.has_perm("articles.view_translation")
    return {
        **_who(entity, audience),
        **_on_a_day(request, entity, audience),
        **(_texts(entity, audience.language) if may_look else {}),
    }


def _who(entity: Entity, audience: Audience) -> dict:
    return {
        "names": spellings_of(
            entity, audience.language, with_errors=True, url_of_text=audience.url_of_text
        ),
        "offices": offices_of(entity, audience),
        "chairs": chairs_of(entity, audience),
        "members": members_of(entity, audience),
        "holders": holders_of(entity, audience),
        "roles": roles_of(entity, audience),
        "tree": tree_of(entity, audience) if entity.kind == EntityKind.ORGANIZATION else [],
    }


def _text_url(pk: int) -> str:
    """Where a text is found by its id alone; one that is gone is said to be."""
    return reverse("admin:articles_translation_change", args=[pk])


def _on_a_day(request, entity: Entity, audience: Audience) -> dict:
    on_day = asked_day_or(request, "on", audience.today)
    return {
        "on_day": on_day,
        "standings": [
            *standings_of(entity, on_day.day, audience),
            *standings_in(entity, on_day.day, audience),
        ],
    }


def _texts(entity: Entity, language: str) -> dict:
    texts = desk_texts_naming(entity)
    is_public = {"status": Status.PUBLISHED}
    published, others = texts.filter(**is_public), texts.exclude(**is_public)
    return {
        "may_look": True,
        "bars": _bars(published, others, language),
        "latest": list(texts.select_related("article").newest_first()[:LATEST]),
        "list_url": _list_url(entity),
        "open_names": _open_names(entity),
    }


def _bars(
    published: TranslationQuerySet, others: TranslationQuerySet, language: str
) -> Bars | None:
    series = [Series(counts_by_date(published)), Series(counts_by_date(others), "off")]
    return draw(series, language, texts_words)


def _list_url(entity: Entity) -> str:
    """The list of all texts that name it; a stretch of time can follow."""
    query = urlencode({"naming": entity.pk, "when": ""})
    return f"{reverse('admin:articles_translation_changelist')}?{query}"


def _open_names(entity: Entity) -> list[OpenName]:
    """Proposals to link something to it, by name, those in most texts first."""
    proposals = Mention.objects.open().of_texts_for_us().filter(entity=entity)
    counted = (
        proposals.order_by()
        .values_list("called_key")
        .annotate(texts=Count("translation", distinct=True))
    )
    return [
        OpenName(called, texts_words(texts), names_url(Asked(words=called)))
        for called, texts in counted.order_by("-texts", "called_key")[:OPEN_NAMES]
    ]
