"""Spans of texts that name an entity, what editors said of names once for all texts, and the
steps that they can take back.

Finding names is `people.recognition`; deciding on them is `articles.tagging`.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import (
    MentionField,
    MentionKind,
    MentionStatus,
    TaggingVerb,
    mention_rules,
)
from articles.models.texts import Translation
from articles.querysets import MentionQuerySet
from ots_desk.text import fold
from people.models import Entity, Name


class Mention(models.Model):
    """A span of a text that names an entity, or stands for one by its office. Offsets count code
    points of the field named."""

    translation = models.ForeignKey(
        Translation, models.CASCADE, related_name="mentions", verbose_name=_("text")
    )
    field = models.CharField(_("field"), max_length=10, choices=MentionField)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    text = models.CharField(_("words"), max_length=300)
    folded = models.CharField(max_length=300, editable=False)
    entity = models.ForeignKey(
        Entity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("who or what"),
    )
    kind = models.CharField(_("kind"), max_length=6, choices=MentionKind, default=MentionKind.NAME)
    status = models.CharField(_("status"), max_length=10, choices=MentionStatus)
    rule = models.CharField(
        _("rule"),
        max_length=60,
        blank=True,
        choices=mention_rules,
        help_text=_("What found it; empty: an editor did."),
    )
    called = models.CharField(
        _("called"),
        max_length=300,
        blank=True,
        help_text=_("The name without its case ending, as far as that can be told."),
    )
    called_key = models.CharField(max_length=300, blank=True, editable=False)
    candidates = models.JSONField(
        _("candidates"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Ids of those whom the words may mean, where it isn't settled."),
    )
    clue = models.JSONField(
        _("clue"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_("What showed that the words are a name or an office: cue, office, country."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["translation", "field", "start"]
        indexes = [
            # The articles that name an entity: its page, the API's filter by person.
            models.Index(fields=["entity", "status", "translation"], name="mention_entity"),
            # The dashboard's count and the queue of proposals, which is grouped by name. It holds
            # all that the queue asks for, so that no row is looked at.
            models.Index(
                fields=["called_key", "entity", "translation", "status", "kind", "rule", "id"],
                condition=Q(status="suggested"),
                name="mention_open_called",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "field", "start", "end", "entity"],
                name="mention_once_per_span",
            ),
            models.UniqueConstraint(
                fields=["translation", "field", "start", "end"],
                condition=Q(entity__isnull=True),
                name="mention_of_nobody_once_per_span",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=models.F("start")), name="mention_not_empty"
            ),
            models.CheckConstraint(
                condition=Q(status__in=MentionStatus.values), name="mention_status"
            ),
            models.CheckConstraint(condition=Q(kind__in=MentionKind.values), name="mention_kind"),
            models.CheckConstraint(
                condition=~Q(status=MentionStatus.CONFIRMED) | Q(entity__isnull=False),
                name="mention_confirmed_has_entity",
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.set_folded()
        super().save(*args, **kwargs)

    @property
    def state(self) -> str:
        """What an editor sees decided of it; posted back, it shows who decided meanwhile."""
        return f"{self.status} {self.entity_id or ''}".strip()

    @property
    def weight(self) -> tuple:
        """What it counts beside another mention of the same entity at the same place: a link that
        holds most, an editor's word more than the machine's."""
        decided = [MentionStatus.SUGGESTED, MentionStatus.REJECTED, MentionStatus.CONFIRMED]
        rank = decided.index(self.status) if self.status in decided else -1
        return rank, self.decided_by_id is not None

    def set_folded(self) -> None:
        """Derive the keys that decisions are remembered by; call it before `bulk_create`."""
        self.folded = fold(self.text)
        self.called_key = fold(self.called or self.text)


class Dismissal(models.Model):
    """An editor's word that a name, wherever it stands, isn't an entity, or (without one) is
    nobody to be proposed. What one text alone says is a rejected mention instead."""

    called = models.CharField(_("called"), max_length=300)
    called_key = models.CharField(max_length=300, editable=False)
    entity = models.ForeignKey(
        Entity,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="dismissals",
        verbose_name=_("who or what"),
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("dismissed name")
        verbose_name_plural = _("dismissed names")
        ordering = ["called", "pk"]
        constraints = [
            # Also the index by which recognition asks what it needn't propose.
            models.UniqueConstraint(fields=["called_key", "entity"], name="dismissed_once"),
            models.UniqueConstraint(
                fields=["called_key"],
                condition=Q(entity__isnull=True),
                name="dismissed_for_everybody_once",
            ),
        ]

    def __str__(self):
        return self.called

    def save(self, *args, **kwargs):
        self.called_key = fold(self.called)
        super().save(*args, **kwargs)


class TaggingStep(models.Model):
    """One step of an editor's with names, and what is needed to take it back.

    `changes` holds the rows that it changed, as they were and as they became; no words of a text
    beyond the names themselves.
    """

    verb = models.CharField(_("what was done"), max_length=10, choices=TaggingVerb)
    words = models.CharField(_("words"), max_length=300)
    entity = models.ForeignKey(
        Entity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who or what"),
    )
    translation = models.ForeignKey(
        Translation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tagging_steps",
        verbose_name=_("text"),
        help_text=_("Empty: the step was for all texts."),
    )
    changes = models.JSONField(_("changes"), default=dict, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("at"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("step with names")
        verbose_name_plural = _("steps with names")
        ordering = ["-pk"]
        indexes = [
            # "Undo": the last steps of an editor.
            models.Index(fields=["made_by", "-id"], name="tagging_step_of_editor"),
        ]

    def __str__(self):
        return f"{self.get_verb_display()}: {self.words}"

    @property
    def mention_count(self) -> int:
        """How many mentions it decided; one that it made counts for itself."""
        return sum(bool(row["before"] and row["after"]) for row in self._mention_rows) or 1

    @property
    def brought_spelling(self) -> bool:
        """Did it add a spelling to who's who, or attest one?"""
        return any(row["model"] == Name._meta.label for row in self.changes["rows"])

    @property
    def mentions(self) -> list[int]:
        """The ids of the mentions that it changed or made."""
        return [row["pk"] for row in self._mention_rows]

    @property
    def _mention_rows(self) -> list[dict]:
        return [row for row in self.changes["rows"] if row["model"] == Mention._meta.label]
