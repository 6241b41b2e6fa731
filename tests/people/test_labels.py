"""Words that tell namesakes apart."""

from datetime import date

import pytest
from django.utils.translation import override

from people.labels import label_of, what_it_is
from people.models import Entity, Membership, Post

pytestmark = pytest.mark.django_db


def person(**values):
    return Entity.objects.create(
        **{"kind": "person", "name": "Testbek Example", "country": "KG", **values}
    )


def test_a_person_is_told_by_the_last_office():
    labels = [{"language": "en", "text": "Minister of Examples", "kind": "full"}]
    post = Post.objects.create(organization=person(kind="place"), labels=labels)
    holder = person(classification="deputy")
    Membership.objects.create(member=holder, post=post, began="2020")
    assert label_of(holder) == "Testbek Example · Minister of Examples, Kyrgyzstan"


def test_on_a_day_a_person_is_told_by_the_office_of_that_day():
    labels = [[{"language": "en", "text": f"{what} of Examples", "kind": "full"}]
              for what in ("Minister", "Ambassador")]  # fmt: skip
    state = person(kind="place")
    first, second = (Post.objects.create(organization=state, labels=own) for own in labels)
    holder = person()
    Membership.objects.create(member=holder, post=first, began="2020-01-01", ended="2022-06-01")
    Membership.objects.create(member=holder, post=second, began="2023-01-01")
    assert what_it_is(holder, date(2021, 5, 1)) == "Minister of Examples, Kyrgyzstan"
    assert what_it_is(holder, date(2022, 9, 1)) == "Ambassador of Examples, Kyrgyzstan"
    assert what_it_is(holder) == "Ambassador of Examples, Kyrgyzstan"


def test_a_person_without_an_office_on_record_is_told_by_what_a_text_called_them():
    assert label_of(person(classification="head of an invented agency")) == (
        "Testbek Example · head of an invented agency, Kyrgyzstan"
    )


def test_that_a_person_is_a_person_is_said_in_the_language_of_the_interface():
    with override("ru"):
        assert label_of(person(classification="person")).startswith("Testbek Example · человек")
