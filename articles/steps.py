"""Steps of editors with names: what each changed, and taking the last ones back.

What is done in a step is `articles.tagging`, `articles.dismissing` and `articles.creating`.
"""

import logging
from itertools import groupby

from django.apps import apps
from django.db import models, transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.choices import MentionField, TaggingVerb
from articles.looking_again import look_again
from articles.models import Mention, TaggingStep, Translation
from ots_desk.row_log import RowLog, stored_rows, values_of
from people.models import Entity, EntityJudgement, Name

logger = logging.getLogger(__name__)

# How many rows a refusal names; the editor then knows where to look.
_MOST_NAMED = 3

# What may be otherwise when a row that a step made is taken away again: an edit of the text moves
# its names along, and the time of a save says nothing.
_MOVING = {"field", "start", "end", "changed_at"}


class UndoNotAllowed(Exception):
    """The step can't be taken back; nothing was changed, and the message says why."""


class Changes(RowLog):
    """The rows that a step changes; then stores the step."""

    def store(
        self,
        verb: TaggingVerb,
        words: str,
        *,
        user,
        entity: Entity | None = None,
        text: Translation | None = None,
    ) -> TaggingStep | None:
        """Keep what became of the rows as one step of `user`; None where nothing has changed."""
        if not (rows := self.rows()):
            return None
        step = TaggingStep.objects.create(
            verb=verb,
            words=words[: TaggingStep._meta.get_field("words").max_length],
            entity=entity,
            translation=text,
            changes={"rows": rows},
            made_by=user,
        )
        logger.info("tagging step %s: %s, %s rows", step.pk, verb, len(rows))
        return step


@transaction.atomic
def undo(step: TaggingStep, *, user) -> None:
    """Put every row back as it was before `step`; raises UndoNotAllowed, and changes nothing,
    where something else has changed one of them since."""
    step = TaggingStep.objects.select_for_update().get(pk=step.pk)
    if step.undone_at:
        raise UndoNotAllowed(_("This step was taken back already."))
    if step.made_by_id != user.pk:
        raise UndoNotAllowed(_("Only %(who)s can take this step back.") % {"who": step.made_by})
    changes = step.changes["rows"]
    now = stored_rows([(change["model"], change["pk"]) for change in changes], lock=True)
    _refuse_what_changed(changes, now)
    for _same, run in groupby(reversed(changes), key=_before):
        _put_back(list(run), now)
    look_again(_spellings(changes), without=_texts(step))
    step.undone_at = timezone.now()
    step.save(update_fields=["undone_at"])
    logger.info("tagging step %s undone", step.pk)


def last_steps(user, limit: int, text: Translation | None = None) -> list[TaggingStep]:
    """What `user` did last with names and can still take back, the latest first; in `text`, if
    one is given, and in all texts at once."""
    steps = TaggingStep.objects.filter(made_by=user, undone_at=None)
    if text:
        steps = steps.filter(Q(translation=text) | Q(translation=None))
    return list(steps.select_related("entity", "translation").order_by("-pk")[:limit])


def _spellings(changes: list[dict]) -> list[str]:
    """The spellings that a step brought: with it goes what the machine found by them."""
    made = [c["after"] for c in changes if c["model"] == Name._meta.label and not c["before"]]
    return [name["text"] for name in made]


def _texts(step: TaggingStep) -> set[int]:
    """The texts that a step was about: those are as they were."""
    ids = [c["pk"] for c in step.changes["rows"] if c["model"] == Mention._meta.label]
    texts = Mention.objects.filter(pk__in=ids).values_list("translation", flat=True)
    return {*texts, *filter(None, [step.translation_id])}


# Taking back


def _refuse_what_changed(changes: list[dict], now: dict) -> None:
    rows = [(change, now.get((change["model"], change["pk"]))) for change in changes]
    changed = [(change, row) for change, row in rows if _has_changed(change, row)]
    if not changed:
        return
    words = [_words_of(change, row) for change, row in changed[:_MOST_NAMED]]
    raise _refusal(words + (["…"] if len(changed) > _MOST_NAMED else []))


def _refusal(words: list[str]) -> UndoNotAllowed:
    return UndoNotAllowed(
        _("Not taken back, because something was changed since: %(rows)s.")
        % {"rows": "; ".join(words)}
    )


def _has_changed(change: dict, row: models.Model | None) -> bool:
    before, after = change["before"], change["after"]
    if after is None:
        return row is not None
    if row is None:
        # What the step made may be gone; what it changed should be there.
        return before is not None
    ignored = _MOVING if before is None else set()
    values = values_of(row)
    return any(values[name] != value for name, value in after.items() if name not in ignored)


def _words_of(change: dict, row: models.Model | None) -> str:
    if row is None:
        return _("%(row)s is gone") % {"row": (change["after"] or {}).get("text", change["model"])}
    if not isinstance(row, Mention):
        return str(row)
    return _("“%(words)s” in “%(text)s”: %(status)s, %(who)s") % {
        "words": row.text,
        "text": row.translation,
        "status": row.get_status_display(),
        "who": row.decided_by or _("the machine"),
    }


def _before(change: dict) -> tuple:
    return change["model"], change["before"], change["after"] is None


def _put_back(changes: list[dict], now: dict) -> None:
    """Put rows of one model back that were alike in what has changed: often a whole step."""
    model, before, is_gone = _before(changes[0])
    if is_gone:
        for change in changes:
            _restore(change)
    elif before is not None:
        ids = [change["pk"] for change in changes]
        apps.get_model(model)._base_manager.filter(pk__in=ids).update(**before)
    else:
        for change in changes:
            if row := now.get((model, change["pk"])):
                _remove(row)


def _restore(change: dict) -> None:
    """Bring back a row that the step deleted."""
    model = apps.get_model(change["model"])
    row = model(**change["before"])
    if isinstance(row, Mention):
        if not row.decided_at and not _fits(row):
            return  # The text was edited since; looking for names finds it anew.
        _clear_place(row)
    row.save(force_insert=True)


def _clear_place(row: Mention) -> None:
    """What the machine found again in the meantime gives way to what stood there; what an editor
    decided there does not."""
    twins = Mention.objects.filter(
        translation=row.translation_id,
        field=row.field,
        start=row.start,
        end=row.end,
        entity=row.entity_id,
    ).held()
    if decided := [twin for twin in twins if twin.decided_at]:
        raise _refusal([_words_of({}, twin) for twin in decided])
    Mention.objects.filter(pk__in=[twin.pk for twin in twins]).delete()


def _fits(mention: Mention) -> bool:
    words = getattr(mention.translation, MentionField(mention.field).value)
    return words[mention.start : mention.end] == mention.text


def _remove(row: models.Model) -> None:
    """Delete a row that the step made, unless others lean on it by now."""
    try:
        if isinstance(row, Entity):
            # Whether it was entered twice is no question any more.
            EntityJudgement.objects.undecided_of(row).delete()
        _refuse_if_used(row)
        if isinstance(row, Entity):
            # What the machine found by its name is no use of it.
            Mention.objects.filter(entity=row, decided_at=None).delete()
        row.delete()
    except ProtectedError as error:
        raise UndoNotAllowed(_used_words(row)) from error


def _refuse_if_used(row: models.Model) -> None:
    """Deleting would take along what was added since: spellings, terms, tags."""
    if not isinstance(row, Entity):
        return
    for relation in row._meta.get_fields(include_hidden=True):
        goes_too = relation.one_to_many and relation.on_delete is models.CASCADE
        if goes_too and _leaning(relation, row).exists():
            raise UndoNotAllowed(_used_words(row))


def _leaning(relation, row: models.Model) -> models.QuerySet:
    return relation.related_model._base_manager.filter(**{relation.field.name: row})


def _used_words(row: models.Model) -> str:
    return _("“%(row)s” is used elsewhere by now and stays.") % {"row": row}
