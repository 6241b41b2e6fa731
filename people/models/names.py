"""Spellings of names, with the keys by which they are found."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ots_desk.fields import PartialDateField, partial_date_constraint
from ots_desk.languages import validate_language
from ots_desk.text import fold
from people.choices import NameKind
from people.models.entities import Entity
from people.names import CANDIDATE_KEY_LENGTH, matching_key
from people.querysets import NameKeyQuerySet, NameQuerySet


class Name(models.Model):
    """One spelling of an entity's name."""

    entity = models.ForeignKey(
        Entity, models.CASCADE, related_name="names", verbose_name=_("entity")
    )
    text = models.CharField(_("spelling"), max_length=300)
    language = models.CharField(
        _("language"),
        max_length=12,
        validators=[validate_language],
        help_text=_("BCP 47 code, with script where it matters: en, ru, uz-Cyrl."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=NameKind, default=NameKind.FULL)
    attested = models.BooleanField(
        _("attested"),
        default=True,
        help_text=_(
            "Seen in a source. Uncheck for a usual or derived form: the desk then only "
            "proposes it when it finds it in a text."
        ),
    )
    needs_context = models.BooleanField(
        _("needs context"),
        default=False,
        help_text=_("Ambiguous in ordinary text: linked only beside other evidence."),
    )
    valid_from = PartialDateField(_("valid from"))
    valid_to = PartialDateField(_("valid to"))
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("Where this spelling was seen.")
    )
    folded = models.CharField(max_length=300, editable=False)
    key = models.CharField(max_length=300, editable=False)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = NameQuerySet.as_manager()

    class Meta:
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["language", "kind", "text"]
        indexes = [
            # Looking a name up by its exact folded spelling (recognition, merging).
            models.Index(fields=["folded"], name="name_folded"),
            # Looking a name up by how it sounds, in any script (search, autocomplete).
            models.Index(fields=["key"], name="name_key"),
        ]
        constraints = [
            partial_date_constraint("valid_from", "name"),
            partial_date_constraint("valid_to", "name"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="name_kind"),
            models.UniqueConstraint(
                fields=["entity", "language", "text", "kind"], name="name_once_per_entity"
            ),
        ]

    def __str__(self):
        return f"{self.text} ({self.language})"

    def save(self, *args, **kwargs):
        self.set_keys()
        super().save(*args, **kwargs)
        NameKey.objects.renew_for(self)

    def set_keys(self) -> None:
        """Derive the search columns; call it before `bulk_create`, and `NameKey.objects.add_for`
        after it."""
        self.folded = fold(self.text)
        self.key = matching_key(self.text)


class NameKey(models.Model):
    """One of the keys that bring a spelling as a candidate for another; derived, never edited."""

    # No undo of a spelling is kept back by them.
    IS_DERIVED = True

    name = models.ForeignKey(Name, models.CASCADE, related_name="candidate_keys")
    key = models.CharField(max_length=CANDIDATE_KEY_LENGTH)

    objects = NameKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            # Also the index by which the candidates of a name are looked up.
            models.UniqueConstraint(fields=["key", "name"], name="candidate_key_once_per_name"),
        ]

    def __str__(self):
        return self.key
