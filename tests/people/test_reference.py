"""Reading and checking reference data: what is refused, and with which words."""

import json

import pytest

from people.reference import TABLES, BrokenReference, find_problems, read_reference

FILES = [file for table in TABLES for file in table.files]

KYRGYZSTAN = {"id": "place/kyrgyzstan", "kind": "place", "name": "Kyrgyzstan"}
SADYR = {"id": "person/sadyr", "kind": "person", "name": "Sadyr Japarov"}
AKYLBEK = {"id": "person/akylbek", "kind": "person", "name": "Akylbek Japarov"}
PRESIDENT = {
    "id": "post/kg-president",
    "organization": "place/kyrgyzstan",
    "one_person": True,
    "labels": [{"language": "en", "text": "President of Kyrgyzstan", "kind": "full"}],
}
TERM = {
    "id": "membership/sadyr",
    "member": "person/sadyr",
    "post": "post/kg-president",
    "from": "2021-01-28",
    "to": None,
}


@pytest.fixture
def problems(tmp_path):
    """Writes files of items, and returns what is wrong with them, line by line."""

    def find(**files):
        for name, items in files.items():
            content = {"schema": "ots-desk-reference/2", "as_of": "2026-03-31", "items": items}
            (tmp_path / f"{name}.json").write_text(json.dumps(content), "utf-8")
        return [str(problem) for problem in find_problems(read_reference(tmp_path, FILES), TABLES)]

    return find


def office(*terms, one_person=True):
    return {
        "places": [KYRGYZSTAN],
        "persons": [SADYR, AKYLBEK],
        "posts": [{**PRESIDENT, "one_person": one_person}],
        "memberships": list(terms),
    }


def test_sound_items_have_no_problems(problems):
    assert problems(**office(TERM)) == []


def test_a_folder_without_files_has_no_problems(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "not JSON: Expecting property name"),
        (b"\xff\xfe", "not UTF-8: invalid start byte at byte 0"),
        (b"[]", "the schema is not ots-desk-reference/2"),
        (b'{"schema": "ots-desk-reference/1"}', "the schema is not ots-desk-reference/2"),
        (b'{"schema": "ots-desk-reference/2"}', "items is not a list"),
        (
            b'{"schema": "ots-desk-reference/2", "items": [], "as_of": "March"}',
            "as_of is not a day such as 2026-03-31",
        ),
        (b'{"schema": "ots-desk-reference/2", "note": "\\u0000"}', "it holds a NUL character"),
    ],
)
def test_an_unreadable_file_is_named_with_the_reason(problems, tmp_path, content, reason):
    (tmp_path / "persons.json").write_bytes(content)
    (line,) = problems()
    assert line.startswith(f"persons.json: {reason}")


def test_items_without_id_are_counted_out(problems):
    assert problems(persons=[SADYR, {"name": "Nobody (invented)"}, "text"]) == [
        "persons.json: item 2: it has no id",
        "persons.json: item 3: it has no id",
    ]


def test_an_id_belongs_to_one_item_of_all_files(problems):
    twice = {**KYRGYZSTAN, "id": "person/sadyr"}
    assert problems(persons=[SADYR, SADYR], places=[twice]) == [
        "persons.json: person/sadyr: this id is already in persons.json",
        "places.json: person/sadyr: this id is already in persons.json",
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": None}, "name is missing"),
        ({"name": 7}, "name is not text"),
        ({"note": ["x"]}, "note is not text"),
        ({"began": "2021-13"}, "began: “2021-13” is not a day of the calendar."),
        ({"began": "spring"}, "began: “spring” is not a date: write 2022, 2022-11 or 2022-11-11."),
        ({"ended": 2021}, "ended is not text"),
        ({"began": "2021", "ended": "2020-12"}, "ended 2020-12 is before began 2021"),
        ({"public": "yes"}, "public is neither true nor false"),
        ({"sources": "example.org"}, "sources is not a list of texts"),
        ({"names": ["Sadyr"]}, "names is not a list of objects"),
        ({"names": [{"text": "x", "kind": "full"}]}, "names, no. 1: language is missing"),
        ({"kind": "place"}, "kind “place” doesn't belong in persons.json"),
        ({"country": "Kyrgyzstan"}, "country “Kyrgyzstan” is not an ISO 3166 code such as KG"),
        ({"confidence": "so-so"}, "confidence “so-so” is neither null nor “low”"),
        ({"parent": "place/atlantis"}, "parent place/atlantis is an unknown id"),
        ({"parent": "person/sadyr"}, "parent person/sadyr leads back to itself"),
        ({"location": "person/akylbek"}, "location person/akylbek is not a place"),
    ],
)
def test_a_broken_entity_is_refused_with_file_id_and_reason(problems, change, reason):
    lines = problems(persons=[{**SADYR, **change}, AKYLBEK])
    assert f"persons.json: person/sadyr: {reason}" in lines


def test_too_long_a_name_is_refused(problems):
    (line,) = problems(persons=[{**SADYR, "name": "x" * 301}])
    assert "Ensure this value has at most 300 characters (it has 301)." in line


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "nickname"}, "kind “nickname”: Value 'nickname' is not a valid choice."),
        (
            {"language": "Kyrgyz"},
            "language “Kyrgyz”: Write the language as a BCP 47 code: en, ru, uz-Cyrl.",
        ),
        (
            {"valid_from": "2022", "valid_to": "2021"},
            "valid_to 2021 is before valid_from 2022",
        ),
    ],
)
def test_a_broken_name_is_refused_with_its_text(problems, change, reason):
    name = {"language": "en", "text": "Zhaparov", "kind": "short", **change}
    assert problems(persons=[{**SADYR, "names": [name]}]) == [
        f"persons.json: person/sadyr: name “Zhaparov”: {reason}"
    ]


def test_a_name_is_there_once(problems):
    name = {"language": "en", "text": "Zhaparov", "kind": "short"}
    assert problems(persons=[{**SADYR, "names": [name, name]}]) == [
        "persons.json: person/sadyr: the name “Zhaparov” (en, short) is there twice"
    ]


def test_parents_that_lead_round_in_a_circle_are_refused(problems):
    places = [
        {**KYRGYZSTAN, "parent": "place/bishkek"},
        {"id": "place/bishkek", "kind": "place", "name": "Bishkek", "parent": "place/kyrgyzstan"},
    ]
    assert problems(places=places) == [
        "places.json: place/kyrgyzstan: parent place/bishkek leads back to itself",
        "places.json: place/bishkek: parent place/kyrgyzstan leads back to itself",
    ]


def test_a_post_needs_labels_in_known_languages_and_kinds(problems):
    labels = [{"language": "Kyrgyz", "text": "президент", "kind": "long"}]
    posts = [{**PRESIDENT, "id": "post/none", "labels": []}, {**PRESIDENT, "labels": labels}]
    assert problems(places=[KYRGYZSTAN], posts=posts) == [
        "posts.json: post/none: labels is missing",
        "posts.json: post/kg-president: “Kyrgyz” is not a language code such as en, ru, uz-Cyrl",
        "posts.json: post/kg-president: label kind “long” is neither full nor short",
    ]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"member": "person/nobody"}, "member person/nobody is an unknown id"),
        ({"post": "post/nothing"}, "post post/nothing is an unknown id"),
        ({"post": "person/akylbek"}, "post person/akylbek is an unknown id"),
        ({"post": None}, "it needs either a post or an organization"),
        ({"organization": "place/kyrgyzstan"}, "it needs either a post or an organization"),
        ({"role": "chair"}, "a role belongs to an organization, and to nothing else"),
        (
            {"post": None, "organization": "place/kyrgyzstan"},
            "a role belongs to an organization, and to nothing else",
        ),
        ({"to": "2020"}, "to 2020 is before from 2021-01-28"),
    ],
)
def test_a_broken_membership_is_refused(problems, change, reason):
    assert problems(**office({**TERM, **change})) == [
        f"memberships.json: membership/sadyr: {reason}"
    ]


def test_an_unknown_role_is_refused(problems):
    guest = {**TERM, "post": None, "organization": "place/kyrgyzstan", "role": "guest"}
    assert problems(**office(guest)) == [
        "memberships.json: membership/sadyr: role “guest”: Value 'guest' is not a valid choice."
    ]


def other_term(**change):
    return {**TERM, "id": "membership/akylbek", "member": "person/akylbek", **change}


def test_overlapping_terms_in_a_post_for_one_person_are_refused(problems):
    assert problems(**office(TERM, other_term(**{"from": "2022", "to": "2023"}))) == [
        "memberships.json: membership/akylbek: the term 2022 to 2023 overlaps membership/sadyr "
        "(2021-01-28 to ?) in post/kg-president, which one person holds at a time"
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"from": "2020", "to": "2021-01-28"},  # the last day may be the successor's first
        {"from": "2020", "to": "2021"},  # nobody says when in 2021
        {"from": None, "to": "2022"},  # nor when it began
        {"from": "2022", "to": "2023", "acting": True},
    ],
)
def test_terms_that_only_may_overlap_are_taken(problems, change):
    assert problems(**office(TERM, other_term(**change))) == []


def test_several_may_hold_a_post_for_several(problems):
    assert problems(**office(TERM, other_term(), one_person=False)) == []


def test_one_broken_item_does_not_hide_another(problems):
    lines = problems(
        persons=[{**SADYR, "name": None}, {**AKYLBEK, "began": "x"}],
        memberships=[{**TERM, "member": "person/nobody", "post": None}],
    )
    assert [line.rpartition(": ")[0][:35] for line in lines] == [
        "persons.json: person/sadyr",
        "persons.json: person/akylbek: began",
        "memberships.json: membership/sadyr",
    ]


def test_a_broken_item_still_counts_as_known(problems):
    files = office(TERM) | {"persons": [{**SADYR, "country": "?"}]}
    assert problems(**files) == [
        "persons.json: person/sadyr: country “?” is not an ISO 3166 code such as KG"
    ]


def test_the_refusal_lists_every_problem_on_a_line_of_its_own(tmp_path):
    (tmp_path / "persons.json").write_text("{", "utf-8")
    (tmp_path / "places.json").write_text("[]", "utf-8")
    found = find_problems(read_reference(tmp_path, FILES), TABLES)
    refusal = BrokenReference(found)
    assert refusal.problems == tuple(found)
    assert [line.split(":")[0] for line in str(refusal).splitlines()] == [
        "persons.json",
        "places.json",
    ]


def test_texts_are_read_in_nfc(tmp_path):
    content = {"schema": "ots-desk-reference/2", "as_of": "2026-03-31", "items": [SADYR]}
    text = json.dumps(content).replace("Sadyr Japarov", "Cevdet Yi\u0307lmaz")
    (tmp_path / "persons.json").write_text(text, "utf-8")
    (item,) = read_reference(tmp_path, FILES).items
    assert item.data["name"] == "Cevdet Yi̇lmaz"
