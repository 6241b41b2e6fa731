"""Clean: from a raw text to its fields, its body and the fate of every line.

Runs the rules in their order and names the doubts; each rule stands in its subject's module.
"""

from collections.abc import Sequence
from datetime import date

from . import (
    addresses,
    credits,
    datelines,
    declared,
    furniture,
    glue,
    headlines,
    lists,
    other_stories,
    page_dates,
    pictures,
    press_services,
    published,
    standfirst,
    translated,
    views,
    zones,
)
from . import body as running_text
from . import outlets as origin
from .dates import find_dates
from .draft import Draft, Piece
from .headline_choice import is_candidate
from .language import DESK_LANGUAGES, detect_language
from .reading import FLAG_KINDS, CleanedDocument, Flag, Found, Outlet, Page, Paragraph
from .stamps import read_stamp

# Of a web page's text, so many lines at its beginning can be a head: headline, date, author.
_HEAD_LINES = 5
# A longer first paragraph is a text without breaks; dates deep in it are not the event's.
_LEAD_CHARS = 5_000

# Lines that show by themselves what they are, wherever they stand. The date line comes first,
# since text may follow on it; lists come last, since their headings need undecided lines.
LINE_STEPS = (
    published.read_date_line,
    glue.part_lines,
    addresses.read_address,
    furniture.read_views,
    furniture.cut_furniture,
    page_dates.cut_visits,
    page_dates.part_glued_stamps,
    pictures.read_photo_credits,
    credits.read_author,
    headlines.read_version_mark,
    lists.cut_lists,
)


def clean(
    page: Page | str,
    *,
    outlets: Sequence[Outlet],
    name: str = "",
    received: date | None = None,
) -> CleanedDocument:
    """Return what is understood of `page`, with the evidence; the same for the same arguments.

    `page` is the document as `open_page` gives it, or a flat raw text; all offsets count the
    code points of its text. What the document declares of itself, and paragraphs that its format
    tells, are taken as they are. `outlets` are those that can be recognised. `name` is the file
    or address it came from; an address speaks for the outlet where the text prints none. Never
    raises on odd input: a text without a body comes back with `quarantine` set. `received` is the
    day on which it came in: a later source date is a doubt.
    """
    page = Page(page) if isinstance(page, str) else page
    draft = Draft(page.text, flags=list(page.flags))
    stated = declared.take(draft, page.declared, outlets)
    paragraphs = _read_lines(draft, outlets) if page.body is None else _take_body(draft, page.body)
    origin.read_name_beside_date(draft, outlets)
    origin.read_source(draft, outlets, name)
    published.read_other_dates(draft)
    declared.hold_time(draft, stated)
    if "zone" not in stated:
        zones.read_zone(draft, outlets)
    origin.read_agency(draft, outlets)
    lists.find_own_headline(draft)
    _read_language(draft, paragraphs)
    press_services.read_press_service(draft, paragraphs, outlets)
    hints = translated.read_hints(draft)
    name_doubts(draft)
    published.doubt_future(draft, received)
    _cut_the_rest(draft)
    return CleanedDocument(
        fields=draft.fields,
        body=paragraphs,
        lines=draft.lines(),
        flags=tuple(sorted(draft.flags, key=flag_order)),
        hints=hints,
        quarantine=None if paragraphs else "no body",
    )


def _read_lines(draft: Draft, outlets: Sequence[Outlet]) -> tuple[Paragraph, ...]:
    for step in LINE_STEPS:
        step(draft)
    origin.read_signatures(draft, outlets)
    return _read_text(draft)


def _take_body(draft: Draft, body: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Keep the paragraphs that the format tells: each stands on a line of its own.

    The lines around them are a page's furniture, in which nothing but its date is looked for.
    """
    starts = {paragraph.start for paragraph in body}
    headlines.cut_doubled_headline(draft)
    pieces = [piece for piece in draft.open_pieces() if piece.start in starts]
    _read_stamps(draft, pieces)
    pieces = [piece for piece in pieces if piece.is_open]
    if pieces:
        datelines.read_dateline(draft, pieces)
    paragraphs = tuple(one for piece in pieces for one in running_text.keep_body(draft, [piece]))
    headlines.propose_headline(draft, paragraphs)
    furniture.cut_furniture(draft)
    lists.cut_lists(draft)
    _read_event_date(draft, paragraphs)
    return paragraphs


def _read_stamps(draft: Draft, body: Sequence[Piece]) -> None:
    """Take the date that stands above the text, where none is declared; it is no paragraph."""
    stamps = [piece for piece in body[:_HEAD_LINES] if read_stamp(piece.text)]
    if body and draft.value("published") is None:
        page_dates.read_page_date(draft, [*_pieces_before(draft, body[0]), *stamps], ())
    for piece in stamps:
        if piece.is_open:
            draft.decide(piece, "cut", "page_date")


def _read_text(draft: Draft) -> tuple[Paragraph, ...]:
    body = running_text.find_body(draft)
    if not body:
        return ()
    body = _read_head(draft, body)
    headlines.cut_doubled_headline(draft)
    pictures.read_captions(draft, body)
    body = running_text.find_body(draft)  # again: a repeated headline may have parted it
    if body:
        datelines.read_dateline(draft, body)
    credits.read_author_in_dateline(draft)
    if body:
        credits.read_author_beside(draft, body)
    body = other_stories.cut_inside(draft, body)
    paragraphs = running_text.keep_body(draft, body)
    headlines.propose_headline(draft, paragraphs)
    _read_event_date(draft, paragraphs)
    return paragraphs


def _read_head(draft: Draft, body: list[Piece]) -> list[Piece]:
    """Read what stands above the text; return the text."""
    start = standfirst.text_start(draft, body)
    above = _pieces_before(draft, body[start])
    datelines.read_lone_dateline(draft, above)
    page_dates.read_page_date(draft, above, _pieces_after(draft, body[-1]))
    standfirst.cut_printed_twice(draft, body)
    deck = standfirst.take_deck(draft, above[-_HEAD_LINES:])
    views.read_views_beside(draft, above)
    headlines.choose_headline(draft, _candidates(above, deck), body[start:])
    headlines.take_caption(draft, above)
    return body[start:]


def _candidates(above: list[Piece], deck: Piece | None) -> list[Piece]:
    """The lines above the deck, where a headline stands there; else all above the text."""
    upper = above[: above.index(deck)] if deck else above
    return upper if any(map(is_candidate, upper)) else above


def _pieces_before(draft: Draft, first: Piece) -> list[Piece]:
    printed = draft.printed_pieces()
    return printed[: printed.index(first)]


def _pieces_after(draft: Draft, last: Piece) -> list[Piece]:
    printed = draft.printed_pieces()
    return printed[printed.index(last) + 1 :]


def _read_event_date(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """Take the one full date in the first paragraph; with two, none can be told to be it."""
    if not paragraphs:
        return
    start, end = paragraphs[0].start, paragraphs[0].end
    lead = draft.raw[start : min(end, start + _LEAD_CHARS)]
    dates = [found for found in find_dates(lead) if found.value]
    if len({found.value for found in dates}) == 1:
        place = (start + dates[0].start, start + dates[0].end)
        draft.find("event_date", str(dates[0].value), "date_in_lead", place=place)


def _read_language(draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
    """From headline and body together: each alone can be too short to tell."""
    headline = str(draft.value("headline") or "")
    language = detect_language("\n".join([headline, *(one.text for one in paragraphs)]))
    if language:  # the text itself speaks louder than what a site's template declares
        draft.fields["language"] = Found(language, "language_of_text")


def name_doubts(draft: Draft) -> None:
    """Flag what is missing, and a clock whose zone nobody knows."""
    has = draft.fields.__contains__
    if not has("headline"):
        draft.flag("no_headline")
    if not has("published"):
        draft.flag("no_date")
    if not (has("source") or has("agency")):
        draft.flag("no_outlet")
    if has("published_time") and not has("zone"):
        draft.flag("clock_without_zone", time=str(draft.value("published_time")))
    _doubt_language(draft)


def _doubt_language(draft: Draft) -> None:
    language = draft.value("language")
    if language is None:
        draft.flag("no_language")
    elif str(language).split("-")[0] not in DESK_LANGUAGES:
        draft.flag("other_language", language=str(language))


def _cut_the_rest(draft: Draft) -> None:
    for piece in draft.open_pieces():
        draft.decide(piece, "cut", "outside_text")


def flag_order(flag: Flag) -> int:
    return FLAG_KINDS.index(flag.kind)
