"""The text of a document that is no flat text, written line by line, with places of its fields.

What a web page, record or feed entry declares stands on top, one "name: value" a line, so that
every field has a place that an editor can look at; then come the lines of the text.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from .reading import Found, Page, Paragraph
from .shapes import tidy
from .timestamps import read_timestamp

# How far behind the last paragraph the next one is looked for: a page's lists of comments are
# long, and hostile pages longer.
_REACH = 500_000
_LONGEST = 2_000  # characters; a longer value is no headline, name or address
_BULLET = re.compile(r"^[-–•]\s+")
_SPACE = re.compile(r"\s+")


class Sheet:
    """A page in the making."""

    def __init__(self) -> None:
        self.declared: dict[str, Found] = {}
        self._lines: list[str] = []
        self._length = 0

    def declare(self, name: str, value: str | None, rule: str) -> None:
        """Set a field, unless it is empty, absurdly long or was declared before."""
        text = tidy(value or "")
        if 0 < len(text) <= _LONGEST and name not in self.declared:
            start, end = self._write(f"{name}: ", text)
            self.declared[name] = Found(text, rule, start, end)

    def declare_time(self, name: str, value: str | None, rule: str) -> None:
        """Set a date as `name`, with its clock and zone offset where they are printed."""
        text = tidy(value or "")
        stamp = read_timestamp(text)
        if stamp is None or name in self.declared:
            return
        start, end = self._write(f"{name}: ", text)
        self.declared[name] = Found(stamp.date, rule, start, end, stamp.inferred)
        if stamp.time:
            self.declared[f"{name}_time"] = Found(stamp.time, rule, start, end, stamp.inferred)
        if stamp.offset and name == "published":
            self.declared["zone"] = Found(stamp.offset, rule, start, end, stamp.inferred)

    def page(
        self,
        lines: Sequence[str],
        body: Sequence[str] | None,
        *,
        page_format: str,
        encoding: str,
        flags: tuple = (),
    ) -> Page:
        """Return the page with its visible `lines`, and on lines of their own the paragraphs of
        `body`; what isn't found among the lines comes last."""
        woven = [(line, False) for line in lines] if body is None else arranged(lines, body)
        paragraphs = []
        for text, is_body in woven:
            start, end = self._write("", text)
            if is_body:
                paragraphs.append(Paragraph(text, start, end))
        return Page(
            text="\n".join(self._lines),
            format=page_format,
            encoding=encoding,
            declared=self.declared,
            body=None if body is None else tuple(paragraphs),
            flags=flags,
        )

    def _write(self, label: str, text: str) -> tuple[int, int]:
        """Add a line; return where `text` stands."""
        self._lines.append(label + text)
        start = self._length + len(label)
        self._length = start + len(text) + 1
        return start, start + len(text)


def arranged(lines: Sequence[str], body: Sequence[str]) -> list[tuple[str, bool]]:
    """Return lines and paragraphs in the order of the page, and which are paragraphs.

    Two readers of one page set spaces differently; so paragraphs are looked for by their letters.
    """
    squeezed, place = _squeezed(" ".join(lines))
    text = " ".join(lines)
    found, lost, cursor = [], [], 0
    for paragraph in body:
        wanted = _SPACE.sub("", _BULLET.sub("", paragraph))
        at = squeezed.find(wanted, cursor, cursor + len(wanted) + _REACH) if wanted else -1
        if at < 0:
            lost.append(paragraph)
        else:
            cursor = at + len(wanted)
            found.append((place[at], place[cursor - 1] + 1, paragraph))
    return [*_woven(text, lines, found), *((paragraph, True) for paragraph in lost)]


def _squeezed(text: str) -> tuple[str, array]:
    """`text` without white space, and where each of its characters stands in `text`."""
    place = array("I", (at for at, char in enumerate(text) if not char.isspace()))
    return _SPACE.sub("", text), place


def _woven(
    text: str, lines: Sequence[str], found: list[tuple[int, int, str]]
) -> list[tuple[str, bool]]:
    """Cut `text` (the lines, one after the other) at its lines and at the paragraphs in it."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    woven, last = [], 0
    for start, end, paragraph in [*found, (len(text), len(text), "")]:
        inner = starts[bisect_right(starts, last) : bisect_right(starts, start)]
        for left, right in pairwise([last, *inner, start]):
            if part := text[left:right].strip():
                woven.append((part, False))
        if paragraph:
            woven.append((paragraph, True))
        last = end
    return woven
