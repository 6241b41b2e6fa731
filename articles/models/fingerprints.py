"""Fingerprints: what the matcher keeps of each text, so that no text is read twice.

Derived, and the same on every database; making them is `articles.matching`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.choices import FingerprintKeyKind
from articles.models.texts import Translation
from articles.querysets import FingerprintQuerySet


class Fingerprint(models.Model):
    """What the matcher keeps of one text."""

    translation = models.OneToOneField(
        Translation,
        models.CASCADE,
        primary_key=True,
        related_name="fingerprint",
        verbose_name=_("text"),
    )
    language = models.CharField(_("language"), max_length=12)
    day = models.DateField(_("day"), null=True)
    rules = models.PositiveSmallIntegerField(_("version of the rules"))
    compared = models.PositiveSmallIntegerField(
        _("rules by which it was last compared"), default=0, help_text=_("0: it waits for it.")
    )
    content = models.BinaryField(_("content"))
    stamp = models.BigIntegerField(
        _("stamp"),
        default=0,
        help_text=_("Another one for another content, so that what is known isn't read again."),
    )

    objects = FingerprintQuerySet.as_manager()

    class Meta:
        verbose_name = _("fingerprint")
        verbose_name_plural = _("fingerprints")
        indexes = [
            # The texts near a day, with which a new one is compared: told without their rows,
            # since what is known isn't read again.
            models.Index(fields=["day", "rules", "language", "stamp"], name="fingerprint_day"),
            # The texts that wait to be compared, day by day.
            models.Index(fields=["compared", "day"], name="fingerprint_compared"),
        ]

    def __str__(self):
        return str(self.pk)


class FingerprintKey(models.Model):
    """One of the keys by which texts of any date are found that may be the same."""

    fingerprint = models.ForeignKey(
        Fingerprint, models.CASCADE, related_name="keys", verbose_name=_("fingerprint")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=FingerprintKeyKind)
    key = models.BigIntegerField(_("key"))

    class Meta:
        verbose_name = _("key of a fingerprint")
        verbose_name_plural = _("keys of fingerprints")
        constraints = [
            # Also the index by which texts with a key are found.
            models.UniqueConstraint(
                fields=["kind", "key", "fingerprint"], name="fingerprint_key_once"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}"
