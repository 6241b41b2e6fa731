"""The queue of names in the admin. Persons named “Example” are invented."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Mention, TaggingStep
from people.models import Entity, Name, Post

pytestmark = pytest.mark.django_db

NAMES, DECIDE = "admin:articles_mention_names", "admin:articles_mention_decide"


@pytest.fixture
def make_open(make_text):
    def make(words="Testbek Example", language="en", ends="spoke.", **fields) -> Mention:
        body = f"Then {words} {ends} They left."
        text = make_text(language=language, headline="News", body=body)
        return Mention.objects.create(
            translation=text, field="body", start=5, end=5 + len(words), text=words,
            status="suggested", rule="several-bearers", **fields,
        )  # fmt: skip

    return make


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def seen(page) -> dict:
    """What the forms of the name in focus say of it."""
    row = page.context["now"].row
    return {
        "key": row.name.key,
        "called": row.name.called,
        "entity": row.entity.pk if row.entity else "",
        "newest": row.newest,
    }


def decide(desk, page, query="", **posted):
    return desk.post(reverse(DECIDE) + query, {**seen(page), **posted}, follow=True)


def words(page) -> str:
    return " ".join(page.content.decode().split())


# What it shows


def test_an_empty_queue_says_that_all_is_settled(desk):
    assert "Every name found is settled" in words(desk.get(reverse(NAMES)))


def test_a_name_is_shown_with_a_sentence_and_whoever_may_be_meant(desk, make_open, japarov):
    make_open("Sadyr Zhaparov", clue={"cue": "role", "words": "president", "country": "KG"})
    page = desk.get(reverse(NAMES))
    assert "Then <strong" in words(page)
    assert "They left" not in words(page)
    now = page.context["now"]
    assert now.clues == ["president, Kyrgyzstan"]
    assert [(choice.key, choice.entity) for choice in now.choices] == [(1, japarov)]
    assert (now.country, now.office) == ("KG", "")


def test_an_office_of_the_record_is_offered_for_somebody_new(desk, make_open, bishkek):
    labels = [{"language": "en", "text": "Mayor of Bishkek", "kind": "full"}]
    post = Post.objects.create(organization=bishkek, labels=labels)
    make_open(clue={"cue": "role", "words": "mayor", "post": post.pk})
    assert desk.get(reverse(NAMES)).context["now"].office == f"Mayor of Bishkek #{post.pk}"


def test_listed_candidates_come_before_the_nearest_and_the_proposed_is_no_choice(
    desk, make_open, japarov, bishkek
):
    make_open("Sadyr Japarov", candidates=[bishkek.pk])
    assert [c.entity for c in desk.get(reverse(NAMES)).context["now"].choices] == [bishkek, japarov]
    Mention.objects.update(entity=japarov)
    assert [c.entity for c in desk.get(reverse(NAMES)).context["now"].choices] == [bishkek]


def test_examples_are_from_different_languages(desk, make_open):
    for number, language in enumerate(("en", "en", "en", "ru", "kk")):
        make_open(language=language, ends=f"on day {number}.")
    examples = desk.get(reverse(NAMES)).context["now"].examples
    assert {example.text.language for example in examples} == {"en", "ru", "kk"}


def test_a_sentence_that_several_texts_have_is_shown_once(desk, make_open):
    make_open(), make_open()
    assert len(desk.get(reverse(NAMES)).context["now"].examples) == 1


@pytest.mark.parametrize("query", ["?at=99", "?at=x", "?kind=nothing", "?words=%00", "?at=1e9"])
def test_no_address_breaks_it(desk, make_open, query):
    make_open()
    assert desk.get(reverse(NAMES) + query).status_code == 200


@pytest.mark.parametrize("at", [3, 99])
def test_a_queue_that_has_become_shorter_begins_again(desk, make_open, at):
    for name in ("Example One", "Example Two", "Example Three"):
        make_open(name)
    queue = desk.get(reverse(NAMES) + f"?at={at}").context["queue"]
    assert (queue.at, len(queue.rows)) == (0, 3)


def test_the_queries_do_not_grow_with_the_names(desk, make_open, japarov, count_queries):
    counts = []
    for number in (3, 10):
        for place in range(number):
            make_open(f"Example Number{number}{place}", entity=japarov, candidates=[japarov.pk])
        counts.append(count_queries(reverse(NAMES)))
    assert counts[0] == counts[1]


def test_the_dashboard_leads_there(desk, make_open):
    make_open()
    assert reverse(NAMES) in words(desk.get(reverse("admin:index")))


# Deciding


def test_accepting_leads_to_the_name_that_comes_next(desk, make_open, japarov):
    make_open("Japarov A", entity=japarov), make_open("Japarov A", entity=japarov)
    make_open("Japarov B", entity=japarov)
    page = decide(desk, desk.get(reverse(NAMES)), do="accept")
    assert "Accepted: Sadyr Japarov. 2 mentions." in words(page)
    assert page.context["now"].row.name.called == "Japarov B"


def test_the_place_and_the_filters_are_kept(desk, make_open, japarov):
    for letter in "ABC":
        make_open(f"Japarov {letter}", entity=japarov)
    query = "?kind=person&at=1"
    page = decide(desk, desk.get(reverse(NAMES) + query), query, do="accept")
    assert page.context["now"].row.name.called == "Japarov C"
    assert page.context["asked"].kind == "person"
    page = decide(desk, page, query, do="accept")
    assert page.context["now"].row.name.called == "Japarov A"


def test_a_name_is_dismissed(desk, make_open):
    make_open()
    page = decide(desk, desk.get(reverse(NAMES)), do="dismiss")
    assert "“Testbek Example” won&#x27;t be proposed again, in any text." in words(page)
    assert Mention.objects.get().status == "rejected"


def test_it_is_one_of_those_offered(desk, make_open, japarov):
    make_open("Sadyr Zhaparov")
    decide(desk, desk.get(reverse(NAMES)), to=japarov.pk)
    assert Mention.objects.get().entity == japarov


def test_it_is_somebody_else(desk, make_open, japarov, bishkek):
    make_open(entity=japarov)
    decide(desk, desk.get(reverse(NAMES)), who="Bishkek")
    assert Mention.objects.get(status="confirmed").entity == bishkek


def test_where_several_may_be_meant_the_editor_chooses(desk, make_open, japarov):
    namesake = Entity.objects.create(kind="person", name="Sadyr Japarov")
    Name.objects.create(entity=namesake, text="Sadyr Japarov", language="en")
    make_open()
    page = decide(desk, desk.get(reverse(NAMES)), who="Sadyr Japarov")
    assert "Who is “Sadyr Japarov”?" in words(page)
    assert Mention.objects.get().status == "suggested"


def test_it_is_somebody_new(desk, make_open):
    make_open()
    new = {"name": "Testbek Example", "kind": "person", "language": "en", "country": "KG"}
    decide(desk, desk.get(reverse(NAMES)), do="create", office="", **new)
    person = Entity.objects.get(name="Testbek Example")
    assert Mention.objects.get().entity == person


@pytest.mark.parametrize(("typed", "is_post"), [("Mayor #{}", True), ("{}", False)])
def test_only_an_office_with_its_sign_is_one_of_the_record(
    desk, make_open, bishkek, typed, is_post
):
    labels = [{"language": "en", "text": "Mayor", "kind": "full"}]
    post = Post.objects.create(organization=bishkek, labels=labels)
    make_open()
    new = {"name": "Testbek Example", "language": "en", "office": typed.format(post.pk)}
    decide(desk, desk.get(reverse(NAMES)), do="create", kind="person", **new)
    person = Entity.objects.get(name="Testbek Example")
    assert person.memberships.exists() == is_post
    assert person.classification == ("" if is_post else str(post.pk))


def test_what_was_done_is_taken_back(desk, make_open, japarov):
    make_open(entity=japarov)
    decide(desk, desk.get(reverse(NAMES)), do="accept")
    page = desk.post(reverse(DECIDE), {"undo": TaggingStep.objects.get().pk}, follow=True)
    assert "Taken back" in words(page)
    assert Mention.objects.get().status == "suggested"


def test_the_second_of_two_editors_is_told(desk, make_open, japarov):
    make_open(entity=japarov), make_open("Example Two")
    page = desk.get(reverse(NAMES) + "?words=testbek")
    decide(desk, page, do="accept")
    again = decide(desk, page, do="dismiss")
    assert "Meanwhile somebody has decided on “Testbek Example”" in words(again)
    assert Mention.objects.get(text="Testbek Example").status == "confirmed"


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"do": "burn"},
        {"to": "0"},
        {"to": "x"},
        {"undo": "77"},
        {"entity": "77", "do": "accept"},
        {"do": "accept"},
    ],
)
def test_nonsense_changes_nothing(desk, make_open, posted):
    make_open()
    page = decide(desk, desk.get(reverse(NAMES)), **posted)
    assert page.status_code == 200
    assert Mention.objects.get().status == "suggested"
    assert list(page.context["messages"])


# Who may


def test_a_reporter_looks_and_decides_nothing(client, reporter, make_open):
    make_open()
    client.force_login(reporter)
    page = client.get(reverse(NAMES))
    assert page.status_code == 200
    assert 'value="dismiss"' not in words(page)
    assert client.post(reverse(DECIDE), {**seen(page), "do": "dismiss"}).status_code == 403


@pytest.fixture
def linker(client, django_user_model):
    """Somebody who may decide on names and add persons, but no spelling and no term."""
    user = django_user_model.objects.create_user("linker", is_staff=True)
    codes = ("view_mention", "change_mention", "view_translation", "add_person")
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(user)
    return client


def test_the_message_says_when_a_spelling_was_added(desk, make_open, japarov):
    make_open()
    page = decide(desk, desk.get(reverse(NAMES)), to=japarov.pk)
    assert "“Testbek Example” is a spelling of Sadyr Japarov from now on." in words(page)
    assert japarov.names.filter(text="Testbek Example").exists()


@pytest.mark.parametrize("field", ["to", "who"])
def test_who_may_add_no_spelling_links_without_one(linker, make_open, japarov, field):
    make_open()
    value = japarov.pk if field == "to" else "Sadyr Japarov"
    page = decide(linker, linker.get(reverse(NAMES)), **{field: value})
    assert Mention.objects.get(status="confirmed").entity == japarov
    assert not japarov.names.filter(text="Testbek Example").exists()
    assert "from now on" not in words(page)


def test_who_may_add_no_term_gives_the_office_in_words(linker, make_open, bishkek):
    labels = [{"language": "en", "text": "Mayor of Bishkek", "kind": "full"}]
    office = f"Mayor of Bishkek #{Post.objects.create(organization=bishkek, labels=labels).pk}"
    make_open()
    new = {"name": "Testbek Example", "kind": "person", "language": "en", "office": office}
    decide(linker, linker.get(reverse(NAMES)), do="create", **new)
    person = Entity.objects.get(name="Testbek Example")
    assert (person.classification, person.memberships.count()) == ("Mayor of Bishkek", 0)


def test_somebody_without_a_role_sees_nothing(client, make_open, django_user_model):
    make_open()
    client.force_login(django_user_model.objects.create_user("new", is_staff=True))
    assert client.get(reverse(NAMES)).status_code == 403


def test_nobody_decides_by_looking(desk):
    assert desk.get(reverse(DECIDE)).status_code == 405
