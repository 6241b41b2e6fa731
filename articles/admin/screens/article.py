"""What an article's page shows: its texts, and of the one chosen its names, evidence, history.

Deciding anything is done by the forms on the page, through the operations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from articles.admin.links import text_url
from articles.admin.screens.evidence import Evidence, evidence_of
from articles.admin.screens.further import Further, further_documents
from articles.admin.screens.marking import Stretch, marked
from articles.choices import MentionField, MentionStatus
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Flag,
    Mention,
    Revision,
    Translation,
)
from articles.publishing import TRANSITIONS, can
from articles.revisions import note_words
from ots_desk.admin import change_url
from ots_desk.interface import date_words
from people.labels import what_it_is
from people.models import Entity

# How many of a text's revisions its page lists; the rest are in the list of revisions.
LATEST_REVISIONS = 5


@dataclass
class Named:
    """One entity (None: nobody known yet) and its mentions in a text, in the order of reading."""

    number: int
    entity: Entity | None
    about: str
    mentions: list[Mention] = field(default_factory=list)

    def count(self, status: MentionStatus) -> int:
        return sum(mention.status == status for mention in self.mentions)

    @property
    def confirmed(self) -> int:
        return self.count(MentionStatus.CONFIRMED)

    @property
    def suggested(self) -> int:
        return self.count(MentionStatus.SUGGESTED)

    @property
    def rejected(self) -> int:
        return self.count(MentionStatus.REJECTED)

    @property
    def broken(self) -> int:
        return self.count(MentionStatus.BROKEN)


@dataclass(frozen=True)
class TextOnPage:
    """The text that is shown, with everything beside it."""

    text: Translation
    marked: dict[str, list[Stretch]]
    named: list[Named]
    evidence: Evidence | None
    flags: list[Flag]
    further: list[Further]
    moves: set[str]

    @property
    def date(self) -> str:
        return date_words(self.text.published)

    @property
    def copies(self) -> list[Further]:
        return [one for one in self.further if one.is_copy]

    @property
    def versions(self) -> list[Further]:
        """What isn't simply the same text again: versions, and what was told apart."""
        return [one for one in self.further if not one.is_copy]

    @property
    def copied_since(self) -> datetime:
        return min(one.attachment.attached_at for one in self.copies)

    @property
    def headline(self) -> list[Stretch]:
        return self.marked[MentionField.HEADLINE]

    @property
    def deck(self) -> list[Stretch]:
        return self.marked[MentionField.DECK]

    @property
    def body(self) -> list[Stretch]:
        return self.marked[MentionField.BODY]

    @property
    def caption(self) -> list[Stretch]:
        return self.marked[MentionField.CAPTION]


def article_page(article: Article, wanted: str) -> dict:
    """Template values; `wanted` is the id of the text to show, else the first one is shown."""
    texts = list(
        article.translations.standing()
        .select_related("source", "agency", "reading__document")
        .order_by("pk")
    )
    chosen = next((text for text in texts if str(text.pk) == wanted), texts[0] if texts else None)
    return {
        "texts": texts,
        # Where every form on the page leads back to.
        "here": text_url(chosen) if chosen else change_url(article),
        "retired": list(article.translations.filter(replaced_by__isnull=False).order_by("pk")),
        "shown": text_on_page(chosen) if chosen else None,
        "revisions": _revisions(chosen),
        "about": [
            (entity, what_it_is(entity))
            for entity in article.about.prefetch_related("memberships__post")
        ],
        "pairs": _open_pairs(article),
        "merges": _merges(article),
        "mention_fields": MentionField.choices,
    }


def text_on_page(text: Translation) -> TextOnPage:
    mentions = list(
        text.mentions.select_related("entity").prefetch_related("entity__memberships__post")
    )
    named = name_groups(mentions)
    numbers = {group.entity.pk if group.entity else None: group.number for group in named}
    reading = text.reading
    return TextOnPage(
        text=text,
        marked=marked(text, mentions, numbers),
        named=named,
        evidence=evidence_of(reading.document, reading) if reading else None,
        flags=list(text.flags.all()),
        further=further_documents(text),
        moves={move for move in TRANSITIONS if can(text, move)},
    )


def name_groups(mentions: Iterable[Mention]) -> list[Named]:
    """One group an entity, numbered as they first appear in the text."""
    order = list(MentionField)
    groups: dict[int | None, Named] = {}
    for mention in sorted(mentions, key=lambda m: (order.index(m.field), m.start)):
        entity = mention.entity
        if mention.entity_id not in groups:
            about = what_it_is(entity) if entity else ""
            groups[mention.entity_id] = Named(len(groups) + 1, entity, about)
        groups[mention.entity_id].mentions.append(mention)
    return list(groups.values())


def _revisions(text: Translation | None) -> list[tuple[Revision, str]]:
    if text is None:
        return []
    latest = text.revisions.select_related("made_by").order_by("-number")[:LATEST_REVISIONS]
    return [(revision, note_words(revision)) for revision in latest]


def _open_pairs(article: Article) -> list[ArticleJudgement]:
    return list(
        ArticleJudgement.objects.open()
        .filter(Q(first=article) | Q(second=article))
        .prefetch_related("first__translations", "second__translations")
    )


def _merges(article: Article) -> list[ArticleMerge]:
    return list(
        ArticleMerge.objects.filter(Q(survivor=article) | Q(duplicate=article)).select_related(
            "merged_by", "undone_by"
        )
    )
