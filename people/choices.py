"""The closed lists of who's who: kinds of entity, kinds of name, roles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EntityKind(TextChoices):
    PERSON = "person", _("person")
    ORGANIZATION = "organization", _("organization")
    PLACE = "place", _("place")
    EVENT = "event", _("event")
    DOCUMENT = "document", _("official document")


class NameKind(TextChoices):
    FULL = "full", _("full name")
    SHORT = "short", _("short form")
    INITIALS = "initials", _("with initials")
    ABBREVIATION = "abbreviation", _("abbreviation")
    FORMER = "former", _("former name")
    ALIAS = "alias", _("other name")
    ERROR = "error", _("misspelling seen in print")


class Role(TextChoices):
    CHAIR = "chair", _("chair")
    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer")
    PARTICIPANT = "participant", _("participant")


# A short label of an office needs the body, the country or a date to say whose it is.
LABEL_KINDS = ("full", "short")

# What `confidence` says of an entity or a term whose sources are weak; otherwise it is empty.
LOW_CONFIDENCE = "low"


class Certainty(TextChoices):
    """The answer to "did the term include that day?"."""

    CERTAIN = "certain", _("certain")
    POSSIBLE = "possible", _("possible")
    NO = "no", _("no")


class Verdict(TextChoices):
    """What two records of who's who are to each other."""

    UNDECIDED = "undecided", _("undecided")
    SAME = "same", _("the same")
    DIFFERENT = "different", _("different")
    UNSURE = "unsure", _("unsure")
