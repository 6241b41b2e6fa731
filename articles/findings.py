"""What a finding of the recogniser changes among the mentions that a text has.

Pure judgement over rows that somebody else has fetched, and writes; that is
`articles.recognising`.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace

from articles.choices import MentionStatus, Status
from articles.models import Mention, Translation
from ots_desk.text import fold
from people.recognition import Span

# What a mention of the machine's takes over from a later finding of the same words and entity.
FOLLOWED = ("status", "rule", "kind", "called", "candidates", "clue")


def key_of_span(span: Span) -> str:
    """The key by which decisions for all texts are remembered: `Mention.called_key`."""
    return fold(span.called or span.text)


@dataclass(frozen=True)
class Dismissed:
    """Pairs of a name's key and the entity that it isn't; None: nobody to be proposed."""

    pairs: frozenset[tuple[str, int | None]] = frozenset()

    def leave(self, spans: Iterable[Span]) -> list[Span]:
        """The spans without what editors have dismissed.

        A name that isn't an entity's is still theirs where the text settles it by another name:
        that "Example" alone isn't proposed for Testbek Example must not unlink it in a text that
        calls him Testbek Example.
        """
        spans = list(spans)
        if not self.pairs:
            return spans
        named = {s.entity for s in spans if s.status == MentionStatus.CONFIRMED and not self.has(s)}
        return [left for span in spans if (left := self._left_of(span, named))]

    def has(self, found: Span | Mention) -> bool:
        """Is it dismissed that these words mean this entity (or somebody unknown)?"""
        if isinstance(found, Mention):
            return (found.called_key, found.entity_id) in self.pairs
        return (key_of_span(found), found.entity) in self.pairs

    def _left_of(self, span: Span, named: set) -> Span | None:
        if self.has(span):
            is_settled = span.status == MentionStatus.CONFIRMED and span.entity in named
            return span if is_settled else None
        key = key_of_span(span)
        candidates = tuple(one for one in span.candidates if (key, one) not in self.pairs)
        if span.candidates and not candidates:
            return None
        return replace(span, candidates=candidates)


@dataclass
class Changes:
    """What is to be written, collected over many texts."""

    new: list[Mention] = field(default_factory=list)
    changed: list[Mention] = field(default_factory=list)
    gone: list[Mention] = field(default_factory=list)

    def compare(
        self, text: Translation, spans: list[Span], mentions: list[Mention], dismissed: Dismissed
    ) -> None:
        """Compare what was found in a text with what is stored of it."""
        standing, machine = [], {}
        for mention in mentions:
            if _stands(mention, text, dismissed):
                standing.append(mention)
            else:
                machine[_place(mention)] = mention
        for span in dismissed.leave(spans):
            found = _mention(text, span)
            if not any(_settles(one, found) for one in standing):
                self._take(found, machine.pop(_place(found), None))
        self.gone += machine.values()

    def _take(self, found: Mention, former: Mention | None) -> None:
        if former is None:
            self.new.append(found)
        elif _follow(former, found):
            self.changed.append(former)


def _stands(mention: Mention, text: Translation, dismissed: Dismissed) -> bool:
    """May the machine not touch it? An editor's decision, and what readers see already."""
    if mention.decided_at:
        return True
    is_public = text.status == Status.PUBLISHED and mention.status == MentionStatus.CONFIRMED
    return is_public and not dismissed.has(mention)


def _settles(standing: Mention, found: Mention) -> bool:
    """Is a finding answered already? A link holds its place; a rejection holds for the same name
    and entity anywhere in the text; words that are broken hold nothing."""
    if _place(standing) == _place(found):
        return True
    if standing.status == MentionStatus.REJECTED:
        return _same_name(standing, found) and standing.entity_id == found.entity_id
    if standing.status == MentionStatus.BROKEN or standing.field != found.field:
        return False
    return found.start < standing.end and standing.start < found.end


def _same_name(one: Mention, other: Mention) -> bool:
    return one.folded == other.folded or one.called_key == other.called_key


def _place(mention: Mention) -> tuple:
    return mention.field, mention.start, mention.end, mention.entity_id


def _follow(mention: Mention, found: Mention) -> bool:
    """Give a mention what the newer finding says; returns whether that is anything new."""
    changed = [name for name in FOLLOWED if getattr(mention, name) != getattr(found, name)]
    for name in changed:
        setattr(mention, name, getattr(found, name))
    mention.set_folded()
    return bool(changed)


def _mention(text: Translation, span: Span) -> Mention:
    """A mention of what was found; only proposed where readers would see it at once."""
    is_public = text.status == Status.PUBLISHED
    mention = Mention(
        translation=text,
        field=span.field,
        start=span.start,
        end=span.end,
        text=span.text,
        entity_id=span.entity,
        status=MentionStatus.SUGGESTED if is_public else span.status,
        rule=span.rule,
        kind=span.kind,
        called=span.called,
        candidates=list(span.candidates),
        clue=asdict(span.clue) if span.clue else {},
    )
    mention.set_folded()
    return mention
