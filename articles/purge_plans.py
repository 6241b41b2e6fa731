"""What a purge would delete: documents and texts with all that hangs on them.

Deleting is `articles.purging`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Q

from articles.models import (
    Article,
    Attachment,
    Coverage,
    Document,
    Fingerprint,
    Flag,
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
