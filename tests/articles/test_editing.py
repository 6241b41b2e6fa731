from datetime import time

import pytest
from django.conf import settings
from django.utils import timezone

from articles.choices import FlagKind, MentionStatus, Status
from articles.editing import reopen_flag, save_text, settle_flag, write_article
from articles.merging import merge
from articles.models import Flag, Mention, Source, Translation
from articles.projection import project
from articles.publishing import NotAllowed, dismiss, publish
from ots_desk.versions import StaleVersion

pytestmark = pytest.mark.django_db


def test_an_edit_is_kept_as_a_revision_with_what_it_changed(text, editor):
    text.headline = "A better headline (invented)"
    revision = save_text(text, user=editor, note="Clearer.")
    assert (revision.number, revision.made_by, revision.note) == (2, editor, "Clearer.")
    assert revision.fields["headline"] == "A better headline (invented)"
    assert text.revisions.get(number=1).fields["headline"] == "Example headline (invented)"
    assert text.edited_fields == ["headline"]


def test_saving_without_a_change_writes_nothing(text, editor):
    assert save_text(text, user=editor) is None
    assert Translation.objects.get(pk=text.pk).version == 1


def test_a_stale_edit_is_refused_and_the_other_text_stands(text, editor):
    mine = Translation.objects.get(pk=text.pk)
    text.headline = "Theirs (invented)"
    save_text(text, user=editor)
    mine.headline = "Mine (invented)"
    with pytest.raises(StaleVersion):
        save_text(mine, user=editor)
    stored = Translation.objects.get(pk=text.pk)
    assert stored.headline == "Theirs (invented)"
    assert stored.revisions.count() == 2


def test_a_headline_that_an_editor_writes_is_not_a_proposed_one(make_text, editor):
    text = make_text(headline_is_proposed=True)
    Flag.objects.create(translation=text, kind=FlagKind.NO_HEADLINE)
    text.headline = "Written by an editor (invented)"
    save_text(text, user=editor)
    assert not text.headline_is_proposed
    assert not Translation.objects.flagged().exists()


def test_a_form_opened_before_somebody_wrote_a_headline_makes_it_no_proposal_again(text, editor):
    text.headline, text.headline_is_proposed = "Written by the second editor (invented)", True
    save_text(text, user=editor)
    assert not Translation.objects.get().headline_is_proposed


def test_a_further_language_joins_the_article_that_survived(text, make_text, editor):
    gone = make_text(language="ru")
    merge(text.article, gone.article, user=editor)
    further = write_article(
        user=editor, article=gone.article, language="ky", headline="Example (invented)", body="One."
    )
    assert further.article == text.article


def test_a_language_that_the_article_has_is_refused(text, editor):
    with pytest.raises(NotAllowed, match="has a text in English already"):
        write_article(
            user=editor, article=text.article, language="en", headline="Again", body="One."
        )
    assert Translation.objects.get() == text


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (FlagKind.NO_DATE, {"published": "2025-09-12"}),
        (FlagKind.NO_LANGUAGE, {"language": "ky"}),
        (FlagKind.CLOCK_WITHOUT_ZONE, {"zone": "Asia/Bishkek"}),
    ],
)
def test_filling_in_what_was_missing_settles_its_flag(text, editor, kind, changes):
    text.published_time = time(16, 40)
    text.save()
    text = Translation.objects.get(pk=text.pk)
    flag = Flag.objects.create(translation=text, kind=kind)
    for name, value in changes.items():
        setattr(text, name, value)
    save_text(text, user=editor)
    flag.refresh_from_db()
    assert flag.settled_by == editor


def test_naming_the_outlet_settles_its_flag_and_no_other(text, editor):
    for kind in (FlagKind.NO_OUTLET, FlagKind.NO_DATE):
        Flag.objects.create(translation=text, kind=kind)
    text.source = Source.objects.create(name="Example Outlet (invented)")
    save_text(text, user=editor)
    assert [flag.kind for flag in text.flags.open()] == [FlagKind.NO_DATE]


def test_a_settled_flag_leaves_the_filter_and_can_be_reopened(text, editor):
    flag = Flag.objects.create(translation=text, kind=FlagKind.NO_DATE)
    settle_flag(flag, user=editor)
    assert not Translation.objects.flagged(FlagKind.NO_DATE).exists()
    reopen_flag(flag)
    assert list(Translation.objects.flagged(FlagKind.NO_DATE)) == [text]


def test_a_text_that_is_not_for_us_leaves_every_filter_of_flags(text, editor):
    Flag.objects.create(translation=text, kind=FlagKind.NO_DATE)
    dismiss(text, user=editor, reason="Sports.")
    assert not Translation.objects.flagged().exists()


def test_an_article_is_written_from_nothing_and_published_at_once(editor):
    text = write_article(
        user=editor, language="en", headline="News (invented)", body="It happened.",
        publish_now=True,
    )  # fmt: skip
    assert text.status == Status.PUBLISHED
    assert text.created_by == editor
    assert text.article.translations.get() == text


def test_the_desks_own_text_is_shown_in_full_and_dated_by_its_publication(editor):
    text = write_article(
        user=editor, language="en", headline="News (invented)", body="One.\n\nTwo.\n\nThree.",
        publish_now=True,
    )  # fmt: skip
    assert project(text).is_complete
    assert text.published.earliest == timezone.localtime(text.first_published_at).date()
    assert text.published_time.hour == timezone.localtime(text.first_published_at).hour
    assert text.zone == settings.TIME_ZONE


def test_a_text_taken_in_is_never_dated_by_the_desk(seeds, editor):
    undated = Translation.objects.get(published_earliest=None)
    publish(undated, user=editor)
    assert undated.published is None


def test_an_incomplete_article_is_not_half_written(editor):
    with pytest.raises(NotAllowed):
        write_article(user=editor, language="en", headline="News", body="", publish_now=True)
    assert not Translation.objects.exists()


@pytest.fixture
def mention(text, japarov, editor):
    """An editor's link of “He thanked”, in the second paragraph, to a person."""
    start = text.body.index("He thanked")
    return Mention.objects.create(
        translation=text, field="body", start=start, end=start + len("He thanked"),
        text="He thanked", entity=japarov, status=MentionStatus.CONFIRMED, decided_by=editor,
        decided_at=text.created_at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("spoke in Bishkek", "spoke at length in Bishkek"),
        ("spoke in Bishkek", "spoke"),
        ("in the evening", "at night"),
        ("the guests", "all of the guests"),
    ],
)
def test_a_mention_moves_along_with_its_words(text, mention, editor, old, new):
    text.body = text.body.replace(old, new)
    save_text(text, user=editor)
    mention.refresh_from_db()
    assert mention.status == MentionStatus.CONFIRMED
    assert text.body[mention.start : mention.end] == "He thanked"


def test_a_mention_whose_words_are_gone_is_marked_broken(text, mention, editor):
    text.body = text.body.replace("He thanked", "The host greeted")
    save_text(text, user=editor)
    mention.refresh_from_db()
    assert mention.status == MentionStatus.BROKEN


def test_two_mentions_of_one_person_move_without_landing_on_each_other(
    text, mention, japarov, editor
):
    # The second begins exactly where an edit of its length would put the first.
    place = mention.start + 10
    text.body = text.body[:place] + "He thanked" + text.body[place:]
    text.save()
    twin = Mention.objects.create(
        translation=text, field="body", start=place, end=place + 10, text="He thanked",
        entity=japarov, status=MentionStatus.CONFIRMED, decided_by=editor,
        decided_at=text.created_at,
    )  # fmt: skip
    text.body = "Ten signs." + text.body
    save_text(text, user=editor)
    mention.refresh_from_db()
    twin.refresh_from_db()
    assert (twin.start - mention.start, text.body[twin.start : twin.end]) == (10, "He thanked")


def test_an_edit_of_a_published_text_is_seen_at_once_and_dated(text, editor):
    publish(text, user=editor)
    changed_at = text.changed_at
    text.body = "Corrected (invented)."
    save_text(text, user=editor)
    assert Translation.objects.published().get().body == "Corrected (invented)."
    assert text.changed_at > changed_at
