"""What an article's page shows: its texts, and of the one chosen its names, evidence, history.

Deciding anything is done by the forms on the page, through the operations.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.admin.links import text_url
from articles.admin.screens.evidence import Evidence, evidence_of
from articles.admin.screens.further import Further, further_documents
from articles.admin.screens.marking import Stretch, marked, mentions_in
from articles.admin.screens.names import Ask, Names, names_of
from articles.admin.screens.story import stories_of
from articles.choices import MentionField
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Flag,
    Revision,
    Split,
    Translation,
)
from articles.publishing import TRANSITIONS, can
from articles.received import edited_since
from articles.revisions import note_words
from articles.steps import last_steps
from ots_desk.admin import change_url
from ots_desk.interface import countries, date_words
from ots_desk.languages import TEXTS
from people.choices import EntityKind
from people.labels import what_it_is

# How many of a text's revisions its page lists; the rest are in the list of revisions.
LATEST_REVISIONS = 5

# So many steps back are offered; whoever wants more has them in the list of steps.
LATEST_STEPS = 5


@dataclass(frozen=True)
class TextOnPage:
    """The text that is shown, with everything beside it."""

    text: Translation
    marked: dict[str, list[Stretch]]
    names: Names
    evidence: Evidence | None
    flags: list[Flag]
    further: list[Further]
    moves: set[str]
    # The fields in which it isn't any more what was received.
    edited: list[str]

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
    def unseen(self) -> list[Ask]:
        """What waits and isn't marked in the text: its words are gone, or others lie over them."""
        marked_ids = mentions_in(self.marked.values())
        return [a for a in self.names.asks if a.is_open and a.mention.pk not in marked_ids]

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


def article_page(article: Article, wanted: str, at: str, user) -> dict:
    """Template values; `wanted` is the id of the text to show, else the first one is shown, and
    `at` that of the mention to look at."""
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
        "shown": text_on_page(chosen, at) if chosen else None,
        "steps": last_steps(user, LATEST_STEPS, chosen) if chosen else [],
        "revisions": _revisions(chosen),
        "about": [
            (entity, what_it_is(entity))
            for entity in article.about.prefetch_related("memberships__post")
        ],
        "pairs": _open_pairs(article),
        "merges": _merges(article),
        "splits": _splits(article),
        "stories": stories_of(article),
        "mention_fields": MentionField.choices,
        "kinds": EntityKind.choices,
        "countries": countries(),
        "languages": list(TEXTS.items()),
    }


def text_on_page(text: Translation, at: str = "") -> TextOnPage:
    names = names_of(text, at)
    reading = text.reading
    return TextOnPage(
        text=text,
        marked=marked(text, [ask.mention for ask in names.asks], names.numbers),
        names=names,
        evidence=evidence_of(reading.document, reading) if reading else None,
        flags=list(text.flags.all()),
        further=further_documents(text),
        moves={move for move in TRANSITIONS if can(text, move)},
        edited=edited_since([text]).get(text.pk, []),
    )


def _revisions(text: Translation | None) -> list[tuple[Revision, str]]:
    if text is None:
        return []
    latest = text.revisions.select_related("made_by").order_by("-number")[:LATEST_REVISIONS]
    return [(revision, note_words(revision)) for revision in latest]


def _open_pairs(article: Article) -> list[ArticleJudgement]:
    return list(
        ArticleJudgement.objects.open()
        .filter(Q(first_now=article.pk) | Q(second_now=article.pk))
        .prefetch_related("first__translations", "second__translations")
    )


def _merges(article: Article) -> list[ArticleMerge]:
    return list(
        ArticleMerge.objects.filter(Q(survivor=article) | Q(duplicate=article))
        .select_related("made_by", "undone_by")
        .defer("rows")
    )


def _splits(article: Article) -> list[Split]:
    of_article = Split.objects.filter(Q(article=article) | Q(made=article)).defer("rows")
    return list(of_article.select_related("made_by"))
