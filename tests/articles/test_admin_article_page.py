"""The page of an article: names marked, accepted, rejected, added; tags, doubts, merges."""

import pytest
from django.urls import reverse

from articles.choices import MentionStatus
from articles.merging import merge
from articles.models import Flag, Mention
from people.models import Entity, Name

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


@pytest.fixture
def namesake(db):
    person = Entity.objects.create(kind="person", name="Akylbek Japarov", country="KG")
    Name.objects.create(entity=person, text="Akylbek Japarov", language="en")
    return person


def post(client, name, row, **posted):
    return client.post(reverse(f"admin:articles_{name}", args=[row.pk]), posted, follow=True)


def status_of(mention) -> str:
    return Mention.objects.get(pk=mention.pk).status


def test_a_proposal_is_marked_in_place_with_its_state_in_words(page, proposal):
    html = page().text
    assert (
        '<a href="#e1" class="m m--suggested">Sadyr Japarov<sup>1?</sup>'
        '<span class="visually-hidden"> (proposed)</span></a>'
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


def test_a_mention_is_accepted(client, page, proposal, editor):
    page()
    post(client, "mention_accept", proposal)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.decided_by) == (MentionStatus.CONFIRMED, editor)


def test_a_mention_is_rejected(client, page, proposal):
    page()
    post(client, "mention_reject", proposal)
    assert status_of(proposal) == MentionStatus.REJECTED


def test_all_proposals_of_an_entity_are_accepted_at_once(client, page, text, proposal):
    page()
    post(client, "translation_settle_entity", text, entity=proposal.entity_id, decision="confirm")
    assert status_of(proposal) == MentionStatus.CONFIRMED


def test_words_are_relinked_to_somebody_else(client, page, proposal, namesake):
    page()
    post(client, "mention_relink", proposal, who="akylbek japarov")
    assert status_of(proposal) == MentionStatus.REJECTED
    assert Mention.objects.confirmed().get().entity == namesake


def test_where_several_fit_the_editor_chooses(client, page, proposal, japarov, namesake):
    page()
    choice = post(client, "mention_relink", proposal, who="japarov")
    assert choice.templates[0].name == "admin/articles/choose.html"
    assert {value for value, _label in choice.context["choices"]} == {
        f"Sadyr Japarov · person, Kyrgyzstan #{japarov.pk}",
        f"Akylbek Japarov · person, Kyrgyzstan #{namesake.pk}",
    }
    assert status_of(proposal) == MentionStatus.SUGGESTED
    post(client, "mention_relink", proposal, who=choice.context["choices"][0][0])
    assert Mention.objects.confirmed().count() == 1


def test_a_name_nobody_bears_is_said_to_be_unknown(client, page, proposal):
    page()
    answer = post(client, "mention_relink", proposal, who="Nobody (invented)")
    assert "Nobody and nothing here is called “Nobody (invented)”" in answer.text
    assert status_of(proposal) == MentionStatus.SUGGESTED


def test_words_are_linked_without_script_by_typing_them(client, page, text, bishkek):
    page()
    post(client, "translation_link", text, field="body", words="Bishkek", who="Bishkek")
    mention = Mention.objects.get()
    assert (mention.text, mention.start, mention.status) == (
        "Bishkek",
        text.body.index("Bishkek"),
        MentionStatus.CONFIRMED,
    )


def test_the_start_that_the_script_gives_decides_between_equal_words(client, page, text, japarov):
    text.body = "Japarov spoke.\n\nJaparov left."
    text.save()
    page()
    who = f"Sadyr Japarov #{japarov.pk}"
    post(client, "translation_link", text, field="body", words="Japarov", start="16", who=who)
    assert Mention.objects.get().start == 16
    post(client, "translation_link", text, field="body", words="Japarov", start="", who=who)
    assert set(Mention.objects.values_list("start", flat=True)) == {0, 16}


def test_words_that_are_not_in_the_text_are_refused(client, page, text, japarov):
    page()
    answer = post(
        client, "translation_link", text, field="body", words="Tokayev", who="Sadyr Japarov"
    )
    assert "“Tokayev” doesn&#x27;t stand in the body" in answer.text
    assert not Mention.objects.exists()


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


def test_the_form_leads_back_to_where_it_stood_and_never_to_another_site(client, page, proposal):
    page()
    url = reverse("admin:articles_mention_accept", args=[proposal.pk])
    assert client.post(url, {"next": "/admin/?x=1"})["Location"] == "/admin/?x=1"
    away = client.post(url, {"next": "https://example.org/"})["Location"]
    assert away.startswith("/admin/articles/article/")


POSTS = [
    ("mention_accept", "proposal"),
    ("mention_reject", "proposal"),
    ("mention_relink", "proposal"),
    ("translation_settle_entity", "text"),
    ("translation_link", "text"),
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
    assert reverse("admin:articles_mention_accept", args=[proposal.pk]) not in html
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
