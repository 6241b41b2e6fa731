"""Two texts of one article side by side, and which of them was translated from which.

Mixed into the admin of texts; the rows are made by `screens.texts_beside`, the decisions carried
out by `articles.directing`.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from articles.admin.links import text_url
from articles.admin.screens.since import since_followed, since_received
from articles.admin.screens.texts_beside import texts_beside
from articles.directing import mark_reviewed, set_direction, source_of
from articles.models import Translation
from articles.publishing import NotAllowed
from articles.revisions import last_number
from ots_desk.admin import back, number_of, posted_id, row_post
from ots_desk.versions import StaleVersion


def beside_url(text: Translation, other: Translation | None = None) -> str:
    """The page on which `text` stands beside `other`, or beside its source."""
    url = reverse("admin:articles_translation_beside", args=[text.pk])
    return f"{url}?{urlencode({'with': other.pk})}" if other else url


class BesideMixin:
    """Adds the screens `beside`, with its decisions `direct` and `review`, and `received`."""

    def beside(self, request, pk: int):
        """The text beside another one of its article: the one asked for, its source, or the
        first."""
        text = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, text):
            raise PermissionDenied
        others = list(self._others(text))
        source = source_of(text)
        other = _chosen(others, request.GET.get("with", ""), source)
        values = self._side_by_side(request, *_in_order(text, other)) if other else {}
        return self.screen(
            request,
            "admin/articles/beside.html",
            title=gettext("Side by side"),
            original=text,
            others=[(one, beside_url(text, one), one == other) for one in others],
            article_url=text_url(text),
            **values,
        )

    def received(self, request, pk: int):
        """What the desk has changed in an outlet's text, word by word."""
        texts = self.get_queryset(request).select_related("reading")
        text = get_object_or_404(texts, pk=pk)
        if not self.has_view_permission(request, text):
            raise PermissionDenied
        return self.screen(
            request,
            "admin/articles/received.html",
            title=gettext("What the desk has changed"),
            original=text,
            rows=since_received(text),
            article_url=text_url(text),
            may_edit=self.has_change_permission(request, text),
        )

    def _others(self, text: Translation):
        texts = text.article.translations.standing().exclude(pk=text.pk)
        return texts.select_related("source", "agency", "follows").order_by("pk")

    def _side_by_side(self, request, first: Translation, second: Translation) -> dict:
        is_directed = source_of(second) == first
        since = since_followed(second, first) if is_directed else None
        sides = [(one, self.has_change_permission(request, one)) for one in (first, second)]
        return {
            "first": first,
            "second": second,
            "sides": sides,
            "may_direct": all(may for _text, may in sides),
            "may_review": sides[1][1],
            "is_directed": is_directed,
            "since": since,
            "seen": last_number(first),
            "seen_second": last_number(second),
            "beside": texts_beside(first, second, since.changed if since else frozenset()),
            "here": request.get_full_path(),
        }

    @row_post("articles.change_translation")
    def direct(self, request, text):
        """Say which text this one was translated from; without one: parallel again."""
        source = posted_id(request, "source")
        found = text.article.translations.filter(pk=source).first() if source else None
        if source and not found:
            raise Http404
        done = (
            gettext("Translated from the text in %(language)s.")
            if found
            else gettext("Parallel again: which came first is unknown.")
        )
        words = done % {"language": found.language_name} if found else done
        return self._decide(request, text, set_direction, words, source=found)

    @row_post("articles.change_translation")
    def review(self, request, text):
        """The translation is still right, says who has compared it with its source."""
        words = gettext("Reviewed: the translation is still right.")
        return self._decide(request, text, mark_reviewed, words)

    def _decide(self, request, text, operation, words: str, **given):
        if not self.has_change_permission(request, text):
            raise PermissionDenied
        try:
            _check_seen(request, text)
            operation(
                text, user=request.user, seen=number_of(request.POST.get("seen", "")), **given
            )
        except (NotAllowed, StaleVersion) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, words)
            self._warn_if_stale(request, text)
        return back(request, beside_url(text))

    def _warn_if_stale(self, request, text: Translation) -> None:
        if Translation.objects.stale().filter(pk=text.pk).exists():
            messages.warning(
                request, gettext("Its source has changed again since you opened the page.")
            )


def _chosen(others: list[Translation], asked: str, source) -> Translation | None:
    wanted = number_of(asked) or (source.pk if source else None)
    return next((one for one in others if one.pk == wanted), others[0] if others else None)


def _in_order(text: Translation, other: Translation) -> tuple[Translation, Translation]:
    """The source stands first, where it is known."""
    return (other, text) if source_of(text) == other else (text, other)


def _check_seen(request, text: Translation) -> None:
    if request.POST.get("seen_version", str(text.version)) != str(text.version):
        raise NotAllowed(
            gettext("Somebody has changed this text since you opened it. Look at it again.")
        )
