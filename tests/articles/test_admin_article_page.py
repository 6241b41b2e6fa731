"""The page of an article: names marked, accepted, rejected, added; tags, doubts, merges."""

import pytest
from django.urls import reverse

from articles.choices import MentionStatus
from articles.merging import merge
from articles.models import Flag, Mention
from people.models import Entity

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, editor, text):
    """Look at the page of the text, as an editor."""
    client.force_login(editor)

    def look():
        url = reverse("admin:articles_article_change", args=[text.article_id])
        return client.get(url, {"text": text.pk})

    return look


@pytest.fixture
def proposal(text, japarov):
    return Mention.objects.create(
        translation=text,
        field="body",
        start=0,
        end=13,
        text="Sadyr Japarov",
        entity=japarov,
        status="suggested",
        rule="example",
    )


def post(client, name, row, **posted):
    return client.post(reverse(f"admin:articles_{name}", args=[row.pk]), posted, follow=True)


def status_of(mention) -> str:
    return Mention.objects.get(pk=mention.pk).status


def test_a_proposal_is_marked_in_place_with_its_state_in_words(page, text, proposal):
    html = page().text
    here = f"{reverse('admin:articles_article_change', args=[text.article_id])}?text={text.pk}"
    assert (
        f'<a href="{here}&amp;at={proposal.pk}#m{proposal.pk}" draggable="false" '
        f'id="m{proposal.pk}" '
        f'data-mention="{proposal.pk}" class="m m--suggested" aria-current="true">'
        'Sadyr Japarov<sup>1?</sup><span class="visually-hidden"> (proposed)</span></a>'
    ) in html


def test_the_page_costs_the_same_with_three_names_as_with_thirteen(
    page, text, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def name(numbers):
        for n in numbers:
            person = Entity.objects.create(kind="person", name=f"Example {n} (invented)")
            Mention.objects.create(
                translation=text,
                field="body",
                start=n,
                end=n + 1,
                text=text.body[n],
                entity=person,
                status="suggested",
            )

    name(range(3))
    page()
    with CaptureQueriesContext(connection) as few:
        page()
    name(range(3, 13))
    with django_assert_num_queries(len(few)):
        page()


def test_the_article_is_tagged_with_whom_it_doesn_t_spell_and_untagged(client, page, text, japarov):
    page()
    post(client, "article_tag", text.article, who="жапаров")
    assert list(text.article.about.all()) == [japarov]
    post(client, "article_untag", text.article, entity=japarov.pk)
    assert not text.article.about.exists()


def test_a_doubt_is_settled_and_opened_again(client, page, text, editor):
    flag = Flag.objects.create(translation=text, kind="no_outlet")
    page()
    post(client, "flag_settle", flag)
    flag.refresh_from_db()
    assert flag.settled_by == editor
    post(client, "flag_reopen", flag)
    flag.refresh_from_db()
    assert flag.settled_at is None


POSTS = [
    ("translation_tag", "text"),
    ("translation_move", "text"),
    ("article_tag", "article"),
    ("article_untag", "article"),
    ("flag_settle", "flag"),
    ("flag_reopen", "flag"),
]


@pytest.fixture
def rows(text, proposal):
    flag = Flag.objects.create(translation=text, kind="no_date")
    return {"proposal": proposal, "text": text, "article": text.article, "flag": flag}


@pytest.mark.parametrize(("name", "kind"), POSTS)
def test_a_reporter_decides_nothing(client, reporter, rows, name, kind):
    client.force_login(reporter)
    url = reverse(f"admin:articles_{name}", args=[rows[kind].pk])
    assert client.post(url, {"who": "Sadyr Japarov"}).status_code == 403
    assert status_of(rows["proposal"]) == MentionStatus.SUGGESTED


@pytest.mark.parametrize(("name", "kind"), POSTS)
def test_a_stranger_is_sent_to_the_login(client, rows, name, kind):
    url = reverse(f"admin:articles_{name}", args=[rows[kind].pk])
    answer = client.post(url)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize(("name", "kind"), POSTS)
def test_a_get_changes_nothing(client, editor, rows, name, kind):
    client.force_login(editor)
    url = reverse(f"admin:articles_{name}", args=[rows[kind].pk])
    assert client.get(url).status_code == 405


@pytest.mark.parametrize(("name", "kind"), POSTS)
def test_a_post_from_another_site_is_refused(editor, rows, name, kind):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    url = reverse(f"admin:articles_{name}", args=[rows[kind].pk])
    assert strict.post(url, {}).status_code == 403


def test_a_reporter_sees_the_page_without_the_buttons(client, reporter, text, proposal):
    client.force_login(reporter)
    html = client.get(reverse("admin:articles_article_change", args=[text.article_id])).text
    assert "m--suggested" in html
    assert reverse("admin:articles_translation_tag", args=[text.pk]) not in html
    assert reverse("admin:articles_translation_move", args=[text.pk]) not in html


def test_the_text_asked_for_is_the_one_shown(client, editor, text, make_text):
    russian = make_text(article=text.article, language="ru", headline="Пример (вымышлен)")
    client.force_login(editor)
    url = reverse("admin:articles_article_change", args=[text.article_id])
    assert client.get(url, {"text": russian.pk}).context["shown"].text == russian
    assert client.get(url, {"text": "nonsense"}).context["shown"].text == text


def test_an_article_that_is_not_there_leads_back_to_the_index(client, editor):
    client.force_login(editor)
    answer = client.get(reverse("admin:articles_article_change", args=[999]))
    assert answer.status_code == 302


def test_an_article_that_was_merged_away_leaves_the_list(client, editor, make_text):
    survivor, duplicate = make_text(headline="Kept (invented)"), make_text(language="ru")
    merge(survivor.article, duplicate.article, user=editor)
    client.force_login(editor)
    shown = client.get(reverse("admin:articles_article_changelist")).context["cl"].result_list
    assert [article.pk for article in shown] == [survivor.article_id]
