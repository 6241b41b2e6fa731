"""What an editor says of a name once for all texts: it isn't this one, or nobody to be proposed.

What one text alone says is a rejected mention (`articles.tagging`); recognition honours both.
"""

from django.db import transaction

from articles.choices import MentionStatus, TaggingVerb
from articles.models import Dismissal, Mention, TaggingStep, Translation
from articles.querysets import MentionQuerySet
from articles.steps import Changes
from ots_desk.text import fold
from people.models import Entity


@transaction.atomic
def dismiss(
    called: str, entity: Entity | None, *, user, text: Translation | None = None
) -> TaggingStep | None:
    """Never propose `entity` (None: anybody) for this name again, in any text; the proposals
    that are open are rejected. `text` is the one that the editor was looking at."""
    changes = Changes()
    said, is_new = Dismissal.objects.get_or_create(
        called_key=fold(called), entity=entity, defaults={"called": called, "made_by": user}
    )
    if is_new:
        changes.made(said)
    _reject_open(proposals_of(called, entity), changes, user)
    return changes.store(TaggingVerb.DISMISS, called, user=user, entity=entity, text=text)


def proposals_of(called: str, entity: Entity | None) -> MentionQuerySet:
    """The open mentions of a name, in all texts, that propose `entity` (None: nobody)."""
    return Mention.objects.open().filter(called_key=fold(called), entity=entity)


def _reject_open(mentions: MentionQuerySet, changes: Changes, user) -> None:
    rows = list(mentions.locked())
    changes.touching(*rows)
    Mention.objects.filter(pk__in=[row.pk for row in rows]).decide(MentionStatus.REJECTED, user)
