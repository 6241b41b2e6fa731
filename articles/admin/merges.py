"""Merges of articles in the admin: the preview, the log, and the undo of each."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.rights import may_merge, may_undo, refuse_public
from articles.admin.screens.merge import done_page, merge_as_asked, preview_page
from articles.merging import undo_merge
from articles.models import Article, ArticleMerge, Translation
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.kept import in_words
from ots_desk.merging import MergeNotAllowed
from ots_desk.reversing import tried
from ots_desk.undoing import refusal_words, tell_kept


@admin.register(ArticleMerge)
class ArticleMergeAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Every merge, with its undo; and the preview of one that isn't done yet."""

    list_display = ("__str__", "into", "reason", "made_by", "made_at", "undone_at")
    list_filter = (("undone_at", admin.EmptyFieldListFilter), "made_at")
    list_select_related = ("made_by", "undone_by")
    ordering = ("-made_at", "-pk")
    when_empty = _(
        "No articles have been merged. Say in the queue of pairs what two articles are to each "
        "other, or choose “Merge with…” on the page of one. Each merge then stands here, with its "
        "undo."
    )
    row_posts = ("undo",)
    screens = ("undoing",)

    def get_urls(self):
        preview = path(
            "preview/<int:survivor>/<int:duplicate>/",
            self.admin_site.admin_view(self.preview),
            name="articles_articlemerge_preview",
        )
        return [preview, *super().get_urls()]

    def find(self, queryset, text):
        found = Translation.objects.containing(text).values("article")
        return queryset.filter(survivor__in=found)

    def get_queryset(self, request):
        rows = super().get_queryset(request).prefetch_related("survivor__translations")
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("rows") if is_list else rows

    @admin.display(description=_("survivor"))
    def into(self, merge):
        return str(merge.survivor)

    def preview(self, request, survivor: int, duplicate: int):
        """What a merge would do, with its choices; posted, it is done."""
        if not request.user.has_perm("articles.add_articlemerge"):
            raise PermissionDenied
        one, other = (get_object_or_404(Article, pk=pk) for pk in (survivor, duplicate))
        ends = one.survivor(), other.survivor()
        if ends != (one, other) and ends[0] != ends[1]:
            return HttpResponseRedirect(preview_url(*ends))
        posted = request.POST if request.method == "POST" else None
        page = preview_page(one, other, posted)
        done = self._merge(request, one, other, page["form"]) if "merge" in request.POST else None
        if done:
            return HttpResponseRedirect(change_url(done))
        title = gettext("Merge article %(duplicate)s into %(survivor)s") % {
            "duplicate": other.pk,
            "survivor": one.pk,
        }
        return self.screen(
            request,
            "admin/articles/merge_preview.html",
            title=title,
            swapped=preview_url(other, one),
            **page,
        )

    def _merge(self, request, survivor: Article, duplicate: Article, form) -> ArticleMerge | None:
        if not form.is_valid():
            return None
        if not may_merge(request.user, survivor, duplicate):
            refuse_public(request)
            return None
        try:
            done = merge_as_asked(
                survivor,
                duplicate,
                user=request.user,
                reason=form.cleaned_data["reason"],
                choices=form.choices(),
                seen=form.cleaned_data["seen"],
            )
        except MergeNotAllowed as error:
            messages.error(request, str(error))
            return None
        messages.success(request, gettext("The two are one article now. You can undo it here."))
        return done

    def page(self, request, merge):
        return self.screen(
            request,
            "admin/articles/merge.html",
            title=gettext("Merge of two articles"),
            original=merge,
            texts=merge.survivor.translations.select_related("source"),
            may_undo=request.user.has_perm("articles.change_articlemerge")
            and may_undo(request.user, merge),
            **done_page(merge),
        )

    def undoing(self, request, pk: int):
        """What an undo would leave as it is, before it is done."""
        merge = get_object_or_404(ArticleMerge, pk=pk)
        if not request.user.has_perm("articles.change_articlemerge"):
            raise PermissionDenied
        try:
            kept = tried(lambda: undo_merge(merge, user=request.user))
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(change_url(merge))
        return self.screen(
            request,
            "admin/articles/undoing.html",
            title=gettext("Undo: %(what)s") % {"what": merge},
            original=merge,
            leave=change_url(merge),
            action=reverse("admin:articles_articlemerge_undo", args=[merge.pk]),
            kept=in_words(kept),
        )

    @row_post("articles.change_articlemerge")
    def undo(self, request, merge):
        """Take the merge back: every row and value as it was, but for what was changed since."""
        if not may_undo(request.user, merge):
            refuse_public(request)
            return back(request, change_url(merge))
        try:
            kept = undo_merge(merge, user=request.user)
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, gettext("The merge is undone: two articles again."))
            tell_kept(request, kept)
        return back(request, change_url(merge))


def preview_url(survivor: Article, duplicate: Article) -> str:
    return reverse("admin:articles_articlemerge_preview", args=[survivor.pk, duplicate.pk])
