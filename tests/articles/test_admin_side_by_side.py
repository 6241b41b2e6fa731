"""Two texts of one article side by side in the admin, and deciding which came first. The texts
are invented."""

import pytest

from articles.admin.screens.texts_beside import blocks_of, texts_beside
from articles.directing import source_of
from articles.editing import save_text, write_article
from articles.models import Translation
from articles.publishing import publish
from tests.articles.conftest import name_in_body

EN = "Sadyr Japarov met 12 guests in 2025.\n\nThe talks were long.\n\nBishkek was quiet."
RU = "Садыр Жапаров встретил 12 гостей в 2025 году.\n\nПереговоры были долгими."


@pytest.fixture
def ru(make_text):
    return make_text(language="ru", headline="Пример (вымышлено)", body=RU)


@pytest.fixture
def en(make_text, ru):
    return make_text(article=ru.article, language="en", body=EN)


@pytest.fixture
def translation(ru, editor):
    """The desk's Kazakh text, made of the Russian one."""
    return write_article(
        user=editor, article=ru.article, language="kk", headline="Мысал", body=RU, source=ru
    )


def change(text, user, **fields):
    text = Translation.objects.get(pk=text.pk)
    for name, value in fields.items():
        setattr(text, name, value)
    save_text(text, user=user)


def page_of(text, query="") -> str:
    return f"/admin/articles/translation/{text.pk}/beside/{query}"


def read(client, user, url) -> str:
    client.force_login(user)
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


# Rows


def test_a_paragraph_can_stand_for_several():
    assert blocks_of([(0, 0), (0, 1), (1, 2)], 3, 3) == [([0], [0, 1]), ([1], [2]), ([2], [])]


def test_what_fits_nothing_stands_alone_in_its_place():
    assert blocks_of([(1, 0)], 2, 2) == [([0], []), ([1], [0]), ([], [1])]


def test_without_any_pair_paragraphs_stand_as_they_come():
    assert blocks_of([], 1, 2) == [([0], [0]), ([], [1])]


def test_every_paragraph_of_both_is_shown(en, ru):
    rows = texts_beside(en, ru).rows
    words = ["".join(p.words for p in parts) for row in rows for parts in row.first]
    assert words[1:] == EN.split("\n\n")


def test_the_same_entity_has_one_number_in_both(en, ru, japarov, bishkek):
    for text in (en, ru):
        name_in_body(text, japarov)
    name_in_body(en, bishkek)
    beside = texts_beside(en, ru)
    assert beside.both == [(1, japarov)]
    assert beside.only_first == [bishkek]
    numbered = [
        part.words
        for row in beside.rows
        for parts in (*row.first, *row.second)
        for part in parts
        if part.number == 1
    ]
    assert numbered == ["Sadyr Japarov", "Садыр Жапаров"]


def test_a_figure_that_the_other_lacks_is_marked(make_text, ru):
    text = make_text(article=ru.article, language="en", body="He met 12 345 guests in 2025.")
    figures = {
        part.words: part.is_alone
        for row in texts_beside(text, ru).rows
        for parts in row.first
        for part in parts
        if part.is_figure
    }
    assert figures == {"12 345": True, "2025": False}


# The page


def test_the_page_says_that_texts_are_parallel(client, editor, en, ru):
    page = read(client, editor, page_of(en))
    assert "which of the two came first isn" in page
    assert "The talks were long." in page
    assert "Переговоры были долгими." in page


def test_the_source_stands_first(client, editor, translation, ru):
    page = read(client, editor, page_of(ru, f"?with={translation.pk}"))
    assert page.index("Русский</span><br>") < page.index("Қазақша</span><br>")


def test_a_text_that_stands_alone_offers_to_write_another(client, editor, text):
    assert "no other text" in read(client, editor, page_of(text))


def test_the_difference_since_is_shown_word_by_word(client, editor, translation, ru):
    change(ru, editor, body=RU.replace("12", "15"))
    page = read(client, editor, page_of(translation))
    assert "Stale" in page
    assert "<del>12</del>" in page
    assert "<ins>15</ins>" in page
    assert "Reviewed, still right" in page


def test_words_of_a_text_are_escaped(client, editor, en, ru):
    change(ru, editor, body="<script>alert(1)</script>")
    assert "<script>alert(1)" not in read(client, editor, page_of(en))


def test_the_article_page_leads_to_it(client, editor, en, ru):
    page = read(client, editor, f"/admin/articles/article/{en.article_id}/change/?text={en.pk}")
    assert page_of(en) in page


def test_readers_do_not_see_it(client, reader, en):
    client.force_login(reader)
    assert client.get(page_of(en)).status_code == 302


def test_more_paragraphs_cost_no_more_queries(client, editor, en, ru, count_queries):
    client.force_login(editor)
    few = count_queries(page_of(en))
    change(en, editor, body="\n\n".join(f"Paragraph {n} (invented)." for n in range(13)))
    assert count_queries(page_of(en)) <= few


# Deciding


def test_setting_a_direction(client, editor, en, ru):
    client.force_login(editor)
    client.post(f"/admin/articles/translation/{en.pk}/direct/", {"source": ru.pk})
    assert source_of(Translation.objects.get(pk=en.pk)) == ru


def test_parallel_again(client, editor, translation):
    client.force_login(editor)
    client.post(f"/admin/articles/translation/{translation.pk}/direct/")
    assert source_of(Translation.objects.get(pk=translation.pk)) is None


def test_a_circle_is_refused_with_the_reason(client, editor, translation, ru):
    client.force_login(editor)
    answer = client.post(
        f"/admin/articles/translation/{ru.pk}/direct/", {"source": translation.pk}, follow=True
    )
    assert "itself translated from this text" in answer.content.decode()


def test_a_text_of_another_article_is_no_source(client, editor, en, text):
    client.force_login(editor)
    answer = client.post(f"/admin/articles/translation/{en.pk}/direct/", {"source": text.pk})
    assert answer.status_code == 404


def test_reviewing_clears_the_mark(client, editor, translation, ru):
    change(ru, editor, body=RU.replace("12", "15"))
    client.force_login(editor)
    client.post(f"/admin/articles/translation/{translation.pk}/review/")
    assert not Translation.objects.stale().exists()


def test_a_source_that_changed_while_the_page_was_open_stays_to_be_reviewed(
    client, editor, translation, ru
):
    change(ru, editor, body=RU.replace("12", "15"))
    seen = ru.revisions.count()
    change(ru, editor, body=RU.replace("12", "20"))
    client.force_login(editor)
    answer = client.post(
        f"/admin/articles/translation/{translation.pk}/review/", {"seen": seen}, follow=True
    )
    assert "changed again" in answer.content.decode()
    assert Translation.objects.stale().exists()


def test_reviewing_what_somebody_else_has_saved_is_refused(client, editor, translation, ru):
    change(ru, editor, body=RU.replace("12", "15"))
    client.force_login(editor)
    url = f"/admin/articles/translation/{translation.pk}/review/"
    client.post(url, {"seen_version": translation.version + 7})
    assert Translation.objects.stale().exists()


@pytest.mark.parametrize("what", ["direct", "review"])
def test_decisions_are_posted(client, editor, translation, what):
    client.force_login(editor)
    url = f"/admin/articles/translation/{translation.pk}/{what}/"
    assert client.get(url).status_code == 405


@pytest.mark.parametrize("what", ["direct", "review"])
def test_reporters_decide_nothing_about_what_readers_see(
    client, reporter, editor, translation, what
):
    translation.refresh_from_db()
    publish(translation, user=editor)
    client.force_login(reporter)
    url = f"/admin/articles/translation/{translation.pk}/{what}/"
    assert client.post(url).status_code == 403


# Writing and editing a translation


def test_writing_in_another_language_offers_what_to_translate(client, editor, ru):
    page = read(client, editor, f"/admin/articles/article/add/?article={ru.article_id}&language=kk")
    assert f'<option value="{ru.pk}.0" selected>' in page
    assert "Переговоры были долгими." in page
    assert '<option value="kk" selected>' in page


def post_translation(client, ru, **given):
    given = {"language": "kk", "headline": "Мысал", "body": "Мысал.", "draft": "1", **given}
    client.post(f"/admin/articles/article/add/?article={ru.article_id}", given)
    return ru.article.translations.get(language="kk")


def test_what_is_written_follows_what_was_chosen(client, editor, ru):
    client.force_login(editor)
    assert source_of(post_translation(client, ru, source=f"{ru.pk}.0")) == ru


def test_what_is_written_anew_follows_nothing(client, editor, ru):
    client.force_login(editor)
    assert source_of(post_translation(client, ru, source="")) is None


def test_a_source_that_changed_while_it_was_translated_makes_the_translation_stale(
    client, editor, ru
):
    client.force_login(editor)
    change(ru, editor, body=RU.replace("12", "15"))
    written = post_translation(client, ru, source=f"{ru.pk}.0")
    assert written.stale_since
    assert written.follows.fields["body"] == RU


def edit_page(text) -> str:
    return f"/admin/articles/translation/{text.pk}/change/"


def test_a_translation_is_edited_with_its_source_beside_it(client, editor, translation, ru):
    change(ru, editor, body=RU.replace("12", "15"))
    page = read(client, editor, edit_page(translation))
    assert "Its source: Русский" in page
    assert 'class="changed"' in page
    assert "Brought up to date" in page


def test_an_outlets_text_is_edited_alone(client, editor, en):
    page = read(client, editor, edit_page(en))
    assert "Its source" not in page
    assert page_of(en) in page
    assert "Brought up to date" not in page


def filled(client, text) -> dict:
    form = client.get(edit_page(text)).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}


def test_saving_it_as_brought_up_to_date_clears_the_mark(client, editor, translation, ru):
    change(ru, editor, body=RU.replace("12", "15"))
    client.force_login(editor)
    given = {**filled(client, translation), "headline": "Жаңа мысал", "is_caught_up": "on"}
    assert client.post(edit_page(translation), given).status_code == 302
    assert not Translation.objects.stale().exists()


def test_saving_it_without_saying_so_keeps_the_mark(client, editor, translation, ru):
    change(ru, editor, body=RU.replace("12", "15"))
    client.force_login(editor)
    given = {**filled(client, translation), "headline": "Жаңа мысал"}
    given.pop("is_caught_up")
    given.pop("headline_is_proposed")
    assert client.post(edit_page(translation), given).status_code == 302
    assert Translation.objects.stale().exists()
