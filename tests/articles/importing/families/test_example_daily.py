"""One outlet as an example to copy: a whole page of an invented paper, and all it must become.

Copy this file for a new outlet, see docs/outlets.md. Names, events and sentences are invented;
never paste an outlet's own sentences here.
"""

import pytest

from articles.importing import Outlet, clean

OUTLET = Outlet(
    id="source/example-daily",
    name="Example Daily",
    domains=("daily.example.org",),
    zone="Asia/Bishkek",
    self_phrases=(r"Example Daily (?:reports|has learned)",),
)

PAGE = """\
 date 2025-10-08
Home
EUR 101.20
Ferry captains of Example Bay agree on one timetable

7 October 2025, 16:20
By Example Author

EXAMPLETOWN (ExD) – Captains of three ferry lines agreed on one timetable, Example Daily reports.

Photo: Example Harbour Office

The timetable joins two night crossings. "Nobody will miss a train," a captain said.

- Example Author

More from Example Daily
Lighthouse opens for visitors
Harbour cat turns twenty
link: https://daily.example.org/ferries/1
"""

BODY = [
    "Captains of three ferry lines agreed on one timetable, Example Daily reports.",
    'The timetable joins two night crossings. "Nobody will miss a train," a captain said.',
]

FIELDS = {
    "headline": "Ferry captains of Example Bay agree on one timetable",
    "published": "2025-10-07",
    "published_time": "16:20",
    "zone": "Asia/Bishkek",
    "dateline": "EXAMPLETOWN (ExD)",
    "author": "Example Author",
    "credit": "Example Harbour Office",
    "source": "source/example-daily",
    "url": "https://daily.example.org/ferries/1",
    "language": "en",
}


@pytest.fixture(scope="module")
def document():
    return clean(PAGE, outlets=(OUTLET,))


def test_body_is_what_the_paper_wrote(document, told):
    assert [one.text for one in document.body] == BODY, told(PAGE, document)


@pytest.mark.parametrize("name", FIELDS)
def test_field_is_read(document, told, name):
    values = {key: found.value for key, found in document.fields.items()}
    assert values.get(name) == FIELDS[name], told(PAGE, document)


def test_nothing_is_left_in_doubt(document, told):
    assert document.flags == (), told(PAGE, document)
