"""Lists of other texts on a page: related, popular, latest, and the site's list by day.

Cuts them, and reads one thing in them: the clock at which the site lists this very text.
"""

from itertools import takewhile

from ots_desk.text import fold

from . import phrases
from .dates import find_dates, is_date_heading
from .draft import Draft, Piece
from .furniture import is_clock
from .shapes import clock, count_words, is_sentence, same_line, tidy, unbulleted
from .stamps import read_stamp
from .wrapping import join_wrapped

# Headings are a word or a few; what is longer is no heading.
_HEADING_CHARS = 60
# A box in the midst of a text: its heading and a few teasers.
_BOX_LINES = 5
# So much more below than above, and what stood above was the standfirst.
_MOSTLY = 2


def cut_lists(draft: Draft) -> None:
    """Cut each list from its heading to the next running text, or to the end.

    Where running text follows and none came before, the list stands above the text, and the
    line before the text is left alone: it may be the headline. Below a text, only a small box
    lets it go on; teasers with a sentence each are no text.
    """
    blocks = join_wrapped([one for one in draft.pieces if one.is_open or _is_end(one)])
    sentences = [
        block[0].is_open and is_sentence(tidy(" ".join(one.text for one in block)))
        for block in blocks
    ]
    weights = [
        sum(len(one.text) for one in block) * long
        for block, long in zip(blocks, sentences, strict=True)
    ]
    seen, left = 0, sum(weights)
    rule, current = None, list[Piece]()
    for at, block in enumerate(blocks):
        if sentences[at] and (
            rule is None or _text_goes_on(rule, current, sentences[at:], seen, left)
        ):
            _cut(draft, rule, _without_headline(current) if current and not seen else current)
            rule, current = None, []
            seen += weights[at]
        elif heading := _heading_rule(block[0]):
            _cut(draft, rule, current)
            rule, current = heading, [one for one in block if one.is_open]
        elif rule:
            current += block
        left -= weights[at]
    _cut(draft, rule, current)


def _without_headline(items: list[Piece]) -> list[Piece]:
    """The list above a text, without the head of the text: from the line that is printed twice,
    else from the line before the text (and dates below it)."""
    texts = [tidy(piece.text) for piece in items]
    twice = next((at for at, text in enumerate(texts) if at and texts.count(text) > 1), None)
    if twice is not None:
        return items[:twice]
    dates = takewhile(read_stamp, reversed(texts))
    head = 1 + sum(1 for _ in dates)
    return items[:-head] if len(items) > head else items[:1]


def _text_goes_on(rule: str, items: list[Piece], below: list[bool], seen: int, left: int) -> bool:
    """True where a sentence below a list's heading is text, not one more teaser.

    `below` says of it and every line after it whether it is a sentence; `seen` and `left` weigh
    the text above and what looks like text from here on. Below a page's picture a list begins
    with a headline.
    """
    if not seen or not items or left > _MOSTLY * seen:
        return True
    is_box = rule == "related_list" and len(items) <= _BOX_LINES
    return is_box and all(below[:2])


def _cut(draft: Draft, rule: str | None, pieces: list[Piece]) -> None:
    for piece in pieces:
        draft.decide(piece, "cut", str(rule))


def _is_end(piece: Piece) -> bool:
    """Below a text's own end other texts' headlines follow: below the request to report mistakes
    by Ctrl+Enter, and the maker of the page's picture."""
    if piece.rule == "promotion":
        return bool(phrases.REPORT_MISTAKE.search(piece.text))
    return piece.rule in ("photo_credit", "caption") and bool(phrases.COVER.match(piece.text))


def _heading_rule(piece: Piece) -> str | None:
    if not piece.is_open:
        return "latest_list"
    text = tidy(unbulleted(piece.text))
    if len(text) > _HEADING_CHARS:
        return None
    key = fold(text).rstrip(":.… ")
    for rule, headings in phrases.LIST_HEADINGS.items():
        if key in headings:
            return rule
    return "day_list" if count_words(text) <= 5 and is_date_heading(text) else None


def find_own_headline(draft: Draft) -> None:
    """Find the text's own headline in the lists, and hold the clock above it against ours.

    A clock or a day that differs is named to the editor; ours is kept.
    """
    headline = draft.value("headline")
    if headline is None:
        return
    listed = [piece for piece in draft.printed_pieces() if piece.rule.endswith("_list")]
    day: Piece | None = None
    for before, piece in zip([None, *listed], listed, strict=False):
        if is_date_heading(tidy(piece.text)):
            day = piece
        elif same_line(piece.text, str(headline)):
            is_timed = piece.rule == "day_list" and before is not None and is_clock(before)
            draft.decide(piece, "cut", "own_headline_in_list")
            if is_timed:
                _compare_listing(draft, before, day)


def _compare_listing(draft: Draft, piece: Piece, day: Piece | None) -> None:
    draft.decide(piece, "cut", "day_list_clock")
    ours, listed = draft.value("published_time"), clock(unbulleted(piece.text))
    if _is_other_day(draft, day):
        draft.decide(piece, "conflict", "day_list_clock")
        ours, other = str(draft.value("published")), tidy(day.text) if day else ""
        draft.flag("date_conflict", ours=ours, other=other, where="list")
    elif ours and listed != ours:
        draft.decide(piece, "conflict", "day_list_clock")
        draft.flag("clock_conflict", ours=str(ours), other=str(listed), where="list")


def _is_other_day(draft: Draft, day: Piece | None) -> bool:
    published = str(draft.value("published") or "")
    if day is None or len(published) < 10:
        return False
    listed = find_dates(tidy(day.text))[0]
    return (listed.month, listed.day) != (int(published[5:7]), int(published[8:10]))
