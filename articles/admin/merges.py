"""Merges of articles in the admin: the log, and the undo of each."""

from django.contrib import admin, messages
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.merging import undo_merge
from articles.models import ArticleMerge, Translation
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.merging import MergeNotAllowed


@admin.register(ArticleMerge)
class ArticleMergeAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Every merge, with its undo."""

    list_display = ("__str__", "into", "reason", "made_by", "made_at", "undone_at")
    list_filter = (("undone_at", admin.EmptyFieldListFilter), "made_at")
    list_select_related = ("made_by", "undone_by")
    ordering = ("-made_at", "-pk")
    row_posts = ("undo",)

    def find(self, queryset, text):
        found = Translation.objects.containing(text).values("article")
        return queryset.filter(survivor__in=found)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("survivor__translations")

    @admin.display(description=_("survivor"))
    def into(self, merge):
        return str(merge.survivor)

    def page(self, request, merge):
        return self.screen(
            request,
            "admin/articles/merge.html",
            title=gettext("Merge of two articles"),
            original=merge,
            texts=merge.survivor.translations.select_related("source"),
            may_undo=request.user.has_perm("articles.change_articlemerge"),
        )

    @row_post("articles.change_articlemerge")
    def undo(self, request, merge):
        """Take the merge back: every row and value as it was, but for what was changed since."""
        try:
            result = undo_merge(merge, user=request.user)
        except MergeNotAllowed as error:
            messages.error(request, str(error))
        else:
            messages.success(request, gettext("The merge is undone: two articles again."))
            if result.kept:
                messages.warning(
                    request,
                    gettext("Left as it is, because it was changed since: %(rows)s.")
                    % {"rows": ", ".join(f"{row.model} {row.pk}" for row in result.kept)},
                )
        return back(request, change_url(merge))
