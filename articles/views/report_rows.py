"""Reports of a story as readers see them: a row each, grouped by outlet, languages together.

Which reports there are, which leads and which was first is `articles.reports`'s.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Story
from articles.reports import Report, first_of, lead_of
from articles.views.entries import Entry, entry_of
from ots_desk.languages import TEXTS

_LANGUAGES = list(TEXTS)


@dataclass(frozen=True)
class Heading:
    """What a story is called: by the desk, else as its lead text, in the language of that."""

    words: str
    language: str
    is_long: bool
    is_proposed: bool


@dataclass(frozen=True)
class Row:
    entry: Entry
    zone: str
    is_lead: bool
    is_chosen: bool  # the desk's lead, and not only the first in a row
    is_digest: bool
    is_first: bool  # for certain
    may_be_first: bool


@dataclass(frozen=True)
class OutletRows:
    """What one outlet printed of an event."""

    outlet: str  # empty: not stated
    rows: list[Row]


def rows_of(story: Story, reports: list[Report], shown: Iterable[Report]) -> list[Row]:
    """Rows for those of a story's `reports` that are to be shown, which are read whole."""
    lead, first = lead_of(story, reports), {report.text.pk for report in first_of(reports)}
    return [
        Row(
            entry=entry_of(report.text),
            zone=report.text.zone,
            is_lead=report.text.pk == lead.text.pk,
            is_chosen=report.text.pk == story.lead_id,
            is_digest=report.is_digest,
            is_first=first == {report.text.pk},
            may_be_first=report.text.pk in first,
        )
        for report in shown
    ]


def by_outlet(rows: Iterable[Row]) -> list[OutletRows]:
    """Outlets in the order of their first rows, the unknown one last; languages in the order of
    the masthead, and of one language the rows as they come."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.entry.outlet, []).append(row)
    found = [OutletRows(name, sorted(own, key=_language)) for name, own in groups.items()]
    return sorted(found, key=lambda group: not group.outlet)


def heading_of(story: Story, lead: Entry) -> Heading:
    if story.title:
        return Heading(story.title, "", len(story.title) > 90, False)
    return Heading(lead.headline, lead.language, lead.is_long, lead.headline_is_proposed)


def _language(row: Row) -> tuple[int, str]:
    code = row.entry.language
    known = _LANGUAGES.index(code) if code in _LANGUAGES else len(_LANGUAGES)
    return known, code
