"""Which ministry or press service a text cites, in the text's own words.

Outlets that report or are cited stand in `outlets`; the words of each language in `phrases`.
"""

import re
from collections.abc import Sequence

from . import phrases
from .draft import Draft
from .names_of_outlets import KnownNames, known_names
from .reading import Outlet, Paragraph
from .shapes import tidy

# Where a text says whom it cites: at its beginning, or at its very end.
_LEADING = 6
_LONG = 3000
_SPACE = re.compile(r"\s")
# An outlet's case ending and what it is, before the name of the office that it cites.
_OUTLET_REST = re.compile(
    r"[»”\"]?(?:[-'’ʻ][^\W\d_]{1,6}|[а-яёa-z]{1,4})?[»”\"]?(?:\s+(?:агентті\w*|агентти\w*|тілші\w*|"
    r"кабарчы\w*|хабарчы\w*|мухбир\w*|muxbir\w*|müxbir\w*|muhabir\w*|агентлиг\w*|agentli\w*|"
    r"ХАА|порталы|сайт[ыи]))?\s+"
)


def read_press_service(
    draft: Draft, paragraphs: Sequence[Paragraph], outlets: Sequence[Outlet]
) -> None:
    """Take the first office that the text cites as its source; `paragraphs` are its text, and
    its language has to be known."""
    frames = phrases.PRESS_SERVICES.get(str(draft.value("language")), ())
    known = known_names(outlets)
    for paragraph in [*paragraphs[:_LEADING], *paragraphs[_LEADING:][-1:]]:
        text = _SPACE.sub(" ", draft.raw[paragraph.start : paragraph.end][:_LONG])
        if found := _first_office(text, frames, known):
            start, end = found
            place = (paragraph.start + start, paragraph.start + end)
            draft.find("via", tidy(text[start:end]), "cited_press_service", place=place)
            return


def _first_office(
    text: str, frames: Sequence[re.Pattern[str]], known: KnownNames
) -> tuple[int, int] | None:
    matches = [match for frame in frames for match in frame.finditer(text)]
    spans = (_without_outlet(text, match.span("name"), known) for match in matches)
    return min((span for span in spans if _is_office(text[slice(*span)], known)), default=None)


def _without_outlet(text: str, span: tuple[int, int], known: KnownNames) -> tuple[int, int]:
    """Without the outlet that reports: "Trend Nəqliyyat Nazirliyinə istinadla"."""
    start, end = span
    while name := known.names.match(text, start + (text[start] in '«“"'), end):
        rest = _OUTLET_REST.match(text, name.end(), end)
        if known.named(name[0]).is_press_office or rest is None:
            break
        start = rest.end()
    return start, start + len(text[start:end].rstrip())


def _is_office(name: str, known: KnownNames) -> bool:
    newsrooms = (known.named(one[0]) for one in known.names.finditer(name))
    if not all(one.is_press_office for one in newsrooms):
        return False
    return bool(name) and not phrases.NEWSROOM.search(name)
