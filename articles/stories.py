"""Stories: telling together what several articles report of one event, and taking it apart.

Whether two articles report one event is judged in `articles.judging`; what editors set about a
story by hand is `articles.story_changes`, and taking an article out of one `articles.leaving`.
"""

import logging
from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import StoryChangeKind
from articles.implying import pairs_of_articles
from articles.models import Article, ArticleMerge, Coverage, Split, Story, StoryChange
from ots_desk.bonds import Kind
from ots_desk.implying import Contradiction
from ots_desk.kept import in_words
from ots_desk.locks import hold
from ots_desk.merging import MergeNotAllowed
from ots_desk.putting_back import put_back
from ots_desk.row_log import RowLog, ids_of

logger = logging.getLogger(__name__)

# What editors set about a story, and its column. The older of two stories takes it over from the
# younger one where it has none itself.
SET_BY_HAND = {
    StoryChangeKind.TITLE: "title",
    StoryChangeKind.LEAD: "lead_id",
    StoryChangeKind.EVENT: "event_id",
}


# One at a time changes what is told together, so that no article is put into a story while it is
# being merged into another.
LOCK = "stories"


class StoryNotAllowed(MergeNotAllowed):
    """The articles can't be told together, or that can't be undone; the message says why."""


@transaction.atomic
def tell_together(
    first: Article, second: Article, *, user, log: RowLog, digest: Article | None = None
) -> Story:
    """Put two articles that report one event into one story, and return it.

    Where both stand in stories already, the younger story is merged into the older. `digest` is
    the one of the two that tells other stories as well: it may stand in several and never joins
    them, now or later. Articles resolve through `merged_into`; every row changed is noted in
    `log`, to be taken back with `tell_apart`. Raises StoryNotAllowed.
    """
    hold(LOCK)
    first, second = survivor_today(first), survivor_today(second)
    if first == second:
        raise StoryNotAllowed(_("An article is no story with itself."))
    if digest:
        digest = survivor_today(digest)
        mark_as_digest(digest, log)
    digests = {article for article in (first, second) if article == digest or is_digest(article)}
    whole = [article for article in (first, second) if article not in digests]
    story = _made_one(_homes(whole), log) or _shared(first, second) or _begun(user, log)
    for article in (first, second):
        cover(story, article, article in digests, user, log)
    return story


@transaction.atomic
def tell_apart(rows: Iterable[dict]) -> None:
    """Take back what `tell_together` noted: every row as it was.

    Raises StoryNotAllowed where something was built on it since; that is to be undone first.
    """
    rows = list(rows)
    hold(LOCK)
    _check_nothing_stands_on(rows)
    _check_nothing_has_left(rows)
    _check_not_set_since(rows)
    if kept := put_back(rows):
        places = {one.pk for one in kept if one.model == Coverage._meta.label}
        articles = Coverage.objects.filter(pk__in=places).values_list("article", flat=True)
        raise StoryNotAllowed(
            _("It was changed since; undo that first: %(what)s.")
            % {"what": "; ".join(in_words(kept))},
            blocking=_latest_at(places, articles),
        )


def join_stories(article: Article, log: RowLog) -> None:
    """What two articles that became one were told together with is one story then. A digest
    joins nothing, and is one in every story. Hold the stories before."""
    if is_digest(article):
        mark_as_digest(article, log)
    else:
        _made_one(_homes([article]), log)


def survivor_today(article: Article) -> Article:
    """What the article leads to now: it may have been merged since it was read."""
    return Article.objects.get(pk=article.pk).survivor()


def is_digest(article: Article) -> bool:
    """Does it tell several stories, as an editor or the matcher has found?"""
    return Coverage.objects.filter(article=article, is_digest=True).exists()


def _homes(whole: Iterable[Article]) -> list[Story]:
    """The stories of articles that are no digests, the oldest first."""
    own = Coverage.objects.filter(article__in=whole, is_digest=False)
    return list(Story.objects.standing().filter(pk__in=own.values("story")).order_by("pk"))


def _shared(first: Article, second: Article) -> Story | None:
    """The story in which two digests stand together already."""
    stories = Story.objects.standing().filter(coverage__article=first)
    return stories.filter(coverage__article=second).order_by("pk").first()


def _begun(user, log: RowLog) -> Story:
    story = Story.objects.create(made_by=user)
    log.made(story)
    return story


def _made_one(stories: list[Story], log: RowLog) -> Story | None:
    """The oldest of `stories`, with the others merged into it."""
    if not stories:
        return None
    oldest, *younger = stories
    for story in younger:
        _merge(story, oldest, log)
    return oldest


def _merge(younger: Story, older: Story, log: RowLog) -> None:
    """The older story gets the younger one's articles, but for those that it has itself, and
    what it lacks. The younger one keeps its id and leads to the older."""
    log.touching(older, younger)
    for coverage in younger.coverage.exclude(article__in=older.coverage.values("article")):
        log.touching(coverage)
        refuse_what_is_apart(older, coverage.article)
        coverage.story = older
        coverage.save()
    for field in SET_BY_HAND.values():
        setattr(older, field, getattr(older, field) or getattr(younger, field))
    older.save()
    younger.merged_into = older
    younger.save()
    logger.info("merged story %s into %s", younger.pk, older.pk)


def cover(story: Story, article: Article, is_digest: bool, user, log: RowLog) -> None:
    """Put an article into a story, if it isn't there. Hold the stories before. Raises
    Contradiction."""
    coverage, is_new = Coverage.objects.get_or_create(
        story=story, article=article, defaults={"is_digest": is_digest, "made_by": user}
    )
    if is_new:
        refuse_what_is_apart(story, article)
        log.made(coverage)


def refuse_what_is_apart(story: Story, article: Article) -> None:
    """Raise Contradiction where decisions keep the article apart from one that the story tells;
    of its digests nothing follows."""
    told = story.coverage.filter(is_digest=False).exclude(article=article)
    others = set(told.values_list("article", flat=True))
    bonds = pairs_of_articles.around({article.pk, *others}).bonds
    for other in others:
        if chain := bonds.contradiction(article.pk, other, Kind.TOGETHER):
            raise Contradiction(chain)


def refuse_told_together(first: Article, second: Article) -> None:
    """Raise StoryNotAllowed where one story tells both, by whatever decision or by hand."""
    own = Coverage.objects.filter(story__merged_into=None, is_digest=False)
    both = own.filter(article=first, story__in=own.filter(article=second).values("story"))
    if found := both.select_related("story").first():
        raise StoryNotAllowed(
            _("The story “%(story)s” tells both; take one of them out of it first.")
            % {"story": found.story},
            blocking=found.story,
        )


def refuse_two_homes(article: Article) -> None:
    """Raise StoryNotAllowed where the article stands in a story: only digests stand in several."""
    if home := Coverage.objects.filter(article=article, story__merged_into=None).first():
        raise StoryNotAllowed(
            _("“%(article)s” is in the story “%(story)s” and is no digest: join the two stories.")
            % {"article": article, "story": home.story},
            blocking=home.story,
        )


def mark_as_digest(article: Article, log: RowLog) -> None:
    """That an article is a digest holds in every story in which it stands."""
    for coverage in Coverage.objects.filter(article=article, is_digest=False):
        log.touching(coverage)
        coverage.is_digest = True
        coverage.save()


def _check_nothing_stands_on(rows: list[dict]) -> None:
    """A story that was begun can't go while articles came in or were taken out since."""
    made = [row for row in rows if row["before"] is None]
    stories = [row["pk"] for row in made if row["model"] == Story._meta.label]
    own = [row["pk"] for row in made if row["model"] == Coverage._meta.label]
    later = Coverage.objects.filter(story__in=stories).exclude(pk__in=own)
    if stranger := later.select_related("article", "story").first():
        raise StoryNotAllowed(
            _("“%(article)s” came into the story since; take it out first, or undo that.")
            % {"article": stranger.article},
            blocking=stranger.story,
        )
    out = Split.objects.filter(story__in=stories, undone_at=None).select_related("article")
    if split := out.order_by("-made_at").first():
        raise StoryNotAllowed(
            _("“%(article)s” was taken out of the story since; undo that first.")
            % {"article": split.article},
            blocking=split,
        )


def _check_nothing_has_left(rows: list[dict]) -> None:
    """A place in a story that was taken away since would come back with the undo of that."""
    own = [row for row in rows if row["model"] == Coverage._meta.label and row["before"] is None]
    articles = {row["pk"]: row["after"]["article_id"] for row in own}
    there = Coverage.objects.filter(pk__in=articles).values_list("pk", flat=True)
    gone = articles.keys() - set(there)
    if later := _latest_at(gone, articles.values()):
        raise StoryNotAllowed(
            _("“%(later)s” was done later and depends on this; undo that one first.")
            % {"later": later},
            blocking=later,
        )


def _latest_at(places: Collection[int], articles: Iterable[int]) -> ArticleMerge | Split | None:
    """The latest merge or split of these articles that still holds, and has changed one of these
    places in a story."""
    label, articles = Coverage._meta.label, set(articles)
    kinds = (ArticleMerge, Split)
    done = [one for kind in kinds for one in kind.done_to(articles).filter(undone_at=None)]
    for later in sorted(done, key=lambda one: one.made_at, reverse=True):
        if any(row["model"] == label and {*ids_of(row)} & {*places} for row in later.rows):
            return later
    return None


def _check_not_set_since(rows: list[dict]) -> None:
    """Of a value that was set twice, the later setting is undone first. A story's version says
    which was later."""
    for row in rows:
        if row["model"] == Story._meta.label and row["after"]:
            kinds = [kind for kind, column in SET_BY_HAND.items() if column in row["after"]]
            changes = StoryChange.objects.filter(
                story=row["pk"], kind__in=kinds, undone_at__isnull=True
            )
            for change in changes.select_related("story").order_by("-pk"):
                if change.made_version > row["after"]["version"]:
                    raise StoryNotAllowed(
                        _("“%(change)s” was set since; undo that first.") % {"change": change},
                        blocking=change.story,
                    )
