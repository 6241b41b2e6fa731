"""The further documents of a text: the same text again, other versions, what was told apart.

Deciding on one is `articles.attaching`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.choices import Relation
from articles.models import Attachment, Reading, Sighting, Source, Translation


@dataclass(frozen=True)
class Further:
    """One further document, and where it was seen."""

    attachment: Attachment
    path: str
    outlet: str
    address: str

    @property
    def is_open(self) -> bool:
        """Does it wait for somebody to compare it with the desk's text?"""
        one = self.attachment
        return one.relation == Relation.VERSION and not (one.settled_at or one.detached_at)

    @property
    def is_copy(self) -> bool:
        return self.attachment.relation == Relation.COPY and not self.attachment.detached_at

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Open versions first, what was told apart last, the newest first."""
        one = self.attachment
        return bool(one.detached_at), not self.is_open, -one.pk


def further_documents(text: Translation) -> list[Further]:
    """All further documents of a text, what waits for a look first."""
    attachments = list(text.attachments.select_related("settled_by", "detached_by"))
    paths = first_paths(one.document_id for one in attachments)
    said = dict(_said(one.document_id for one in attachments))
    return sorted(
        (
            Further(one, paths.get(one.document_id, ""), *said.get(one.document_id, ("", "")))
            for one in attachments
        ),
        key=lambda one: one.rank,
    )


def first_paths(documents: Iterable[int]) -> dict[int, str]:
    """Where each document was first seen."""
    rows = Sighting.objects.filter(document__in=list(documents)).order_by("-pk")
    return dict(rows.values_list("document_id", "path"))


def _said(documents: Iterable[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    """By document: the name of its outlet and its address, as they were read."""
    current = Reading.objects.filter(document__in=list(documents), is_current=True)
    rows = list(current.values_list("document_id", "fields"))
    names = {one.key: one.name for one in Source.objects.only("reference", "name")} if rows else {}
    for document, fields in rows:
        outlet = fields.get("source", {}).get("value", "")
        yield document, (names.get(outlet, outlet), fields.get("url", {}).get("value", ""))
