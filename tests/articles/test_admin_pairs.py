"""Pairs in the admin: why, side by side, verdict, undo."""

import pytest
from django.urls import reverse

from articles.choices import Verdict
from articles.models import Article, ArticleJudgement, ArticleMerge

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(make_text):
    first = make_text(headline="Example (invented)")
    second = make_text(headline="Пример (вымышлен)", language="ru")
    return ArticleJudgement.objects.create(
        first=first.article,
        second=second.article,
        proposed_verdict="translation",
        score=0.97,
        evidence={
            "paragraphs": [[0, 0], [1, 1], [2, 2]],
            "paragraph_counts": [3, 3],
            "persons": [["Sadyr Japarov", "Садыр Жапаров"]],
            "person_counts": [1, 2],
            "figures": [],
            "figure_counts": [0, 0],
            "days_apart": 0,
            "differs": ["only_first_headline"],
            "score": 0.97,
        },
    )


def post(client, name, row, **posted):
    return client.post(reverse(f"admin:articles_{name}", args=[row.pk]), posted, follow=True)


def page_of(client, pair):
    return client.get(reverse("admin:articles_articlejudgement_change", args=[pair.pk]))


def test_the_page_says_why_in_words(client, editor, pair):
    client.force_login(editor)
    page = page_of(client, pair)
    assert [(r.finding, r.about) for r in page.context["reasons"]] == [
        ("3 of 3", "paragraphs align"),
        ("1 of 2", "persons are the same"),
        ("Same day", "between the source dates"),
    ]
    assert "only the first has a headline" in page.text


def test_the_page_opens_when_an_edit_has_left_fewer_paragraphs(client, editor, pair):
    text = pair.first.translations.get()
    text.body = "One paragraph."
    text.save()
    client.force_login(editor)
    assert "One paragraph." in page_of(client, pair).text


def test_every_verdict_is_a_button_with_a_key(client, editor, pair):
    client.force_login(editor)
    html = page_of(client, pair).text
    answers = {*Verdict.values, "contains-first", "contains-second"} - {"undecided", "contains"}
    for verdict in answers:
        assert f'name="verdict" value="{verdict}" data-code="Digit' in html


def test_accepting_a_translation_merges_and_says_where_to_undo(client, editor, pair):
    client.force_login(editor)
    answer = post(client, "articlejudgement_decide", pair, verdict="translation")
    merge = ArticleMerge.objects.get()
    assert Article.objects.standing().count() == 1
    undo = reverse("admin:articles_articlemerge_change", args=[merge.pk])
    assert f'<a href="{undo}">Look at the merge or undo it</a>' in answer.text


def test_a_decided_pair_still_shows_both_texts(client, editor, pair):
    client.force_login(editor)
    post(client, "articlejudgement_decide", pair, verdict="translation")
    page = page_of(client, pair)
    assert {side.text.language for side in page.context["sides"]} == {"en", "ru"}
    assert "Decided: translation, by editor." in page.text


def test_a_merge_is_undone_from_its_page(client, editor, pair):
    client.force_login(editor)
    post(client, "articlejudgement_decide", pair, verdict="translation")
    answer = post(client, "articlemerge_undo", ArticleMerge.objects.get())
    assert "The merge is undone: two articles again." in answer.text
    assert Article.objects.standing().count() == 2
    pair.refresh_from_db()
    assert pair.verdict == Verdict.UNDECIDED


def test_a_merge_undone_twice_says_so(client, editor, pair):
    client.force_login(editor)
    post(client, "articlejudgement_decide", pair, verdict="translation")
    merge = ArticleMerge.objects.get()
    post(client, "articlemerge_undo", merge)
    assert "This was already undone." in post(client, "articlemerge_undo", merge).text


def test_different_is_remembered_and_can_be_taken_back(client, editor, pair):
    client.force_login(editor)
    post(client, "articlejudgement_decide", pair, verdict="different")
    pair.refresh_from_db()
    assert (pair.verdict, pair.decided_by) == (Verdict.DIFFERENT, editor)
    assert not ArticleMerge.objects.exists()
    post(client, "articlejudgement_reopen", pair)
    pair.refresh_from_db()
    assert pair.verdict == Verdict.UNDECIDED


def test_a_pair_decided_meanwhile_is_not_decided_again(client, editor, pair):
    client.force_login(editor)
    post(client, "articlejudgement_decide", pair, verdict="different")
    answer = post(client, "articlejudgement_decide", pair, verdict="translation")
    assert "This pair was already decided: different (editor)." in answer.text


@pytest.mark.parametrize("verdict", ["", "undecided", "nonsense"])
def test_only_a_verdict_decides(client, editor, pair, verdict):
    client.force_login(editor)
    answer = post(client, "articlejudgement_decide", pair, verdict=verdict)
    assert "Choose what the two are to each other." in answer.text
    pair.refresh_from_db()
    assert pair.verdict == Verdict.UNDECIDED


def test_the_list_is_the_queue_and_the_decided_ones_have_a_filter(client, editor, pair):
    client.force_login(editor)
    url = reverse("admin:articles_articlejudgement_changelist")
    assert "1 pair" in client.get(url).text
    post(client, "articlejudgement_decide", pair, verdict="different")
    assert "0 pairs" in client.get(url).text
    assert "1 pair" in client.get(url, {"decision": "decided"}).text


@pytest.mark.parametrize("name", ["articlejudgement_decide", "articlejudgement_reopen"])
def test_a_reporter_decides_no_pair(client, reporter, pair, name):
    client.force_login(reporter)
    url = reverse(f"admin:articles_{name}", args=[pair.pk])
    assert client.post(url, {"verdict": "different"}).status_code == 403
    assert client.get(url).status_code == 405
    assert "data-code" not in page_of(client, pair).text


def test_a_reporter_undoes_no_merge(client, reporter, editor, pair):
    client.force_login(editor)
    post(client, "articlejudgement_decide", pair, verdict="translation")
    client.force_login(reporter)
    url = reverse("admin:articles_articlemerge_undo", args=[ArticleMerge.objects.get().pk])
    assert client.post(url).status_code == 403
    assert client.get(url).status_code == 405


def test_the_seeds_open_pair_is_shown_with_ten_paragraphs(client, editor, seeds):
    client.force_login(editor)
    page = page_of(client, ArticleJudgement.objects.get())
    assert [row.number for row in page.context["rows"]] == list(range(1, 11))
    assert ("10 of 10", "paragraphs align") in {
        (reason.finding, reason.about) for reason in page.context["reasons"]
    }
