"""A pair in the list: both headlines with whence and when, and how their paragraphs align."""

from collections.abc import Iterable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from articles.models import ArticleJudgement

# More paragraphs than that would be thinner than a line.
MOST_SHOWN = 40
_HEIGHT, _GAP = 8, 3


def two_texts(sides: Iterable) -> str:
    """Both headlines, each with language, outlet and day. The row is one link already."""
    return format_html_join(
        "",
        '<span class="of-pair"><span lang="{}">{}</span> <span class="quiet">{}</span></span>',
        (
            (side.text.language if side.text else "", _headline(side), _about(side))
            for side in sides
        ),
    )


def _language(side) -> str:
    return side.text.language if side.text else ""


def _headline(side) -> str:
    return str(side.text) if side.text else _("Article %(id)s") % {"id": side.article}


def _about(side) -> str:
    if side.text is None:
        return _("no text")
    known = (side.text.language_name, side.outlet, side.date)
    return " · ".join(str(part) for part in known if part)


def proposal(judgement: ArticleJudgement) -> str:
    """What the desk proposes, how sure it is, and the picture of why."""
    score = "" if judgement.score is None else f"{judgement.score:.2f}"
    said, picture = judgement.get_proposed_verdict_display(), coverage_bar(judgement.evidence)
    return format_html('{} <span class="quiet">{}</span>{}', said, score, picture)


def coverage_bar(evidence: dict) -> str:
    """Both texts as rows of paragraphs, the aligned ones dark; in words for who doesn't see it."""
    counts = evidence.get("paragraph_counts") or [0, 0]
    if not all(counts):
        return ""
    pairs = evidence.get("paragraphs", [])
    aligned = [{pair[side] for pair in pairs} for side in (0, 1)]
    words = _("%(aligned)d and %(others)d paragraphs align, of %(first)d and %(second)d") % {
        "aligned": len(aligned[0]),
        "others": len(aligned[1]),
        "first": counts[0],
        "second": counts[1],
    }
    cells = [cell for side in (0, 1) for cell in _cells(side, counts[side], aligned[side])]
    return format_html(
        '<svg class="coverage" role="img" aria-label="{}" width="120" height="{}">'
        "<title>{}</title>{}</svg>",
        words,
        2 * _HEIGHT + _GAP,
        words,
        format_html_join(
            "",
            '<rect x="{}%" y="{}" width="{}%" height="{}" class="{}"/>',
            cells,
        ),
    )


def _cells(side: int, count: int, aligned: set[int]) -> Iterator[tuple]:
    """A cell for each paragraph; of very long texts the first ones."""
    shown = min(count, MOST_SHOWN)
    for place in range(shown):
        kind = "aligned" if place in aligned else "alone"
        left, width = 100 * place / shown, 100 / shown - 1
        yield f"{left:.1f}", side * (_HEIGHT + _GAP), f"{width:.1f}", _HEIGHT, kind
