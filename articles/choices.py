"""The closed lists of what was published: statuses, verdicts, flags, kinds of outlet."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Where a text stands. Near IPTC `pubstatus`: published = usable, withdrawn = canceled."""

    DRAFT = "draft", _("draft")
    NOT_FOR_US = "not_for_us", _("not for us")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class PublicUse(TextChoices):
    """How much of an outlet's text readers may see."""

    NONE = "none", _("nothing")
    LINK = "link", _("headline and link")
    EXCERPT = "excerpt", _("excerpt: also the desk's summary and two quoted paragraphs")
    FULL = "full", _("the full text")


class SourceKind(TextChoices):
    AGENCY = "agency", _("news agency")
    PORTAL = "portal", _("portal")
    NEWSPAPER = "newspaper", _("newspaper")
    BROADCASTER = "broadcaster", _("broadcaster")
    GOVERNMENT = "government", _("government")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental body")
    AGGREGATOR = "aggregator", _("aggregator")


class ReadingStatus(TextChoices):
    READ = "read", _("read")
    QUARANTINED = "quarantined", _("quarantined")


class FlagKind(TextChoices):
    """A doubt about a text that only an editor can settle."""

    NO_HEADLINE = "no_headline", _("no headline in the text")
    NO_DATE = "no_date", _("no publication date")
    NO_OUTLET = "no_outlet", _("no outlet known")
    NO_LANGUAGE = "no_language", _("language not recognised")
    OTHER_LANGUAGE = "other_language", _("not a language of the desk")
    CLOCK_CONFLICT = "clock_conflict", _("clocks disagree")
    CLOCK_WITHOUT_ZONE = "clock_without_zone", _("a clock without a zone")
    DATE_CONFLICT = "date_conflict", _("dates disagree")


class MentionStatus(TextChoices):
    SUGGESTED = "suggested", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")
    BROKEN = "broken", _("broken by an edit")


class MentionField(TextChoices):
    """The fields of a text in which names are found; offsets count in the field named."""

    HEADLINE = "headline", _("headline")
    DECK = "deck", _("deck")
    BODY = "body", _("body")
    CAPTION = "caption", _("caption")


class Verdict(TextChoices):
    """What two articles are to each other. "Same" has five forms, which merge or group them."""

    UNDECIDED = "undecided", _("undecided")
    TRANSLATION = "translation", _("translation")
    DUPLICATE = "duplicate", _("duplicate")
    NEW_VERSION = "new_version", _("new version")
    CONTAINS = "contains", _("one contains the other")
    SAME_STORY = "same_story", _("same story, another report")
    DIFFERENT = "different", _("different")
    UNSURE = "unsure", _("unsure")
