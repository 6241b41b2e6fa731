"""What people have done to an article that the machine made of a document, in words: it isn't
taken away over their heads."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.choices import Status
from articles.models import ArticleJudgement, Translation


def traces_on(text: Translation) -> Iterator[str]:
    """What was done to the text and its article since; of decisions all but that it is another
    article than the one that it came from."""
    yield from _on_text(text)
    yield from _on_article(text)


def _on_text(text: Translation) -> Iterator[str]:
    if text.status != Status.DRAFT:
        yield text.get_status_display()
    if text.edited_fields or text.revisions.filter(made_by__isnull=False).exists():
        yield _("its text was edited")
    if text.replaced_by_id:
        yield _("another text stands for it")
    if text.mentions.filter(decided_at__isnull=False).exists():
        yield _("names in it were decided")
    if text.flags.filter(settled_at__isnull=False).exists():
        yield _("doubts about it were settled")
    if text.attachments.exists():
        yield _("further documents belong to it")


def _on_article(text: Translation) -> Iterator[str]:
    article = text.article
    if article.merged_into_id or article.merged.exists():
        yield _("it was merged")
    if article.translations.exclude(pk=text.pk).exists():
        yield _("it has other texts")
    if article.topics.exists() or article.about.exists():
        yield _("it has topics or tags")
    if _has_another_event_date(text):
        yield _("it has another event date")
    decided = ArticleJudgement.objects.filter(decided_at__isnull=False)
    if decided.filter(Q(first=article) | Q(second=article)).count() > 1:
        yield _("pairs with it were decided")


def _has_another_event_date(text: Translation) -> bool:
    """Than the one that was read."""
    read = text.reading.fields.get("event_date", {}).get("value")
    return str(text.article.event_date or "") != (read or "")
