"""What an editor is told when something can't be done or undone, or not all of it."""

from django.contrib import messages
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

from ots_desk.admin import change_url
from ots_desk.implying import Contradiction, words_of_source
from ots_desk.kept import Kept, in_words
from ots_desk.reversing import Refused


def refusal_words(error: Refused) -> str:
    """Why not; each decision in the way, and what the undo waits for, as a link."""
    if error.blocking:
        link = change_url(error.blocking)
        return format_html(
            '{} <a href="{}">{}</a>', error, link, gettext("Show what is in the way")
        )
    if not isinstance(error, Contradiction):
        return str(error)
    sources = [bond.source for bond in error.chain]
    links = ((change_url(source), words_of_source(source)) for source in sources)
    return format_html(
        "{} {}",
        gettext("That contradicts what was decided:"),
        format_html_join("; ", '<a href="{}">{}</a>', links),
    )


def tell_kept(request, kept: list[Kept]) -> None:
    """Name what an undo left as it is."""
    if kept:
        items = format_html_join("", "<li>{}</li>", ([words] for words in in_words(kept)))
        messages.warning(request, format_html("{}<ul>{}</ul>", gettext("Left as it is:"), items))
