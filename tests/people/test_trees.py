"""Where a body stands among others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Entity
from people.trees import tree_of


def shape(nodes) -> list:
    return [(f"*{n.name}" if n.is_this else n.name, shape(n.parts)) for n in nodes]


@pytest.fixture
def body(make_entity):
    def make(name: str, parent: Entity | None = None, is_public: bool = True) -> Entity:
        return make_entity("organization", name, parent=parent, is_public=is_public)

    return make


def test_a_tree_goes_up_to_the_top_and_down_to_the_smallest_part(body, readers):
    top = body("Top")
    this = body("Middle", top)
    small = body("Small", this)
    body("Smallest", small)
    body("Another", this)
    body("Aunt", top)
    assert shape(tree_of(this, readers)) == [
        ("Top", [("*Middle", [("Another", []), ("Small", [("Smallest", [])])])])
    ]


def test_a_body_that_stands_alone_has_no_tree(body, readers):
    assert tree_of(body("Alone"), readers) == []


def test_hidden_bodies_and_what_hangs_on_them_are_left_out(body, readers, desk):
    top = body("Top", is_public=False)
    this = body("Middle", top)
    hidden = body("Hidden", this, is_public=False)
    body("Below it", hidden)
    assert tree_of(this, readers) == []
    assert shape(tree_of(this, desk)) == [("Top", [("*Middle", [("Hidden", [("Below it", [])])])])]


def test_a_circle_ends_where_it_closes(body, readers):
    first = body("First")
    second = body("Second", first)
    third = body("Third", second)
    Entity.objects.filter(pk=first.pk).update(parent=third)
    first.refresh_from_db()
    assert shape(tree_of(first, readers)) == [("Second", [("Third", [("*First", [])])])]


def test_a_body_that_is_its_own_part_stands_alone(body, readers):
    this = body("Itself")
    Entity.objects.filter(pk=this.pk).update(parent=this)
    this.refresh_from_db()
    assert tree_of(this, readers) == []


def test_what_met_or_lies_there_is_no_part(body, make_entity, readers):
    this = body("Body")
    make_entity("event", "Meeting", parent=this, is_public=True)
    assert tree_of(this, readers) == []


def test_a_tree_costs_the_same_for_three_parts_as_for_thirteen(body, readers):
    this = body("Body")
    costs = []
    for count in (3, 10):
        for number in range(count):
            body(f"Part {number} of {count}", this)
        with CaptureQueriesContext(connection) as queries:
            tree_of(this, readers)
        costs.append(len(queries))
    assert costs[0] == costs[1]
