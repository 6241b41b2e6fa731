"""Splits in the admin: taking a text out of its article, the log of splits, the undo of each."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import text_url
from articles.admin.rights import MovesTextsMixin, refuse_move
from articles.admin.screens.merge import TOLD
from articles.choices import SplitKind
from articles.leaving import put_in_again
from articles.models import Split, Translation
from articles.splitting import split_text, undo_split
from ots_desk.admin import change_url, check_posted
from ots_desk.kept import Kept
from ots_desk.reversing import Refused
from ots_desk.undo_admin import UndoAdmin
from ots_desk.undoing import refusal_words


def _undo(split: Split, *, user) -> list[Kept]:
    put_back = put_in_again if split.kind == SplitKind.STORY else undo_split
    return put_back(split, user=user)


@admin.register(Split)
class SplitAdmin(MovesTextsMixin, UndoAdmin):
    """Everything that was taken out of where it stood, with its undo."""

    list_display = ("__str__", "kind", "article", "reason", "made_by", "made_at", "undone_at")
    list_filter = ("kind", *UndoAdmin.list_filter)
    template = "admin/articles/split.html"
    told = TOLD
    operation = staticmethod(_undo)
    undone = _("It is back where it was.")
    when_empty = _(
        "Nothing has been taken apart. “Take the text out” and “another article” on an article’s "
        "page, and “Take out” on a story’s page do that; each then stands here, with its undo."
    )

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

    def title_of(self, split):
        return split.get_kind_display()

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
        try:
            refuse_move(request.user, [text])
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
