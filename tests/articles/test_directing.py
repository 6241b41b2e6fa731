"""Which text was translated from which, and when a translation no longer says what its source
does. The texts are invented."""

import pytest

from articles.directing import mark_reviewed, set_direction, source_of
from articles.editing import save_text, write_article
from articles.merging import merge, undo_merge
from articles.models import Source, Translation
from articles.publishing import NotAllowed, publish, withdraw
from articles.purging import purge
from articles.revisions import note_words
from articles.splitting import split_text, undo_split
from ots_desk.versions import StaleVersion

OTHER_WORDS = "Testbek Example came to Bishkek.\n\nHe thanked nobody."


@pytest.fixture
def source(make_text):
    """An outlet's Russian text."""
    outlet = Source.objects.create(name="Example Daily (invented)")
    return make_text(language="ru", source=outlet, headline="Пример (вымышлено)")


@pytest.fixture
def translation(source, editor):
    """The desk's English text, translated from it."""
    return write_article(
        user=editor,
        article=source.article,
        language="en",
        headline="An example (invented)",
        body="Somebody came.",
        source=source,
    )


def change(text, user, **fields):
    text = Translation.objects.get(pk=text.pk)
    for name, value in fields.items():
        setattr(text, name, value)
    return save_text(text, user=user)


def is_stale(text) -> bool:
    return Translation.objects.get(pk=text.pk).stale_since is not None


# Following a source


def test_what_the_desk_translates_follows_its_source(translation, source):
    assert source_of(translation) == source
    assert translation.follows.translation == source
    assert translation.follows.fields["body"] == source.body
    assert not is_stale(translation)


def test_a_mark_that_comes_or_goes_counts_as_a_change(translation, source, editor):
    def changed_at():
        return Translation.objects.get(pk=translation.pk).changed_at

    before = changed_at()
    change(source, editor, body=OTHER_WORDS)
    marked = changed_at()
    mark_reviewed(Translation.objects.get(pk=translation.pk), user=editor)
    assert before < marked < changed_at()


def test_a_text_written_anew_follows_nothing(source, editor):
    text = write_article(
        user=editor, article=source.article, language="en", headline="New", body="New."
    )
    assert text.translated_from is None
    assert text.follows is None


def test_a_source_that_says_other_things_makes_its_translation_stale(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    assert is_stale(translation)


@pytest.mark.parametrize("field", ["headline", "deck", "caption"])
def test_all_that_a_text_says_counts(translation, source, editor, field):
    change(source, editor, **{field: "Something else (invented)"})
    assert is_stale(translation)


@pytest.mark.parametrize(
    "fields",
    [
        {"credit": "Photo: nobody"},
        {"public_use": "full"},
        {"source": None, "via": "a press service"},
        {"byline": "Testbek Example"},
    ],
)
def test_what_is_about_the_text_does_not_count(translation, source, editor, fields):
    assert change(source, editor, **fields)
    assert not is_stale(translation)


def test_typography_alone_does_not_count(translation, source, editor):
    change(source, editor, body=source.body.replace(" ", "  ").replace("\n\n", "\n\n\n"))
    change(source, editor, headline="Пример  ( вымышлено )")
    assert not is_stale(translation)


def test_changing_the_source_back_clears_the_mark(translation, source, editor):
    before = source.body
    change(source, editor, body=OTHER_WORDS)
    change(source, editor, body=before)
    assert not is_stale(translation)


def test_the_mark_says_since_when_it_has_been_so(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    since = Translation.objects.get(pk=translation.pk).stale_since
    change(source, editor, body=OTHER_WORDS + "\n\nAnd more.")
    assert Translation.objects.get(pk=translation.pk).stale_since == since


def test_outlets_texts_follow_nothing_even_with_a_direction(source, make_text, editor):
    printed = make_text(article=source.article, language="kk", source=source.source)
    set_direction(printed, source, user=editor)
    change(source, editor, body=OTHER_WORDS)
    printed.refresh_from_db()
    assert source_of(printed) == source
    assert printed.follows is None
    assert printed.stale_since is None


def test_a_text_read_before_its_source_changed_keeps_the_mark_when_saved(
    translation, source, editor
):
    change(source, editor, body=OTHER_WORDS)
    publish(translation, user=editor)
    assert is_stale(translation)


# Being right again


def test_reviewing_clears_the_mark_and_is_noted(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    translation.refresh_from_db()
    revision = mark_reviewed(translation, user=editor)
    assert not is_stale(translation)
    assert translation.follows == source.revisions.order_by("-number").first()
    assert revision.made_by == editor
    assert note_words(revision) == "reviewed, still right"


def test_reviewing_what_was_seen_leaves_a_later_change_open(translation, source, editor):
    seen = change(source, editor, body=OTHER_WORDS).number
    change(source, editor, body="Third words (invented).")
    translation.refresh_from_db()
    mark_reviewed(translation, user=editor, seen=seen)
    assert is_stale(translation)
    assert translation.follows.number == seen


def test_a_text_that_follows_nothing_has_nothing_to_review(source, editor):
    with pytest.raises(NotAllowed):
        mark_reviewed(source, user=editor)


def test_saving_it_as_brought_up_to_date_clears_the_mark(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    translation.refresh_from_db()
    translation.body = "Testbek Example came."
    revision = save_text(translation, user=editor, is_caught_up=True)
    assert not is_stale(translation)
    assert note_words(revision) == "brought up to date with its source"


def test_saving_it_otherwise_leaves_the_mark(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    change(translation, editor, headline="A better headline (invented)")
    assert is_stale(translation)


def test_an_overtaken_review_changes_nothing(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    overtaken = Translation.objects.get(pk=translation.pk)
    change(translation, editor, headline="Overtaken (invented)")
    with pytest.raises(StaleVersion):
        mark_reviewed(overtaken, user=editor)
    assert is_stale(translation)


# Directions


def test_parallel_again_forgets_the_direction(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    translation.refresh_from_db()
    set_direction(translation, None, user=editor)
    translation.refresh_from_db()
    assert translation.translated_from is None
    assert translation.follows is None
    assert translation.stale_since is None


def test_a_direction_is_noted_with_who_said_so(translation, editor):
    revision = set_direction(translation, None, user=editor)
    assert revision.made_by == editor
    assert "parallel" in note_words(revision)


def test_two_texts_are_not_translated_from_each_other(translation, source, editor):
    with pytest.raises(NotAllowed, match="itself translated from this text"):
        set_direction(source, translation, user=editor)


def test_nor_in_a_longer_circle(translation, source, make_text, editor):
    third = make_text(article=source.article, language="kk")
    set_direction(third, translation, user=editor)
    with pytest.raises(NotAllowed):
        set_direction(source, third, user=editor)


def test_nor_from_themselves(source, editor):
    with pytest.raises(NotAllowed):
        set_direction(source, source, user=editor)


def test_nor_from_a_text_of_another_article(source, text, editor):
    with pytest.raises(NotAllowed, match="different articles"):
        set_direction(source, text, user=editor)


def test_writing_from_a_text_of_another_article_is_refused(source, text, editor):
    with pytest.raises(NotAllowed):
        write_article(
            user=editor, article=source.article, language="en", headline="x", body="x", source=text
        )


# What else happens to a source


def test_a_direction_sleeps_while_its_source_stands_in_another_article(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    split = split_text(source, user=editor)
    assert source_of(Translation.objects.get(pk=translation.pk)) is None
    assert not is_stale(translation)
    undo_split(split, user=editor)
    assert source_of(Translation.objects.get(pk=translation.pk)) == source
    assert is_stale(translation)


def test_what_its_source_says_meanwhile_counts_when_they_meet_again(translation, source, editor):
    split = split_text(translation, user=editor)
    change(source, editor, body=OTHER_WORDS)
    assert not is_stale(translation)
    undo_split(split, user=editor)
    assert is_stale(translation)


def test_merging_moves_translation_and_source_together(translation, source, make_text, editor):
    survivor = make_text(language="kk")
    merge(survivor.article, source.article, user=editor)
    translation.refresh_from_db()
    assert source_of(translation) == source
    change(source, editor, body=OTHER_WORDS)
    assert is_stale(translation)


def test_what_replaced_the_source_is_followed_until_the_merge_is_undone(
    translation, source, make_text, editor
):
    kept = make_text(language="ru", body=OTHER_WORDS)
    done = merge(kept.article, source.article, user=editor)
    translation.refresh_from_db()
    assert source_of(translation) == kept
    assert is_stale(translation)
    undo_merge(done, user=editor)
    translation.refresh_from_db()
    assert source_of(translation) == source
    assert not is_stale(translation)


def test_opposite_directions_brought_together_say_nothing(translation, source, make_text, editor):
    """One article's Russian text comes from its English one, the other's the other way round;
    of each language one text stands after the merge."""
    en, ru = make_text(language="en"), make_text(language="ru")
    Translation.objects.filter(pk=ru.pk).update(article=en.article, translated_from=en)
    Translation.objects.filter(pk=en.pk).update(replaced_by=translation, article=source.article)
    Translation.objects.filter(pk=source.pk).update(replaced_by=ru)
    Translation.objects.filter(pk=ru.pk).update(article=source.article)
    assert source_of(Translation.objects.get(pk=translation.pk)) is None
    assert source_of(Translation.objects.get(pk=ru.pk)) is None


def test_withdrawing_the_source_changes_no_words(translation, source, editor):
    source.refresh_from_db()
    publish(source, user=editor)
    withdraw(source, user=editor, reason="Example")
    assert source_of(translation) == source
    assert not is_stale(translation)


def test_a_purged_source_leaves_its_translation_without_a_mark(translation, source, chief):
    change(source, chief, body=OTHER_WORDS)
    purge([str(source.pk)], user=chief, reason="By order (invented)")
    translation.refresh_from_db()
    assert translation.translated_from is None
    assert translation.follows is None
    assert translation.stale_since is None


def test_stale_translations_are_found(translation, source, editor):
    change(source, editor, body=OTHER_WORDS)
    assert list(Translation.objects.stale()) == [translation]
