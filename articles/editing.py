"""Changing the words of a text, writing a new one, settling doubts.

Moving a text along (publish, withdraw …) is `articles.publishing`.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import FlagKind, MentionField, PublicUse
from articles.directing import catch_up, check_source, hold_article, review
from articles.fingerprinting import MATCHED_FIELDS
from articles.following import follow_edit
from articles.matching.proposing import propose_pairs
from articles.models import Article, Flag, Revision, Translation
from articles.publishing import NotAllowed, publish
from articles.recognising import recognise
from articles.revisions import (
    CAUGHT_UP,
    WRITTEN,
    changed_fields,
    record,
    revision_seen,
    snapshot,
)
from articles.search import refresh
from ots_desk.languages import own_name

# Which flag an editor settles by filling in what was missing.
SETTLED_BY = {
    FlagKind.NO_HEADLINE: lambda text: text.headline and not text.headline_is_proposed,
    FlagKind.NO_DATE: lambda text: text.published,
    FlagKind.NO_OUTLET: lambda text: text.source or text.agency,
    FlagKind.NO_LANGUAGE: lambda text: text.language,
    FlagKind.CLOCK_WITHOUT_ZONE: lambda text: text.zone or not text.published_time,
}


@transaction.atomic
def save_text(
    text: Translation,
    *,
    user,
    note: str = "",
    is_caught_up: bool = False,
    seen: int | None = None,
) -> Revision | None:
    """Save an edited text; returns its new revision, or None where nothing had changed.

    Remembers which fields an editor touched, so that no later import overwrites them; mentions
    move along with the words or are marked broken; flags that the edit answers are settled; the
    text is compared with others again; translations of it are marked stale where it says other
    things now. `is_caught_up`: as a translation it now says what the revision `seen` of its source
    does. Raises StaleVersion where somebody else has saved it since: then nothing is written.
    """
    hold_article(text)
    stored = Translation.objects.select_related("source", "agency").get(pk=text.pk)
    before, after = snapshot(stored), snapshot(text)
    changed = changed_fields(before, after)
    if is_caught_up:
        catch_up(text, seen)
    elif not changed:
        return None
    if "headline" in changed:
        # Whatever the form says: it may have been opened while the headline was a proposal.
        text.headline_is_proposed = False
    text.edited_fields = sorted({*text.edited_fields, *changed})
    text.changed_at = timezone.now()
    text.save()
    follow_edit(text, before)
    if set(changed) & set(MentionField.values):
        recognise([text])
    if set(changed) & MATCHED_FIELDS:
        propose_pairs([text])
    _settle_answered(text, user)
    refresh([text.pk])
    review([text.article_id])
    return record(text, before=before, user=user, note=note or (CAUGHT_UP if is_caught_up else ""))


@transaction.atomic
def write_article(
    *,
    user,
    language: str,
    headline: str,
    body: str,
    article: Article | None = None,
    source: Translation | None = None,
    seen: int | None = None,
    publish_now: bool = False,
    **fields,
) -> Translation:
    """Write an article from nothing, or `article` in a further language, and publish the text at
    once if asked.

    `source` is the text of the article that it translates; it then follows the revision `seen` of
    it. The desk's own words may be shown in full. Raises NotAllowed where the article has a text
    in that language already, or where it is to be published and something is missing.
    """
    text = Translation(
        article=_open_to(article, language) if article else Article.objects.create(),
        language=language,
        headline=headline,
        body=body,
        created_by=user,
        **{"public_use": PublicUse.FULL, "public_use_basis": _("Written at the desk."), **fields},
    )
    if source:
        check_source(text, source)
        text.translated_from, text.follows = source, revision_seen(source, seen)
    text.save()
    review([text.article_id])
    recognise([text])
    propose_pairs([text])
    record(text, before=None, user=user, note=WRITTEN)
    if publish_now:
        publish(text, user=user)
    return text


def _open_to(article: Article, language: str) -> Article:
    """The article, held until the text is stored; raises NotAllowed where it has the language."""
    survivor = Article.objects.get(pk=article.pk).survivor()
    article = Article.objects.select_for_update().get(pk=survivor.pk)
    check_language_is_free(article, language)
    return article


def check_language_is_free(
    article: Article, language: str, *, own: Translation | None = None
) -> None:
    """Raises NotAllowed where the article has a standing text in the language, beside `own`."""
    others = article.translations.standing().exclude(pk=own and own.pk)
    if others.filter(language=language).exists():
        raise NotAllowed(
            _("The article has a text in %(language)s already.") % {"language": own_name(language)}
        )


def settle_flag(flag: Flag, *, user) -> None:
    """An editor has looked at the doubt and lets the text stand as it is."""
    flag.settled_at, flag.settled_by = timezone.now(), user
    flag.save()


def reopen_flag(flag: Flag) -> None:
    """Take settling back."""
    flag.settled_at = flag.settled_by = None
    flag.save()


def _settle_answered(text: Translation, user) -> None:
    for flag in text.flags.open():
        answered = SETTLED_BY.get(flag.kind)
        if answered and answered(text):
            settle_flag(flag, user=user)
