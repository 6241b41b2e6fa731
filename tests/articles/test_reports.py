from datetime import time

import pytest

from articles.models import Coverage, Story, Translation
from articles.reports import first_of, lead_of, reports_of

pytestmark = pytest.mark.django_db

CLOCK = time(12)


@pytest.fixture
def reports(make_text):
    """The reports of a story of texts that were printed so: `reports((day, clock, zone), …)`."""

    def make(*printed, digest=None):
        story = Story.objects.create()
        for number, (day, clock, zone) in enumerate(printed):
            text = make_text(
                headline=f"Example {number} (invented)",
                published=day,
                published_time=clock,
                zone=zone,
            )
            Coverage.objects.create(story=story, article=text.article, is_digest=number == digest)
        return story, reports_of(story, Translation.objects.standing())

    return make


def numbers(found) -> list[int]:
    return sorted(int(report.text.headline.split()[1]) for report in found)


def test_reports_stand_as_they_were_printed_and_undated_ones_last(reports):
    _story, found = reports((None, None, ""), ("2025-09-13", None, ""), ("2025-09-12", CLOCK, ""))
    assert [numbers([report])[0] for report in found] == [2, 1, 0]


def test_the_earlier_day_is_first(reports):
    _story, found = reports(("2025-09-14", None, ""), ("2025-09-12", None, ""))
    assert numbers(first_of(found)) == [1]


def test_of_one_day_the_clocks_of_known_zones_decide(reports):
    """12:00 in Bishkek is 09:00 in Istanbul."""
    _story, found = reports(
        ("2025-09-12", time(10), "Europe/Istanbul"), ("2025-09-12", time(12), "Asia/Bishkek")
    )
    assert numbers(first_of(found)) == [1]


def test_moments_decide_even_against_the_days_printed(reports):
    """Past midnight in Bishkek it is still the evening before in Istanbul."""
    _story, found = reports(
        ("2025-09-12", time(23), "Europe/Istanbul"), ("2025-09-13", time(0, 10), "Asia/Bishkek")
    )
    assert numbers(first_of(found)) == [1]


@pytest.mark.parametrize("unknown", [(None, ""), (CLOCK, ""), (CLOCK, "No/Such")])
def test_what_the_clocks_do_not_tell_is_not_told(reports, unknown):
    _story, found = reports(
        ("2025-09-12", *unknown), ("2025-09-12", CLOCK, "Asia/Bishkek"), ("2025-09", None, "")
    )
    assert numbers(first_of(found)) == [0, 1, 2]


def test_undated_reports_are_never_the_first(reports):
    _story, found = reports((None, None, ""), (None, CLOCK, ""))
    assert first_of(found) == set()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_error(reports, day):
    _story, found = reports((day, None, ""))
    assert numbers(first_of(found)) == [0]


def test_the_chosen_text_leads(reports):
    story, found = reports(("2025-09-12", None, ""), ("2025-09-13", None, ""))
    story.lead = found[1].text
    assert lead_of(story, found) == found[1]


def test_without_a_choice_the_earliest_report_leads_that_is_no_digest(reports):
    story, found = reports(("2025-09-12", None, ""), ("2025-09-13", None, ""), digest=0)
    assert lead_of(story, found) == found[1]


def test_a_lead_that_left_the_story_leads_no_longer(reports, make_text):
    story, found = reports(("2025-09-12", None, ""))
    story.lead = make_text()
    assert lead_of(story, found) == found[0]


def test_a_story_without_reports_has_no_lead(reports):
    story, found = reports()
    assert lead_of(story, found) is None
