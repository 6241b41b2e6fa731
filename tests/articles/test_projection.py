import pytest

from articles.choices import MentionField, MentionStatus, PublicUse
from articles.models import Mention, Source
from articles.projection import project, public_mentions, public_use_of

pytestmark = pytest.mark.django_db

FULL = {
    "deck": "Deck (invented)",
    "summary": "Summary by the desk (invented)",
    "dateline": "BISHKEK",
    "byline": "A. Reporter (invented)",
    "credit": "Photo (invented)",
    "caption": "Caption (invented)",
}


def test_the_full_text_is_shown_where_its_outlet_allows_it(make_text):
    text = make_text(public_use=PublicUse.FULL, **FULL)
    shown = project(text)
    assert shown.is_complete
    assert {name: getattr(shown, name) for name in FULL} == FULL
    assert shown.body == text.body


def test_an_excerpt_shows_the_desks_summary_and_two_paragraphs_and_nothing_else(make_text):
    shown = project(make_text(public_use=PublicUse.EXCERPT, **FULL))
    assert shown.paragraphs == ["Sadyr Japarov spoke in Bishkek.", "He thanked the guests."]
    assert shown.summary == FULL["summary"]
    assert {shown.deck, shown.dateline, shown.byline, shown.credit, shown.caption} == {""}
    assert not shown.is_complete


def test_a_link_shows_the_headline_alone(make_text):
    shown = project(make_text(public_use=PublicUse.LINK, **FULL))
    assert shown.headline == "Example headline (invented)"
    assert {shown.summary, shown.body, shown.deck, shown.caption} == {""}


def test_nothing_is_shown_of_a_text_that_may_not_be_used(make_text):
    shown = project(make_text(public_use=PublicUse.NONE, **FULL))
    assert {shown.headline, shown.summary, shown.body} == {""}


def test_a_text_of_unknown_outlet_is_an_excerpt(text):
    assert public_use_of(text) == PublicUse.EXCERPT


def test_a_text_of_unknown_outlet_follows_the_agency_that_wrote_it(make_text):
    agency = Source.objects.create(name="Example Agency (invented)", public_use=PublicUse.LINK)
    assert public_use_of(make_text(agency=agency)) == PublicUse.LINK


def test_only_confirmed_mentions_whose_words_are_shown_are_public(make_text, japarov):
    text = make_text(public_use=PublicUse.EXCERPT)
    body = text.body

    def mention(words, status, **fields):
        start = body.index(words)
        return Mention.objects.create(
            translation=text, field=MentionField.BODY, start=start, end=start + len(words),
            text=words, entity=japarov, status=status,
        )  # fmt: skip

    shown = mention("Sadyr Japarov", MentionStatus.CONFIRMED)
    mention("Bishkek", MentionStatus.SUGGESTED)
    mention("evening", MentionStatus.CONFIRMED)
    assert public_mentions(project(text), text.mentions.all()) == [shown]
