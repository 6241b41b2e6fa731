"""The index and what is found in it; on both databases the same."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.models import Source, Translation
from articles.publishing import publish, withdraw
from articles.search import rebuild, refresh, refresh_source, search

BODY = "Вчера в Бишкеке встретились секретари.\n\nОни говорили о торговле.\n\nПотом о спорте."


@pytest.fixture
def published(make_text, editor):
    def make(**fields):
        text = make_text(**{"public_use": "full", **fields})
        publish(text, user=editor)
        return text

    return make


def test_a_published_text_is_found_by_another_form_of_its_word(published):
    text = published(language="ru", body=BODY)
    assert search("секретарей").ids == [text.pk]


def test_all_words_must_be_in_the_text(published):
    published(language="ru", body=BODY)
    assert search("секретари торговля").total == 1
    assert search("секретари война").total == 0


def test_a_draft_is_not_found(make_text):
    text = make_text(language="ru", body=BODY)
    refresh([text.pk])
    assert search("секретари").total == 0


def test_a_withdrawn_text_is_no_longer_found(published, editor):
    text = published(language="ru", body=BODY)
    withdraw(text, user=editor, reason="Invented")
    assert search("секретари").total == 0


def test_hidden_words_of_an_excerpt_are_not_found(published):
    text = published(language="ru", body=BODY, public_use="excerpt")
    assert search("торговле").ids == [text.pk]
    assert search("спорте").ids == []


def test_of_a_link_only_the_headline_is_found(published):
    text = published(language="ru", headline="Пример (выдумано)", body=BODY, public_use="link")
    assert search("пример").ids == [text.pk]
    assert search("секретари").ids == []


def test_hidden_words_stay_out_when_an_outlet_loses_its_licence(published):
    outlet = Source.objects.create(name="Example Outlet (invented)", public_use="full")
    published(language="ru", body=BODY, public_use="", source=outlet)
    assert search("спорте").total == 1
    outlet.public_use = "excerpt"
    outlet.save()
    refresh_source(outlet)
    assert search("спорте").total == 0


def test_hidden_words_stay_out_when_an_editor_narrows_the_use(published, client, chief):
    outlet = Source.objects.create(name="Example Outlet (invented)", public_use="full")
    published(language="ru", body=BODY, public_use="", source=outlet)
    client.force_login(chief)
    url = reverse("admin:articles_source_change", args=[outlet.pk])
    form = client.get(url).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields}
    response = client.post(url, {**data, "public_use": "excerpt"})
    assert response.status_code == 302
    assert search("спорте").total == 0
    assert search("торговле").total == 1


def test_hits_in_the_headline_come_first(published):
    newer = published(body="A summit took place.", published="2025-10-07")
    older = published(headline="Summit of examples (invented)", published="2020-01-01")
    assert search("summit").ids == [older.pk, newer.pk]


def test_of_equal_hits_the_newest_comes_first(published):
    older = published(body="A summit.", published="2020-01-01")
    newer = published(body="A summit.", published="2025-10-07")
    assert search("summit").ids == [newer.pk, older.pk]


def test_languages_are_counted_also_when_one_is_chosen(published):
    published(body="A sammit.", language="en")
    turkish = published(body="Sammit.", language="tr")
    hits = search("sammit", language="tr")
    assert (hits.ids, hits.total, hits.by_language) == ([turkish.pk], 1, {"en": 1, "tr": 1})


def test_pages_do_not_overlap(published):
    ids = {published(body="A summit.").pk for _ in range(5)}
    first, second = search("summit", limit=3), search("summit", limit=3, offset=3)
    assert len(first.ids) == 3
    assert {*first.ids, *second.ids} == ids


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        "'",
        "\\",
        "a OR b AND NOT",
        "headline : x*",
        "NEAR(a b, 3)",
        "a & | ! <-> :*",
        "%s",
        "é\x00",
    ],
)
def test_hostile_input_is_only_words(published, hostile):
    published(body="A summit.")
    assert search(hostile).total in (0, 1)


def test_an_empty_query_finds_nothing(published):
    published()
    assert search("  ").ids == []


def test_rebuilding_finds_the_same(published, capsys):
    text = published(language="ru", body=BODY)
    call_command("rebuild_search")
    assert capsys.readouterr().out == "1 texts are in the search index.\n"
    assert search("секретари").ids == [text.pk]


def test_refreshing_twice_changes_nothing(published):
    text = published(language="ru", body=BODY)
    refresh([text.pk])
    refresh([text.pk])
    assert search("секретари").ids == [text.pk]


def test_a_deleted_row_leaves_no_hit(published):
    text = published(language="ru", body=BODY)
    Translation.objects.filter(pk=text.pk).update(status="draft")
    assert rebuild() == 0
