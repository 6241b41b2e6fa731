"""The grid of articles by language in the admin. The texts are invented."""

import pytest

from articles.editing import save_text, write_article
from articles.models import Article, Source, Translation
from articles.publishing import dismiss, publish, withdraw

GRID = "/admin/articles/article/coverage/"


def lines(client, user, query="") -> list:
    client.force_login(user)
    answer = client.get(GRID + query)
    assert answer.status_code == 200
    return answer.context["lines"]


def states(line) -> dict[str, list[str]]:
    return {cell.code: [entry.state for entry in cell.entries] for cell in line.cells}


def shown(client, user, query="") -> list[int]:
    return [line.article.pk for line in lines(client, user, query)]


def make_stale(text, user) -> Translation:
    made = write_article(
        user=user, article=text.article, language="kk", headline="Мысал", body="x", source=text
    )
    text = Translation.objects.get(pk=text.pk)
    text.body = "Other words (invented)."
    save_text(text, user=user)
    return made


def test_what_is_there_and_what_is_missing(client, editor, make_text):
    en = make_text(language="en")
    publish(make_text(article=en.article, language="ru"), user=editor)
    [line] = lines(client, editor)
    found = states(line)
    assert found["en"] == ["draft"]
    assert found["ru"] == ["published"]
    assert found["kk"] == ["missing"]
    assert found[""] == []


def test_a_stale_translation_says_so(client, editor, text):
    make_stale(text, editor)
    [line] = lines(client, editor)
    assert states(line)["kk"] == ["stale"]


def test_what_was_withdrawn_is_not_missing(client, editor, make_text):
    en = make_text(language="en")
    publish(en, user=editor)
    withdraw(en, user=editor, reason="Example")
    [line] = lines(client, editor)
    assert states(line)["en"] == ["withdrawn"]


def test_a_retired_text_stands_beside_what_replaced_it(client, editor, make_text):
    en = make_text(language="en")
    make_text(article=en.article, language="en", replaced_by=en)
    [line] = lines(client, editor)
    assert states(line)["en"] == ["draft", "retired"]


def test_a_language_of_which_only_a_retired_text_is_left_is_missing(client, editor, make_text):
    ru = make_text(language="ru")
    make_text(article=ru.article, language="en", replaced_by=ru)
    [line] = lines(client, editor)
    assert states(line)["en"] == ["retired", "missing"]


def test_other_scripts_stand_with_their_language_and_others_apart(client, editor, make_text):
    uz = make_text(language="uz-Cyrl")
    make_text(article=uz.article, language="hu")
    [line] = lines(client, editor)
    assert states(line)["uz"] == ["draft"]
    assert states(line)[""] == ["draft"]


def test_states_are_said_by_sign_and_word(client, editor, text):
    client.force_login(editor)
    page = client.get(GRID).content.decode()
    assert "○</span>draft" in page
    assert "–</span>missing" in page


def test_a_missing_language_leads_to_writing_it(client, editor, text):
    client.force_login(editor)
    page = client.get(GRID).content.decode()
    assert f"/admin/articles/article/add/?article={text.article_id}&amp;language=kk" in page


def test_articles_that_lack_a_language(client, editor, make_text):
    lacking = make_text(language="en")
    make_text(language="kk")
    make_text(language="uz-Cyrl")
    assert lacking.article_id in shown(client, editor, "?lacking=kk")
    assert len(shown(client, editor, "?lacking=kk")) == 2
    assert len(shown(client, editor, "?lacking=uz")) == 2


def test_a_text_that_is_not_for_us_is_lacking(client, editor, make_text):
    en = make_text(language="en")
    kk = make_text(article=en.article, language="kk")
    dismiss(kk, user=editor, reason="Example")
    assert shown(client, editor, "?lacking=kk") == [en.article_id]


def test_articles_with_a_stale_translation(client, editor, make_text):
    text = make_text()
    make_text()
    make_stale(text, editor)
    assert shown(client, editor, "?is_stale=on") == [text.article_id]


def test_articles_of_an_outlet(client, editor, make_text):
    outlet = Source.objects.create(name="Example Daily (invented)")
    text = make_text(source=outlet)
    written = make_text(agency=outlet)
    make_text()
    found = shown(client, editor, f"?source={outlet.pk}")
    assert found == [written.article_id, text.article_id]


def test_articles_printed_in_a_span_of_days(client, editor, make_text):
    text = make_text(published="2025-09-12")
    make_text(published="2025-10-01")
    make_text()
    assert shown(client, editor, "?since=2025-09-01&until=2025-09-30") == [text.article_id]


def test_outlet_and_days_are_asked_of_one_text(client, editor, make_text):
    outlet = Source.objects.create(name="Example Daily (invented)")
    text = make_text(source=outlet, published="2025-09-12")
    make_text(article=text.article, language="ru", published="2025-10-01")
    assert shown(client, editor, f"?source={outlet.pk}&since=2025-09-12&until=2025-09-12")
    assert not shown(client, editor, f"?source={outlet.pk}&since=2025-10-01&until=2025-10-01")


def test_a_span_that_is_no_date_is_refused_with_words(client, editor, text):
    client.force_login(editor)
    assert "Enter a valid date" in client.get(GRID + "?since=soon").content.decode()


def test_articles_that_are_gone_are_left_out(client, editor, make_text):
    merged, aside = make_text(), make_text()
    Article.objects.filter(pk=merged.article_id).update(merged_into=make_text().article)
    dismiss(aside, user=editor, reason="Example")
    assert len(shown(client, editor)) == 1


def test_pages_follow_each_other(client, editor, make_text):
    for _number in range(51):
        make_text()
    assert len(shown(client, editor)) == 50
    assert len(shown(client, editor, "?page=2")) == 1


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_that_is_none_is_no_error(client, editor, text, page):
    shown(client, editor, f"?page={page}")


def test_an_empty_desk_says_so(client, editor):
    client.force_login(editor)
    assert "No article has a text yet" in client.get(GRID).content.decode()


def test_more_articles_cost_no_more_queries(client, editor, make_text, count_queries):
    client.force_login(editor)
    for _number in range(3):
        make_text()
    few = count_queries(GRID)
    for _number in range(10):
        make_text(article=make_text(language="ru").article)
    assert count_queries(GRID) == few


def test_readers_do_not_see_it(client, reader):
    client.force_login(reader)
    assert client.get(GRID).status_code == 302


def test_staff_without_a_role_do_not_see_it(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(GRID).status_code == 403


def test_the_dashboard_leads_to_stale_translations(client, editor, text):
    make_stale(text, editor)
    client.force_login(editor)
    page = client.get("/admin/").content.decode()
    assert "/admin/articles/translation/?stale=yes" in page
    assert GRID in page
    assert "Translation whose source has changed" in page


def test_the_list_of_articles_leads_to_it(client, editor, text):
    client.force_login(editor)
    assert GRID in client.get("/admin/articles/article/").content.decode()
