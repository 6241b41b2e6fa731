"""Deciding on the names of a text from the article's page, with forms alone. All invented."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import MentionStatus
from articles.linking import is_short_form
from articles.models import Dismissal, Mention, TaggingStep
from people.models import Entity, Name, Post
from people.sources import text_source

pytestmark = pytest.mark.django_db

BODY = "Japarov met Testbek Example.\n\nJaparov thanked Example in Bishkek."


@pytest.fixture
def text(make_text):
    return make_text(body=BODY, published="2026-03-04")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def namesake(db):
    person = Entity.objects.create(kind="person", name="Akylbek Japarov", country="KG")
    Name.objects.create(entity=person, text="Akylbek Japarov", language="en")
    return person


@pytest.fixture
def mention(text):
    """Make a mention of the nth `words` in the body: `mention("Japarov", japarov)`."""

    def make(words, entity=None, nth=0, **fields):
        start = -1
        for _ in range(nth + 1):
            start = BODY.index(words, start + 1)
        values = {"status": "suggested", "rule": "full-name", "text": words, **fields}
        return Mention.objects.create(
            translation=text, field="body", start=start, end=start + len(words), entity=entity,
            **values,
        )  # fmt: skip

    return make


@pytest.fixture
def tag(desk, text):
    """Post a decision as the page would: `tag(mention, do="accept")`."""

    def post(at=None, **posted):
        if at:
            posted = {"mention": at.pk, "seen": at.state, **posted}
        return desk.post(reverse("admin:articles_translation_tag", args=[text.pk]), posted)

    return post


@pytest.fixture
def page(desk, text):
    def look(**query):
        url = reverse("admin:articles_article_change", args=[text.article_id])
        return desk.get(url, {"text": text.pk, **query})

    return look


def follow(client, answer):
    return client.get(answer["Location"])


def status_of(row):
    return Mention.objects.get(pk=row.pk).status


def led_to(answer) -> str | None:
    """The mention that the answer makes the current one."""
    return parse_qs(urlsplit(answer["Location"]).query).get("at", [None])[0]


# One step each


@pytest.mark.parametrize(
    ("posted", "status"),
    [
        ({"do": "accept"}, "confirmed"),
        ({"do": "reject"}, "rejected"),
        ({"do": "never"}, "rejected"),
    ],
)
def test_a_button_decides_and_leads_to_the_next_open_name(
    tag, mention, japarov, editor, posted, status
):
    here, _after = mention("Japarov", japarov), mention("Bishkek")
    answer = tag(here, **posted)
    here.refresh_from_db()
    assert (here.status, here.decided_by) == (status, editor)
    assert led_to(answer) == str(_after.pk)


def test_after_the_last_open_name_comes_the_first(tag, mention, japarov):
    before, here = mention("Japarov", japarov), mention("Bishkek")
    assert led_to(tag(here, do="not_here")) == str(before.pk)
    assert led_to(tag(before, do="accept")) is None


def test_the_number_of_an_entity_in_the_list_links_to_it(tag, mention, japarov, namesake):
    here = mention("Japarov", japarov)
    tag(here, to=namesake.pk)
    assert status_of(here) == "rejected"
    assert Mention.objects.confirmed().get().entity == namesake


def test_all_of_an_entity_or_everything_is_accepted_at_once(tag, mention, japarov, namesake):
    rows = [mention("Japarov", japarov), mention("Japarov", japarov, nth=1)]
    other, nobodys = mention("Example", namesake), mention("Bishkek")
    tag(rows[1], do="accept_all")
    assert [status_of(row) for row in (*rows, other)] == ["confirmed", "confirmed", "suggested"]
    tag(do="accept_text", last_seen=other.pk)
    assert [status_of(row) for row in (other, nobodys)] == ["confirmed", "suggested"]
    tag(reject_all=japarov.pk)
    assert [status_of(row) for row in rows] == ["rejected", "rejected"]


def test_a_name_that_is_none_is_dismissed_for_all_texts(desk, tag, mention, make_text):
    here = mention("Example", called="Example")
    other = Mention.objects.create(
        translation=make_text(body="Example"), field="body", start=0, end=7, text="Example",
        status="suggested",
    )  # fmt: skip
    html = follow(desk, tag(here, do="nobody")).text
    assert "“Example” won&#x27;t be proposed again, in any text. 2 mentions." in html
    assert (status_of(here), status_of(other)) == ("rejected", "rejected")
    assert Dismissal.objects.get().entity is None


def test_a_name_is_linked_to_whom_one_types(tag, mention, japarov, namesake):
    here = mention("Japarov", japarov)
    tag(here, who="akylbek japarov")
    assert Mention.objects.confirmed().get().entity == namesake


def test_where_several_fit_the_editor_chooses(tag, mention, japarov, namesake):
    here = mention("Example")
    choice = tag(here, who="japarov")
    assert choice.templates[0].name == "admin/articles/choose.html"
    assert {value for value, _label in choice.context["choices"]} == {
        f"Sadyr Japarov · person, Kyrgyzstan #{japarov.pk}",
        f"Akylbek Japarov · person, Kyrgyzstan #{namesake.pk}",
    }
    assert status_of(here) == "suggested"
    tag(**dict(choice.context["repeated"]), who=choice.context["choices"][0][0])
    assert status_of(here) == "confirmed"


def test_a_mistyped_name_is_understood(tag, mention, japarov):
    tag(mention("Example"), who="Sadyr Japrov")
    assert Mention.objects.confirmed().get().entity == japarov


def test_a_name_nobody_bears_is_said_to_be_unknown(desk, tag, mention, japarov):
    here = mention("Japarov", japarov)
    html = follow(desk, tag(here, who="Qqqq")).text
    assert "Nobody and nothing here is called “Qqqq”" in html
    assert status_of(here) == "suggested"


# Words that were not marked


def test_words_are_linked_without_script_by_typing_them(tag, bishkek):
    tag(field="body", words="Bishkek", who="Bishkek")
    found = Mention.objects.get()
    assert (found.text, found.start, found.status) == (
        "Bishkek",
        BODY.index("Bishkek"),
        MentionStatus.CONFIRMED,
    )


def test_the_start_that_the_script_gives_decides_between_equal_words(tag, japarov):
    second = BODY.rindex("Japarov")
    tag(field="body", words="Japarov", start=second, to=japarov.pk)
    assert Mention.objects.get().start == second
    tag(field="body", words="Japarov", start="", to=japarov.pk)
    assert set(Mention.objects.values_list("start", flat=True)) == {0, second}


def test_a_selection_in_a_text_that_was_edited_since_is_refused(desk, tag, text, japarov):
    text.body = "Then " + BODY
    text.save()
    html = follow(desk, tag(field="body", words="Japarov", start=0, to=japarov.pk)).text
    assert "The text has been edited since you selected words in it." in html
    assert not Mention.objects.exists()


def test_words_that_are_not_in_the_text_are_refused(desk, tag, japarov):
    html = follow(desk, tag(field="body", words="Tokayev", who="Sadyr Japarov")).text
    assert "“Tokayev” doesn&#x27;t stand in the body" in html
    assert not Mention.objects.exists()


# Somebody new


def test_a_person_is_made_from_a_name_without_leaving_the_page(tag, mention, text):
    here, later = mention("Testbek Example", called="Testbek Example"), mention("Bishkek")
    answer = tag(
        here, do="create", name="Testbek Example", kind="person", language="en", country="KG",
        office="tester",
    )  # fmt: skip
    person = Entity.objects.get(name="Testbek Example")
    assert (person.kind, person.country, person.classification) == ("person", "KG", "tester")
    assert person.names.get().source == text_source(text.pk)
    here.refresh_from_db()
    assert (here.entity, here.status) == (person, "confirmed")
    assert led_to(answer) == str(later.pk)


def test_short_forms_that_can_mean_nobody_else_go_with_the_full_name(tag, mention, japarov):
    full = mention("Testbek Example", called="Testbek Example")
    short = mention("Japarov", called="T. Example")
    doubtful = mention("Bishkek", called="Example", candidates=[japarov.pk])
    tag(full, do="create", name="Testbek Example", kind="person", language="en")
    for row in (full, short, doubtful):
        row.refresh_from_db()
    assert short.entity == full.entity
    assert doubtful.entity is None


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("example", "testbek example", True),
        ("t. example", "testbek example", True),
        ("t.a. example", "testbek anar example", True),
        ("а. example", "testbek example", False),
        ("testbek", "testbek example", False),
        ("example", "example", False),
        ("", "testbek example", False),
        ("a. t. example", "testbek example", False),
    ],
)
def test_a_short_form_has_the_surname_and_no_other_initial(short, full, is_one):
    assert is_short_form(short, full) == is_one


def test_a_body_is_made_from_selected_words(tag, bishkek):
    post = Post.objects.create(
        organization=bishkek, labels=[{"language": "en", "text": "tester", "kind": "full"}]
    )
    tag(
        do="create", name="Example", kind="person", language="en", office=f"tester #{post.pk}",
        field="body", words="Example", start=BODY.rindex("Example"),
    )  # fmt: skip
    person = Entity.objects.get(name="Example")
    assert person.memberships.get().post == post
    assert Mention.objects.get().entity == person


@pytest.mark.parametrize(
    "posted",
    [{"name": " "}, {"language": ""}, {"language": "English"}, {"name": "x" * 400}, {"kind": ""}],
)
def test_what_is_no_entry_is_refused_with_a_reason(desk, tag, mention, posted):
    values = {"do": "create", "name": "Example", "kind": "person", "language": "en"}
    answer = follow(desk, tag(mention("Example"), **{**values, **posted}))
    assert "error" in {message.level_tag for message in answer.context["messages"]}
    assert not Entity.objects.exists()


def test_the_form_of_a_new_entry_is_filled_from_the_clue(page, mention):
    mention("Example", called="Testbek Example", clue={"words": "tester", "country": "KZ"})
    html = page().text
    assert 'name="name" maxlength="300" value="Testbek Example"' in html
    assert '<option value="KZ" selected>Kazakhstan</option>' in html
    # The text's words are shown beside it: they may be in any case, or no whole office.
    assert 'name="office" maxlength="300" value=""' in html
    assert "tester, Kazakhstan" in html


def test_a_name_that_is_known_is_not_entered_again_unasked(desk, tag, mention, japarov):
    here = mention("Japarov", called="Sadyr Japarov")
    new = {"do": "create", "name": "sadyr JAPAROV", "kind": "person", "language": "en"}
    html = follow(desk, tag(here, **new)).text
    assert "Sadyr Japarov · person, Kyrgyzstan is in who&#x27;s who. Link that one" in html
    assert Entity.objects.filter(kind="person").count() == 1
    tag(here, **new, namesake="on")
    assert Entity.objects.filter(kind="person").count() == 2


def test_a_body_may_have_the_name_of_a_person(tag, mention, japarov, client, chief):
    client.force_login(chief)
    here = mention("Japarov")
    tag(here, do="create", name="Sadyr Japarov", kind="organization", language="en")
    assert Entity.objects.filter(kind="organization", name="Sadyr Japarov").exists()


# What happened, and back


def test_the_message_takes_back_what_it_tells_of(desk, tag, mention, japarov):
    here = mention("Japarov", japarov)
    html = follow(desk, tag(here, do="accept")).text
    step = TaggingStep.objects.get()
    assert "Accepted: Sadyr Japarov." in html
    assert f'<button class="btn-2" form="decide" name="undo" value="{step.pk}">' in html
    answer = tag(undo=step.pk)
    assert status_of(here) == "suggested"
    assert led_to(answer) == str(here.pk)


def test_another_s_step_is_not_taken_back(desk, tag, mention, japarov, chief):
    here = mention("Japarov", japarov)
    tag(here, do="accept")
    desk.force_login(chief)
    html = follow(desk, tag(undo=TaggingStep.objects.get().pk)).text
    assert "Only editor can take this step back." in html
    assert status_of(here) == "confirmed"


def test_the_second_editor_is_told_what_the_first_decided(desk, tag, mention, japarov, chief):
    here = mention("Japarov", japarov)
    seen = here.state
    tag(here, do="reject")
    desk.force_login(chief)
    html = follow(desk, tag(mention=here.pk, seen=seen, do="accept")).text
    assert "Meanwhile editor has decided on “Japarov”: rejected, Sadyr Japarov." in html
    assert status_of(here) == "rejected"


def test_a_new_spelling_may_be_remembered(desk, tag, mention, japarov):
    here = mention("Testbek Example")
    html = follow(desk, tag(here, to=japarov.pk)).text
    assert f'name="remember" value="{here.pk}"' in html
    tag(remember=here.pk)
    spelling = japarov.names.get(text="Testbek Example")
    assert (spelling.language, spelling.attested) == ("en", True)
    assert 'name="remember"' not in follow(desk, tag(here, to=japarov.pk)).text


@pytest.mark.parametrize(("rule", "is_offered"), [("sounds-like", True), ("full-name", False)])
def test_an_accepted_spelling_is_offered_where_the_desk_had_it_from_no_source(
    desk, tag, mention, japarov, rule, is_offered
):
    here = mention("Testbek Example", japarov, rule=rule)
    html = follow(desk, tag(here, do="accept")).text
    assert (f'name="remember" value="{here.pk}"' in html) == is_offered


def test_one_word_of_a_person_s_name_is_no_spelling(desk, tag, mention, japarov):
    assert 'name="remember"' not in follow(desk, tag(mention("Example"), to=japarov.pk)).text


# The page


def test_the_names_are_grouped_by_entity_and_by_what_nobody_is_called(page, mention, japarov):
    mention("Japarov", japarov)
    mention("Japarov", japarov, nth=1, status="confirmed")
    mention("Example", nth=0, called="Example")
    mention("Example", nth=1, called="Example")
    mention("Bishkek", status="rejected")
    names = page().context["shown"].names
    assert [(g.number, str(g.entity or g.called), len(g.mentions)) for g in names.groups] == [
        (1, "Sadyr Japarov", 2),
        (2, "Example", 2),
    ]
    assert [group.called for group in names.rejected] == ["Bishkek"]


def test_the_first_open_name_is_current_unless_another_is_asked_for(page, mention, japarov):
    mention("Japarov", japarov, status="confirmed")
    first, second = mention("Example"), mention("Bishkek")
    assert page().context["shown"].names.now.mention == first
    assert page(at=second.pk).context["shown"].names.now.mention == second
    assert page(at="nonsense").context["shown"].names.now.mention == first


def test_whoever_sounds_like_a_name_is_offered_for_it(page, mention, japarov):
    mention("Testbek Example", called="Sadır Caparov")
    assert [entity for entity, _about in page().context["shown"].names.near] == [japarov]


def test_the_nearest_are_asked_for_by_themselves_too(desk, mention, text, japarov, bishkek):
    url = reverse("admin:articles_translation_nearest", args=[text.pk])
    unknown, known = mention("Example", called="Sadyr Zhaparov"), mention("Bishkek", bishkek)
    html = desk.get(url, {"mention": unknown.pk}).text
    assert f'name="to" value="{japarov.pk}"' in html
    assert "name=" not in desk.get(url, {"mention": known.pk}).text
    assert desk.get(url, {"mention": "nonsense"}).status_code == 404


def test_the_candidates_have_buttons_with_office_and_country(page, mention, japarov, namesake):
    mention("Japarov", candidates=[namesake.pk, japarov.pk, 999])
    html = page().text
    assert 'Akylbek Japarov <span class="quiet">person, Kyrgyzstan</span> <kbd>A</kbd>' in html
    assert 'Sadyr Japarov <span class="quiet">person, Kyrgyzstan</span> <kbd>S</kbd>' in html


def test_what_an_edit_has_broken_can_be_relinked_or_dropped(page, tag, mention, bishkek):
    gone = mention("Bishkek", bishkek, status="broken", text="Frunze")
    assert [ask.mention for ask in page().context["shown"].unseen] == [gone]
    start = BODY.index("Bishkek")
    tag(gone, seen="", field="body", words="Bishkek", start=start, to=bishkek.pk)
    assert [m.text for m in Mention.objects.all()] == ["Bishkek"]
    other = mention("Example", bishkek, status="broken", text="Frunze")
    tag(other, do="drop")
    assert not Mention.objects.filter(pk=other.pk).exists()


def test_an_office_is_told_from_a_name(page, mention, japarov):
    mention("Example", japarov, kind="office")
    assert 'class="m m--suggested m--office"' in page().text


@pytest.mark.parametrize(
    ("fields", "actions"),
    [
        ({}, ("accept", "reject", "never")),
        ({"kind": "office"}, ("accept", "reject")),
        ({"entity": None}, ("nobody", "not_here")),
        ({"entity": None, "kind": "office"}, ("not_here",)),
        ({"status": "confirmed"}, ("reject", "never")),
        ({"status": "confirmed", "decided_at": "2026-03-04T05:06Z"}, ("reject",)),
        ({"status": "rejected"}, ("accept",)),
        ({"status": "broken"}, ("drop",)),
    ],
)
def test_what_can_be_done_goes_by_state(page, mention, japarov, fields, actions):
    here = mention("Japarov", **{"entity": japarov, **fields})
    assert page(at=here.pk).context["shown"].names.now.actions == actions


def test_a_reporter_sees_names_and_no_button(client, reporter, text, mention, japarov):
    here = mention("Japarov", japarov)
    client.force_login(reporter)
    html = client.get(reverse("admin:articles_article_change", args=[text.article_id])).text
    assert f'data-mention="{here.pk}"' in html
    assert 'form="decide"' not in html
    assert 'id="tagger"' not in html
    nearest = reverse("admin:articles_translation_nearest", args=[text.pk])
    assert client.get(nearest, {"mention": here.pk}).status_code == 403


@pytest.mark.parametrize(
    "posted",
    [
        {"field": "body", "words": "Bishkek", "to": "{}"},
        {"do": "create", "name": "Example", "kind": "person", "language": "en"},
        {"remember": "{mention}"},
    ],
)
def test_adding_takes_a_permission_of_its_own(client, text, mention, bishkek, posted):
    user = User.objects.create_user("halfway", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_mention"))
    client.force_login(user)
    here = mention("Bishkek", bishkek, status="confirmed")
    ids = {"mention": here.pk}
    posted = {name: value.format(bishkek.pk, **ids) for name, value in posted.items()}
    url = reverse("admin:articles_translation_tag", args=[text.pk])
    assert client.post(url, {"mention": here.pk, **posted}).status_code == 403
    assert Mention.objects.count() == Entity.objects.count() == 1


def test_thirteen_names_cost_what_three_cost(page, mention, text, namesake):
    def name(numbers):
        for n in numbers:
            person = Entity.objects.create(kind="person", name=f"Example {n}")
            values = {"candidates": [namesake.pk], "clue": {"words": "tester", "country": "KG"}}
            for kind, entity in enumerate((person, None)):
                at = {"start": 2 * n + kind, "end": 2 * n + kind + 1}
                Mention.objects.create(
                    translation=text, field="body", text=BODY[at["start"]], status="suggested",
                    entity=entity, **at, **values,
                )  # fmt: skip

    name(range(3))
    page()
    with CaptureQueriesContext(connection) as few:
        page()
    name(range(3, 13))
    with CaptureQueriesContext(connection) as many:
        page()
    assert len(many) == len(few)
