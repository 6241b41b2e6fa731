"""A further document beside the desk's text: paragraphs and fields, their words told apart.

Which paragraphs stand for each other is `articles.attaching`'s; this marks the words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.attaching import Change, difference
from articles.models import Attachment, Translation
from ots_desk.word_differences import MOST_ON_A_PAGE, Part, parts_of, whole, work_of


@dataclass(frozen=True)
class Row:
    """What stands side by side; an empty side lacks it. `label` names a field."""

    ours: list[Part]
    theirs: list[Part]
    label: str = ""

    @property
    def is_same(self) -> bool:
        return not any(part.differs for part in (*self.ours, *self.theirs))


def difference_page(attachment: Attachment) -> dict:
    """Template values of the comparison."""
    found = difference(attachment)
    paragraphs = list(rows_of(found.paragraphs))
    return {
        "fields": [row_of(change) for change in found.fields],
        "paragraphs": paragraphs,
        "changed": sum(not row.is_same for row in paragraphs),
    }


def rows_of(changes: Iterable[Change]) -> Iterator[Row]:
    """A row for each change, its words marked while the page can bear it."""
    left = MOST_ON_A_PAGE
    for change in changes:
        left -= work_of(change.ours, change.theirs)
        is_borne = left >= 0 or change.is_none
        yield row_of(change) if is_borne else Row(whole(change.ours), whole(change.theirs))


def row_of(change: Change) -> Row:
    """The two sides with the words marked that only one of them has."""
    label = str(_label(change.field)) if change.field else ""
    return Row(*parts_of(change.ours, change.theirs), label)


def _label(field: str):
    date = Translation.partial_dates.get(field)
    return (date or Translation._meta.get_field(field)).verbose_name
