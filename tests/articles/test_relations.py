"""What readers, programs and editors are told of sources, stale translations and the desk's edits
of what was received. Texts that aren't the seeds' are invented."""

import json
import re

import pytest

from articles.directing import set_direction
from articles.editing import save_text, write_article
from articles.importing.reparsing import find_documents, reparse
from articles.models import Translation
from articles.publishing import publish, withdraw
from articles.received import edited_since, last_edited_at

SECRET = "Unpublished words (invented)"


@pytest.fixture
def ru(published):
    return published(language="ru", headline="Пример (вымышлено)")


@pytest.fixture
def translation(ru, editor):
    """The desk's English text, translated from the Russian one and published."""
    return write_article(
        user=editor,
        article=ru.article,
        language="en",
        headline="An example (invented)",
        body="Somebody came.",
        source=ru,
        publish_now=True,
    )


@pytest.fixture
def seed(seeds, editor):
    """An outlet's text as it was received, published in full."""
    text = Translation.objects.get(headline__startswith="Sadyr Japarov meets")
    change(text, editor, public_use="full")
    return moved(text, editor)


def moved(text, user):
    text = Translation.objects.get(pk=text.pk)
    publish(text, user=user)
    return text


def change(text, user, **fields):
    text = Translation.objects.get(pk=text.pk)
    for name, value in fields.items():
        setattr(text, name, value)
    save_text(text, user=user)


def page(client, text, language="en") -> str:
    url = f"/{language}/articles/{text.article_id}-x/?text={text.language}"
    return client.get(url, follow=True).content.decode()


def structured(client, text) -> dict:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(client, text))
    return json.loads(found[1])


def in_api(client, text) -> dict:
    texts = client.get(f"/api/v1/articles/{text.article_id}/").json()["translations"]
    return next(one for one in texts if one["id"] == text.pk)


# Directions


def test_texts_without_a_direction_are_parallel(client, ru, published):
    en = published(article=ru.article, language="en")
    assert "which came first is not known" in page(client, en)
    assert "Translated from" not in page(client, en)
    assert in_api(client, en)["translation_of"] is None
    assert "translationOfWork" not in structured(client, en)


def test_a_known_direction_is_told(client, ru, translation):
    told = page(client, translation)
    assert "The text in Русский; translated by the desk." in told
    assert "which came first is not known" not in told
    assert "Translated from this" in page(client, ru)


def test_an_outlets_translation_is_not_called_the_desks(client, ru, published, editor):
    kk = published(article=ru.article, language="kk")
    set_direction(kk, ru, user=editor)
    told = page(client, kk)
    assert "The text in Русский." in told
    assert "translated by the desk" not in told


def test_a_third_text_is_parallel_to_both(client, ru, translation, published):
    published(article=ru.article, language="kk")
    assert "(Қазақша); which came first is not known" in page(client, translation)


def test_structured_data_tell_works_and_translations(client, ru, translation):
    told = structured(client, translation)
    assert told["translationOfWork"]["inLanguage"] == "ru"
    assert told["translator"]["name"] == "OTS Desk"
    assert [work["inLanguage"] for work in structured(client, ru)["workTranslation"]] == ["en"]


def test_the_api_tells_source_and_revision(client, ru, translation):
    told = in_api(client, translation)
    assert told["translation_of"] == ru.pk
    assert told["follows_revision"] == translation.follows.number
    assert told["is_stale"] is False


# Stale translations


def test_readers_are_told_that_the_original_has_changed(client, ru, translation, editor):
    assert "has changed since this translation" not in page(client, translation)
    change(ru, editor, body="Other words (invented).")
    assert "has changed since this translation" in page(client, translation)
    assert "has changed since this translation" not in page(client, ru)
    assert in_api(client, translation)["is_stale"] is True


def test_a_source_that_is_not_public_is_not_told_of(client, ru, translation, editor):
    change(ru, editor, headline=SECRET)
    ru = Translation.objects.get(pk=ru.pk)
    withdraw(ru, user=editor, reason="Example")
    told = page(client, translation)
    assert SECRET not in told
    assert "Русский" not in told.split("<main", 1)[1].split("<footer", 1)[0]
    assert "has changed since" not in told
    api = in_api(client, translation)
    assert (api["translation_of"], api["follows_revision"], api["is_stale"]) == (None, None, False)


def test_a_draft_translation_is_not_told_of(client, ru, editor):
    write_article(
        user=editor, article=ru.article, language="kk", headline=SECRET, body="x", source=ru
    )
    assert "Translated from this" not in page(client, ru)
    assert "workTranslation" not in structured(client, ru)
    assert SECRET not in page(client, ru)


# What the desk has edited


def test_a_text_as_received_is_not_edited(client, seed):
    assert edited_since([seed]) == {}
    assert "Edited by the desk" not in page(client, seed)
    assert in_api(client, seed)["edited_by_desk"] is None


def test_an_edited_text_says_so_with_fields_and_day(client, seed, editor):
    change(seed, editor, headline="Edited headline (invented)", body=f"Edited.\n\n{seed.body}")
    told = page(client, seed)
    assert "Edited by the desk" in told
    assert re.search(r"headline, text; \d{1,2} \w+ \d{4}", told)
    assert in_api(client, seed)["edited_by_desk"] == ["headline", "body"]
    assert structured(client, seed)["contributor"]["name"] == "OTS Desk"


def test_fields_that_readers_do_not_see_are_not_told(client, seed, editor):
    change(seed, editor, deck="A deck of ours (invented)", public_use="link")
    assert "Edited by the desk" not in page(client, seed)
    assert in_api(client, seed)["edited_by_desk"] is None


def test_typography_and_credit_are_no_edits(client, seed, editor):
    change(seed, editor, body=seed.body.replace(" ", "  "), credit="Photo: nobody")
    assert edited_since([Translation.objects.get(pk=seed.pk)]) == {}


def test_changing_it_back_is_no_edit(seed, editor):
    before = seed.body
    change(seed, editor, body="Other words (invented).")
    change(seed, editor, body=before)
    assert edited_since([Translation.objects.get(pk=seed.pk)]) == {}


def test_reading_again_is_no_edit(seed):
    list(reparse(find_documents(), apply=True))
    assert edited_since([Translation.objects.get(pk=seed.pk)]) == {}


def test_the_day_is_that_of_the_last_edit_of_words(seed, editor):
    change(seed, editor, headline="Edited headline (invented)")
    edited = seed.revisions.order_by("-number").first()
    change(seed, editor, credit="Photo: nobody")
    assert last_edited_at(seed) == edited.made_at


def test_the_desks_own_text_is_not_an_edited_one(client, translation, editor):
    change(translation, editor, body="Somebody else came.")
    assert "Edited by the desk" not in page(client, translation)
    assert in_api(client, translation)["edited_by_desk"] is None


def test_editors_see_what_was_changed_word_by_word(client, seed, editor):
    change(seed, editor, headline=seed.headline.replace("meets", "welcomes"))
    client.force_login(editor)
    url = f"/admin/articles/translation/{seed.pk}/received/"
    told = client.get(url).content.decode()
    assert "<del>meets</del>" in told
    assert "<ins>welcomes</ins>" in told
    article = client.get(f"/admin/articles/article/{seed.article_id}/change/?text={seed.pk}")
    assert url in article.content.decode()


def test_editors_see_that_nothing_was_changed(client, seed, editor):
    client.force_login(editor)
    told = client.get(f"/admin/articles/translation/{seed.pk}/received/").content.decode()
    assert "It says what was received." in told


# Cost


def test_more_texts_cost_the_api_no_more_queries(client, published, editor, count_queries):
    def article_with_translation():
        ru = published(language="ru")
        write_article(
            user=editor,
            article=ru.article,
            language="en",
            headline="x",
            body="x",
            source=ru,
            publish_now=True,
        )

    for _number in range(3):
        article_with_translation()
    few = count_queries("/api/v1/articles/")
    for _number in range(10):
        article_with_translation()
    assert count_queries("/api/v1/articles/") == few
