"""What the desk would understand of a text that is handed over, as the page shows it.

Looking itself is `articles.receiving`.
"""

from dataclasses import dataclass

from articles.admin.screens.evidence import Evidence, evidence_of
from articles.choices import Relation
from articles.receiving import Look


@dataclass(frozen=True)
class Shown:
    """A look at one document: its evidence, and its headline for a list of several."""

    look: Look
    evidence: Evidence | None
    headline: str
    relation: str

    @property
    def paragraphs(self) -> list[str]:
        return [one["text"] for one in self.look.reading.body] if self.look.reading else []


def shown(look: Look) -> Shown:
    reading = look.reading
    fields = reading.fields if reading else {}
    headline = fields.get("headline") or fields.get("headline_proposed") or {"value": ""}
    return Shown(
        look,
        evidence_of(reading.document, reading) if reading else None,
        headline["value"],
        str(Relation(look.relation).label) if look.relation else "",
    )
