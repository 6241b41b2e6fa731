"""Offices and terms in the API: who held what on a day, as JSON and as Popolo, and who sees it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Entity, Membership, Post

pytestmark = pytest.mark.django_db

LABELS = [
    {"language": "en", "text": "Secretary General", "kind": "full"},
    {"language": "ru", "text": "генсек", "kind": "short"},
]
URL = "http://testserver/api/v1"


@pytest.fixture
def get(client):
    def get(path, status=200, **query):
        response = client.get(f"/api/v1/{path}", query)
        assert response.status_code == status, response.content
        return response.json()

    return get


def person(name, **fields):
    return Entity.objects.create(**{"kind": "person", "name": name, "is_public": True, **fields})


@pytest.fixture
def ots():
    return Entity.objects.create(
        kind="organization", name="Organization of Turkic States", is_public=True
    )


@pytest.fixture
def amreyev():
    return person("Baghdad Amreyev")


@pytest.fixture
def omuraliev():
    return person("Kubanychbek Omuraliev")


@pytest.fixture
def post(ots, amreyev, omuraliev):
    """The Secretary General of the OTS, whose office changed hands on 11 November 2022."""
    post = Post.objects.create(organization=ots, labels=LABELS, note="For editors only.")
    post.memberships.create(
        member=amreyev,
        began="2018-09-03",
        ended="2022-11-11",
        sources=["https://example.org/term"],
        note="For editors only.",
    )
    post.memberships.create(member=omuraliev, began="2022-11-11", known_until="2026-03-31")
    return post


def holders(post):
    return [(holder["member"]["name"], holder["certainty"]) for holder in post["holders"]]


# Offices


def test_an_office_comes_with_its_holders_the_latest_first(get, post, ots):
    answer = get(f"posts/{post.pk}/")
    assert {key: answer[key] for key in ("id", "url", "labels", "for_one_person", "answer")} == {
        "id": post.pk,
        "url": f"{URL}/posts/{post.pk}/",
        "labels": LABELS,
        "for_one_person": True,
        "answer": None,
    }
    assert answer["organization"]["url"] == f"{URL}/organizations/{ots.pk}/"
    assert holders(answer) == [("Kubanychbek Omuraliev", None), ("Baghdad Amreyev", None)]
    assert answer["holders"][1]["sources"] == ["https://example.org/term"]


@pytest.mark.parametrize(
    ("day", "answer", "held_by"),
    [
        ("2018-09-02", "unknown", []),
        ("2022-01-31", "certain", [("Baghdad Amreyev", "certain")]),
        (
            "2022-11-11",
            "certain",
            [("Kubanychbek Omuraliev", "certain"), ("Baghdad Amreyev", "possible")],
        ),
        ("2030-01-01", "possible", [("Kubanychbek Omuraliev", "possible")]),
    ],
)
def test_who_held_an_office_on_a_day(get, post, day, answer, held_by):
    one = get(f"posts/{post.pk}/", held_on=day)
    (listed,) = get("posts/", held_on=day)["results"]
    assert one == listed
    assert (one["answer"], holders(one)) == (answer, held_by)


def test_offices_are_found_by_label_and_body(get, post, ots, amreyev):
    other = Post.objects.create(
        organization=amreyev, labels=[{"language": "en", "text": "Aide", "kind": "full"}]
    )
    assert [row["id"] for row in get("posts/")["results"]] == [other.pk, post.pk]
    assert [row["id"] for row in get("posts/", q="ГЕНСЕК")["results"]] == [post.pk]
    assert [row["id"] for row in get("posts/", organization=ots.pk)["results"]] == [post.pk]
    assert get("posts/", organization=99999)["results"] == []


# Terms


def found(answer):
    return [(row["member"]["name"], row["certainty"]) for row in answer["results"]]


def test_a_term_comes_with_who_what_and_when(get, post, amreyev, ots):
    term = Membership.objects.get(member=amreyev)
    body = {
        "id": ots.pk,
        "kind": "organization",
        "name": ots.name,
        "url": f"{URL}/organizations/{ots.pk}/",
    }
    assert get(f"memberships/{term.pk}/") == {
        "id": term.pk,
        "url": f"{URL}/memberships/{term.pk}/",
        "member": {
            "id": amreyev.pk,
            "kind": "person",
            "name": "Baghdad Amreyev",
            "url": f"{URL}/persons/{amreyev.pk}/",
        },
        "post": {
            "id": post.pk,
            "url": f"{URL}/posts/{post.pk}/",
            "labels": LABELS,
            "organization": body,
        },
        "organization": None,
        "role": None,
        "began": {
            "date": "2018-09-03",
            "precision": "day",
            "earliest": "2018-09-03",
            "latest": "2018-09-03",
        },
        "ended": {
            "date": "2022-11-11",
            "precision": "day",
            "earliest": "2022-11-11",
            "latest": "2022-11-11",
        },
        "known_until": None,
        "acting": False,
        "sources": ["https://example.org/term"],
        "certainty": None,
    }


@pytest.fixture
def states(ots):
    """Kyrgyzstan chaired in 2024 and 2025, Azerbaijan after it; Hungary observes since 2018."""
    rows = [
        ("Kyrgyzstan", "chair", "2024-11-06", "2025-10-07"),
        ("Azerbaijan", "chair", "2025-10-07", "2026-10"),
        ("Hungary", "observer", "2018-09", None),
        ("Kyrgyzstan", "member", "2009-10-03", None),
    ]
    for name, role, began, ended in rows:
        fields = {"kind": "place", "name": name, "classification": "country"}
        state, _ = Entity.objects.get_or_create(**fields, is_public=True)
        Membership.objects.create(
            member=state,
            organization=ots,
            role=role,
            began=began,
            ended=ended,
            known_until=None if ended else "2026-03-31",
        )


@pytest.mark.parametrize(
    ("day", "chairs"),
    [
        ("2024-01-01", []),
        ("2025-09-12", [("Kyrgyzstan", "certain")]),
        ("2025-10-07", [("Azerbaijan", "certain"), ("Kyrgyzstan", "possible")]),
        ("2026-10-15", [("Azerbaijan", "possible")]),
    ],
)
def test_who_chaired_a_body_when(get, states, ots, day, chairs):
    assert found(get("memberships/", organization=ots.pk, role="chair", on=day)) == chairs


def test_which_states_were_members_and_observers_on_a_day(get, states, ots):
    asked = {"organization": ots.pk, "on": "2018-09-10"}
    assert found(get("memberships/", role="observer", **asked)) == [("Hungary", "possible")]
    assert found(get("memberships/", role="member", **asked)) == [("Kyrgyzstan", "certain")]


def test_terms_are_found_by_who_and_by_office(get, post, states, ots, amreyev):
    kyrgyzstan = Entity.objects.get(name="Kyrgyzstan")
    assert found(get("memberships/", person=amreyev.pk)) == [("Baghdad Amreyev", None)]
    assert get("memberships/", person=kyrgyzstan.pk)["results"] == []
    assert len(get("memberships/", member=kyrgyzstan.pk)["results"]) == 2
    assert len(get("memberships/", post=post.pk)["results"]) == 2
    assert len(get("memberships/", organization=ots.pk)["results"]) == 6
    old = person("B. Amreyev", merged_into=amreyev)
    assert found(get("memberships/", member=old.pk)) == [("Baghdad Amreyev", None)]


# What a person was


def test_what_a_person_was_on_a_day(get, post, amreyev):
    answer = get(f"persons/{amreyev.pk}/offices/", on="2022-01-31")
    assert (answer["on"], answer["answer"]) == ("2022-01-31", "certain")
    (office,) = answer["offices"]
    assert (office["post"]["id"], office["certainty"]) == (post.pk, "certain")
    assert get(f"persons/{amreyev.pk}/offices/", on="2025-01-01") == {
        "on": "2025-01-01",
        "answer": "unknown",
        "offices": [],
    }


def test_a_merged_person_s_offices_are_the_survivor_s(client, post, amreyev):
    old = person("B. Amreyev", merged_into=amreyev)
    answer = client.get(f"/api/v1/persons/{old.pk}/offices/", {"on": "2022-01-31"})
    assert answer.status_code == 301
    assert answer["Location"] == f"{URL}/persons/{amreyev.pk}/offices/?on=2022-01-31"


@pytest.mark.parametrize("day", ["2022", "2022-02-30", "31.01.2022", "today", "2022-01-31T10:00"])
def test_a_day_that_is_none_is_refused_with_an_example(get, post, amreyev, day):
    for path, name in [
        ("posts/", "held_on"),
        (f"posts/{post.pk}/", "held_on"),
        ("memberships/", "on"),
        (f"persons/{amreyev.pk}/offices/", "on"),
    ]:
        assert get(path, 400, **{name: day}) == {name: ["Write the day as 2022-01-31."]}


def test_what_a_person_was_is_asked_for_a_day(get, amreyev):
    refused = get(f"persons/{amreyev.pk}/offices/", 400)
    assert refused == {"on": ["Say which day: ?on=2022-01-31."]}


# Popolo


def test_a_person_in_popolo(get, post, ots, amreyev):
    amreyev.names.create(
        text="Бағдат Әміреев", language="kk", source="Example source (invented)", valid_from="1990"
    )
    Entity.objects.update(
        began_earliest="1955-01-01", began_latest="1955-12-31", sources=["https://example.org/a"]
    )
    term = Membership.objects.get(member=amreyev)
    assert get(f"persons/{amreyev.pk}/", format="popolo") == {
        "id": str(amreyev.pk),
        "name": "Baghdad Amreyev",
        "other_names": [
            {
                "name": "Бағдат Әміреев",
                "language": "kk",
                "script": "Cyrl",
                "kind": "full",
                "attested": True,
                "source": "Example source (invented)",
                "start_date": "1990",
                "end_date": None,
            }
        ],
        "identifiers": [],
        "birth_date": "1955",
        "death_date": None,
        "summary": None,
        "country": None,
        "sources": [{"url": "https://example.org/a"}],
        "memberships": [
            {
                "id": str(term.pk),
                "label": "Secretary General",
                "role": None,
                "person_id": str(amreyev.pk),
                "member": None,
                "organization_id": str(ots.pk),
                "area_id": None,
                "post_id": str(post.pk),
                "start_date": "2018-09-03",
                "end_date": "2022-11-11",
                "known_until": None,
                "acting": False,
                "certainty": None,
                "sources": [{"url": "https://example.org/term"}],
            }
        ],
    }


def test_a_body_in_popolo(get, post, states, ots):
    answer = get(f"organizations/{ots.pk}/", format="popolo")
    assert (answer["id"], answer["founding_date"], answer["parent_id"]) == (str(ots.pk), None, None)
    (office,) = answer["posts"]
    assert (office["label"], office["organization_id"]) == ("Secretary General", str(ots.pk))
    assert [row["person_id"] is None for row in office["memberships"]] == [False, False]
    hungary = Entity.objects.get(name="Hungary")
    assert {"id": str(hungary.pk), "name": "Hungary", "classification": "country"} in [
        row["member"] for row in answer["memberships"]
    ]


def test_the_office_of_a_state_has_the_state_as_its_area(get, amreyev):
    state = Entity.objects.create(kind="place", name="Example State (invented)", is_public=True)
    post = Post.objects.create(organization=state, labels=LABELS)
    post.memberships.create(member=amreyev, began="2022-11-11/2022-12-02")
    answer = get(f"posts/{post.pk}/", format="popolo")
    assert (answer["organization_id"], answer["area_id"]) == (None, str(state.pk))
    assert answer["memberships"][0]["area_id"] == str(state.pk)
    assert answer["memberships"][0]["start_date"] == "2022"


def test_lists_come_in_popolo_too_and_by_the_accept_header(client, get, post, amreyev):
    (row, _other) = get("persons/", format="popolo")["results"]
    assert "memberships" not in row
    answer = client.get("/api/v1/posts/", headers={"accept": "application/popolo+json"})
    assert answer["Content-Type"] == "application/popolo+json"
    assert answer.json()["results"][0]["label"] == "Secretary General"
    days = get("memberships/", format="popolo", on="2022-01-31")["results"]
    assert [row["certainty"] for row in days] == ["certain"]


# Who may see what


def test_nothing_is_told_of_somebody_hidden(get, post, ots, amreyev):
    Entity.objects.filter(pk=amreyev.pk).update(is_public=False)
    term = Membership.objects.get(member=amreyev)
    get(f"memberships/{term.pk}/", 404)
    assert found(get("memberships/", on="2022-01-31")) == []
    assert get("memberships/", member=amreyev.pk)["results"] == []
    assert holders(get(f"posts/{post.pk}/", held_on="2022-01-31")) == []
    get(f"persons/{amreyev.pk}/offices/", 404, on="2022-01-31")


def test_the_office_of_a_hidden_body_is_told_of_those_who_held_it_without_the_body(get, post, ots):
    Entity.objects.filter(pk=ots.pk).update(is_public=False)
    assert get(f"posts/{post.pk}/")["organization"] is None
    assert get(f"posts/{post.pk}/", format="popolo")["organization_id"] is None
    assert get("posts/", organization=ots.pk)["results"] == []
    assert get("memberships/", organization=ots.pk)["results"] == []
    Entity.objects.update(is_public=False)
    get(f"posts/{post.pk}/", 404)


def test_a_role_in_a_hidden_body_is_not_told(get, states, ots):
    Entity.objects.filter(pk=ots.pk).update(is_public=False)
    assert get("memberships/")["results"] == []


def test_terms_with_weak_sources_are_not_told(get, post, amreyev):
    Membership.objects.filter(member=amreyev).update(confidence="low")
    assert holders(get(f"posts/{post.pk}/", held_on="2022-01-31")) == []
    assert get("memberships/", member=amreyev.pk)["results"] == []
    assert get(f"persons/{amreyev.pk}/offices/", on="2022-01-31")["answer"] == "unknown"


def test_the_newsroom_sees_everybody_when_it_asks(client, get, reporter, post):
    Entity.objects.update(is_public=False)
    client.force_login(reporter)
    assert get("memberships/")["results"] == get("posts/")["results"] == []
    assert len(get("memberships/", unpublished="1")["results"]) == 2
    assert len(get("posts/", unpublished="1")["results"][0]["holders"]) == 2
    client.logout()
    get("memberships/", 403, unpublished="1")


# Cost


@pytest.mark.parametrize("path", ["posts/", "memberships/", "persons/{}/offices/"])
@pytest.mark.parametrize("shape", ["json", "popolo"])
def test_it_costs_the_same_for_few_rows_and_for_many(get, ots, amreyev, path, shape):
    if "{}" in path and shape == "popolo":
        pytest.skip("What a person was on a day comes in the desk's own shape only.")

    def add(count):
        for number in range(count):
            post = Post.objects.create(organization=ots, labels=LABELS)
            holder = person(f"Example Person {number} (invented)")
            for member in (holder, amreyev):
                post.memberships.create(member=member, began="2020", ended="2024")
                Membership.objects.create(
                    member=member, organization=ots, role="member", began="2020"
                )

    def cost():
        with CaptureQueriesContext(connection) as queries:
            asked = {"held_on": "2022-01-31", "on": "2022-01-31", "page_size": 100}
            get(path.format(amreyev.pk), format=shape, **asked)
        return len(queries)

    add(3)
    few = cost()
    add(10)
    assert cost() == few
