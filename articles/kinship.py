"""How texts stand to each other and to what came in: sources, translations, edits of the desk.

What pages and the API say about it, for texts that their reader may see.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.choices import PublicUse
from articles.directing import sources_of
from articles.models import Translation
from articles.projection import PublicText
from articles.received import edited_since

# The fields of which a reader sees anything, by how much of a text is shown.
_SEEN = {
    PublicUse.NONE: set(),
    PublicUse.LINK: {"headline"},
    PublicUse.EXCERPT: {"headline", "body"},
}


@dataclass(frozen=True)
class Kinship:
    """Of some texts, those of an article together: the source of each that has one among them,
    and the fields that the desk has edited, by id."""

    texts: list[Translation]
    sources: dict[int, Translation]
    edits: dict[int, list[str]]

    def source_of(self, text: Translation) -> Translation | None:
        return self.sources.get(text.pk)

    def is_stale(self, text: Translation) -> bool:
        """Has its source changed since? Only said where the source can be seen."""
        return bool(text.stale_since) and text.pk in self.sources

    def edited_fields(self, text: Translation, shown: PublicText) -> list[str]:
        """The fields in which an outlet's text is no longer what was received, as far as they
        are shown."""
        fields = self.edits.get(text.pk, [])
        if shown.is_complete:
            return fields
        return [name for name in fields if name in _SEEN[shown.use]]

    def translations_of(self, text: Translation) -> list[Translation]:
        return [one for one in self.texts if self.source_of(one) == text]

    def parallel_to(self, text: Translation) -> list[Translation]:
        """The article's other texts of which nobody knows how they stand to this one."""
        own = self._first(text)
        return [
            one
            for one in self.texts
            if one.article_id == text.article_id and self._first(one) != own
        ]

    def _first(self, text: Translation) -> Translation:
        """What it goes back to; directions never lead in a circle."""
        while source := self.source_of(text):
            text = source
        return text


def kinship_of(texts: Iterable[Translation]) -> Kinship:
    """Look it up for all of `texts` at once."""
    texts = list(texts)
    return Kinship(texts, sources_of(texts), edited_since(texts))
