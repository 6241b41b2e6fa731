"""Moving a text along: publish, withdraw, dismiss, restore.

Changing its words is `articles.editing`. Who may do what is checked where the request comes in.
"""

import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import Status
from articles.models import Revision, Translation
from articles.revisions import record, snapshot
from articles.search import refresh
from ots_desk.partial_dates import PartialDate
from ots_desk.reversing import Refused

logger = logging.getLogger(__name__)

# Each move: the statuses it starts from, and the one it leads to.
TRANSITIONS = {
    "publish": ({Status.DRAFT, Status.WITHDRAWN}, Status.PUBLISHED),
    "withdraw": ({Status.PUBLISHED}, Status.WITHDRAWN),
    "dismiss": ({Status.DRAFT, Status.WITHDRAWN}, Status.NOT_FOR_US),
    "restore": ({Status.NOT_FOR_US}, Status.DRAFT),
}


class NotAllowed(Refused):
    """The text can't make this move; the message says why, and what would help."""


def publish(text: Translation, *, user, note: str = "") -> Revision:
    """Show a text to readers. It needs a headline, a body and a language.

    Raises NotAllowed, and StaleVersion where somebody else has saved it since.
    """
    _check_complete(text)
    text.first_published_at = text.first_published_at or timezone.now()
    if text.is_the_desks_own and not text.published:
        _date(text)
    return _move(text, "publish", user=user, note=note)


def withdraw(text: Translation, *, user, reason: str) -> Revision:
    """Take a published text from the readers; the reason is kept."""
    return _move(text, "withdraw", user=user, note=_required(reason))


def dismiss(text: Translation, *, user, reason: str) -> Revision:
    """Set a text aside as not for us: gone from every queue, restorable."""
    return _move(text, "dismiss", user=user, note=_required(reason))


def restore(text: Translation, *, user) -> Revision:
    """Bring a text that was not for us back into the queues, as a draft."""
    return _move(text, "restore", user=user, note="")


def can(text: Translation, move: str) -> bool:
    """Does the table of transitions allow this move from where the text stands?"""
    return text.replaced_by_id is None and text.status in TRANSITIONS[move][0]


@transaction.atomic
def _move(text: Translation, move: str, *, user, note: str) -> Revision:
    if not can(text, move):
        raise NotAllowed(
            _("“%(headline)s” is %(status)s: it can't be moved this way.")
            % {"headline": text, "status": text.get_status_display()}
        )
    before = snapshot(text)
    text.status = TRANSITIONS[move][1]
    text.status_reason = note
    text.changed_at = timezone.now()
    text.save()
    revision = record(text, before=before, user=user, note=note or move)
    refresh([text.pk])
    logger.info("%s: text %s", move, text.pk)
    return revision


def _date(text: Translation) -> None:
    """The desk's own text is printed here and now: by the desk's calendar and clock."""
    now = timezone.localtime(text.first_published_at)
    text.published = PartialDate.day(now.date())
    text.published_time = now.time().replace(second=0, microsecond=0)
    text.zone = settings.TIME_ZONE


def _check_complete(text: Translation) -> None:
    missing = [
        label
        for label, value in (
            (_("a headline"), text.headline),
            (_("a body"), text.body),
            (_("a language"), text.language),
        )
        if not value
    ]
    if missing:
        raise NotAllowed(_("It can't be published without %s.") % ", ".join(missing))


def _required(reason: str) -> str:
    reason, longest = reason.strip(), Translation._meta.get_field("status_reason").max_length
    if not reason:
        raise NotAllowed(_("Say why: the reason is kept with the text."))
    if len(reason) > longest:
        raise NotAllowed(_("Say why in %d signs at most.") % longest)
    return reason
