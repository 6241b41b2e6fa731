"""Deleting documents by order of the law, with every word that the desk took from them.

The only way in which a document is ever deleted. What stays is its hash and the reason, so that the
same bytes are refused when they come again.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q

from articles.choices import Verdict
from articles.directing import review
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Attachment,
    Coverage,
    Document,
    Fingerprint,
    Flag,
    ImportRun,
    Mention,
    Purge,
    Reading,
    Revision,
    Sighting,
    Split,
    TaggingStep,
    Translation,
    TranslationHint,
)
from articles.search import expunge
from ots_desk.row_log import without_ids
from people.models import EntityMerge, EntitySplit

logger = logging.getLogger(__name__)

PERMISSION = "articles.add_purge"

# What the admin's log calls a thing whose name it may no longer hold.
WORDLESS = "purged"


class PurgeNotAllowed(Exception):
    """Nothing was deleted; the message says why."""


@dataclass(frozen=True)
class PurgePlan:
    """The ids of all that a purge deletes, or takes words from; `staying` are the texts that
    lose a further document and no more."""

    documents: tuple[int, ...]
    texts: tuple[int, ...]
    emptied: tuple[int, ...]
    touched: tuple[int, ...]
    staying: tuple[int, ...]

    def rows(self) -> dict[type[models.Model], models.QuerySet]:
        """What goes, by model, without the articles' own judgements and merges."""
        of_document = Q(document__in=self.documents)
        of_text = Q(translation__in=self.texts)
        of_emptied = Q(article__in=self.emptied) | Q(made__in=self.emptied)
        return {
            Document: Document.objects.filter(pk__in=self.documents).defer("content"),
            Sighting: Sighting.objects.filter(of_document),
            Reading: Reading.objects.filter(of_document),
            TranslationHint: TranslationHint.objects.filter(reading__document__in=self.documents),
            Attachment: Attachment.objects.filter(of_document | of_text),
            Translation: Translation.objects.filter(pk__in=self.texts),
            Revision: Revision.objects.filter(of_text),
            Mention: Mention.objects.filter(of_text),
            TaggingStep: TaggingStep.objects.filter(of_text),
            Flag: Flag.objects.filter(of_text),
            Fingerprint: Fingerprint.objects.filter(of_text).defer("content"),
            Split: Split.objects.filter(of_text | of_emptied),
            Coverage: Coverage.objects.filter(article__in=self.emptied),
            Article: Article.objects.filter(pk__in=self.emptied),
        }

    def counts(self) -> dict[str, int]:
        """How many rows go, by the name of what they are."""
        counted = {
            str(model._meta.verbose_name_plural): rows.count()
            for model, rows in self.rows().items()
        }
        return {name: count for name, count in counted.items() if count}


def plan_purge(targets: Iterable[str]) -> PurgePlan:
    """Return what a purge of documents (by hash) and texts (by id) would delete.

    A document takes the text that was made of it along; a text takes all its documents along, and
    the texts that it has replaced, which say the same. A document that is only a further one of a
    text leaves that text standing. Raises PurgeNotAllowed where a target isn't there.
    """
    documents, texts = _named(list(targets))
    while True:
        grown = texts | _texts_of(documents) | _replaced_by(texts)
        more = documents | _documents_of(grown)
        if (more, grown) == (documents, texts):
            break
        documents, texts = more, grown
    touched = _with_merged(
        Translation.objects.filter(pk__in=texts).values_list("article", flat=True)
    )
    staying = Attachment.objects.filter(document__in=documents, detached_at=None).exclude(
        translation__in=texts
    )
    return PurgePlan(
        documents=tuple(sorted(documents)),
        texts=tuple(sorted(texts)),
        emptied=tuple(sorted(_emptied(touched, texts))),
        touched=tuple(sorted(touched)),
        staying=tuple(sorted(set(staying.values_list("translation", flat=True)))),
    )


def _named(targets: list[str]) -> tuple[set[int], set[int]]:
    """The ids of the documents and of the texts that are named."""
    if not targets:
        raise PurgeNotAllowed("Name what is to go: hashes of documents or ids of texts.")
    documents, texts = set(), set()
    for target in targets:
        if len(target) == 64:
            documents.add(_document(target.lower()))
        else:
            texts.add(_text(target))
    return documents, texts


def _document(sha256: str) -> int:
    found = Document.objects.filter(sha256=sha256).values_list("pk", flat=True).first()
    if found is None and (earlier := Purge.objects.filter(sha256=sha256).first()):
        day = earlier.purged_at.date()
        raise PurgeNotAllowed(f"{sha256} was purged on {day}: {earlier.reason}")
    if found is None:
        raise PurgeNotAllowed(f"No document has the hash {sha256}.")
    return found


def _text(number: str) -> int:
    is_id = number.isascii() and number.isdecimal() and len(number) < 19
    if not is_id or not Translation.objects.filter(pk=number).exists():
        raise PurgeNotAllowed(f"“{number}” is neither the hash of a document nor the id of a text.")
    return int(number)


def _texts_of(documents: set[int]) -> set[int]:
    made = Translation.objects.filter(reading__document__in=documents)
    return set(made.values_list("pk", flat=True))


def _replaced_by(texts: set[int]) -> set[int]:
    return set(Translation.objects.filter(replaced_by__in=texts).values_list("pk", flat=True))


def _documents_of(texts: set[int]) -> set[int]:
    own = Translation.objects.filter(pk__in=texts, reading__isnull=False)
    further = Attachment.objects.filter(translation__in=texts, detached_at__isnull=True)
    return {
        *own.values_list("reading__document", flat=True),
        *further.values_list("document", flat=True),
    }


def _with_merged(articles: Iterable[int]) -> set[int]:
    """The articles, and all that were ever merged into them: pairs and merges name those."""
    found, latest = set(), set(articles)
    while latest:
        found |= latest
        latest = set(Article.objects.filter(merged_into__in=latest).values_list("pk", flat=True))
    return found


def _emptied(articles: set[int], texts: set[int]) -> set[int]:
    """Those of the articles of which nothing remains; one that was merged goes with its
    survivor."""
    left = Translation.objects.filter(article__in=articles).exclude(pk__in=texts)
    standing = set(left.values_list("article", flat=True))
    rows = Article.objects.filter(pk__in=articles)
    return {article.pk for article in rows if article.survivor().pk not in standing}


@transaction.atomic
def purge(
    targets: Iterable[str], *, user, reason: str, shown: PurgePlan | None = None
) -> dict[str, int]:
    """Delete for good what `plan_purge(targets)` names; return how many rows of what went.

    All or nothing. Raises PurgeNotAllowed without a reason or the permission, and where the plan
    is no longer the one that was `shown`. No word of the texts remains: pairs lose the evidence
    that quotes them, merges and the admin's log their wording; who did what, and when, remains.
    """
    reason = _checked(reason)
    if not user.has_perm(PERMISSION):
        raise PurgeNotAllowed(f"“{user}” may not delete documents; a chief editor may.")
    targets = list(targets)
    plan = plan_purge(targets)
    if shown is not None and plan != shown:
        raise PurgeNotAllowed("Somebody has changed the texts meanwhile; look at them again.")
    counts = plan.counts()
    _unword_log(plan)
    _unword_pairs(plan)
    _unword_runs(plan)
    _unword_names(plan)
    _unword_entities(plan)
    expunge(plan.texts)
    _remember(plan, user, reason)
    _delete(plan)
    review(plan.touched)
    logger.info("purged documents %s, texts %s", plan.documents, plan.texts)
    return counts


def _checked(reason: str) -> str:
    reason, longest = reason.strip(), Purge._meta.get_field("reason").max_length
    if not 0 < len(reason) <= longest:
        raise PurgeNotAllowed(f"Say why, in {longest} signs at most: the reason is kept.")
    return reason


def _remember(plan: PurgePlan, user, reason: str) -> None:
    """The hashes, so that the bytes are refused; and a line in the admin's log for each thing,
    since a text that was written at the desk has no hash."""
    hashes = Document.objects.filter(pk__in=plan.documents).values_list("sha256", flat=True)
    Purge.objects.bulk_create(
        Purge(sha256=sha256, reason=reason, purged_by=user) for sha256 in hashes
    )
    LogEntry.objects.bulk_create(
        LogEntry(
            user=user,
            content_type=ContentType.objects.get_for_model(model),
            object_id=pk,
            object_repr=WORDLESS,
            action_flag=DELETION,
            change_message=reason,
        )
        for model, ids in ((Document, plan.documents), (Translation, plan.texts))
        for pk in ids
    )


def _unword_log(plan: PurgePlan) -> None:
    """The admin's log names things by their headlines and quotes what was added to them."""
    pairs = ArticleJudgement.objects.filter(_of_pair(plan.touched))
    merges = ArticleMerge.objects.filter(_of_merge(plan.touched))
    articles = Article.objects.filter(pk__in=plan.touched)
    named = {**plan.rows(), Article: articles, ArticleJudgement: pairs, ArticleMerge: merges}
    for model, rows in named.items():
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model),
            object_id__in=[str(pk) for pk in rows.values_list("pk", flat=True)],
        ).update(object_repr=WORDLESS, change_message="")


def _of_pair(articles: Iterable[int]) -> Q:
    return Q(first__in=articles) | Q(second__in=articles)


def _of_merge(articles: Iterable[int]) -> Q:
    return Q(survivor__in=articles) | Q(duplicate__in=articles)


def _unword_pairs(plan: PurgePlan) -> None:
    """Of articles that stay with another text: open pairs with a purged text are gone, decisions
    and merges stand without what they quote."""
    for pair in ArticleJudgement.objects.filter(_of_pair(plan.touched)):
        if not set(plan.texts) & set(pair.evidence.get("texts", plan.texts)):
            continue
        if pair.verdict == Verdict.UNDECIDED:
            pair.delete()
        else:
            pair.evidence, pair.reason = {}, ""
            pair.rows = _without(plan, pair.rows)
            pair.save()
    for merge in ArticleMerge.objects.filter(_of_merge(plan.touched)):
        merge.reason, merge.rows = "", _without(plan, merge.rows)
        merge.save()


def _without(plan: PurgePlan, rows: list[dict]) -> list[dict]:
    """The rows of a log but for those that hold words of a purged text."""
    mentions = set(Mention.objects.filter(translation__in=plan.texts).values_list("pk", flat=True))
    gone = {Translation._meta.label: set(plan.texts), Mention._meta.label: mentions}
    return [
        left
        for row in rows
        if not _is_of(row, mentions, plan.texts)
        and (left := without_ids(row, gone.get(row["model"], set())))
    ]


def _unword_runs(plan: PurgePlan) -> None:
    """A run that was told a file by its name holds that name, too."""
    seen = Sighting.objects.filter(document__in=plan.documents)
    paths = set(seen.values_list("path", flat=True))
    for run in ImportRun.objects.filter(sightings__in=seen).distinct():
        run.paths = [WORDLESS if path in paths else path for path in run.paths]
        run.save(update_fields=["paths"])


def _unword_names(plan: PurgePlan) -> None:
    """Steps for all texts hold the names that they changed, and can't be taken back without
    them. Who's who refers to a text by its id alone."""
    mentions = set(Mention.objects.filter(translation__in=plan.texts).values_list("pk", flat=True))
    for step in TaggingStep.objects.filter(translation=None).iterator():
        if any(_is_of(change, mentions, plan.texts) for change in step.changes["rows"]):
            step.delete()


def _unword_entities(plan: PurgePlan) -> None:
    """Merges and splits in who's who hold mentions that went because there was the like."""
    for model in (EntityMerge, EntitySplit):
        for done in model.objects.iterator():
            left = _without(plan, done.rows)
            if left != done.rows:
                done.rows = left
                done.save(update_fields=["rows"])


def _is_of(change: dict, mentions: set[int], texts: Iterable[int]) -> bool:
    """Is a row of a step a mention of these, or one that is gone by now?"""
    if change["model"] != Mention._meta.label:
        return False
    values = change["before"] or change["after"] or {}
    is_one = "pk" in change and change["pk"] in mentions
    return is_one or values.get("translation_id") in texts


def _delete(plan: PurgePlan) -> None:
    """Texts before the readings that they protect, merges before their articles."""
    _delete_texts(plan.texts)
    ArticleMerge.objects.filter(_of_merge(plan.emptied)).delete()
    emptied = Article.objects.filter(pk__in=plan.emptied)
    emptied.update(merged_into=None)
    emptied.delete()
    Document.objects.filter(pk__in=plan.documents).delete()


def _delete_texts(ids: Iterable[int]) -> None:
    """Those that were replaced go first: they protect what replaced them."""
    left = Translation.objects.filter(pk__in=ids)
    while left.exists():
        left.filter(replaces__isnull=True).delete()
