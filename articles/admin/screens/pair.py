"""Two articles side by side: why the desk proposes them, and what both print.

Deciding is `articles.judging`; the evidence comes from `articles.matching.explaining`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.screens.side_by_side import Body, rows_of
from articles.choices import MentionField, MentionStatus, Verdict
from articles.models import Article, ArticleJudgement, Mention, Translation
from ots_desk.interface import date_words
from people.choices import EntityKind

# Every verdict has a key: by position (event.code), so that Cyrillic layouts work too.
KEYS = {
    Verdict.TRANSLATION: "1",
    Verdict.DUPLICATE: "2",
    Verdict.NEW_VERSION: "3",
    Verdict.CONTAINS: "4",
    Verdict.SAME_STORY: "5",
    Verdict.DIFFERENT: "6",
    Verdict.UNSURE: "0",
}

DIFFERENCES = {
    "only_first_headline": gettext_lazy("only the first has a headline"),
    "only_second_headline": gettext_lazy("only the second has a headline"),
    "only_first_caption": gettext_lazy("only the first has a photo caption"),
    "only_second_caption": gettext_lazy("only the second has a photo caption"),
    "only_first_credit": gettext_lazy("only the first has a photo credit"),
    "only_second_credit": gettext_lazy("only the second has a photo credit"),
    "only_first_date": gettext_lazy("only the first has a date"),
    "only_second_date": gettext_lazy("only the second has a date"),
    "longer_first": gettext_lazy("the first has more paragraphs"),
    "longer_second": gettext_lazy("the second has more paragraphs"),
}


@dataclass(frozen=True)
class Reason:
    """A finding in a few words, and what it is about."""

    finding: str
    about: str


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
    merge = judgement.merges.filter(undone_at__isnull=True).first()
    first, second = _sides(judgement, merge)
    evidence = judgement.evidence
    return {
        "first": first,
        "second": second,
        "sides": [first, second],
        "reasons": list(_reasons(evidence)),
        "differences": [str(DIFFERENCES.get(code, code)) for code in evidence.get("differs", [])],
        "rows": rows_of(first.body, second.body, evidence.get("paragraphs", [])),
        "verdicts": [(verdict.value, verdict.label, key) for verdict, key in KEYS.items()],
        "merge": merge,
    }


def _sides(judgement: ArticleJudgement, merge) -> list[Side]:
    """The two texts to compare. After a merge both stand in one article, and the page still
    shows each as it came."""
    moved = merge.moved_texts if merge else set()
    return [_side(article, merge, moved) for article in (judgement.first, judgement.second)]


def _side(article: Article, merge, moved: set[int]) -> Side:
    texts = Translation.objects.select_related("source", "agency").order_by("pk")
    if merge is None:
        texts = texts.standing().filter(article=article.survivor())
    elif article.pk == merge.duplicate_id:
        texts = texts.filter(pk__in=moved)
    else:
        texts = texts.filter(article=article).exclude(pk__in=moved)
    text = texts.first()
    return Side(article, text, list(_persons_in(text)) if text else [])


def _persons_in(text: Translation):
    return (
        text.mentions.filter(field=MentionField.BODY, entity__kind=EntityKind.PERSON)
        .exclude(status__in=[MentionStatus.REJECTED, MentionStatus.BROKEN])
        .order_by("start")
    )


def _reasons(evidence: dict) -> Iterator[Reason]:
    """What the evidence says, strongest first; what wasn't looked at is left out."""
    for name, about in (
        ("paragraph", _("paragraphs align")),
        ("person", _("persons are the same")),
        ("figure", _("figures and dates are the same")),
    ):
        counts = evidence.get(f"{name}_counts") or [0, 0]
        if max(counts):
            shared = len(evidence.get(f"{name}s", []))
            yield Reason(_("%(shared)d of %(all)d") % {"shared": shared, "all": max(counts)}, about)
    if names := evidence.get("names"):
        words = ngettext("%d name", "%d names", len(names)) % len(names)
        yield Reason(words, _("sound alike in both"))
    if (days := evidence.get("days_apart")) is not None:
        apart = ngettext("%d day", "%d days", days) % days
        yield Reason(_("Same day") if days == 0 else apart, _("between the source dates"))
    if evidence.get("score") is not None:
        yield Reason(f"{evidence['score']:.2f}", _("score"))
