"""Who's who in the admin: finding by any spelling, partial dates, terms that don't overlap."""

import pytest
from django.urls import reverse

from people.models import Entity, Membership, Name, Organization, Person, Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def kyrgyzstan(db):
    return Entity.objects.create(kind="place", name="Kyrgyzstan", country="KG")


@pytest.fixture
def post(kyrgyzstan):
    labels = [{"language": "en", "text": "President of the Kyrgyz Republic", "kind": "full"}]
    return Post.objects.create(organization=kyrgyzstan, labels=labels)


@pytest.fixture
def japarov(db, post):
    person = Entity.objects.create(kind="person", name="Sadyr Japarov", country="KG")
    for language, spelling in [("en", "Sadyr Japarov"), ("ru", "Садыр Жапаров")]:
        Name.objects.create(entity=person, text=spelling, language=language)
    Membership.objects.create(
        member=person, post=post, began="2021-01-28", known_until="2026-03-31"
    )
    return person


@pytest.fixture
def akylbek(db):
    person = Entity.objects.create(kind="person", name="Akylbek Japarov", country="KG")
    Name.objects.create(entity=person, text="Akylbek Japarov", language="en")
    return person


def change_url(model, row):
    return reverse(f"admin:people_{model}_change", args=[row.pk])


def form_of(client, url) -> dict:
    """What a browser would post back unchanged, inlines and all."""
    context = client.get(url).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {form.add_prefix(n): form[n].value() for form in forms for n in form.fields}
    return {
        name: value for name, value in values.items() if value is not None and value is not False
    }


# Finding


@pytest.mark.parametrize("typed", ["жапаров", "ZHAPAROV", "Japarov", "садыр жапаров"])
def test_a_person_is_found_by_any_spelling(client, editor, japarov, typed):
    Entity.objects.create(kind="person", name="Example Person (invented)")
    client.force_login(editor)
    page = client.get(reverse("admin:people_person_changelist"), {"q": typed})
    assert [row.name for row in page.context["cl"].result_list] == ["Sadyr Japarov"]


def test_a_term_is_found_by_its_member_and_by_its_office(client, editor, japarov):
    client.force_login(editor)
    url = reverse("admin:people_membership_changelist")
    for typed in ("ЖАПАРОВ", "president of the kyrgyz"):
        assert client.get(url, {"q": typed}).context["cl"].result_count == 1


def test_a_choice_tells_namesakes_apart_by_office_and_country(client, editor, japarov, akylbek):
    client.force_login(editor)
    answer = client.get(
        reverse("admin:autocomplete"),
        {
            "term": "japarov",
            "app_label": "people",
            "model_name": "membership",
            "field_name": "member",
        },
    )
    assert {found["text"] for found in answer.json()["results"]} == {
        "Sadyr Japarov · President of the Kyrgyz Republic, Kyrgyzstan",
        "Akylbek Japarov · person, Kyrgyzstan",
    }


def test_a_merged_record_is_not_offered(client, editor, japarov, akylbek):
    akylbek.merged_into = japarov
    akylbek.save()
    client.force_login(editor)
    asked = {"term": "japarov", "app_label": "people", "model_name": "membership"}
    answer = client.get(reverse("admin:autocomplete"), {**asked, "field_name": "member"})
    assert [found["id"] for found in answer.json()["results"]] == [str(japarov.pk)]


# Editing


def test_a_new_record_is_of_the_kind_of_its_list(client, editor):
    client.force_login(editor)
    url = reverse("admin:people_organization_add")
    posted = {
        **form_of(client, url),
        "name": "Example Body (invented)",
        "began": "2009",
        "identifiers": "wikidata: Q42",
        "sources": "https://example.org/a\nhttps://example.org/b",
        "names-0-text": "Example Body (invented)",
        "names-0-language": "en",
        "names-0-valid_from": "2021-11",
    }
    client.post(url, posted)
    body = Organization.objects.get()
    assert (body.kind, str(body.began)) == ("organization", "2009")
    assert body.identifiers == [{"scheme": "wikidata", "identifier": "Q42"}]
    assert body.sources == ["https://example.org/a", "https://example.org/b"]
    assert str(body.names.get().valid_from) == "2021-11"


def test_a_save_without_a_change_changes_nothing(client, editor, japarov):
    client.force_login(editor)
    url = change_url("person", japarov)
    assert client.post(url, form_of(client, url)).status_code == 302
    assert Name.objects.count() == 2
    assert Membership.objects.get().began == Membership.objects.get().began
    assert str(Membership.objects.get().began) == "2021-01-28"


def test_a_stale_save_shows_both_texts(client, editor, japarov):
    client.force_login(editor)
    url = change_url("person", japarov)
    posted = {**form_of(client, url), "description": "Mine"}
    theirs = Entity.objects.get(pk=japarov.pk)
    theirs.description = "Theirs"
    theirs.save()
    page = client.post(url, posted)
    assert [(c.theirs, c.yours) for c in page.context["conflicts"]] == [("Theirs", "Mine")]
    assert Entity.objects.get(pk=japarov.pk).description == "Theirs"


def test_a_stale_term_among_the_terms_is_refused_too(client, editor, japarov):
    client.force_login(editor)
    url = change_url("person", japarov)
    posted = {**form_of(client, url), "memberships-0-note": "Mine"}
    term = Membership.objects.get()
    term.note = "Theirs"
    term.save()
    page = client.post(url, posted)
    assert [(c.theirs, c.yours) for c in page.context["conflicts"]] == [("Theirs", "Mine")]
    assert Membership.objects.get().note == "Theirs"


def test_a_line_that_is_no_label_is_refused_with_an_example(client, editor, post):
    client.force_login(editor)
    url = change_url("post", post)
    page = client.post(url, {**form_of(client, url), "labels": "President"})
    assert "“President” is not “language: text”." in page.text


def test_labels_keep_their_kind(client, editor, post):
    client.force_login(editor)
    url = change_url("post", post)
    labels = "en: President of the Kyrgyz Republic\nru (short): президент"
    client.post(url, {**form_of(client, url), "labels": labels})
    post.refresh_from_db()
    assert post.labels == [
        {"language": "en", "text": "President of the Kyrgyz Republic", "kind": "full"},
        {"language": "ru", "text": "президент", "kind": "short"},
    ]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"began": "2022", "ended": "2021"}, "That is before 2022, when it began."),
        ({"country": "K1"}, "Write the country as a code of two letters: KG."),
        ({"confidence": "so-so"}, "so-so is not one of the available choices."),
        (
            {"names-0-valid_from": "2022-05", "names-0-valid_to": "2022-04"},
            "That is before May 2022, when it began.",
        ),
    ],
)
def test_what_no_other_desk_could_load_is_refused(client, editor, japarov, change, refusal):
    client.force_login(editor)
    url = change_url("person", japarov)
    assert refusal in client.post(url, {**form_of(client, url), **change}).text


def test_a_country_may_be_typed_in_small_letters(client, editor, japarov):
    client.force_login(editor)
    url = change_url("person", japarov)
    client.post(url, {**form_of(client, url), "country": "kz"})
    assert Entity.objects.get(pk=japarov.pk).country == "KZ"


def test_nothing_is_part_of_itself(client, editor, kyrgyzstan):
    bishkek = Entity.objects.create(kind="place", name="Bishkek", parent=kyrgyzstan)
    client.force_login(editor)
    url = change_url("place", kyrgyzstan)
    page = client.post(url, {**form_of(client, url), "parent": bishkek.pk})
    assert "Bishkek is itself part of Kyrgyzstan." in page.text


@pytest.mark.parametrize(
    ("labels", "refusal"),
    [
        ("en (long): President", "“long” is neither full nor short."),
        ("English: President", "Write the language as a BCP 47 code: en, ru, uz-Cyrl."),
    ],
)
def test_a_label_in_no_language_or_of_no_kind_is_refused(client, editor, post, labels, refusal):
    client.force_login(editor)
    url = change_url("post", post)
    assert refusal in client.post(url, {**form_of(client, url), "labels": labels}).text


# Terms


def test_a_term_that_overlaps_another_is_refused_with_both_shown(
    client, editor, japarov, akylbek, post
):
    client.force_login(editor)
    url = reverse("admin:people_membership_add")
    term = {"member": akylbek.pk, "post": post.pk, "began": "2022", "ended": "2024"}
    page = client.post(url, {**term, "sources": "https://example.org/term"})
    assert (
        "President of the Kyrgyz Republic is held by one person at a time, and these terms "
        "overlap: Akylbek Japarov (2022 – 2024; source: https://example.org/term) and "
        "Sadyr Japarov (28 January 2021 – …; no end known by 31 March 2026; no source)."
    ) in page.text
    assert Membership.objects.count() == 1


def test_an_acting_holder_may_stand_in(client, editor, japarov, akylbek, post):
    client.force_login(editor)
    term = {"member": akylbek.pk, "post": post.pk, "began": "2022", "ended": "2024"}
    client.post(reverse("admin:people_membership_add"), {**term, "is_acting": "on"})
    assert Membership.objects.count() == 2


def test_an_overlap_is_refused_on_the_person_s_page_too(client, editor, japarov, akylbek, post):
    client.force_login(editor)
    url = change_url("person", akylbek)
    term = {"post": post.pk, "began": "2022", "ended": "2024"}
    posted = {
        **form_of(client, url),
        "memberships-TOTAL_FORMS": "1",
        **{f"memberships-0-{name}": value for name, value in term.items()},
    }
    assert "these terms overlap" in client.post(url, posted).text
    assert Membership.objects.count() == 1


def test_two_new_terms_of_a_new_office_may_not_overlap(
    client, editor, kyrgyzstan, japarov, akylbek
):
    client.force_login(editor)
    url = reverse("admin:people_post_add")
    posted = {
        **form_of(client, url),
        "organization": kyrgyzstan.pk,
        "labels": "en: Example office (invented)",
        "is_for_one_person": "on",
        "memberships-TOTAL_FORMS": "2",
    }
    for number, member in enumerate([japarov, akylbek]):
        posted |= {
            f"memberships-{number}-member": member.pk,
            f"memberships-{number}-began": "2022-01-01",
            f"memberships-{number}-ended": f"202{number + 4}",
        }
    page = client.post(url, posted)
    assert "Example office (invented) is held by one person at a time" in page.text
    posted.pop("is_for_one_person")
    assert client.post(url, posted).status_code == 302


def test_a_new_body_comes_with_its_members_and_each_needs_a_role(client, editor, kyrgyzstan):
    client.force_login(editor)
    url = reverse("admin:people_organization_add")
    posted = {
        **form_of(client, url),
        "name": "Example Body (invented)",
        "members-TOTAL_FORMS": "1",
        "members-0-member": kyrgyzstan.pk,
    }
    assert "This field is required." in client.post(url, posted).text
    assert client.post(url, {**posted, "members-0-role": "observer"}).status_code == 302
    assert Membership.objects.get().organization.name == "Example Body (invented)"


def test_an_office_with_overlapping_terms_can_t_become_one_for_one_person(
    client, editor, japarov, akylbek, post
):
    Post.objects.update(is_for_one_person=False)
    Membership.objects.create(member=akylbek, post=post, began="2022", ended="2024")
    client.force_login(editor)
    url = change_url("post", post)
    page = client.post(url, {**form_of(client, url), "is_for_one_person": "on"})
    assert "these terms overlap" in page.text
    assert not Post.objects.get().is_for_one_person


def test_a_term_that_is_extended_over_another_is_refused(client, editor, japarov, akylbek, post):
    early = Membership.objects.create(
        member=akylbek, post=post, began="2019-01-01", ended="2021-01-28"
    )
    client.force_login(editor)
    url = change_url("membership", early)
    page = client.post(url, {**form_of(client, url), "ended": "2021-01-29"})
    assert "these terms overlap" in page.text
    assert client.post(url, {**form_of(client, url), "ended": "2021-01"}).status_code == 302


def test_a_term_may_take_the_place_of_one_deleted_in_the_same_save(
    client, chief, japarov, akylbek, post
):
    client.force_login(chief)
    url = change_url("post", post)
    posted = {
        **form_of(client, url),
        "memberships-0-DELETE": "on",
        "memberships-TOTAL_FORMS": "2",
        "memberships-1-member": akylbek.pk,
        "memberships-1-began": "2022",
    }
    assert client.post(url, posted).status_code == 302
    assert [term.member for term in Membership.objects.all()] == [akylbek]


def test_two_terms_may_trade_days_in_one_save(client, editor, japarov, akylbek, post):
    first = Membership.objects.get()
    first.ended = "2023"
    first.save()
    Membership.objects.create(member=akylbek, post=post, began="2023", ended="2025")
    client.force_login(editor)
    url = change_url("post", post)
    posted = form_of(client, url)
    posted |= {"memberships-0-ended": "2022", "memberships-1-began": "2022"}
    assert client.post(url, posted).status_code == 302
    assert {(str(t.began), str(t.ended)) for t in Membership.objects.all()} == {
        ("2021-01-28", "2022"),
        ("2022", "2025"),
    }


def test_a_term_can_t_end_before_it_began(client, editor, akylbek, post):
    client.force_login(editor)
    page = client.post(
        reverse("admin:people_membership_add"),
        {"member": akylbek.pk, "post": post.pk, "began": "2024", "ended": "2022"},
    )
    assert "The term can&#x27;t end before it began." in page.text


# On a given day


def holders_on(page):
    (standing,) = page.context["standings"]
    return [(holder.name, holder.certainty) for holder in standing.holders]


def test_an_office_s_page_says_who_held_it_on_a_day(client, editor, japarov, post):
    client.force_login(editor)
    url = change_url("post", post)
    page = client.get(url, {"on": "2025-09-12"})
    assert holders_on(page) == [("Sadyr Japarov", "certain")]
    assert "On 12 September 2025:" in page.text
    assert holders_on(client.get(url, {"on": "2020-01-01"})) == []
    assert holders_on(client.get(url)) == [("Sadyr Japarov", "possible")]


def test_what_is_no_day_is_said_so_and_today_is_shown(client, editor, japarov, post):
    client.force_login(editor)
    page = client.get(change_url("post", post), {"on": "spring"})
    assert "“spring” is not a day: write 2022-11-11." in page.text
    assert holders_on(page) == [("Sadyr Japarov", "possible")]


def test_editors_see_terms_with_weak_sources_as_possible(client, editor, japarov, post):
    Membership.objects.update(confidence="low")
    client.force_login(editor)
    page = client.get(change_url("post", post), {"on": "2025-09-12"})
    assert holders_on(page) == [("Sadyr Japarov (weak sources)", "possible")]


def test_a_new_office_has_no_holders_to_show(client, editor):
    client.force_login(editor)
    assert "standings" not in client.get(reverse("admin:people_post_add")).context


# Deleting


def test_what_is_in_the_reference_data_is_corrected_and_never_deleted(client, chief, japarov):
    Entity.objects.filter(pk=japarov.pk).update(reference="person/example")
    client.force_login(chief)
    url = reverse("admin:people_person_delete", args=[japarov.pk])
    answer = client.post(url, {"post": "yes"}, follow=True)
    assert "is in the reference data and can’t be deleted" in answer.text.replace("&#x27;", "’")
    assert Person.objects.filter(pk=japarov.pk).exists()
    client.post(
        reverse("admin:people_person_changelist"),
        {"action": "delete_selected", "_selected_action": [japarov.pk], "post": "yes"},
    )
    assert Person.objects.filter(pk=japarov.pk).exists()


def test_a_chief_editor_deletes_what_was_made_at_the_desk(client, chief, akylbek):
    client.force_login(chief)
    url = reverse("admin:people_person_delete", args=[akylbek.pk])
    client.post(url, {"post": "yes"})
    assert not Person.objects.exists()


def test_an_editor_deletes_nobody(client, editor, akylbek):
    client.force_login(editor)
    url = reverse("admin:people_person_delete", args=[akylbek.pk])
    assert client.post(url, {"post": "yes"}).status_code == 403


def test_a_reporter_looks_and_changes_nothing(client, reporter, japarov):
    client.force_login(reporter)
    url = change_url("person", japarov)
    assert client.get(url).status_code == 200
    assert client.post(url, {"name": "Somebody"}).status_code == 403
