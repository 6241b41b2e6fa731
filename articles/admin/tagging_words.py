"""What is said after a decision on a name, with the buttons that go on from there."""

from django.contrib import messages
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from articles.choices import MentionRule, TaggingVerb
from articles.creating import offers_spelling
from articles.models import Mention, TaggingStep

# Rules by which the desk proposes spellings that nobody has attested yet.
NEW_SPELLINGS = (MentionRule.SOUNDS_LIKE, MentionRule.UNATTESTED_NAME)


def say(request, step: TaggingStep | None) -> None:
    """What happened, with a button that takes it back, and one that remembers a new spelling."""
    if step is None:
        messages.info(request, gettext("Nothing was left to be decided there."))
        return
    again = _spelling_button(step) if request.user.has_perm("people.add_name") else ""
    messages.success(request, format_html("{} {} {}", words_of(step), undo_button(step), again))


def words_of(step: TaggingStep) -> str:
    """“Japarov” is Sadyr Japarov: 3 mentions."""
    words = {"words": step.words, "name": step.entity, "count": step.mention_count}
    said = _SAID[step.verb] if step.entity else _SAID_OF_NOBODY[step.verb]
    if step.verb == TaggingVerb.RELINK and step.brought_spelling:
        more = gettext("“%(words)s” is a spelling of %(name)s from now on.") % words
        return f"{said(words)} {more}"
    return said(words)


_SAID = {
    TaggingVerb.ACCEPT: lambda w: _counted(gettext("Accepted: %(name)s.") % w, w),
    TaggingVerb.REJECT: lambda w: _counted(gettext("“%(words)s” isn't %(name)s here.") % w, w),
    TaggingVerb.RELINK: lambda w: _counted(gettext("“%(words)s” is %(name)s.") % w, w),
    TaggingVerb.LINK: lambda w: gettext("“%(words)s” is %(name)s.") % w,
    TaggingVerb.CREATE: lambda w: _counted(gettext("In who's who: “%(words)s”.") % w, w),
    TaggingVerb.DISMISS: lambda w: _counted(
        gettext("“%(words)s” won't be proposed as %(name)s again, in any text.") % w, w
    ),
}


_SAID_OF_NOBODY = {
    **_SAID,
    TaggingVerb.ACCEPT: lambda w: _counted(gettext("Accepted: %(words)s.") % w, w),
    TaggingVerb.REJECT: lambda w: _counted(gettext("“%(words)s” is nobody here.") % w, w),
    TaggingVerb.DISMISS: lambda w: _counted(
        gettext("“%(words)s” won't be proposed again, in any text.") % w, w
    ),
}


def _counted(said: str, words: dict) -> str:
    if words["count"] < 2:
        return said
    counted = ngettext("%(count)d mention.", "%(count)d mentions.", words["count"])
    return f"{said} {counted % words}"


def undo_button(step: TaggingStep) -> str:
    """A button for the page's form of decisions."""
    return format_html(
        '<button class="btn-2" form="decide" name="undo" value="{}">{}</button>',
        step.pk,
        gettext("Undo"),
    )


def _spelling_button(step: TaggingStep) -> str:
    """Offers to remember words that aren't a spelling of whom they mean yet."""
    mention = _linked_by(step)
    if mention is None or not offers_spelling(mention):
        return ""
    return format_html(
        '<button class="btn-2" form="decide" name="remember" value="{}" data-code="KeyH">{} '
        "<kbd>H</kbd></button>",
        mention.pk,
        gettext("Remember “%(words)s” as a spelling") % {"words": mention.called or mention.text},
    )


def _linked_by(step: TaggingStep) -> Mention | None:
    """The first mention that a step has linked by a spelling that may be new; what the desk
    itself knew, it knew by a spelling that it has."""
    if step.verb not in (TaggingVerb.ACCEPT, TaggingVerb.RELINK, TaggingVerb.LINK):
        return None
    linked = Mention.objects.confirmed().filter(pk__in=step.mentions, entity=step.entity_id)
    if step.verb == TaggingVerb.ACCEPT:
        linked = linked.filter(rule__in=NEW_SPELLINGS)
    return linked.select_related("entity").order_by("pk").first() if step.entity_id else None
