"""Whatever is edited, published, decided, merged, split and told together, undone to the start
every row is as it was, in whatever order it is undone.

Everybody in it is invented.
"""

from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.choices import Verdict
from articles.editing import save_text
from articles.judging import decide, reopen
from articles.leaving import put_in_again, take_out
from articles.merging import merge, undo_merge
from articles.models import (
    Article,
    ArticleJudgement,
    Coverage,
    Flag,
    Mention,
    Story,
    Topic,
    Translation,
)
from articles.publishing import publish
from articles.recognising import recognise
from articles.splitting import split_text, undo_split
from articles.story_changes import add_article, begin, rename, set_lead
from articles.story_changes import undo as undo_change
from ots_desk.merging import Side
from ots_desk.putting_back import put_back
from ots_desk.reversing import Refused
from ots_desk.row_log import RowLog

pytestmark = pytest.mark.django_db

_MODELS = (
    *(Article, Translation, Mention, Flag, Coverage, Story, ArticleJudgement),
    *(Article.topics.through, Article.about.through),
)
# Counters, what follows from a save, and what the queue derives from decisions.
_APART = {"version", "changed_at", "names_version", "stale_since", "implied_by_id"}

_VERBS = (
    *("merge", "choose", "split", "edit", "publish", "decide", "tag", "undo", "undo any"),
    *("same", "contains", "begin", "add", "lead", "rename", "take out"),
)
_STEPS = st.lists(
    st.tuples(st.sampled_from(_VERBS), st.integers(0, 3), st.integers(0, 3)), max_size=10
)


@given(steps=_STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_was_done_can_be_undone_to_the_start(steps, make_text, editor, japarov):
    with transaction.atomic():
        desk = _Desk(make_text, editor, japarov)
        before = _rows()
        for verb, one, other in steps:
            desk.take(verb, one, other)
        desk.undo_all()
        assert _rows() == before
        transaction.set_rollback(True)


def _rows() -> dict:
    """Without what the machine proposes, which it does again."""
    return {
        model: [
            {name: value for name, value in row.items() if name not in _APART}
            for row in model.objects.order_by("pk").values()
            if row.get("verdict") != Verdict.UNDECIDED
        ]
        for model in _MODELS
    }


class _Desk:
    """Four articles with texts in two languages, and what was done with them, the last on top.

    Merges, splits and decisions are undone by the desk itself; of edits and publications, which
    it has no undo for, the rows are put back.
    """

    def __init__(self, make_text, editor, person):
        self.editor, self.person, self.undos = editor, person, []
        self.topic = Topic.objects.create(name="Example topic (invented)")
        story = Story.objects.create()
        self.texts = [self._text(make_text, number) for number in range(4)]
        for text in self.texts[:3]:
            text.article.topics.add(self.topic)
            Coverage.objects.create(story=story, article=text.article)
        self.articles = [text.article_id for text in self.texts]
        recognise(Translation.objects.all())

    def _text(self, make_text, number: int) -> Translation:
        text = make_text(
            headline=f"Example headline {number} (invented)",
            body=f"Sadyr Japarov spoke {number} times.\n\nThen he left.",
            published=f"2025-09-1{number}",
        )
        if number % 2:
            text.article.event_date = f"2025-09-1{number}"
            text.article.save()
            make_text(article=text.article, language="ru", body="Садыр Жапаров сказал.")
        return text

    def take(self, verb: str, one: int, other: int) -> None:
        """What is refused changes nothing."""
        act = getattr(self, "_" + verb.replace(" ", "_"))
        try:
            with transaction.atomic():
                undo = act(one, other)
        except Refused:
            return
        if undo:
            self.undos.append(undo)

    def undo_all(self) -> None:
        """The last first; what others depend on is undone after them."""
        while self.undos:
            left = [undo for undo in reversed(self.undos) if not self._is_undone(undo)]
            assert len(left) < len(self.undos)
            self.undos = left[::-1]

    def _is_undone(self, undo: "_Undo") -> bool:
        try:
            with transaction.atomic():
                assert not undo()
        except Refused:
            return False
        return True

    def _undo(self, *_numbers) -> None:
        if self.undos:
            assert not self.undos[-1]()
            self.undos.pop()

    def _undo_any(self, one: int, _other: int) -> None:
        """Not the last one; what others depend on is refused, and can be undone later."""
        if self.undos and self.undos[one % len(self.undos)].is_the_desks:
            undo = self.undos[one % len(self.undos)]
            assert not undo()
            self.undos.remove(undo)

    def _article(self, number: int) -> Article:
        return Article.objects.get(pk=self.articles[number]).survivor()

    def _merge(self, one: int, other: int, choices=None):
        done = merge(self._article(one), self._article(other), user=self.editor, choices=choices)
        return _Undo(lambda: undo_merge(done, user=self.editor), True)

    def _choose(self, one: int, other: int):
        choices = {
            "event_date": "2025-09",
            "en:stands": Side.DUPLICATE,
            "en:body": Side.SURVIVOR,
            "en:headline": f"Chosen headline {one} (invented)",
        }
        return self._merge(one, other, choices)

    def _split(self, one: int, _other: int):
        text = self._article(one).translations.standing().order_by("-pk").first()
        done = split_text(text, user=self.editor)
        return _Undo(lambda: undo_split(done, user=self.editor), True)

    def _decide(self, one: int, other: int, verdict: str = "", container: str = ""):
        first, second = sorted((self._article(one).pk, self._article(other).pk))
        if first == second:
            return None
        pair, _made = ArticleJudgement.objects.get_or_create(first_id=first, second_id=second)
        if pair.verdict != Verdict.UNDECIDED:
            return None
        verdict = verdict or (Verdict.DIFFERENT, Verdict.UNSURE)[(one + other) % 2]
        decide(pair, verdict, user=self.editor, container=container)
        return _Undo(lambda: reopen(pair, user=self.editor) and None, True)

    def _same(self, one: int, other: int):
        return self._decide(one, other, Verdict.SAME_STORY)

    def _contains(self, one: int, other: int):
        return self._decide(one, other, Verdict.CONTAINS, "first")

    def _begin(self, one: int, other: int):
        return self._changed(begin(self._article(one), self._article(other), user=self.editor))

    def _add(self, one: int, other: int):
        story, is_digest = self._story(other), bool(other % 2)
        return story and self._changed(
            add_article(story, self._article(one), user=self.editor, digest=is_digest)
        )

    def _lead(self, one: int, other: int):
        story, text = self._story(other), self._article(one).translations.standing().first()
        return story and self._changed(set_lead(story, text, user=self.editor))

    def _rename(self, one: int, other: int):
        story, title = self._story(other), f"Example title {one} (invented)"
        return story and self._changed(rename(story, title, user=self.editor))

    def _take_out(self, one: int, other: int):
        places = list(self._article(one).coverage.order_by("pk"))
        if not places:
            return None
        done = take_out(places[other % len(places)], user=self.editor)
        return _Undo(lambda: put_in_again(done, user=self.editor), True)

    def _story(self, number: int) -> Story | None:
        stories = list(Story.objects.standing().order_by("pk"))
        return stories[number % len(stories)] if stories else None

    def _changed(self, change):
        return _Undo(lambda: undo_change(change, user=self.editor), True)

    def _edit(self, one: int, other: int):
        text = self._article(one).translations.standing().order_by("pk").first()
        text.body = f"Edited {other}.\n\n{text.body}"
        return self._put_back(text, lambda: save_text(text, user=self.editor))

    def _publish(self, one: int, _other: int):
        text = self._article(one).translations.filter(status="draft", replaced_by=None).first()
        return text and self._put_back(text, lambda: publish(text, user=self.editor))

    def _tag(self, one: int, _other: int):
        article = self._article(one)
        if article.about.filter(pk=self.person.pk).exists():
            return None
        row = Article.about.through.objects.create(article=article, entity=self.person)
        return _Undo(lambda: not row.__class__.objects.filter(pk=row.pk).delete(), False)

    def _put_back(self, text: Translation, act: Callable):
        log = RowLog()
        log.touching(Translation.objects.get(pk=text.pk), *text.mentions.all(), *text.flags.all())
        act()
        log.made(*text.mentions.all())
        rows = log.rows()
        return _Undo(lambda: put_back(rows), False)


class _Undo:
    """Takes one thing back; returns what was left as it is."""

    def __init__(self, act: Callable, is_the_desks: bool):
        self._act, self.is_the_desks = act, is_the_desks

    def __call__(self):
        return self._act()
