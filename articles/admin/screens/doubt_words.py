"""What the ledger calls the texts about which there is a doubt."""

from django.utils.translation import ngettext

from articles.choices import FlagKind


def doubt_words(kind: FlagKind, count: int) -> str:
    """“3 texts without a headline”, but for the number: it stands before them, large."""
    return {
        FlagKind.NO_HEADLINE: ngettext(
            "Text without a headline", "Texts without a headline", count
        ),
        FlagKind.NO_OUTLET: ngettext("Text without an outlet", "Texts without an outlet", count),
        FlagKind.NO_DATE: ngettext("Text without a date", "Texts without a date", count),
        FlagKind.NO_LANGUAGE: ngettext(
            "Text in an unknown language", "Texts in an unknown language", count
        ),
        FlagKind.OTHER_LANGUAGE: ngettext(
            "Text in a language not of the desk", "Texts in a language not of the desk", count
        ),
        FlagKind.CLOCK_CONFLICT: ngettext(
            "Text whose clocks disagree", "Texts whose clocks disagree", count
        ),
        FlagKind.CLOCK_WITHOUT_ZONE: ngettext(
            "Text whose clock has no zone", "Texts whose clock has no zone", count
        ),
        FlagKind.DATE_CONFLICT: ngettext(
            "Text whose dates disagree", "Texts whose dates disagree", count
        ),
        FlagKind.DATE_INFERRED: ngettext(
            "Text whose year was inferred", "Texts whose year was inferred", count
        ),
        FlagKind.FUTURE_DATE: ngettext(
            "Text dated in the future", "Texts dated in the future", count
        ),
        FlagKind.ENCODING_GUESSED: ngettext(
            "Text whose encoding was guessed", "Texts whose encoding was guessed", count
        ),
        FlagKind.LETTERS_REPAIRED: ngettext(
            "Text whose letters were repaired", "Texts whose letters were repaired", count
        ),
        FlagKind.LETTERS_LOST: ngettext(
            "Text that has lost letters", "Texts that have lost letters", count
        ),
        FlagKind.CUT_SHORT: ngettext("Text that was cut short", "Texts that were cut short", count),
        FlagKind.OFFICE_CONTRADICTED: ngettext(
            "Text whose offices contradict the record",
            "Texts whose offices contradict the record",
            count,
        ),
    }[kind]
