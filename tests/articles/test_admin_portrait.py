"""What stands above the form of a person or body in the admin. Terms and texts are invented."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import MentionStatus
from articles.models import Mention
from articles.publishing import withdraw
from people.models import Membership, Post
from tests.articles.conftest import name_in_body


@pytest.fixture
def desk_page(client, editor):
    """The admin page of an entity, as an editor sees it."""
    client.force_login(editor)

    def get(entity, query="", user=None) -> str:
        if user:
            client.force_login(user)
        model = {"organization": "organization", "place": "place"}.get(entity.kind, "person")
        response = client.get(reverse(f"admin:people_{model}_change", args=[entity.pk]) + query)
        assert response.status_code == 200
        return response.content.decode()

    return get


@pytest.fixture
def term(japarov, bishkek):
    labels = [{"language": "en", "text": "Head of Example (invented)", "kind": "full"}]
    post = Post.objects.create(organization=bishkek, labels=labels)
    return Membership.objects.create(
        member=japarov, post=post, began="2020-01-01", ended="2022", confidence="low"
    )


def test_weak_and_possible_terms_are_shown_to_the_desk(desk_page, term, japarov, bishkek):
    words = "Head of Example (invented) (weak sources)"
    assert f"{words} from 1 January 2020 until 2022." in desk_page(japarov)
    body = desk_page(bishkek, "?on=2021-06-01")
    assert "Sadyr Japarov (weak sources)" in body
    assert 'class="possible">possible</span>' in body


def test_texts_that_are_sources_are_linked_for_the_desk(desk_page, text, term, japarov):
    source = f"text:{text.pk}"
    japarov.names.update(source=source)
    for row in (japarov, term):
        row.sources = [source]
        row.save()
    link = f'/{text.pk}/change/" rel="external nofollow">a text of this desk ({text.pk})</a>'
    assert desk_page(japarov).count(link) == 4


def test_somebody_new_has_no_portrait(client, editor):
    client.force_login(editor)
    assert "portrait" not in client.get(reverse("admin:people_person_add")).content.decode()


def test_texts_are_told_apart_by_whether_readers_see_them(desk_page, published, make_text, japarov):
    published(names=[japarov], published="2025-09-12")
    name_in_body(make_text(published="2025-09-13"), japarov)
    html = desk_page(japarov)
    assert "2 texts, September 2025." in html
    assert "September 2025</a></td><td>1</td><td>1</td>" in html
    assert '<rect class="on"' in html
    assert '<rect class="off"' in html


def test_a_withdrawn_text_is_still_a_text_that_names(desk_page, published, japarov, editor):
    withdraw(published(names=[japarov]), user=editor, reason="Wrong (invented).")
    assert "Example headline (invented)</a>" in desk_page(japarov)


def test_a_bar_leads_to_a_list_of_as_many_texts(client, desk_page, published, japarov):
    for day in ("2025-09-12", "2025-09-18", "2025-12-18"):
        published(names=[japarov], published=day)
    published(published="2025-09-12")
    desk_page(japarov)
    listed = reverse("admin:articles_translation_changelist")
    asked = {"naming": japarov.pk, "when": "2025-09"}
    assert client.get(listed, asked).context["cl"].result_count == 2
    assert client.get(listed, {**asked, "when": ""}).context["cl"].result_count == 3


@pytest.mark.parametrize("naming", ["x", "0", "9" * 30, "-1"])
@pytest.mark.parametrize("when", ["soon", "2025-99"])
def test_what_nobody_means_narrows_nothing(client, editor, text, naming, when):
    client.force_login(editor)
    listed = reverse("admin:articles_translation_changelist")
    response = client.get(listed, {"naming": naming, "when": when})
    assert response.context["cl"].result_count == 1


def test_an_open_proposal_leads_to_the_queue(desk_page, text, japarov):
    mention = name_in_body(text, japarov)
    Mention.objects.filter(pk=mention.pk).update(status=MentionStatus.SUGGESTED)
    html = desk_page(japarov)
    assert f'href="{reverse("admin:articles_mention_names")}?words=sadyr+japarov"' in html


def test_a_rejected_name_counts_nowhere(desk_page, text, japarov):
    mention = name_in_body(text, japarov)
    Mention.objects.filter(pk=mention.pk).update(status=MentionStatus.REJECTED)
    html = desk_page(japarov)
    assert "Example headline" not in html
    assert "None is open." in html


def test_the_way_to_the_site_is_shown_for_what_readers_see(desk_page, published, japarov):
    assert japarov.get_absolute_url() not in desk_page(japarov)
    published(names=[japarov])
    assert f'href="{japarov.get_absolute_url()}"' in desk_page(japarov)


def test_whoever_may_not_see_texts_is_shown_none(desk_page, text, japarov, reader):
    name_in_body(text, japarov)
    reader.is_staff = True
    reader.save()
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    html = desk_page(japarov, user=reader)
    assert "Sadyr Japarov" in html
    assert "Example headline" not in html


def test_a_portrait_costs_the_same_with_three_texts_as_with_thirteen(
    client, editor, published, japarov
):
    client.force_login(editor)
    page = reverse("admin:people_person_change", args=[japarov.pk])
    costs = []
    for count in (3, 10):
        for _ in range(count):
            published(names=[japarov], published="2025-09-12")
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        costs.append(len(queries))
    assert costs[0] == costs[1]
