"""Mentions after an edit of their text: moved along with their words, or marked broken.

How places shift is `articles.shifting`.
"""

from typing import Any

from articles.choices import MentionField, MentionStatus
from articles.models import Mention, Translation
from articles.shifting import Shift


def follow_edit(text: Translation, before: dict[str, Any]) -> None:
    """After an edit, move the mentions along with their words or mark them broken; none is
    silently shifted. `before` maps fields to their words before the edit."""
    for field in MentionField.values:
        old, new = before[field], getattr(text, field)
        if old != new:
            _follow(text.mentions.filter(field=field).held(), Shift(old, new))


def _follow(mentions: list[Mention], shift: Shift) -> None:
    """Store the mentions at their new places. They go and come back under their own ids, because
    one by one they would land on each other's old places."""
    lost = []
    standing: dict[tuple, Mention] = {}
    for mention in mentions:
        start = _new_start(mention, shift)
        if start is None:
            lost.append(mention)
            continue
        mention.start, mention.end = start, start + len(mention.text)
        standing[mention.start, mention.end, mention.entity_id] = mention
    for mention in lost:
        # A rejection is remembered for the words, wherever they come back.
        if mention.status != MentionStatus.REJECTED:
            mention.status = MentionStatus.BROKEN
        # At a place where the same entity is named again, nothing is missing.
        standing.setdefault((mention.start, mention.end, mention.entity_id), mention)
    Mention.objects.filter(pk__in=[mention.pk for mention in mentions]).delete()
    Mention.objects.bulk_create(standing.values())


def _new_start(mention: Mention, shift: Shift) -> int | None:
    """None, too, for a mention whose words an earlier edit took."""
    if shift.old[mention.start : mention.end] != mention.text:
        return None
    return shift.place_of(mention.start, mention.end)
