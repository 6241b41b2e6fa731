"""Names in texts: the queue of proposals, and deciding on one."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.links import text_link
from articles.admin.open_names import OpenNamesMixin
from articles.models import Mention
from articles.tagging import NotTagged, confirm, reject
from ots_desk.admin import ReadOnlyAdmin
from ots_desk.text import fold


@admin.action(description=_("Accept"), permissions=["decide"])
def accept_all(modeladmin, request, queryset):
    modeladmin.decide_all(request, queryset, confirm)


@admin.action(description=_("Reject"), permissions=["decide"])
def reject_all(modeladmin, request, queryset):
    modeladmin.decide_all(request, queryset, reject)


@admin.register(Mention)
class MentionAdmin(OpenNamesMixin, ReadOnlyAdmin):
    """Mentions of texts that are for us; they are decided here or on the article's page."""

    list_display = ("text", "entity", "status", "rule", "in_text", "decided_by")
    list_filter = ("status", ("entity", admin.EmptyFieldListFilter), "field")
    list_select_related = ("entity", "translation", "decided_by")
    ordering = ("-pk",)
    actions = (accept_all, reject_all)

    def find(self, queryset, text):
        return queryset.filter(folded__contains=fold(text))

    def get_queryset(self, request):
        return super().get_queryset(request).of_texts_for_us()

    def has_decide_permission(self, request):
        return request.user.has_perm("articles.change_mention")

    @admin.display(description=_("in the text"))
    def in_text(self, mention):
        return text_link(mention.translation)

    def decide_all(self, request, mentions, decision) -> None:
        refused, count = set(), 0
        for mention in mentions:
            try:
                decision(mention, user=request.user)
                count += 1
            except NotTagged as error:
                refused.add(str(error))
        if count:
            done = ngettext("%d mention decided.", "%d mentions decided.", count) % count
            messages.success(request, done)
        for reason in refused:
            messages.error(request, reason)
