"""Stories in the admin: the list, the page of one with its grid, what its forms do."""

import re

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import story_changes
from articles.choices import Verdict
from articles.models import Article, ArticleJudgement, Coverage, Source, Split, Story, StoryChange
from articles.story_changes import add_article, begin, rename, set_lead
from people.models import Entity

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/story/"


@pytest.fixture
def outlet(db):
    return Source.objects.create(name="Testbek Example")


@pytest.fixture
def cast(make_text, outlet) -> list[Article]:
    """Four articles, of which the first is the earliest and the last is of an unknown outlet."""
    texts = [
        make_text(
            headline=f"Example {number} (invented)",
            language=language,
            published=f"2025-09-1{number}",
            source=outlet if number < 3 else None,
        )
        for number, language in enumerate(["en", "ru", "tr", "en"])
    ]
    return [text.article for text in texts]


@pytest.fixture
def story(cast, editor) -> Story:
    return begin(cast[0], cast[1], user=editor).story


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def page(client, url, **query) -> str:
    response = client.get(url, query)
    assert response.status_code == 200
    return response.content.decode()


def page_of(client, story, **query) -> str:
    return page(client, reverse("admin:articles_story_change", args=[story.pk]), **query)


def post(client, what, story, status=302, **fields) -> str:
    """The messages that the page shows then."""
    story.refresh_from_db()
    fields = {"version": story.version, **fields}
    answer = client.post(reverse(f"admin:articles_story_{what}", args=[story.pk]), fields)
    assert answer.status_code == status
    if status != 302:
        return ""
    html = client.get(answer["Location"]).content.decode()
    return " ".join(re.findall(r'<li class="(?:success|error)">(.*?)</li>', html, re.DOTALL))


# The list


def test_the_list_tells_articles_outlets_languages_and_days(desk, story, cast, editor):
    add_article(story, cast[3], user=editor)
    row = re.search(r"<tbody>.*?</tbody>", page(desk, LIST), re.DOTALL)[0]
    assert "Example 0 (invented)" in row
    assert re.findall(r'class="field-(?:articles_count|outlets)">(\d+)', row) == ["3", "1"]
    assert "English, Русский" in row
    assert "10 September 2025" in row
    assert "13 September 2025" in row


def test_a_story_is_called_by_its_title_in_the_list(desk, story, editor):
    rename(story, "Own title (invented)", user=editor)
    assert "Own title (invented)" in page(desk, LIST)


def test_a_story_of_one_article_is_not_in_the_list_but_found_by_its_state(desk, story):
    story.coverage.last().delete()
    assert "0 stories" in page(desk, LIST)
    assert "1 story" in page(desk, LIST, state="single")


def test_a_merged_story_is_not_in_the_list_but_found_by_its_state(desk, story, cast, editor):
    begin(cast[2], cast[3], user=editor)
    begin(cast[0], cast[2], user=editor)
    assert "1 story" in page(desk, LIST)
    assert "1 story" in page(desk, LIST, state="merged")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"language": "ru"}, 1),
        ({"language": "kk"}, 0),
        ({"outlet": "outlet"}, 1),
        ({"outlet": "9999"}, 0),
        ({"printed": "7"}, 0),
        ({"state": "public"}, 0),
        ({"q": "example 1"}, 1),
        ({"q": "nothing of it"}, 0),
    ],
)
def test_the_list_is_filtered_and_searched(desk, story, outlet, query, found):
    asked = {k: str(outlet.pk) if v == "outlet" else v for k, v in query.items()}
    assert f"{found} stor" in page(desk, LIST, **asked)


def test_a_title_is_found_whatever_its_letter_case(desk, story, editor):
    rename(story, "САММИТ (выдумано)", user=editor)
    assert "1 story" in page(desk, LIST, q="саммит")


def test_the_list_is_filtered_by_event(desk, story, cast, editor):
    event = Entity.objects.create(kind="event", name="Example Summit (invented)")
    Story.objects.filter(pk=story.pk).update(event=event)
    begin(cast[2], cast[3], user=editor)
    assert "1 story" in page(desk, LIST, event__id__exact=event.pk)


def test_the_list_costs_the_same_for_few_and_many(desk, make_text, editor):
    def queries(count):
        for _number in range(count):
            begin(make_text().article, make_text().article, user=editor)
        with CaptureQueriesContext(connection) as found:
            page(desk, LIST)
        return len(found)

    assert queries(3) == queries(10)


# The page of one


def test_the_grid_shows_outlets_by_language(desk, story, cast, editor):
    add_article(story, cast[3], user=editor)
    grid = re.search(r'<table class="grid">.*?</table>', page_of(desk, story), re.DOTALL)[0]
    assert re.findall(r'<th scope="col" lang="(\w+)"', grid) == ["en", "ru"]
    rows = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', grid)
    assert rows == ["Testbek Example", "source not stated"]
    assert "①" in grid.split("</td>")[0]


def test_the_earliest_report_and_the_desks_lead_are_marked(desk, story, cast, editor):
    set_lead(story, cast[1].translations.get(), user=editor)
    html = page_of(desk, story)
    parts = html.split('class="report"')
    assert "first report that the desk has" in parts[1]
    assert "★ the desk’s lead" in parts[2]


def test_a_digest_names_its_other_stories(desk, story, cast, make_text, editor):
    other = begin(cast[2], cast[3], user=editor).story
    rename(other, "Other story (invented)", user=editor)
    digest = make_text(headline="Brief (invented)").article
    for each in (story, other):
        add_article(each, digest, user=editor, digest=True)
    html = page_of(desk, story)
    assert f'href="/admin/articles/story/{other.pk}/change/">Other story (invented)</a>' in html


def test_the_page_costs_the_same_for_a_small_and_a_large_story(desk, make_text, editor):
    def queries(count):
        story = begin(make_text().article, make_text().article, user=editor).story
        for _number in range(count):
            add_article(story, make_text().article, user=editor)
        with CaptureQueriesContext(connection) as found:
            page_of(desk, story)
        return len(found)

    assert queries(1) == queries(11)


def test_an_empty_story_says_so(desk, story):
    story.coverage.all().delete()
    assert "No article is in this story." in page_of(desk, story)


def test_a_merged_story_leads_to_the_one_that_stands(desk, story, cast, editor):
    younger = begin(cast[2], cast[3], user=editor).story
    begin(cast[0], cast[2], user=editor)
    html = page_of(desk, younger)
    assert "This story was merged into another one" in html
    assert f"/admin/articles/story/{story.pk}/change/" in html


def test_a_headline_is_text_and_no_markup(desk, story, editor):
    rename(story, "<b>x</b>", user=editor)
    assert "<b>x" not in page_of(desk, story)


# What its forms do


def test_an_article_is_taken_out_and_put_in_again(desk, story):
    coverage = story.coverage.last()
    said = post(desk, "take_out", story, coverage=coverage.pk, reason="another day")
    assert "Taken out" in said
    assert "taken out: Example 1 (invented): another day" in page_of(desk, story)
    said = post(desk, "put_in_again", story, row=Split.objects.get().pk)
    assert "in the story again" in said
    assert story.coverage.count() == 2


def test_the_lead_is_chosen_and_given_up(desk, story, cast):
    text = cast[1].translations.get()
    assert "Saved" in post(desk, "lead", story, text=text.pk)
    story.refresh_from_db()
    assert story.lead == text
    post(desk, "lead", story)
    story.refresh_from_db()
    assert story.lead is None


def test_a_title_is_set_and_undone(desk, story):
    post(desk, "rename", story, title="Own title (invented)")
    change = StoryChange.objects.filter(kind="title").get()
    assert "title: Own title (invented)" in page_of(desk, story)
    assert "Undone" in post(desk, "undo", story, row=change.pk)
    story.refresh_from_db()
    assert story.title == ""


def test_a_title_that_somebody_else_saved_is_not_overwritten(desk, story, editor):
    seen = story.version
    rename(Story.objects.get(pk=story.pk), "Theirs (invented)", user=editor)
    said = post(desk, "rename", story, title="Mine (invented)", version=seen)
    assert "Somebody else has changed the story" in said
    assert Story.objects.get(pk=story.pk).title == "Theirs (invented)"


def test_an_event_is_linked_by_its_name_and_unlinked(desk, story, bishkek):
    event = Entity.objects.create(kind="event", name="Example Summit (invented)")
    post(desk, "event", story, who=f"Example Summit #{event.pk}")
    story.refresh_from_db()
    assert story.event == event
    assert "is no event" in post(desk, "event", story, who="Bishkek")
    post(desk, "event", story, who="")
    story.refresh_from_db()
    assert story.event is None


def test_an_article_is_found_and_added(desk, story, cast):
    html = page_of(desk, story, find="example 2")
    assert f'name="article" value="{cast[2].pk}"' in html
    assert "Added to the story" in post(desk, "add", story, article=cast[2].pk)
    assert cast[2].stories.get() == story


def test_a_digest_is_added_to_a_second_story(desk, story, cast, editor):
    other = begin(cast[2], cast[3], user=editor).story
    said = post(desk, "add", story, article=cast[3].pk)
    assert "join the two stories" in said
    post(desk, "add", story, article=cast[3].pk, digest="1")
    assert set(cast[3].stories.all()) == {story, other}


def test_two_stories_are_made_one(desk, story, cast, editor):
    begin(cast[2], cast[3], user=editor)
    assert "Make the two stories one" in page_of(desk, story, find="example 2")
    post(desk, "join", story, article=cast[2].pk)
    assert story.coverage.count() == 4


def test_a_story_is_begun_from_an_article(desk, cast):
    html = page(desk, f"/admin/articles/article/{cast[0].pk}/change/")
    assert f"/admin/articles/story/add/?article={cast[0].pk}" in html
    begin_at = f"{LIST}add/?article={cast[0].pk}"
    assert "Example 1 (invented)" in page(desk, f"{begin_at}&find=example+1")
    desk.post(begin_at, {"article": cast[1].pk})
    assert set(Story.objects.get().articles.all()) == {cast[0], cast[1]}


def test_an_article_is_not_told_together_with_itself(desk, cast):
    answer = desk.post(f"{LIST}add/?article={cast[0].pk}", {"article": cast[0].pk}, follow=True)
    assert "no story with itself" in answer.content.decode()
    assert not Story.objects.exists()


def test_undoing_the_beginning_leads_back_to_the_list(desk, story):
    change = StoryChange.objects.get()
    url = reverse("admin:articles_story_undo", args=[story.pk])
    assert desk.post(url, {"row": change.pk}, follow=True).redirect_chain[-1][0] == LIST
    assert not Story.objects.exists()


def test_an_article_names_its_stories(desk, story, cast):
    html = page(desk, f"/admin/articles/article/{cast[0].pk}/change/")
    assert f'href="/admin/articles/story/{story.pk}/change/"' in html


def test_decisions_on_pairs_are_in_the_history(desk, story, cast, editor):
    pair = ArticleJudgement.objects.create(
        first=cast[0], second=cast[1], proposed_verdict=Verdict.SAME_STORY,
        verdict=Verdict.SAME_STORY, decided_by=editor, decided_at="2025-10-01T00:00Z",
    )  # fmt: skip
    assert f"/admin/articles/articlejudgement/{pair.pk}/change/" in page_of(desk, story)


# Who may do what

FORMS = ["take_out", "put_in_again", "lead", "rename", "event", "add", "join", "undo"]


@pytest.mark.parametrize("form", FORMS)
def test_a_reporter_looks_and_changes_nothing(client, reporter, story, form):
    client.force_login(reporter)
    post(client, form, story, status=403)
    html = page_of(client, story)
    for words in ("Take out", "Make lead", "Save the title", "Undo"):
        assert words not in html


@pytest.mark.parametrize("form", FORMS)
def test_forms_are_posted_only(desk, story, form):
    assert desk.get(reverse(f"admin:articles_story_{form}", args=[story.pk])).status_code == 405


@pytest.mark.parametrize("path", ["", "add/", "1/change/"])
def test_who_has_no_part_in_the_newsroom_sees_nothing(client, reader, path):
    client.force_login(reader)
    assert client.get(f"{LIST}{path}").status_code == 302


def test_a_reporter_begins_no_story(client, reporter, cast):
    client.force_login(reporter)
    assert client.get(f"{LIST}add/?article={cast[0].pk}").status_code == 403
    answer = client.post(f"{LIST}add/?article={cast[0].pk}", {"article": cast[1].pk})
    assert answer.status_code == 403
    assert not Story.objects.exists()


def test_what_belongs_to_another_story_is_not_touched(desk, story, cast, editor):
    other = begin(cast[2], cast[3], user=editor).story
    post(desk, "take_out", story, status=404, coverage=other.coverage.first().pk)
    post(desk, "undo", story, status=404, row=StoryChange.objects.get(story=other).pk)
    assert Coverage.objects.count() == 4


# Where nothing is yet


def test_an_empty_list_says_how_a_story_comes_about(desk):
    html = page(desk, LIST)
    assert "Answer “same story” in the queue of pairs" in html
    assert "Begin a story" in html


def test_a_list_that_filters_have_emptied_says_so(desk, story):
    html = page(desk, LIST, q="nowhere")
    assert "Nothing has these words or fits these filters." in html
    assert "Answer “same story”" not in html


def test_who_waited_too_long_to_begin_a_story_is_told(desk, cast, monkeypatch):
    def too_late(*_articles, user):
        raise OperationalError("database is locked")

    monkeypatch.setattr(story_changes, "begin", too_late)
    address = f"{reverse('admin:articles_story_add')}?article={cast[0].pk}"
    page = desk.post(address, {"article": cast[1].pk}, follow=True)
    assert "Somebody else is changing the same records" in page.text


def test_a_story_is_begun_by_looking_for_the_first_article(desk, cast):
    html = page(desk, reverse("admin:articles_story_add"), find="Example 0")
    assert f'href="?article={cast[0].pk}"' in html
    assert "No article has these words." in page(
        desk, reverse("admin:articles_story_add"), find="nowhere"
    )
