"""What an editor says of a name once for all texts: it isn't this one, or nobody to be proposed.

What one text alone says is a rejected mention (`articles.tagging`); recognition honours both.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

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
    """Never propose `entity` (None: anybody) for this name again, in any text. Open proposals are
    rejected, and what the machine linked by itself. `text` is the one that the editor saw."""
    changes = Changes()
    said, is_new = Dismissal.objects.get_or_create(
        called_key=fold(called), entity=entity, defaults={"called": called, "made_by": user}
    )
    if is_new:
        changes.made(said)
    _reject(machine_s_word_on(called, entity), changes, user)
    return changes.store(TaggingVerb.DISMISS, called, user=user, entity=entity, text=text)


def machine_s_word_on(called: str, entity: Entity | None) -> MentionQuerySet:
    """The mentions of a name, in all texts, that are open or that only the machine has linked.

    A link stays where the text calls the entity by another name, too: that "Example" isn't
    proposed for Testbek Example doesn't unlink it in a text about him.
    """
    key = fold(called)
    of_name = Mention.objects.filter(called_key=key, entity=entity)
    by_another = Mention.objects.confirmed().filter(
        translation=OuterRef("translation"), entity=OuterRef("entity")
    )
    is_machine_s = Q(status=MentionStatus.CONFIRMED, decided_at=None)
    is_settled = Exists(by_another.exclude(called_key=key))
    return of_name.filter(Q(status=MentionStatus.SUGGESTED) | is_machine_s & ~is_settled)


def _reject(mentions: MentionQuerySet, changes: Changes, user) -> None:
    rows = list(mentions.locked())
    changes.touching(*rows)
    Mention.objects.filter(pk__in=[row.pk for row in rows]).decide(MentionStatus.REJECTED, user)
