import pytest
from django.db import IntegrityError, transaction

from articles.choices import PublicUse, Status
from articles.models import Source, Translation
from articles.publishing import NotAllowed, dismiss, publish, restore, withdraw
from ots_desk.versions import StaleVersion

pytestmark = pytest.mark.django_db


def test_publishing_shows_a_text_and_says_since_when_and_by_whom(text, editor):
    publish(text, user=editor)
    assert list(Translation.objects.published()) == [text]
    assert text.first_published_at is not None
    assert text.revisions.first().made_by == editor


@pytest.mark.parametrize("missing", ["headline", "body", "language"])
def test_an_incomplete_text_is_not_published(make_text, editor, missing):
    text = make_text(**{missing: ""})
    with pytest.raises(NotAllowed, match=f"without a {missing}"):
        publish(text, user=editor)
    assert not Translation.objects.published().exists()


def test_the_database_refuses_a_published_text_without_a_headline(text, editor):
    publish(text, user=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.filter(pk=text.pk).update(headline="")


def test_withdrawing_takes_a_text_from_the_readers_and_keeps_the_reason(text, editor):
    publish(text, user=editor)
    withdraw(text, user=editor, reason="Wrong in every word.")
    assert not Translation.objects.published().exists()
    assert text.status_reason == "Wrong in every word."


def test_publishing_again_keeps_the_first_time(text, editor):
    publish(text, user=editor)
    first = text.first_published_at
    withdraw(text, user=editor, reason="By mistake.")
    publish(text, user=editor)
    assert text.first_published_at == first


@pytest.mark.parametrize("operation", [withdraw, dismiss])
def test_a_reason_is_required(text, editor, operation):
    if operation is withdraw:
        publish(text, user=editor)
    with pytest.raises(NotAllowed, match="Say why"):
        operation(text, user=editor, reason="  ")


def test_a_reason_that_does_not_fit_is_refused(text, editor):
    with pytest.raises(NotAllowed, match="300 signs"):
        dismiss(text, user=editor, reason="Long. " * 60)


def test_what_is_not_for_us_leaves_the_queues_and_can_be_restored(text, editor):
    dismiss(text, user=editor, reason="Sports.")
    assert not Translation.objects.awaiting_decision().exists()
    restore(text, user=editor)
    assert list(Translation.objects.awaiting_decision()) == [text]


@pytest.mark.parametrize(
    "move",
    [
        lambda text, user: publish(text, user=user),
        lambda text, user: dismiss(text, user=user, reason="Late."),
        lambda text, user: restore(text, user=user),
    ],
)
def test_a_published_text_can_only_be_withdrawn(text, editor, move):
    publish(text, user=editor)
    with pytest.raises(NotAllowed, match="can't be moved this way"):
        move(text, editor)
    assert Translation.objects.get(pk=text.pk).status == Status.PUBLISHED


def test_a_text_that_was_saved_since_is_not_published(text, editor):
    other = Translation.objects.get(pk=text.pk)
    other.headline = "Another headline (invented)"
    other.save()
    with pytest.raises(StaleVersion):
        publish(text, user=editor)


def test_the_text_as_it_came_in_is_the_first_revision(text, editor):
    publish(text, user=editor, note="Good.")
    notes = list(text.revisions.order_by("number").values_list("number", "note", "made_by"))
    assert notes == [(1, "as received", None), (2, "Good.", editor.pk)]


@pytest.mark.parametrize(
    ("outlet", "own", "is_public"),
    [
        (PublicUse.FULL, "", True),
        (PublicUse.LINK, "", True),
        (PublicUse.NONE, "", False),
        (PublicUse.NONE, PublicUse.EXCERPT, True),
        (PublicUse.FULL, PublicUse.NONE, False),
    ],
)
def test_an_outlet_that_forbids_every_use_is_not_public(make_text, editor, outlet, own, is_public):
    source = Source.objects.create(name="Example Outlet (invented)", public_use=outlet)
    publish(make_text(source=source, public_use=own), user=editor)
    assert Translation.objects.published().exists() is is_public


def test_an_agency_that_forbids_every_use_binds_a_text_of_unknown_outlet(make_text, editor):
    agency = Source.objects.create(name="Example Agency (invented)", public_use=PublicUse.NONE)
    publish(make_text(agency=agency), user=editor)
    assert not Translation.objects.published().exists()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "24.kg/english", "file:///etc/hosts"])
def test_the_database_refuses_a_source_address_that_is_not_of_the_web(text, address):
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.filter(pk=text.pk).update(source_url=address)
