"""The running text: which lines are the article's body, and which of them standing background.

Decides by the form of lines and their neighbourhood; words of furniture were cut before.
"""

from itertools import pairwise

from . import phrases
from .draft import Draft, Piece
from .reading import Paragraph
from .shapes import PARAGRAPH_WORDS, count_words, ends_sentence, is_headline, is_sentence, tidy
from .wrapping import join_wrapped

# Up to this many other lines may stand between two paragraphs of one text (measured: with a
# wider gap, teasers of other texts come in).
MAX_GAP = 4
# A text of short sentences only has no line of ten words; then this many make a paragraph.
SHORT_PARAGRAPH_WORDS = 4
# Shorter lines that end in a colon are labels ("Share:").
LEADING_IN_WORDS = 6
REPORTED_WORDS = 12
# Below a text, two words with a full stop are a button ("Comments closed.").
MIN_WORDS = 3
# The last line of a file that ends without a line break was cut off by the scrape: no headline is
# as long.
CUT_SHORT_CHARS = 90
# What was decided about, but doesn't end a text that it interrupts.
INSIDE_TEXT = ("photo_credit", "caption", "doubled_headline", "other_story", "embedded")


def find_body(draft: Draft) -> list[Piece]:
    """Return the pieces of the body: the heaviest run of sentence lines and what is inside it.

    Nothing is decided yet. Empty where the text has no running text at all.
    """
    printed = [_Block(group) for group in join_wrapped(draft.printed_pieces())]
    sentences = [at for at, block in enumerate(printed) if block.is_sentence]
    if not sentences:
        sentences = [at for at, block in enumerate(printed) if block.is_short_text]
    if not sentences:
        return []
    runs = _runs(printed, sentences)
    best = max(runs, key=lambda run: sum(printed[at].words for at in run))
    first, last = _grown(printed, best[0], best[-1])
    if not draft.raw.endswith("\n") and _is_cut_short(printed[last + 1 :]):
        last += 1
    blocks = printed[first : last + 1]
    return [piece for block in blocks for piece in block.pieces if piece.is_open]


class _Block:
    """A printed line, or the lines of one hard-wrapped paragraph, as one text."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.text = tidy(" ".join(piece.text for piece in pieces))
        self.is_open = pieces[0].is_open

    @property
    def words(self) -> int:
        return count_words(self.text)

    @property
    def is_sentence(self) -> bool:
        return self.is_open and (is_sentence(self.text) or self.is_reported)

    @property
    def is_reported(self) -> bool:
        """A lead that lost its full stop, but says who reports it."""
        return (
            self.words >= REPORTED_WORDS
            and not ends_sentence(self.text)
            and any(pattern.search(self.text) for pattern in phrases.ATTRIBUTION_TAILS)
        )

    @property
    def is_short_text(self) -> bool:
        return self.is_open and ends_sentence(self.text) and self.words >= SHORT_PARAGRAPH_WORDS

    @property
    def is_short_sentence(self) -> bool:
        return self.is_open and ends_sentence(self.text) and not is_headline(self.text)

    @property
    def leads_in(self) -> bool:
        """An item of a list, a question, or a line that announces: "He told the agency:"."""
        begins_as_item = self.text.startswith(("•", "-", "–", "—"))
        is_item = begins_as_item and (self.text.endswith(";") or ends_sentence(self.text))
        announces = self.words >= LEADING_IN_WORDS and self.text.endswith((":", ","))
        return self.is_open and (is_item or announces)

    @property
    def leads_on(self) -> bool:
        """An item of a list, or a line that ends in the middle."""
        return self.begins_inside or self.text.endswith((";", ":", ","))

    @property
    def begins_inside(self) -> bool:
        """An item of a list, or half a sentence."""
        is_item = self.text.startswith(("•", "-", "–", "—"))
        return self.is_open and (is_item or self.text[:1].islower())

    @property
    def is_foreign(self) -> bool:
        """Items of a list inside an article ("Türkiye – Minister …;", "• …") don't part it."""
        is_item = self.text.startswith(("•", "-", "–", "—")) or self.text.endswith(";")
        return not (self.is_open and is_item)


def _runs(printed: list[_Block], sentences: list[int]) -> list[list[int]]:
    runs = [[sentences[0]]]
    for before, at in pairwise(sentences):
        if sum(block.is_foreign for block in printed[before + 1 : at]) > MAX_GAP:
            runs.append([])
        runs[-1].append(at)
    return runs


def _grown(printed: list[_Block], first: int, last: int) -> tuple[int, int]:
    """Take in what belongs to the text right before and after the run: short sentences ("The
    talks go on."), and lists and quotations that end in one."""
    while (before := _neighbour(printed, first, -1)) is not None:
        if not (printed[before].is_short_sentence or printed[before].leads_in):
            break
        first = before
    end, before = last, last
    while (end := _neighbour(printed, end, 1)) is not None:
        ends = printed[end].is_short_sentence and printed[end].words >= MIN_WORDS
        if not (ends or _goes_on(printed, before, end)):
            break
        last = end if ends else last
        before = end
    return first, last


def _is_cut_short(below: list[_Block]) -> bool:
    """True where one long line stands below the text, and nothing else."""
    if len(below) != 1 or not below[0].is_open:
        return False
    block = below[0]
    is_long = len(block.text) >= CUT_SHORT_CHARS and block.words >= PARAGRAPH_WORDS
    return is_long and not block.text.endswith(("...", "…"))


def _goes_on(printed: list[_Block], before: int, at: int) -> bool:
    """A line that can neither end a text nor be another's headline: an item of a list, or half a
    sentence, be it the first half with the other below it or the second."""
    block = printed[at]
    if not block.is_open or (block.text[:1].islower() and ends_sentence(printed[before].text)):
        return False
    return block.leads_on or _is_carried_on(printed, at)


def _is_carried_on(printed: list[_Block], at: int) -> bool:
    """An unfinished line with an item or the other half of its sentence below it."""
    below = _neighbour(printed, at, 1)
    return below is not None and printed[below].begins_inside


def _neighbour(printed: list[_Block], at: int, step: int) -> int | None:
    """The next block in that direction, past those that texts have in their midst."""
    at += step
    while 0 <= at < len(printed) and printed[at].pieces[0].rule in INSIDE_TEXT:
        at += step
    return at if 0 <= at < len(printed) else None


def keep_body(draft: Draft, body: list[Piece]) -> tuple[Paragraph, ...]:
    """Decide about the body's pieces and return its paragraphs."""
    groups = join_wrapped(body)
    texts = [tidy(" ".join(piece.text for piece in group)) for group in groups]
    headed = _background_heading(texts)
    paragraphs = []
    for at, (group, text) in enumerate(zip(groups, texts, strict=True)):
        is_background = at >= headed or bool(phrases.BACKGROUND.match(text))
        for piece in group:
            draft.decide(piece, "kept", "background" if is_background else "body")
        if text:
            start, end = group[0].place()[0], group[-1].place()[1]
            paragraphs.append(Paragraph(text, start, end, is_background))
    return tuple(paragraphs)


def _is_definition(text: str) -> bool:
    return bool(phrases.BACKGROUND.match(text) or phrases.BACKGROUND_BELOW_HEADING.match(text))


def _background_heading(texts: list[str]) -> int:
    """Where a heading names the organization and its definition follows; all below is background,
    too. Beyond the end where there is none."""
    for at, (text, below) in enumerate(pairwise(texts)):
        is_heading = at and phrases.BACKGROUND_HEADING.match(text)
        if is_heading and _is_definition(below):
            return at
    return len(texts)
