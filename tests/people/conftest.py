"""A small cast for pages about who's who. Everybody and everything in it is invented."""

from datetime import date

import pytest

from people.audience import Audience
from people.models import Entity, Membership, Name, Post


@pytest.fixture
def make_entity(db):
    """Make an entity with an English name: `make_entity("person", "Testbek Example")`."""

    def make(kind: str, name: str, **fields) -> Entity:
        entity = Entity.objects.create(kind=kind, name=name, **fields)
        Name.objects.create(entity=entity, text=name, language="en")
        return entity

    return make


@pytest.fixture
def make_office(db):
    """Make an office and who held it: `make_office(body, "Head", (person, "2020", "2022"))`."""

    def make(body: Entity, label: str, *terms: tuple, **fields) -> Post:
        labels = [{"language": "en", "text": label, "kind": "full"}]
        post = Post.objects.create(organization=body, labels=labels)
        for member, began, ended in terms:
            Membership.objects.create(post=post, member=member, began=began, ended=ended, **fields)
        return post

    return make


@pytest.fixture
def readers(db) -> Audience:
    """Readers who may see whatever is marked public."""
    return Audience(Entity.objects.filter(is_public=True), "en", date(2026, 6, 30))


@pytest.fixture
def desk(db) -> Audience:
    everything = Entity.objects.standing()
    return Audience(everything, "en", date(2026, 6, 30), lambda e: f"/{e.pk}", is_desk=True)
