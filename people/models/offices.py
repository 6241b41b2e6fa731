"""Offices, and who held them from when to when.

What follows from the dates of a term is `people.offices`.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ots_desk.fields import PartialDateField, partial_date_constraint
from ots_desk.text import fold
from ots_desk.versions import VersionedModel
from people.choices import Role
from people.models.entities import Entity
from people.querysets import MembershipQuerySet


class Post(VersionedModel):
    """An office of a state or body, held by one person after another (or by several at once)."""

    reference = models.CharField(
        _("reference id"), max_length=120, unique=True, null=True, blank=True, editable=False
    )
    organization = models.ForeignKey(
        Entity,
        models.PROTECT,
        related_name="posts",
        verbose_name=_("of"),
        help_text=_("The state or body whose office it is."),
    )
    labels = models.JSONField(
        _("labels"),
        default=list,
        help_text=_(
            'A list such as [{"language": "en", "text": "President of Kazakhstan", '
            '"kind": "full"}]; kind “short” needs the body or a date beside it.'
        ),
    )
    is_for_one_person = models.BooleanField(
        _("one person at a time"),
        default=True,
        help_text=_("Overlapping terms are then refused."),
    )
    note = models.TextField(_("note"), blank=True)
    folded = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["organization__name", "pk"]

    def __str__(self):
        return self.label("en")

    def save(self, *args, **kwargs):
        self.set_folded()
        super().save(*args, **kwargs)

    def set_folded(self) -> None:
        """Derive the search column from the labels; call it before `bulk_create`."""
        self.folded = " | ".join(fold(label["text"]) for label in self.labels)

    def label(self, language: str) -> str:
        """The full label in `language`, else in its base language, else in English."""
        for wanted in (language, language.split("-")[0], "en"):
            for label in self.labels:
                if label["language"] == wanted and label["kind"] == "full":
                    return label["text"]
        return self.labels[0]["text"] if self.labels else self.reference or ""


class Membership(VersionedModel):
    """A term: who held a post, or had a role in a body, from when to when."""

    reference = models.CharField(
        _("reference id"), max_length=160, unique=True, null=True, blank=True, editable=False
    )
    member = models.ForeignKey(
        Entity, models.CASCADE, related_name="memberships", verbose_name=_("who")
    )
    post = models.ForeignKey(
        Post,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("office"),
        help_text=_("Either an office, or a body and a role in it."),
    )
    organization = models.ForeignKey(
        Entity,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="members",
        verbose_name=_("body"),
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, blank=True)
    began = PartialDateField(_("from"), help_text=_("Empty: the start is unknown."))
    ended = PartialDateField(
        _("to"), help_text=_("When the term ended; empty: no end is known, which proves nothing.")
    )
    known_until = models.DateField(
        _("no end known by"),
        null=True,
        blank=True,
        help_text=_("An open term is certain up to this day and only possible after it."),
    )
    is_acting = models.BooleanField(_("acting"), default=False)
    confidence = models.CharField(
        _("confidence"),
        max_length=10,
        blank=True,
        help_text=_("“low”: the term counts as possible, never as certain."),
    )
    note = models.TextField(_("note"), blank=True)
    sources = models.JSONField(_("sources"), default=list, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["began_earliest", "pk"]
        indexes = [
            # "What was person X on date D" and the timeline of a person's page.
            models.Index(fields=["member", "began_earliest"], name="membership_member"),
            # "Who held post P on date D".
            models.Index(fields=["post", "began_earliest"], name="membership_post"),
            # "Who chaired the OTS when", members and observers by date.
            models.Index(fields=["organization", "role", "began_earliest"], name="membership_role"),
        ]
        constraints = [
            partial_date_constraint("began", "membership"),
            partial_date_constraint("ended", "membership"),
            models.CheckConstraint(
                condition=Q(post__isnull=False, organization__isnull=True, role="")
                | Q(post__isnull=True, organization__isnull=False, role__in=Role.values),
                name="membership_post_or_role",
                violation_error_message=_("Give either an office, or a body and a role in it."),
            ),
            models.CheckConstraint(
                condition=Q(began_earliest__isnull=True)
                | Q(ended_latest__isnull=True)
                | Q(ended_latest__gte=models.F("began_earliest")),
                name="membership_ends_after_it_began",
                violation_error_message=_("The term can't end before it began."),
            ),
        ]

    def __str__(self):
        return f"{self.member}: {self.post or self.get_role_display()}"
