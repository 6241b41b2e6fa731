"""What editors set about a story by hand: its articles, title, lead text and event.

Each is kept with the rows that it changed, and undone; telling together is `articles.stories`.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import StoryChangeKind
from articles.models import Article, Story, StoryChange, Translation
from articles.stories import (
    LOCK,
    StoryNotAllowed,
    cover,
    is_digest,
    mark_as_digest,
    refuse_two_homes,
    survivor_today,
    tell_apart,
    tell_together,
)
from ots_desk.locks import hold
from ots_desk.row_log import RowLog
from people.choices import EntityKind
from people.models import Entity


@transaction.atomic
def begin(first: Article, second: Article, *, user, reason: str = "") -> StoryChange:
    """Tell two articles together by an editor's word; stories in which they stand become one."""
    log = RowLog()
    story = tell_together(first, second, user=user, log=log)
    return _kept(story, StoryChangeKind.BEGUN, f"{first} · {second}", log, user, reason)


@transaction.atomic
def add_article(
    story: Story, article: Article, *, user, digest: bool = False, reason: str = ""
) -> StoryChange:
    """Put one more article into a story, as a digest where it tells other stories as well.

    Raises StoryNotAllowed where it is in the story, or is no digest and stands in another one.
    """
    hold(LOCK)
    article, log = survivor_today(article), RowLog()
    if digest:
        mark_as_digest(article, log)
    digest = digest or is_digest(article)
    _check_may_come_in(story, article, digest)
    cover(story, article, digest, user, log)
    return _kept(story, StoryChangeKind.ADDED, str(article), log, user, reason)


@transaction.atomic
def rename(story: Story, title: str, *, user) -> StoryChange:
    """Give a story the desk's own title; empty: the headline of its lead text.

    Raises StaleVersion where somebody else has saved the story since it was read; so do
    `set_lead` and `link_event`.
    """
    return _set(story, StoryChangeKind.TITLE, title.strip(), user)


@transaction.atomic
def set_lead(story: Story, text: Translation | None, *, user) -> StoryChange:
    """Put a text first; None: the earliest report leads. Raises StoryNotAllowed."""
    if text and not story.coverage.filter(article=text.article_id).exists():
        raise StoryNotAllowed(_("Only a text of the story can lead it."))
    return _set(story, StoryChangeKind.LEAD, text, user)


@transaction.atomic
def link_event(story: Story, event: Entity | None, *, user) -> StoryChange:
    """Say which known event the story tells of; None: no known one. Raises StoryNotAllowed."""
    if event and event.kind != EntityKind.EVENT:
        raise StoryNotAllowed(_("“%(name)s” is no event.") % {"name": event})
    return _set(story, StoryChangeKind.EVENT, event, user)


@transaction.atomic
def undo(change: StoryChange, *, user) -> None:
    """Take a change back, with every row as it was.

    Raises StoryNotAllowed where it was undone already, or something was built on it since.
    """
    hold(LOCK)
    change = StoryChange.objects.select_for_update().get(pk=change.pk)
    if change.is_undone:
        raise StoryNotAllowed(_("This was already undone."))
    tell_apart(change.rows)
    change.refresh_from_db()  # the story that it began is gone
    change.mark_undone(user)


def _set(story: Story, kind: StoryChangeKind, value, user) -> StoryChange:
    hold(LOCK)
    if story.merged_into_id:
        raise StoryNotAllowed(_("The story was merged into another one."))
    log = RowLog()
    log.touching(story)
    setattr(story, kind.value, value)
    story.save()
    return _kept(story, kind, str(value or ""), log, user)


def _kept(story: Story, kind, what: str, log: RowLog, user, reason: str = "") -> StoryChange:
    what = what[: StoryChange._meta.get_field("what").max_length]
    return StoryChange.keep(log, story=story, kind=kind, what=what, user=user, reason=reason)


def _check_may_come_in(story: Story, article: Article, digest: bool) -> None:
    if story.merged_into_id:
        raise StoryNotAllowed(_("The story was merged into another one."))
    if story.coverage.filter(article=article).exists():
        raise StoryNotAllowed(_("“%(article)s” is in this story.") % {"article": article})
    if not digest:
        refuse_two_homes(article)
