"""What the ledger calls the texts about which there is a doubt."""

from django.utils.translation import ngettext_lazy

from articles.choices import FlagKind

_NAMES = {
    FlagKind.NO_HEADLINE: ngettext_lazy("Text without a headline", "Texts without a headline"),
    FlagKind.NO_OUTLET: ngettext_lazy("Text without an outlet", "Texts without an outlet"),
    FlagKind.NO_DATE: ngettext_lazy("Text without a date", "Texts without a date"),
    FlagKind.NO_LANGUAGE: ngettext_lazy(
        "Text in an unknown language", "Texts in an unknown language"
    ),
    FlagKind.OTHER_LANGUAGE: ngettext_lazy(
        "Text in a language not of the desk", "Texts in a language not of the desk"
    ),
    FlagKind.CLOCK_CONFLICT: ngettext_lazy(
        "Text whose clocks disagree", "Texts whose clocks disagree"
    ),
    FlagKind.CLOCK_WITHOUT_ZONE: ngettext_lazy(
        "Text whose clock has no zone", "Texts whose clock has no zone"
    ),
    FlagKind.DATE_CONFLICT: ngettext_lazy(
        "Text whose dates disagree", "Texts whose dates disagree"
    ),
    FlagKind.DATE_INFERRED: ngettext_lazy(
        "Text whose year was inferred", "Texts whose year was inferred"
    ),
    FlagKind.FUTURE_DATE: ngettext_lazy("Text dated in the future", "Texts dated in the future"),
    FlagKind.ENCODING_GUESSED: ngettext_lazy(
        "Text whose encoding was guessed", "Texts whose encoding was guessed"
    ),
    FlagKind.LETTERS_REPAIRED: ngettext_lazy(
        "Text whose letters were repaired", "Texts whose letters were repaired"
    ),
    FlagKind.LETTERS_LOST: ngettext_lazy(
        "Text that has lost letters", "Texts that have lost letters"
    ),
    FlagKind.CUT_SHORT: ngettext_lazy("Text that was cut short", "Texts that were cut short"),
    FlagKind.OFFICE_CONTRADICTED: ngettext_lazy(
        "Text whose offices contradict the record",
        "Texts whose offices contradict the record",
    ),
}


def doubt_words(kind: FlagKind, count: int) -> str:
    """“Texts without a headline”: how many stands before it, large."""
    return _NAMES[kind] % count
