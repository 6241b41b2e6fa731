"""The log of what editors have done in the admin, each with its page and its undo; and merges,
with the preview of one that isn't done yet.

What is done and undone is each app's own: a subclass names the operations.
"""

from collections.abc import Callable

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.kept import Kept, in_words
from ots_desk.locks import refusing_collisions
from ots_desk.log_words import account_of
from ots_desk.merging import Merge, Mergeable, MergeWish
from ots_desk.reversing import Refused, Reversible, tried
from ots_desk.undoing import refusal_words, tell_kept


class UndoAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Everything of one kind that was done, the latest first, each with its undo."""

    list_filter = (("undone_at", admin.EmptyFieldListFilter), "made_at")
    list_select_related = ("made_by", "undone_by")
    ordering = ("-made_at", "-pk")
    row_posts = ("undo",)
    screens = ("undoing",)
    # The page of one, and of which models it shows the changed values one by one.
    template = ""
    told: tuple[str, ...] = ()
    # The operation that takes one back, and what an editor is told then.
    operation: Callable[..., list[Kept]]
    undone = _("Undone.")

    def get_queryset(self, request):
        """Without the logs where many are listed."""
        rows = super().get_queryset(request)
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("rows") if is_list else rows

    def may_undo(self, request, done: Reversible) -> bool:
        """Is the undo offered to this user?"""
        return self.may(request, "change")

    def title_of(self, done: Reversible) -> str:
        return str(done)

    def values_of(self, done: Reversible) -> dict:
        """What the template of the page shows besides."""
        return {}

    def take_back(self, request, done: Reversible) -> list[Kept]:
        """Undo it, with what follows; all in one transaction."""
        return self.operation(done, user=request.user)

    def page(self, request, done):
        return self.screen(
            request,
            self.template,
            title=self.title_of(done),
            original=done,
            may_undo=self.may_undo(request, done),
            account=account_of(done.rows, self.told),
            **self.values_of(done),
        )

    def undoing(self, request, pk: int):
        """What an undo would leave as it is, before it is done."""
        done = get_object_or_404(self.model, pk=pk)
        if not self.may(request, "change"):
            raise PermissionDenied
        try:
            kept = tried(lambda: self.operation(done, user=request.user))
        except Refused as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(change_url(done))
        title = gettext("Undo: %(what)s") % {"what": done}
        return self.screen(
            request, "admin/undoing.html", title=title, original=done, kept=in_words(kept)
        )

    @row_post()
    def undo(self, request, done):
        """Take it back: every row and value as it was, but for what was changed since."""
        try:
            with refusing_collisions(Refused), transaction.atomic():
                kept = self.take_back(request, done)
        except Refused as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, self.undone)
            tell_kept(request, kept)
        return back(request, change_url(done))


class MergeAdmin(UndoAdmin):
    """Every merge, with its undo; and the preview of one that isn't done yet."""

    preview_template = ""
    merged = _("The two are one now. You can undo it here.")

    def preview_page(self, survivor: Mergeable, duplicate: Mergeable, posted) -> dict:
        """The title, the form, and what else the template shows; `posted` are choices."""
        raise NotImplementedError

    def merge(self, request, duplicate: Mergeable, wish: MergeWish, reason: str) -> Merge:
        """Merge as wished, with what follows; all in one transaction."""
        raise NotImplementedError

    def get_urls(self):
        preview = path(
            "preview/<int:survivor>/<int:duplicate>/",
            self.admin_site.admin_view(self.preview),
            name=f"{self.opts.app_label}_{self.opts.model_name}_preview",
        )
        return [preview, *super().get_urls()]

    def preview(self, request, survivor: int, duplicate: int):
        """What a merge would do, with its choices; posted, it is done, unless the editor only
        wants to look at what they do."""
        if not self.may(request, "add"):
            raise PermissionDenied
        records = self.model._meta.get_field("survivor").related_model
        one, other = (get_object_or_404(records, pk=pk) for pk in (survivor, duplicate))
        ends = one.survivor(), other.survivor()
        if ends != (one, other) and ends[0] != ends[1]:
            return HttpResponseRedirect(preview_url(self.model, *ends))
        page = self.preview_page(one, other, request.POST if request.method == "POST" else None)
        is_asked = request.method == "POST" and "look" not in request.POST
        if is_asked and (done := self._merged(request, one, other, page["form"])):
            return HttpResponseRedirect(change_url(done))
        swapped = preview_url(self.model, other, one)
        return self.screen(request, self.preview_template, swapped=swapped, **page)

    def _merged(self, request, survivor, duplicate, form) -> Merge | None:
        if not form.is_valid():
            return None
        wish = MergeWish(survivor, form.choices(), form.cleaned_data["seen"])
        try:
            with refusing_collisions(Refused), transaction.atomic():
                done = self.merge(request, duplicate, wish, form.cleaned_data["reason"])
        except Refused as error:
            messages.error(request, refusal_words(error))
            return None
        messages.success(request, self.merged)
        return done


def preview_url(merges: type[Merge], survivor: Mergeable, duplicate: Mergeable) -> str:
    """Where values are chosen before the two are merged."""
    name = f"admin:{merges._meta.app_label}_{merges._meta.model_name}_preview"
    return reverse(name, args=[survivor.pk, duplicate.pk])
