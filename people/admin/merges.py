"""Merges of who's who in the admin: the preview with its choices, the log, the undo of each."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.undo_admin import MergeAdmin
from people.admin.addresses import entity_address
from people.admin.merge_form import EntityMergeForm
from people.admin.names import LooksAgainMixin
from people.judging import unite
from people.labels import what_it_is
from people.merging import plan_merge, spellings_of_both, state_of, undo_merge
from people.models import Entity, EntityMerge


@admin.register(EntityMerge)
class EntityMergeAdmin(LooksAgainMixin, MergeAdmin):
    list_display = ("what", "into", "reason", "made_by", "made_at", "undone_at")
    list_select_related = ("survivor", "duplicate", *MergeAdmin.list_select_related)
    template = "admin/people/merge.html"
    preview_template = "admin/people/merge_preview.html"
    told = (Entity._meta.label,)
    operation = staticmethod(undo_merge)
    merged = _("The two are one record now. You can undo it here.")
    undone = _("The merge is undone: two records again.")
    when_empty = _(
        "No records have been merged. Answer “the same” in the queue of pairs, or mark two records "
        "in a list of who’s who and merge them. Each merge then stands here, with its undo."
    )

    def find(self, queryset, text):
        found = Entity.objects.named_like(text).values("pk")
        return queryset.filter(survivor__in=found) | queryset.filter(duplicate__in=found)

    @admin.display(description=_("duplicate"))
    def what(self, merge):
        return f"{merge.duplicate} #{merge.duplicate_id}"

    @admin.display(description=_("survivor"))
    def into(self, merge):
        return f"{merge.survivor} #{merge.survivor_id}"

    def title_of(self, merge):
        return gettext("Merge of two records")

    def values_of(self, merge):
        return {
            "survivor_url": entity_address(merge.survivor),
            "duplicate_url": entity_address(merge.duplicate),
        }

    def preview_page(self, survivor, duplicate, posted):
        plan = plan_merge(survivor, duplicate)
        form = EntityMergeForm(plan, posted)
        both = (survivor, duplicate)
        return {
            "title": gettext("Merge “%(duplicate)s” into “%(survivor)s”")
            % {"duplicate": duplicate, "survivor": survivor},
            "plan": plan,
            "form": form,
            "state": state_of(*both),
            "rows": form.rows(plan.differences),
            "sides": [(entity, what_it_is(entity), entity_address(entity)) for entity in both],
        }

    def merge(self, request, duplicate, wish, reason):
        done = unite(wish.survivor, duplicate, wish, user=request.user, reason=reason)
        self.look_again(request, spellings_of_both(done))
        return done

    def take_back(self, request, merge):
        kept = super().take_back(request, merge)
        self.look_again(request, spellings_of_both(merge))
        return kept
