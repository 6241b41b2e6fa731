"""Outlets and subjects: what the desk files texts under.

The texts themselves are in `articles.models.texts`.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.choices import PublicUse, SourceKind
from ots_desk.interface import interface_language
from ots_desk.slugs import slug_of
from ots_desk.text import fold
from ots_desk.versions import VersionedModel
from people.models import Entity


class Source(VersionedModel):
    """An outlet: a newspaper, agency, portal or press office whose texts the desk takes in."""

    reference = models.CharField(
        _("reference id"), max_length=120, unique=True, null=True, blank=True, editable=False
    )
    name = models.CharField(_("name"), max_length=200)
    other_names = models.JSONField(
        _("other names"),
        default=list,
        blank=True,
        help_text=_('A list such as [{"language": "ru", "text": "Тренд"}].'),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind, blank=True)
    domains = models.JSONField(
        _("domains"), default=list, blank=True, help_text=_('A list such as ["24.kg"].')
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    zone = models.CharField(
        _("time zone"),
        max_length=40,
        blank=True,
        help_text=_("By name, such as Asia/Bishkek; empty: clocks are shown as printed."),
    )
    languages = models.JSONField(_("languages"), default=list, blank=True)
    self_phrases = models.JSONField(
        _("phrases that name it"),
        default=list,
        blank=True,
        help_text=_("Regular expressions by which its texts show who wrote them."),
    )
    public_use = models.CharField(
        _("public use"),
        max_length=8,
        choices=PublicUse,
        default=PublicUse.EXCERPT,
        help_text=_("How much of its texts readers may see."),
    )
    public_use_basis = models.CharField(
        _("basis for it"),
        max_length=300,
        blank=True,
        help_text=_("The licence, terms or agreement, with its address or date."),
    )
    entity = models.ForeignKey(
        Entity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="outlets",
        verbose_name=_("as a body"),
    )
    note = models.TextField(_("note"), blank=True)
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(public_use__in=PublicUse.values), name="source_public_use"
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.set_folded()
        super().save(*args, **kwargs)

    @property
    def key(self) -> str:
        """By what readings name it: the reference id, or one of the desk's own."""
        return self.reference or f"source:{self.pk}"

    def set_folded(self) -> None:
        """Derive the search column; call it before `bulk_create`."""
        names = [self.name, *(name["text"] for name in self.other_names), *self.domains]
        self.folded = " | ".join(fold(name) for name in names)


class Topic(models.Model):
    """A subject, from a small tree with IPTC Media Topic codes."""

    reference = models.CharField(
        _("reference id"), max_length=120, unique=True, null=True, blank=True, editable=False
    )
    name = models.CharField(_("name"), max_length=120)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    iptc_media_topic = models.CharField(
        _("IPTC Media Topic"), max_length=40, blank=True, help_text=_("Such as medtop:11000000.")
    )
    labels = models.JSONField(
        _("labels"),
        default=list,
        help_text=_('A list such as [{"language": "ru", "text": "Политика"}].'),
    )
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.set_folded()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:topic", args=[self.pk, slug_of(self.name)])

    def set_folded(self) -> None:
        """Derive the search column; call it before `bulk_create`."""
        self.folded = " | ".join(fold(text) for text in (self.name, *self._label_texts()))

    def _label_texts(self):
        return (label["text"] for label in self.labels)

    @property
    def display_name(self) -> str:
        """The label in the language of the interface, else the name."""
        language = interface_language()
        return next((x["text"] for x in self.labels if x["language"] == language), self.name)
