"""Articles by language: which texts there are, how they stand, and which are missing.

Plain values for a page of the grid, in a number of queries that doesn't grow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.choices import Status
from articles.models import Article, Translation
from articles.querysets import ArticleQuerySet, TranslationQuerySet
from ots_desk.interface import date_words
from ots_desk.languages import INTERFACE

# Enough to look through, and quick to draw.
ROWS = 50

# By sign and word, so that neither colour nor the sign alone says it.
SIGNS = {
    "published": ("●", _("published")),
    "draft": ("○", _("draft")),
    "stale": ("◐", _("stale")),
    "withdrawn": ("⊖", _("withdrawn")),
    "not_for_us": ("×", _("not for us")),
    "retired": ("↷", _("retired")),
    "missing": ("–", _("missing")),
}


@dataclass(frozen=True)
class Entry:
    """A text in a cell; `text` is None where one is missing."""

    state: str
    text: Translation | None = None

    @property
    def sign(self) -> str:
        return SIGNS[self.state][0]

    @property
    def word(self) -> str:
        return str(SIGNS[self.state][1])


@dataclass(frozen=True)
class Cell:
    """What there is in one language; without a `code`, in all others."""

    code: str
    language_name: str
    entries: list[Entry]


@dataclass(frozen=True)
class Line:
    """One article; `first` is its text that came in first, None where none stands."""

    article: Article
    first: Translation | None
    date: str
    standing: int
    cells: list[Cell]


def chosen_articles(asked: dict) -> ArticleQuerySet:
    """The articles that a valid form asks for, the latest first."""
    texts = Translation.objects.for_us()
    articles = Article.objects.standing().filter(_has(texts)).order_by("-pk")
    if language := asked.get("lacking"):
        articles = articles.filter(~_has(_in(language, texts)))
    if asked.get("is_stale"):
        articles = articles.filter(pk__in=Translation.objects.stale().values("article"))
    if (printed := _printed(texts, asked)) is not None:
        articles = articles.filter(pk__in=printed.values("article"))
    return articles


def lines_of(articles: Iterable[Article]) -> list[Line]:
    """The rows of the grid for some articles, with all their texts in one query."""
    articles = list(articles)
    texts: dict[int, list[Translation]] = {article.pk: [] for article in articles}
    found = Translation.objects.filter(article__in=articles).defer("body", "folded")
    for text in found.order_by("pk"):
        texts[text.article_id].append(text)
    return [_line(article, texts[article.pk]) for article in articles]


def _has(texts: TranslationQuerySet) -> Exists:
    return Exists(texts.filter(article=OuterRef("pk")))


def _in(language: str, texts: TranslationQuerySet) -> TranslationQuerySet:
    """In whatever script."""
    return texts.filter(Q(language=language) | Q(language__startswith=f"{language}-"))


def _printed(texts: TranslationQuerySet, asked: dict) -> TranslationQuerySet | None:
    """The texts that an outlet printed or wrote, certainly in these days; None where nobody asks.
    One set for both questions: each for itself would look through all that an outlet has."""
    outlet, since, until = (asked.get(name) for name in ("source", "since", "until"))
    if outlet:
        texts = texts.filter(Q(source=outlet) | Q(agency=outlet))
    if since:
        texts = texts.filter(published_earliest__gte=since)
    if until:
        # The first follows from the second, and has an index.
        texts = texts.filter(published_earliest__lte=until, published_latest__lte=until)
    return texts if outlet or since or until else None


def _line(article: Article, texts: list[Translation]) -> Line:
    standing = [text for text in texts if not text.replaced_by_id]
    first = standing[0] if standing else None
    return Line(
        article,
        first,
        date_words(first.published) if first else "",
        len(standing),
        list(_cells(texts)),
    )


def _cells(texts: list[Translation]) -> Iterator[Cell]:
    by_column: dict[str, list[Entry]] = {code: [] for code in (*INTERFACE, "")}
    for text in texts:
        code = text.language.split("-")[0]
        column = by_column[code if code in INTERFACE else ""]
        column.append(Entry(state_of(text), text))
    for code, entries in by_column.items():
        is_missing = code and not any(entry.state != "retired" for entry in entries)
        missing = [Entry("missing")] if is_missing else []
        yield Cell(code, INTERFACE.get(code, str(_("other languages"))), [*entries, *missing])


def state_of(text: Translation) -> str:
    """One of SIGNS: what an editor needs to know of it first."""
    if text.replaced_by_id:
        return "retired"
    if text.stale_since and text.status in (Status.PUBLISHED, Status.DRAFT):
        return "stale"
    return str(text.status)
