"""Whatever is edited, merged and split in who's who, undone to the start every row is as it was.

Everybody in it is invented.
"""

from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Mention
from ots_desk.reversing import Refused
from people.merging import merge, undo_merge
from people.models import Entity, Membership, Name
from people.splitting import split, undo_split

pytestmark = pytest.mark.django_db

_MODELS = (Entity, Name, Membership, Mention, Article.about.through)
# Counters, which say only that a row was saved.
_APART = {"version", "changed_at"}

_VERBS = ("merge", "merge with choices", "split", "split into", "undo", "name", "office", "tag")
_STEPS = st.lists(
    st.tuples(st.sampled_from(_VERBS), st.integers(0, 3), st.integers(0, 3)), max_size=10
)


@given(steps=_STEPS)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_was_done_can_be_undone_to_the_start(steps, make_text, editor):
    with transaction.atomic():
        desk = _Desk(make_text, editor)
        before = _rows()
        for verb, one, other in steps:
            desk.take(verb, one, other)
        desk.undo_all()
        assert _rows() == before
        transaction.set_rollback(True)


def _rows() -> dict:
    return {
        model: [
            {name: value for name, value in row.items() if name not in _APART}
            for row in model.objects.order_by("pk").values()
        ]
        for model in _MODELS
    }


class _Desk:
    """Four records with much in common, and what was done with them, the last on top."""

    def __init__(self, make_text, editor):
        self.editor, self.undos = editor, []
        self.body = Entity.objects.create(kind="organization", name="Example Council (invented)")
        self.people = [self._person(number) for number in range(4)]
        for number, person in enumerate(self.people):
            text = make_text(body="Testbek Example spoke. Example thanked.")
            text.article.about.add(person, self.people[number - 1])
            self._mention(text, person, "confirmed", "Testbek Example")
            self._mention(text, person, "confirmed", "Example")
            self._mention(text, self.people[number - 1], "suggested", "Testbek Example")

    def _person(self, number: int) -> Entity:
        person = Entity.objects.create(
            kind="person", name=f"Testbek Example{number}", note="x" * (number % 2)
        )
        for text in ("Testbek Example", f"Testbek Example{number}"):
            attested = bool(number % 2)
            Name.objects.create(entity=person, text=text, language="en", attested=attested)
        self._term(person, f"202{number % 2}")
        return person

    def _term(self, person: Entity, began: str) -> Membership:
        sources = [f"https://example.org/{person.pk}"]
        return Membership.objects.create(
            member=person, organization=self.body, role="member", began=began, sources=sources
        )

    def _mention(self, text, person: Entity, status: str, words: str) -> None:
        start = text.body.rindex(words)
        place = {"start": start, "end": start + len(words), "text": words}
        Mention.objects.create(
            translation=text, field="body", entity=person, status=status, **place
        )

    def take(self, verb: str, one: int, other: int) -> None:
        """What is refused changes nothing."""
        one, other = (Entity.objects.get(pk=self.people[index].pk) for index in (one, other))
        act = getattr(self, "_" + verb.replace(" ", "_"))
        try:
            with transaction.atomic():
                undo = act(one, other)
        except Refused:
            return
        if undo:
            self.undos.append(undo)

    def undo_all(self) -> None:
        while self.undos:
            self._undo()

    def _undo(self, *_entities) -> None:
        if self.undos:
            assert not self.undos.pop()()

    def _merge(self, one: Entity, other: Entity, choices=None) -> Callable:
        done = merge(one, other, choices, user=self.editor)
        return lambda: undo_merge(done, user=self.editor)

    def _merge_with_choices(self, one: Entity, other: Entity) -> Callable:
        return self._merge(one, other, {"name": "Testbek Third", "note": "", "began": "1970"})

    def _split(self, one: Entity, _other: Entity, into: Entity | None = None) -> Callable:
        names, terms = one.names.order_by("pk")[:1], one.memberships.order_by("pk")[:1]
        done = split(one, list(names), terms=list(terms), into=into, user=self.editor)
        return lambda: undo_split(done, user=self.editor)

    def _split_into(self, one: Entity, other: Entity) -> Callable:
        return self._split(one, other, into=other)

    def _name(self, one: Entity, _other: Entity) -> Callable:
        text = f"Added {len(self.undos)}"
        return self._unmake(Name.objects.create(entity=one, text=text, language="en"))

    def _office(self, one: Entity, _other: Entity) -> Callable:
        return self._unmake(self._term(one, "2019"))

    def _tag(self, one: Entity, _other: Entity) -> Callable:
        article = Article.objects.create()
        article.about.add(one)
        return self._unmake(article)

    def _unmake(self, row) -> Callable:
        return lambda: not type(row).objects.get(pk=row.pk).delete()
