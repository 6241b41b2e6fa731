"""Finding names in the fields of one text: one step after another, each told what the steps
before it found. What each step knows is in its own module; nothing is stored here.
"""

from collections.abc import Mapping
from datetime import date

from people.recognition.gazetteer import Gazetteer
from people.recognition.known import find_known
from people.recognition.offices import find_offices
from people.recognition.reading import ReadText
from people.recognition.spans import Span
from people.recognition.unknown import find_unknown


def find_mentions(
    fields: Mapping[str, str], *, language: str, gazetteer: Gazetteer, on: date | None = None
) -> list[Span]:
    """Return the spans that name known entities, or perhaps persons whom nobody knows, in the
    order of fields and then of places.

    Spans never overlap; of two that would, the longer counts. `on` is the day whose names are
    meant: without it no former name is certain.
    """
    text = ReadText(fields, language, on)
    spans = find_known(text, gazetteer)
    spans = find_offices(text, spans, gazetteer.offices, gazetteer)
    spans += find_unknown(text, spans, gazetteer.country_of_place)
    order = {name: place for place, name in enumerate(fields)}
    return sorted(spans, key=lambda span: (order[span.field], span.start))
