"""Why two articles are proposed as a pair, and what differs, in the words of the page.

The evidence comes from `articles.matching.explaining`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.matching.figures import printed_figures
from ots_desk.pair_filters import BANDS

# More of them than one can take in at a glance say nothing.
MOST_LACKING = 12

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


class Reason(NamedTuple):
    """A finding in a few words, and what it is about."""

    finding: str
    about: str


def score_words(score: float | None) -> str:
    """How sure the desk is, in words."""
    if score is None:
        return ""
    return next(str(words) for words, start in BANDS.values() if score >= start)


def difference_words(evidence: dict) -> list[str]:
    return [str(DIFFERENCES.get(code, code)) for code in evidence.get("differs", [])]


def lacking(first, second) -> Iterator[tuple[str, list[str]]]:
    """What only one of the two names or prints."""
    persons = [
        {mention.entity_id: mention.text for mention in side.mentions} for side in (first, second)
    ]
    figures = [printed_figures(side.body.words) for side in (first, second)]
    for here, words in ((0, _("Only in the first")), (1, _("Only in the second"))):
        there = 1 - here
        own = [name for key, name in persons[here].items() if key not in persons[there]]
        own += [figure for figure in figures[here] if figure not in figures[there]]
        if own:
            yield words, own[:MOST_LACKING]


def reasons_of(evidence: dict) -> Iterator[Reason]:
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
