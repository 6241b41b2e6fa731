"""What a flag or a refusal says, as a sentence in the language of the interface.

Stored are codes and values only, so that readers of any language get whole sentences.
"""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from articles.choices import FlagKind
from articles.office_doubts import office_doubts_in_words
from ots_desk.languages import own_name

# Where the other date or clock stands, by the value "where".
WHERE = {
    "page": _("the page itself"),
    "list": _("the site's own list"),
    "date_line": _("a second date line"),
    "declared": _("the page's own data"),
}

# One sentence per kind; the names in it are the flag's values. Offices have sentences of their own.
SENTENCES = {
    FlagKind.NO_HEADLINE: _("The text prints no headline."),
    FlagKind.NO_DATE: _("The text doesn't say when it was published."),
    FlagKind.NO_OUTLET: _("Neither the outlet nor an agency can be told from the text."),
    FlagKind.NO_LANGUAGE: _("There is too little text to tell its language."),
    FlagKind.OTHER_LANGUAGE: _("The text is in “%(language)s”, no language of the desk."),
    FlagKind.CLOCK_CONFLICT: _("The date line says %(ours)s, %(where)s says %(other)s."),
    FlagKind.CLOCK_WITHOUT_ZONE: _("The zone of %(time)s is not known; it stands as printed."),
    FlagKind.DATE_CONFLICT: _("One date says %(ours)s, %(where)s says %(other)s."),
    FlagKind.DATE_INFERRED: _("The text prints no year; %(date)s is inferred."),
    FlagKind.FUTURE_DATE: _("%(date)s is later than the day on which the text came in."),
    FlagKind.ENCODING_GUESSED: _("The bytes were read as %(encoding)s, which is a guess."),
    FlagKind.LETTERS_REPAIRED: _("Letters were garbled (%(encoding)s) and have been repaired."),
    FlagKind.LETTERS_LOST: _("Letters lost before the text came here: %(count)s."),
    FlagKind.CUT_SHORT: _("The document ends in the middle of a letter or a sentence."),
}

# Why a document could not be read; the codes are `articles.importing.REASONS`.
REASONS = {
    "empty": _("The document is empty or holds only white space."),
    "too large": _("The document is larger than 5 MB."),
    "too long": _("The text is longer than any article."),
    "binary": _("The document holds binary data, not text."),
    "unknown encoding": _("Nothing tells in which encoding the letters are."),
    "broken record": _("The record is damaged: it is no valid JSON."),
    "broken page": _("The web page or feed is damaged, or larger than any article."),
    "no entry": _("The feed holds no entry."),
    "no body": _("The document holds no running text that could be an article."),
    "encrypted": _("The file is locked with a password."),
    "damaged": _("The file is damaged and can't be unpacked."),
    "unpacks too large": _("The archive would unpack to suspiciously much data."),
    "too many files": _("The file holds more documents than are taken in at once."),
    "archive in archive": _("An archive inside an archive inside an archive is not opened."),
}


def reason_in_words(reason: str) -> str:
    """Return why a document could not be read; what is no code of ours stays as it is."""
    return str(REASONS.get(reason, reason))


def doubt_in_words(kind: str, values: dict) -> str:
    """Return the doubt as a sentence; a value that is missing is shown as a question mark."""
    if kind == FlagKind.OFFICE_CONTRADICTED:
        return office_doubts_in_words(values)
    words = {name: str(value) for name, value in values.items()}
    if "language" in words:
        words["language"] = own_name(words["language"])
    if "where" in words:
        words["where"] = str(WHERE.get(words["where"], words["where"]))
    sentence = SENTENCES.get(kind)
    return str(sentence) % defaultdict(lambda: "?", words) if sentence else kind
