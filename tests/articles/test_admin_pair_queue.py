"""The queue of pairs in the admin: filters, sorting, the way from pair to pair, sharing, undo."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.choices import Verdict
from articles.judging import decide
from articles.models import ArticleJudgement, Source

pytestmark = pytest.mark.django_db

LIST = "admin:articles_articlejudgement_changelist"


@pytest.fixture
def make_pair(make_text):
    """Pairs of invented texts: `make_pair(score=.9, languages=("en", "ru"), outlet=…)`."""

    def make(score=0.9, languages=("en", "ru"), outlet=None, **fields):
        one, other = (
            make_text(language=language, source=outlet, published="2025-09-12")
            for language in languages
        )
        defaults = {
            "proposed_verdict": Verdict.TRANSLATION,
            "evidence": {
                "texts": [one.pk, other.pk],
                "paragraphs": [[0, 0], [1, 2]],
                "paragraph_counts": [3, 3],
            },
        }
        return ArticleJudgement.objects.create(
            first=one.article, second=other.article, score=score, **{**defaults, **fields}
        )

    return make


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def listed(client, **asked):
    page = client.get(reverse(LIST), asked)
    assert page.status_code == 200
    return [pair.pk for pair in page.context["cl"].result_list]


def address(pair, filters=""):
    url = reverse("admin:articles_articlejudgement_change", args=[pair.pk])
    return f"{url}?_changelist_filters={filters}" if filters else url


def post_verdict(client, pair, verdict, filters=""):
    url = reverse("admin:articles_articlejudgement_decide", args=[pair.pk])
    url = f"{url}?_changelist_filters={filters}" if filters else url
    return client.post(url, {"verdict": verdict})


# The list


def test_a_row_shows_both_texts_and_a_picture_with_words(desk, make_pair):
    make_pair(outlet=Source.objects.create(name="Example Times (invented)"))
    html = desk.get(reverse(LIST)).text
    assert "English · Example Times (invented) · 12 September 2025" in html
    assert 'aria-label="2 and 2 paragraphs align, of 3 and 3"' in html


def test_a_pair_of_a_run_over_the_whole_desk_has_its_picture_too(desk, make_pair):
    pair = make_pair()
    ArticleJudgement.objects.update(evidence={"texts": pair.evidence["texts"], "score": 0.9})
    assert '<svg class="coverage"' in desk.get(reverse(LIST)).text
    pair.refresh_from_db()
    assert "paragraph_counts" not in pair.evidence


def test_filters_by_language_pair(desk, make_pair):
    english, russian = make_pair(languages=("en", "kk")), make_pair(languages=("ru", "en"))
    assert listed(desk, language="en") == [english.pk, russian.pk]
    assert listed(desk, language="en", **{"and": "ru"}) == [russian.pk]


def test_filters_by_outlet_score_verdict_and_day(desk, make_pair):
    outlet = Source.objects.create(name="Example Times (invented)")
    best = make_pair(0.97, outlet=outlet)
    weak = make_pair(0.3, proposed_verdict=Verdict.SAME_STORY)
    assert listed(desk, outlet=outlet.pk) == [best.pk]
    assert listed(desk, band="certain") == [best.pk]
    assert listed(desk, band="weak") == [weak.pk]
    assert listed(desk, proposed="same_story") == [weak.pk]
    assert listed(desk, days="none") == []
    assert listed(desk, days="1") == []


def test_filters_by_who_decided(desk, make_pair, editor, chief):
    mine, other, machine = make_pair(), make_pair(), make_pair()
    decide(mine, Verdict.DIFFERENT, user=editor)
    decide(other, Verdict.UNSURE, user=chief)
    decide(machine, Verdict.DIFFERENT, user=None)
    assert listed(desk) == []
    assert listed(desk, decision="mine") == [mine.pk]
    assert listed(desk, decision="machine") == [machine.pk]
    assert listed(desk, decision="unsure") == [other.pk]
    assert listed(desk, decision="decided", by=chief.pk) == [other.pk]


@pytest.mark.parametrize("column", ["2", "3", "4"])
def test_it_is_sorted_by_score_date_and_open_pairs(desk, make_pair, column):
    pairs = {make_pair(0.5).pk, make_pair(0.7).pk}
    assert set(listed(desk, o=column)) == pairs
    assert listed(desk)[0] == max(pairs)


@pytest.mark.parametrize("asked", [{"outlet": "x"}, {"days": "1e9"}, {"band": "?"}, {"by": "-1"}])
def test_nonsense_in_a_filter_is_no_error(desk, make_pair, asked):
    listed(desk, **asked)


def test_an_empty_queue_says_so(desk):
    assert "0 pairs" in desk.get(reverse(LIST)).text


def test_queries_do_not_grow_with_the_rows(desk, make_pair, count_queries):
    for _ in range(3):
        make_pair()
    few = count_queries(reverse(LIST))
    for _ in range(10):
        make_pair()
    assert count_queries(reverse(LIST)) == few


# From pair to pair


def test_deciding_leads_to_the_next_pair_of_the_list_as_filtered(desk, make_pair):
    first, _other = make_pair(0.9), make_pair(0.8, languages=("kk", "ky"))
    following = make_pair(0.7)
    answer = post_verdict(desk, first, "different", "language%3Dru")
    assert answer.url == address(following, "language%3Dru")


def test_the_last_decision_leads_to_the_list(desk, make_pair):
    answer = post_verdict(desk, make_pair(), "different", "language%3Dru")
    assert answer.url == f"{reverse(LIST)}?language=ru"


def test_next_and_previous_go_through_the_list(desk, make_pair):
    first, second, third = make_pair(0.9), make_pair(0.8), make_pair(0.7)
    page = desk.get(address(second))
    assert (page.context["before"], page.context["behind"]) == (address(first), address(third))
    assert not desk.get(address(first)).context["before"]


def test_the_heading_has_the_focus_and_says_what_was_decided_before(desk, make_pair):
    decided, nearest = make_pair(0.9), make_pair(0.8)
    page = desk.post(
        reverse("admin:articles_articlejudgement_decide", args=[decided.pk]),
        {"verdict": "different"},
        follow=True,
    ).text
    assert '<h1 tabindex="-1" autofocus aria-describedby="happened">' in page
    happened = page[page.index('id="happened"') : page.index("<h1")]
    assert "Decided: different." in happened
    assert str(nearest.first) in page[page.index("<h1") : page.index("</h1>")]


def test_after_the_last_pair_the_list_says_what_was_decided(desk, make_pair):
    page = desk.post(
        reverse("admin:articles_articlejudgement_decide", args=[make_pair().pk]),
        {"verdict": "different"},
        follow=True,
    )
    assert page.redirect_chain[-1][0] == reverse(LIST)
    assert "autofocus" in page.text[page.text.index("<h1") : page.text.index("</h1>")]
    assert "autofocus" not in desk.get(reverse(LIST)).text


def test_one_walks_on_however_long_the_queue_is(desk, make_pair, monkeypatch):
    monkeypatch.setattr("ots_desk.walks.MOST", 1)
    pairs = [make_pair(score) for score in (0.9, 0.8, 0.7, 0.6)]
    page = desk.get(address(pairs[2])).context
    assert (page["before"], page["behind"]) == (address(pairs[1]), address(pairs[3]))


def test_contains_has_a_key_for_each_way(desk, make_pair):
    pair = make_pair(proposed_verdict=Verdict.CONTAINS, container="second")
    answers = {a.value: a for a in desk.get(address(pair)).context["answers"]}
    assert answers["contains-second"].is_proposed
    assert not answers["contains-first"].is_proposed
    post_verdict(desk, pair, "contains-first")
    pair.refresh_from_db()
    assert (pair.verdict, pair.container) == ("contains", "first")


def test_a_refusal_links_each_decision_in_the_way(desk, make_pair, editor):
    pair = make_pair()
    third = make_pair()
    one, other = (
        ArticleJudgement.objects.create(
            first=pair.first, second=end, proposed_verdict=Verdict.SAME_STORY
        )
        for end in (third.first, third.second)
    )
    decide(one, Verdict.SAME_STORY, user=editor)
    decide(other, Verdict.SAME_STORY, user=editor)
    answer = desk.post(
        reverse("admin:articles_articlejudgement_decide", args=[third.pk]),
        {"verdict": "different"},
        follow=True,
    )
    assert "That contradicts what was decided:" in answer.text
    for judgement in (one, other):
        assert f'<a href="{address(judgement)}">' in answer.text


def test_a_pair_that_others_answer_says_so(desk, make_pair, editor):
    pair, third = make_pair(), make_pair(proposed_verdict=Verdict.SAME_STORY)
    assert "earlier decisions answer it" not in desk.get(address(third)).text
    for end in (third.first, third.second):
        told = ArticleJudgement.objects.create(
            first=pair.first, second=end, proposed_verdict=Verdict.SAME_STORY
        )
        decide(told, Verdict.SAME_STORY, user=editor)
    assert "earlier decisions answer it" in desk.get(address(third)).text


# Several editors


def test_looking_at_a_pair_keeps_it_from_the_others_next(desk, make_pair, client, chief, editor):
    first, second, third = make_pair(0.9), make_pair(0.8), make_pair(0.7)
    desk.get(address(second))
    client.force_login(chief)
    assert post_verdict(client, first, "different").url == address(third)


def test_the_page_says_who_else_looks_and_blocks_nothing(desk, make_pair, client, chief, editor):
    pair = make_pair()
    desk.get(address(pair))
    client.force_login(chief)
    assert "editor looks at this pair, too" in client.get(address(pair)).text
    post_verdict(client, pair, "different")
    pair.refresh_from_db()
    assert pair.decided_by == chief


def test_nobody_holds_a_pair_for_good_nor_two_at_once(desk, make_pair, editor):
    first, second = make_pair(0.9), make_pair(0.8)
    desk.get(address(first))
    desk.get(address(second))
    assert list(ArticleJudgement.objects.held()) == [second]
    long_ago = timezone.now() - datetime.timedelta(minutes=6)
    ArticleJudgement.objects.update(held_at=long_ago)
    assert not ArticleJudgement.objects.held().exists()


def test_a_reporter_who_looks_holds_nothing(client, reporter, make_pair):
    client.force_login(reporter)
    client.get(address(make_pair()))
    assert not ArticleJudgement.objects.held().exists()


# Undo


def test_ones_last_decisions_are_taken_back_from_the_list(desk, make_pair, editor, chief):
    mine, theirs = make_pair(), make_pair()
    decide(mine, Verdict.SAME_STORY, user=editor)
    decide(theirs, Verdict.DIFFERENT, user=chief)
    page = desk.get(reverse(LIST))
    assert [judgement for _words, judgement in page.context["latest"]] == [mine]
    url = reverse("admin:articles_articlejudgement_reopen", args=[mine.pk])
    assert desk.post(url, {"next": reverse(LIST)}).url == reverse(LIST)
    assert listed(desk) == [mine.pk]


def test_a_reporter_is_offered_no_undo(client, reporter, make_pair, editor):
    decide(make_pair(), Verdict.DIFFERENT, user=editor)
    client.force_login(reporter)
    assert "Your last decisions" not in client.get(reverse(LIST)).text


# What differs


def test_in_one_language_words_that_one_side_lacks_are_marked(desk, make_text):
    one = make_text(body="Testbek Example opened a long bridge in the town yesterday.")
    other = make_text(body="Testbek Example opened a short bridge in the town yesterday.")
    pair = ArticleJudgement.objects.create(
        first=one.article, second=other.article, proposed_verdict=Verdict.DUPLICATE
    )
    page = desk.get(address(pair))
    [row] = page.context["rows"]
    assert [part.words for part in row.first if part.differs] == ["long"]
    assert '<span class="only">short</span>' in page.text


def test_figures_that_only_one_prints_are_named(desk, make_text):
    one, other = make_text(body="He gave 15 speeches."), make_text(body="He gave 16 speeches.")
    pair = ArticleJudgement.objects.create(
        first=one.article, second=other.article, proposed_verdict=Verdict.DUPLICATE
    )
    assert "Only in the first: 15." in desk.get(address(pair)).text


def test_a_pair_of_which_one_has_lost_its_text_is_shown_all_the_same(desk, make_pair):
    pair = make_pair()
    pair.second.translations.all().delete()
    assert desk.get(address(pair)).status_code == 200
    assert desk.get(reverse(LIST), {"decision": "all"}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "articlejudgement/?language=%00",
        "articlejudgement/?proposed=a&proposed=%00",
        "articlejudgement/{pair}/change/?_changelist_filters=language%3D%2500",
        "story/?language=%00",
        "story/add/?find=%00",
    ],
)
def test_an_address_that_no_page_leads_to_is_refused(client, editor, make_text, address):
    first, second = make_text(language="en").article, make_text(language="ru").article
    pair = ArticleJudgement.objects.create(
        first=first, second=second, proposed_verdict=Verdict.TRANSLATION
    )
    client.force_login(editor)
    assert client.get(f"/admin/articles/{address.format(pair=pair.pk)}").status_code == 400
