"""Optimistic locking: a row that somebody else has saved since you read it is not overwritten.

The rule and its exception only; the form that shows both texts is in `ots_desk.forms`.
"""

from django.db import models, transaction
from django.db.models import F


class StaleVersion(Exception):
    """The row was saved by somebody else since it was read; nothing was written."""

    def __init__(self, row: models.Model):
        self.row = row
        super().__init__(
            f"{row._meta.verbose_name} {row.pk} was changed since version {row.version} was read."
        )


class VersionedModel(models.Model):
    """A model whose every save compares and raises `version`.

    Updates by queryset must do the same by hand: `update(…, version=F("version") + 1)`.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save; raises `StaleVersion` where the stored row has another version than this one."""
        if self._state.adding:
            return super().save(*args, **kwargs)
        read = self.version
        try:
            with transaction.atomic():
                self._claim_version()
                if kwargs.get("update_fields") is not None:
                    kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
                return super().save(*args, **kwargs)
        except BaseException:
            self.version = read
            raise

    def _claim_version(self) -> None:
        """Raise the stored version; the row stays locked until the transaction ends."""
        mine = type(self)._base_manager.filter(pk=self.pk, version=self.version)
        if not mine.update(version=F("version") + 1):
            raise StaleVersion(self)
        self.version += 1
