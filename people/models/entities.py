"""Persons, bodies, places, events and official documents.

Their spellings are in `people.models.names`, who held which office in `people.models.offices`.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ots_desk.fields import PartialDateField, partial_date_constraint
from ots_desk.interface import interface_language
from ots_desk.merging import Mergeable
from ots_desk.slugs import slug_of
from ots_desk.versions import VersionedModel
from people.choices import EntityKind, NameKind
from people.querysets import EntityQuerySet


class Entity(Mergeable, VersionedModel):
    """One thing in the world: a person, a body, a place, an event or an official document."""

    reference = models.CharField(
        _("reference id"),
        max_length=120,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text=_("The id in the reference data; empty for records made at the desk."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=EntityKind)
    name = models.CharField(
        _("preferred name"),
        max_length=300,
        help_text=_("The spelling shown where no spelling in the reader's language is known."),
    )
    classification = models.CharField(
        _("classification"),
        max_length=80,
        blank=True,
        help_text=_("What sort of thing it is, in a word or two: summit, ministry, city."),
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two plain sentences for readers.")
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("ISO 3166 code such as KG; empty where none fits."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_(
            "The body of an organ, the country of a city, the body that met at an event, "
            "the event that adopted a document."
        ),
    )
    location = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="located_here",
        verbose_name=_("place"),
        help_text=_("Where it has its seat or took place."),
        limit_choices_to={"kind": EntityKind.PLACE},
    )
    began = PartialDateField(_("began"), help_text=_("Founded, born, opened or adopted."))
    ended = PartialDateField(_("ended"), help_text=_("Closed, died or dissolved."))
    identifiers = models.JSONField(
        _("identifiers"),
        default=list,
        blank=True,
        help_text=_('A list such as [{"scheme": "wikidata", "identifier": "Q42"}].'),
    )
    is_public = models.BooleanField(
        _("always public"),
        default=False,
        help_text=_("Readers may see it even while no published text names it."),
    )
    confidence = models.CharField(
        _("confidence"),
        max_length=10,
        blank=True,
        help_text=_("“low” where the sources are weak: check before you rely on it."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("For editors; readers don't see it.")
    )
    sources = models.JSONField(
        _("sources"), default=list, blank=True, help_text=_("Addresses where this can be checked.")
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("entity")
        verbose_name_plural = _("entities")
        ordering = ["name", "pk"]
        indexes = [
            # The lists of each kind, in the admin and on the site, by name.
            models.Index(fields=["kind", "name"], name="entity_kind_name"),
            # The API's and the admin's filter by country.
            models.Index(fields=["country", "kind"], name="entity_country"),
            # Events by date, and the archive's "what happened on this day".
            models.Index(fields=["kind", "began_earliest"], name="entity_kind_began"),
        ]
        constraints = [
            partial_date_constraint("began", "entity"),
            partial_date_constraint("ended", "entity"),
            models.CheckConstraint(condition=Q(kind__in=EntityKind.values), name="entity_kind"),
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("id")), name="entity_not_into_itself"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        return reverse(f"people:{self.kind}", args=[self.pk, slug_of(self.name)])

    @property
    def wikidata(self) -> str:
        """Its Wikidata id; empty where none is known."""
        ids = (one["identifier"] for one in self.identifiers if one.get("scheme") == "wikidata")
        return next(ids, "")

    def name_in(self, language: str) -> str:
        """The full name in `language` (then in its base language), else the preferred name.

        Of several the preferred one wins, then an attested one, then the one that was entered
        first. Looks at `names.all()`, so prefetch them for lists.
        """
        full = [n for n in self.names.all() if n.kind == NameKind.FULL and not n.needs_context]
        full.sort(key=lambda n: (n.text != self.name, not n.attested, n.pk))
        for wanted in (language, language.split("-")[0]):
            for name in full:
                if name.language == wanted:
                    return name.text
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the language of the interface."""
        return self.name_in(interface_language())


class KindManager(models.Manager.from_queryset(EntityQuerySet)):
    """Entities of one kind; the proxies below each have one."""

    def __init__(self, kind: EntityKind):
        super().__init__()
        self.kind = kind

    def get_queryset(self):
        return super().get_queryset().of_kind(self.kind)


class Person(Entity):
    objects = KindManager(EntityKind.PERSON)

    class Meta:
        proxy = True
        verbose_name = _("person")
        verbose_name_plural = _("persons")


class Organization(Entity):
    objects = KindManager(EntityKind.ORGANIZATION)

    class Meta:
        proxy = True
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")


class Place(Entity):
    objects = KindManager(EntityKind.PLACE)

    class Meta:
        proxy = True
        verbose_name = _("place")
        verbose_name_plural = _("places")


class Event(Entity):
    objects = KindManager(EntityKind.EVENT)

    class Meta:
        proxy = True
        verbose_name = _("event")
        verbose_name_plural = _("events")


class OfficialDocument(Entity):
    objects = KindManager(EntityKind.DOCUMENT)

    class Meta:
        proxy = True
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
