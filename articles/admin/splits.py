"""Splits in the admin: taking a text out of its article, the log of splits, the undo of each."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import text_url
from articles.admin.rights import may_move, may_undo, refuse_public
from articles.admin.screens.merge import done_page
from articles.choices import SplitKind
from articles.leaving import put_in_again
from articles.models import Split, Translation
from articles.publishing import NotAllowed
from articles.splitting import split_text, undo_split
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, check_posted, row_post
from ots_desk.kept import Kept, in_words
from ots_desk.reversing import Refused, tried
from ots_desk.undoing import refusal_words, tell_kept


@admin.register(Split)
class SplitAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Everything that was taken out of where it stood, with its undo."""

    list_display = ("__str__", "kind", "article", "reason", "made_by", "made_at", "undone_at")
    list_filter = ("kind", ("undone_at", admin.EmptyFieldListFilter), "made_at")
    list_select_related = ("made_by", "undone_by")
    ordering = ("-made_at", "-pk")
    when_empty = _(
        "Nothing has been taken apart. “Take the text out” and “another article” on an article’s "
        "page, and “Take out” on a story’s page do that; each then stands here, with its undo."
    )
    row_posts = ("undo",)
    screens = ("undoing",)

    def get_urls(self):
        of_text = path(
            "text/<int:pk>/",
            self.admin_site.admin_view(self.of_text),
            name="articles_split_of_text",
        )
        return [of_text, *super().get_urls()]

    def find(self, queryset, text):
        found = Translation.objects.containing(text).values("article")
        return queryset.filter(article__in=found)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("article__translations")

    def of_text(self, request, pk: int):
        """Ask why a text leaves its article, and whether the two are different; then do it."""
        if not request.user.has_perm("articles.add_split"):
            raise PermissionDenied
        text = get_object_or_404(Translation, pk=pk)
        if request.method == "POST" and (split := self._split(request, text)):
            return HttpResponseRedirect(change_url(split))
        return self.screen(
            request,
            "admin/articles/split_text.html",
            title=gettext("Take a text out of its article"),
            text=text,
            others=text.article.translations.standing().exclude(pk=text.pk),
            here=text_url(text),
        )

    def _split(self, request, text: Translation) -> Split | None:
        check_posted(request.POST)
        if not may_move(request.user, [text]):
            refuse_public(request)
            return None
        try:
            split = split_text(
                text,
                user=request.user,
                reason=request.POST.get("reason", ""),
                are_different="are_different" in request.POST,
            )
        except Refused as error:
            messages.error(request, refusal_words(error))
            return None
        messages.success(request, gettext("It is an article of its own now. You can undo it here."))
        return split

    def page(self, request, split):
        return self.screen(
            request,
            "admin/articles/split.html",
            title=split.get_kind_display(),
            original=split,
            may_undo=request.user.has_perm("articles.change_split")
            and may_undo(request.user, split),
            **done_page(split),
        )

    def undoing(self, request, pk: int):
        """What an undo would leave as it is, before it is done."""
        split = get_object_or_404(Split, pk=pk)
        if not request.user.has_perm("articles.change_split"):
            raise PermissionDenied
        try:
            kept = tried(lambda: _undo(split, request.user))
        except (Refused, NotAllowed) as error:
            messages.error(request, _words(error))
            return HttpResponseRedirect(change_url(split))
        return self.screen(
            request,
            "admin/articles/undoing.html",
            title=gettext("Undo: %(what)s") % {"what": split},
            original=split,
            leave=change_url(split),
            action=reverse("admin:articles_split_undo", args=[split.pk]),
            kept=in_words(kept),
        )

    @row_post("articles.change_split")
    def undo(self, request, split):
        """Put it back where it was, but for what was changed since."""
        if not may_undo(request.user, split):
            refuse_public(request)
            return back(request, change_url(split))
        try:
            tell_kept(request, _undo(split, request.user))
        except (Refused, NotAllowed) as error:
            messages.error(request, _words(error))
        else:
            messages.success(request, gettext("It is back where it was."))
        return back(request, change_url(split))


def _undo(split: Split, user) -> list[Kept]:
    put_back = put_in_again if split.kind == SplitKind.STORY else undo_split
    return put_back(split, user=user)


def _words(error: Exception) -> str:
    return refusal_words(error) if isinstance(error, Refused) else str(error)
