"""Splits of who's who in the admin: the log, and the undo of each."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.undo_admin import UndoAdmin
from people.admin.addresses import entity_address
from people.admin.names import LooksAgainMixin
from people.models import Entity, EntitySplit
from people.splitting import spellings_of_split, undo_split


@admin.register(EntitySplit)
class EntitySplitAdmin(LooksAgainMixin, UndoAdmin):
    list_display = ("out_of", "into", "reason", "made_by", "made_at", "undone_at")
    list_select_related = ("entity", "made", *UndoAdmin.list_select_related)
    template = "admin/people/split.html"
    told = (Entity._meta.label,)
    operation = staticmethod(undo_split)
    undone = _("The split is undone: one record again.")
    when_empty = _(
        "No record has been split. “Split…” on the page of a record that stands for two "
        "does that; each then stands here, with its undo."
    )

    def find(self, queryset, text):
        found = Entity.objects.named_like(text).values("pk")
        return queryset.filter(entity__in=found) | queryset.filter(made__in=found)

    @admin.display(description=_("out of"))
    def out_of(self, split):
        return f"{split.entity} #{split.entity_id}"

    @admin.display(description=_("into"))
    def into(self, split):
        return f"{split.made} #{split.made_id}" if split.made else ""

    def title_of(self, split):
        return gettext("Split of a record")

    def values_of(self, split):
        return {
            "entity_url": entity_address(split.entity),
            "made_url": entity_address(split.made) if split.made else "",
        }

    def take_back(self, request, split):
        spellings = spellings_of_split(split)  # of both, while there are two
        kept = super().take_back(request, split)
        self.look_again(request, spellings)
        return kept
