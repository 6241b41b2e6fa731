"""How much of a published text readers may see: the one place where `public_use` is applied.

Which texts are public at all is `TranslationQuerySet.published()`. Pages, print, search, feeds,
structured data, the API and public exports show a `PublicText` and never a `Translation`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.choices import MentionField, MentionKind, MentionStatus, PublicUse
from articles.models import Mention, Translation
from ots_desk.paragraphs import paragraphs_of

# "excerpt: also the summary and at most two quoted paragraphs" (docs/decisions).
QUOTED_PARAGRAPHS = 2


@dataclass(frozen=True)
class PublicText:
    """A text as readers may see it. What they may not see is empty, never shortened in place."""

    use: PublicUse
    language: str
    headline: str
    headline_is_proposed: bool
    summary: str
    deck: str
    dateline: str
    byline: str
    body: str
    credit: str
    caption: str
    is_complete: bool

    @property
    def paragraphs(self) -> list[str]:
        return paragraphs_of(self.body)


def public_use_of(text: Translation) -> PublicUse:
    """The text's own permission, else its outlet's or agency's, else an excerpt."""
    if text.public_use:
        return PublicUse(text.public_use)
    holder = text.rights_holder
    return PublicUse(holder.public_use) if holder else PublicUse.EXCERPT


def project(text: Translation) -> PublicText:
    """Return what readers may see of a published text (select `source` and `agency` with it)."""
    use = public_use_of(text)
    is_full = use == PublicUse.FULL
    return PublicText(
        use=use,
        language=text.language,
        headline=text.headline if use != PublicUse.NONE else "",
        headline_is_proposed=text.headline_is_proposed,
        summary=text.summary if use in (PublicUse.EXCERPT, PublicUse.FULL) else "",
        deck=text.deck if is_full else "",
        dateline=text.dateline if is_full else "",
        byline=text.byline if is_full else "",
        body=_public_body(text, use),
        credit=text.credit if is_full else "",
        caption=text.caption if is_full else "",
        is_complete=is_full,
    )


def _public_body(text: Translation, use: PublicUse) -> str:
    if use == PublicUse.FULL:
        return text.body
    if use == PublicUse.EXCERPT:
        return "\n\n".join(text.paragraphs[:QUOTED_PARAGRAPHS])
    return ""


def public_mentions(public: PublicText, mentions: Iterable[Mention]) -> list[Mention]:
    """The confirmed names whose words readers can see; their offsets fit `public`. An office that
    stands for a name is the newsroom's knowledge."""
    return [
        mention
        for mention in mentions
        if mention.status == MentionStatus.CONFIRMED
        and mention.kind == MentionKind.NAME
        and getattr(public, MentionField(mention.field).value)[mention.start : mention.end]
        == mention.text
    ]
