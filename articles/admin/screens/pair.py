"""Two articles side by side: why the desk proposes them, and what both print.

Deciding is `articles.judging`; the evidence comes from `articles.matching.explaining`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from articles.admin.screens.differing import with_differences
from articles.admin.screens.pair_reasons import (
    difference_words,
    lacking,
    reasons_of,
    score_words,
)
from articles.admin.screens.side_by_side import Body, rows_of
from articles.choices import Container, MentionField, MentionStatus, Verdict
from articles.implying import pairs_of_articles
from articles.matching.alignment import align
from articles.matching.backing import complete_evidence
from articles.matching.explaining import MAX_PARAGRAPHS
from articles.models import Article, ArticleJudgement, ArticleMerge, Mention, Translation
from ots_desk.admin import change_url
from ots_desk.implying import words_of_source
from ots_desk.interface import date_words
from ots_desk.pair_admin import Answer
from people.choices import EntityKind

MOST_OTHERS = 8


# Of "contains" the value says which, too.
_BOTH_WAYS = {
    Container.FIRST: gettext_lazy("the first contains the second"),
    Container.SECOND: gettext_lazy("the second contains the first"),
}
_ORDER = (
    *((verdict, "") for verdict in (Verdict.TRANSLATION, Verdict.DUPLICATE, Verdict.NEW_VERSION)),
    *((Verdict.CONTAINS, container) for container in _BOTH_WAYS),
    *((verdict, "") for verdict in (Verdict.SAME_STORY, Verdict.DIFFERENT)),
)
_KEYS = {choice: str(number) for number, choice in enumerate(_ORDER, start=1)}
_KEYS[Verdict.UNSURE, ""] = "0"


@dataclass(frozen=True)
class Side:
    """One of the two articles, shown by one of its texts."""

    article: Article
    text: Translation | None
    mentions: list[Mention]

    @property
    def date(self) -> str:
        return date_words(self.text.published) if self.text else ""

    @property
    def body(self) -> Body:
        return Body(self.text.body if self.text else "", self.mentions)


def pair_page(judgement: ArticleJudgement) -> dict:
    """Template values of the page of a pair."""
    complete_evidence([judgement])
    first, second = sides = _sides(judgement)
    rows = rows_of(first.body, second.body, _aligned(judgement, sides))
    is_one_language = (
        all(side.text for side in sides) and first.text.language == second.text.language
    )
    return {
        "first": first,
        "second": second,
        "sides": sides,
        "score": score_words(judgement.score),
        "reasons": list(reasons_of(judgement.evidence)),
        "differences": difference_words(judgement.evidence),
        "lacking": list(lacking(first, second)),
        "containing": _BOTH_WAYS.get(judgement.container, ""),
        "rows": with_differences(rows) if is_one_language else rows,
        "is_one_language": is_one_language,
        "others": _other_decisions(judgement),
    }


def answers_of(judgement: ArticleJudgement) -> Iterator[Answer]:
    """What can be said of the two, in the order of the buttons."""
    is_contained = judgement.proposed_verdict == Verdict.CONTAINS
    proposed = judgement.proposed_verdict, judgement.container if is_contained else ""
    for (verdict, container), key in _KEYS.items():
        is_proposed = (verdict, container) == proposed
        value = f"{verdict}-{container}" if container else verdict
        yield Answer(value, _BOTH_WAYS.get(container, verdict.label), key, is_proposed)


def _other_decisions(judgement: ArticleJudgement) -> list[tuple[str, str]]:
    """What else was decided of the two, or tells what they are to each other, in words."""
    around = pairs_of_articles.around(judgement.ends)
    chain = around.bonds.chain(*judgement.ends)
    told = {(bond.source._meta.label, bond.source.pk): bond.source for bond in chain}
    two = around.two(judgement)
    told |= {(d._meta.label, d.pk): d for d in around.decided if around.two(d) & two}
    told.pop((judgement._meta.label, judgement.pk), None)
    sources = list(told.values())[:MOST_OTHERS]
    return [(words_of_source(source), change_url(source)) for source in sources]


def _aligned(judgement: ArticleJudgement, sides: Sequence[Side]) -> Sequence[Sequence[int]]:
    """Which paragraphs stand for each other: as the evidence has it, unless other texts stand in
    the place of those that were compared, or an edit has left them fewer or more paragraphs."""
    evidence, texts = judgement.evidence, [side.text for side in sides]
    bodies = [[words for _start, words in side.body.paragraphs] for side in sides]
    shown = [text and text.pk for text in texts], [len(body) for body in bodies]
    if (evidence.get("texts", shown[0]), evidence.get("paragraph_counts")) == shown:
        return evidence.get("paragraphs", [])
    if None in texts or max(map(len, bodies)) > MAX_PARAGRAPHS:
        return []
    return align(*bodies, tuple(text.language.split("-")[0] for text in texts))


def _sides(judgement: ArticleJudgement) -> list[Side]:
    """The two texts that were compared, also where both stand in one article by now; of an open
    pair what stands in their place."""
    texts = Translation.objects.select_related("source", "agency")
    compared = judgement.evidence.get("texts") or [None, None]
    if judgement.is_open:
        standing = Translation.objects.standing_for(compared)
        compared = [standing[pk] for pk in compared]
    found = texts.in_bulk(compared)
    merge = judgement.standing_merge
    ends = (judgement.first, judgement.second)
    return [
        _side(end.survivor(), found.get(pk) or _own_texts(end, merge, texts).first())
        for end, pk in zip(ends, compared, strict=True)
    ]


def _own_texts(article: Article, merge: ArticleMerge | None, texts):
    """What an article brought into the merge of the two, else what stands for it today."""
    if merge is None:
        return texts.standing().filter(article=article.survivor()).order_by("pk")
    if article.pk == merge.duplicate_id:
        return texts.filter(pk__in=merge.moved_texts).order_by("pk")
    return texts.filter(article=article).exclude(pk__in=merge.moved_texts).order_by("pk")


def _side(article: Article, text: Translation | None) -> Side:
    return Side(article, text, list(_persons_in(text)) if text else [])


def _persons_in(text: Translation):
    return (
        text.mentions.filter(field=MentionField.BODY, entity__kind=EntityKind.PERSON)
        .exclude(status__in=[MentionStatus.REJECTED, MentionStatus.BROKEN])
        .order_by("start")
    )
