"""What the reference data said when it was last loaded.

Loading it is `people.reference`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReferenceItem(models.Model):
    """One item of the reference data as it was last loaded, under its id.

    What differs from it today was changed by an editor and is left alone by the next load; a row
    that is gone although its item is here was deleted by an editor and stays gone.
    """

    reference = models.CharField(_("reference id"), max_length=160, primary_key=True)
    item = models.JSONField(_("as loaded"))
    loaded_at = models.DateTimeField(_("loaded at"), auto_now=True)

    class Meta:
        verbose_name = _("reference item")
        verbose_name_plural = _("reference items")

    def __str__(self):
        return self.reference
