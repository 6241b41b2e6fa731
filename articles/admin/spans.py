"""Which words of a text an editor has typed or selected."""

from django.utils.translation import gettext

from articles.choices import MentionField
from articles.models import Translation
from articles.tagging import NotASpan


def span_of(text: Translation, posted) -> tuple[str, int, int]:
    """The field and offsets of the words that an editor typed or selected.

    `start` is given by the script that follows the selection; without it the first place counts
    that is not linked yet. Raises NotASpan where the words aren't in that field, or not where
    they were selected.
    """
    field, words = posted.get("field", ""), posted.get("words", "").strip()
    if field not in MentionField.values or not words:
        raise NotASpan(gettext("Type or select the words that name somebody."))
    start = posted.get("start", "")
    if start:
        return _selected(text, field, words, start)
    at = _first_unlinked(text, field, words)
    if at < 0:
        raise NotASpan(
            gettext("“%(words)s” doesn't stand in the %(field)s, or is linked already.")
            % {"words": words, "field": MentionField(field).label}
        )
    return field, at, at + len(words)


def _selected(text: Translation, field: str, words: str, start: str) -> tuple[str, int, int]:
    is_number = start.isdecimal() and len(start) < 10
    if not is_number or not getattr(text, field).startswith(words, int(start)):
        raise NotASpan(gettext("The text has been edited since you selected words in it."))
    return field, int(start), int(start) + len(words)


def _first_unlinked(text: Translation, field: str, words: str) -> int:
    value = getattr(text, field)
    linked = [(m.start, m.end) for m in text.mentions.confirmed().filter(field=field)]
    at = value.find(words)
    while at >= 0 and any(at < end and first < at + len(words) for first, end in linked):
        at = value.find(words, at + 1)
    return at
