"""What an undo left as it is, and why, in words for the editor who takes something back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.row_log import stored_rows

# So many are named one by one.
_MOST_NAMED = 20


class Why(TextChoices):
    CHANGED = "changed", _("changed since")
    GONE = "gone", _("deleted since")
    TAKEN = "taken", _("its place is taken by now")
    USED = "used", _("in use by now")
    TARGET_GONE = "target_gone", _("what it pointed at is gone")


@dataclass(frozen=True)
class Kept:
    """A value that an undo left as it is."""

    model: str
    pk: int
    field: str = ""  # empty: the whole row
    why: Why = Why.CHANGED


def in_words(kept: Iterable[Kept]) -> list[str]:
    """Which record, which field, and why; of many the first ones, and how many more."""
    kept = sorted(set(kept), key=lambda one: (one.model, one.pk, one.field))
    named, more = kept[:_MOST_NAMED], len(kept) - _MOST_NAMED
    rows = stored_rows({(one.model, one.pk) for one in named})
    words = [_words(one, rows.get((one.model, one.pk))) for one in named]
    words = list(dict.fromkeys(words))  # both ends of a partial date are one
    return words + ([gettext("and %(count)s more") % {"count": more}] if more > 0 else [])


def _words(one: Kept, row) -> str:
    model = apps.get_model(one.model)
    record = f"{capfirst(model._meta.verbose_name)} {one.pk}"
    values = {
        "record": f"{record} “{row}”" if row else record,
        "field": _label(model, one.field),
        "why": one.why.label,
    }
    if one.field:
        return gettext("%(record)s: %(field)s (%(why)s)") % values
    return gettext("%(record)s (%(why)s)") % values


def _label(model, attname: str) -> str:
    for name, declared in getattr(model, "partial_dates", {}).items():
        if attname in (f"{name}_earliest", f"{name}_latest"):
            return str(declared.verbose_name)
    return str(model._meta.get_field(attname).verbose_name) if attname else ""
