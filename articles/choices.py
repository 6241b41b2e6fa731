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


class ReadingFormat(TextChoices):
    """What kind of document a reading was made of."""

    TEXT = "text", _("flat text")
    HTML = "html", _("web page")
    RECORD = "record", _("record (JSON)")
    FEED = "feed", _("entry of a feed")


class Outcome(TextChoices):
    """What became of one thing that an import run came across."""

    CREATED = "created", _("taken in as a new text")
    COPY = "copy", _("a copy of a text that the desk has")
    VERSION = "version", _("another version of a text that the desk has")
    UNCHANGED = "unchanged", _("the same bytes again")
    QUARANTINED = "quarantined", _("in quarantine")
    SKIPPED = "skipped", _("older than was asked for")
    REFUSED = "refused", _("deleted by order, not taken in again")
    FAILED = "failed", _("could not be read")


class Relation(TextChoices):
    """What a further document is to the text that it is attached to."""

    COPY = "copy", _("the same text again")
    VERSION = "version", _("another version")


class AttachmentRule(TextChoices):
    """What showed that a document brings a text that the desk has."""

    EQUAL_BODY = "equal-body", _("the same body")
    SAME_ADDRESS = "same-address", _("the same address")
    SAME_HEAD = "same-head", _("marked as an update of the same headline or lead")


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
    DATE_INFERRED = "date_inferred", _("year inferred")
    FUTURE_DATE = "future_date", _("date in the future")
    ENCODING_GUESSED = "encoding_guessed", _("encoding guessed")
    LETTERS_REPAIRED = "letters_repaired", _("letters repaired")
    LETTERS_LOST = "letters_lost", _("letters lost")
    CUT_SHORT = "cut_short", _("cut short")
    OFFICE_CONTRADICTED = "office_contradicted", _("an office contradicts the record")


class MentionKind(TextChoices):
    """Whether the words of a mention are a name, or an office that stands for its holder."""

    NAME = "name", _("name")
    OFFICE = "office", _("office without a name")


class MentionStatus(TextChoices):
    SUGGESTED = "suggested", _("proposed")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")
    BROKEN = "broken", _("broken by an edit")


class MentionRule(TextChoices):
    """What in the text led the desk to a name; the codes are `people.recognition`'s."""

    FULL_NAME = "full-name", _("full name")
    OTHER_NAME = "other-name", _("another name")
    ABBREVIATION = "abbreviation", _("abbreviation")
    PLACE = "place", _("place")
    FORMER_NAME_VALID_THEN = "former-name-valid-then", _("name that was valid on that day")
    SURNAME_OF_NAMED = "surname-of-named", _("surname of somebody named in full")
    INITIALS_OF_NAMED = "initials-of-named", _("initials of somebody named in full")
    SPELLING_OF_NAMED = "spelling-of-named", _("another spelling of somebody named in full")
    UNATTESTED_NAME = "unattested-name", _("a spelling not yet seen in print")
    SURNAME_FIRST = "surname-first", _("surname first")
    INITIALS = "initials", _("initials alone")
    AMBIGUOUS_NAME = "ambiguous-name", _("a name that may mean others")
    MISSPELLING = "misspelling", _("known misspelling")
    OTHER_COUNTRY = "other-country", _("another country stands beside it")
    FORMER_NAME = "former-name", _("former name, the day unknown")
    FORMER_NAME_NOT_VALID_THEN = (
        "former-name-not-valid-then",
        _("former name, not valid on that day"),
    )
    SURNAME_WITH_NAMESAKE = "surname-with-namesake", _("surname that others bear too")
    NAME_IN_CONTEXT = "name-in-context", _("a name that fits what is told")
    SEVERAL_BEARERS = "several-bearers", _("several are called so")
    SURNAME = "surname", _("surname alone")
    SURNAME_OF_PROPOSED = "surname-of-proposed", _("surname of somebody proposed")
    WOMAN_OR_CASE = "woman-or-case", _("a woman's name, or a man's in another case")
    SOUNDS_LIKE = "sounds-like", _("sounds like a known name")
    WORDED_OTHERWISE = "worded-otherwise", _("a known body, worded otherwise")
    SURNAME_WITH_OFFICE = "surname-with-office", _("surname of who held the office beside it")
    OTHER_OFFICE = "other-office", _("a namesake, by what stands beside the name")
    OFFICE_OF_NAMED = "office-of-named", _("office of somebody named in the text")
    OFFICE_HELD_THEN = "office-held-then", _("office, held on that day")
    OFFICE_PERHAPS_HELD = "office-perhaps-held", _("office, perhaps held on that day")
    SEVERAL_OFFICES = "several-offices", _("office that may be one of several")
    COURTESY = "courtesy", _("unknown person: a word of courtesy beside the name")
    OFFICE_BESIDE = "office-beside", _("unknown person: an office beside the name")
    OFFICE_NEAR = "office-near", _("unknown person: an office near the name")
    OFFICE_BEHIND = "office-behind", _("unknown person: an office behind the name")
    SAID_SO = "said-so", _("unknown person: said something")
    AGE_BESIDE = "age-beside", _("unknown person: an age beside the name")
    COUNTRY_BESIDE = "country-beside", _("unknown person: listed with a country")
    INITIALS_OF_UNKNOWN = "initials-of-unknown", _("unknown person: initials and surname")
    GIVEN_NAME = "given-name", _("unknown person: a given name")
    SURNAME_SHAPE = "surname-shape", _("unknown person: ends like a surname")
    WELL_KNOWN = "well-known", _("unknown person: known by this name alone")
    NAME_SHAPE = "name-shape", _("unknown person: looks like a name")
    SAME_UNKNOWN = "same-unknown", _("unknown person whom the text names elsewhere")


def mention_rules() -> list[tuple[str, str]]:
    """The rules as choices; a callable, so that a new rule needs no migration."""
    return MentionRule.choices


class MentionField(TextChoices):
    """The fields of a text in which names are found; offsets count in the field named."""

    HEADLINE = "headline", _("headline")
    DECK = "deck", _("deck")
    BODY = "body", _("body")
    CAPTION = "caption", _("caption")


class TaggingVerb(TextChoices):
    """What an editor did with names, one step of it at a time."""

    ACCEPT = "accept", _("accepted")
    REJECT = "reject", _("rejected")
    RELINK = "relink", _("linked to another")
    LINK = "link", _("linked")
    CREATE = "create", _("new in who's who")
    DISMISS = "dismiss", _("not to be proposed again")


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


class Container(TextChoices):
    """Which of a pair contains the other."""

    FIRST = "first", _("the first contains the second")
    SECOND = "second", _("the second contains the first")


class SplitKind(TextChoices):
    TEXT = "text", _("text out of an article")
    DOCUMENT = "document", _("document out of a text")
    STORY = "story", _("article out of a story")


class StoryChangeKind(TextChoices):
    """What an editor did to a story by hand; taking articles out is a split."""

    BEGUN = "begun", _("articles told together")
    ADDED = "added", _("article added")
    TITLE = "title", _("title")
    LEAD = "lead", _("lead text")
    EVENT = "event", _("event")


class FingerprintKeyKind(TextChoices):
    """What a key was made of: some runs of words, some names and figures, or a whole line."""

    RUN = "run", _("run of words")
    CLUE = "clue", _("name or figure")
    UNDATED = "undated", _("name or figure of an undated text")
    LINE = "line", _("line")
