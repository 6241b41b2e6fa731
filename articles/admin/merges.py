"""Merges of articles in the admin: the preview, the log, and the undo of each."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.rights import MovesTextsMixin, refuse_merge
from articles.admin.screens.merge import TOLD, preview_page
from articles.judging import unite
from articles.merging import undo_merge
from articles.models import ArticleMerge, Translation
from ots_desk.undo_admin import MergeAdmin


@admin.register(ArticleMerge)
class ArticleMergeAdmin(MovesTextsMixin, MergeAdmin):
    list_display = ("__str__", "into", "reason", "made_by", "made_at", "undone_at")
    template = "admin/articles/merge.html"
    preview_template = "admin/articles/merge_preview.html"
    told = TOLD
    operation = staticmethod(undo_merge)
    merged = _("The two are one article now. You can undo it here.")
    undone = _("The merge is undone: two articles again.")
    when_empty = _(
        "No articles have been merged. Say in the queue of pairs what two articles are to each "
        "other, or choose “Merge with…” on the page of one. Each merge then stands here, with its "
        "undo."
    )

    def find(self, queryset, text):
        found = Translation.objects.containing(text).values("article")
        return queryset.filter(survivor__in=found)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("survivor__translations")

    @admin.display(description=_("survivor"))
    def into(self, merge):
        return str(merge.survivor)

    def title_of(self, merge):
        return gettext("Merge of two articles")

    def values_of(self, merge):
        return {"texts": merge.survivor.translations.select_related("source")}

    def preview_page(self, survivor, duplicate, posted):
        both = {"duplicate": duplicate.pk, "survivor": survivor.pk}
        title = gettext("Merge article %(duplicate)s into %(survivor)s") % both
        return {"title": title, **preview_page(survivor, duplicate, posted)}

    def merge(self, request, duplicate, wish, reason):
        refuse_merge(request.user, wish.survivor, duplicate)
        return unite(wish.survivor, duplicate, wish, user=request.user, reason=reason)
