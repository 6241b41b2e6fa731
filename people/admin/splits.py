"""Splits of who's who in the admin: the log, and the undo of each."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.kept import in_words
from ots_desk.locks import refusing_collisions
from ots_desk.log_words import account_of
from ots_desk.reversing import Refused, tried
from ots_desk.undoing import refusal_words, tell_kept
from people.admin.addresses import entity_address
from people.admin.names import LooksAgainMixin
from people.models import Entity, EntitySplit
from people.splitting import spellings_of_split, undo_split

CHANGE = "people.change_entitysplit"


@admin.register(EntitySplit)
class EntitySplitAdmin(LooksAgainMixin, OwnPageMixin, ReadOnlyAdmin):
    """Every split, with its undo."""

    list_display = ("out_of", "into", "reason", "made_by", "made_at", "undone_at")
    list_filter = (("undone_at", admin.EmptyFieldListFilter), "made_at")
    list_select_related = ("entity", "made", "made_by", "undone_by")
    ordering = ("-made_at", "-pk")
    row_posts = ("undo",)
    screens = ("undoing",)

    def find(self, queryset, text):
        found = Entity.objects.named_like(text).values("pk")
        return queryset.filter(entity__in=found) | queryset.filter(made__in=found)

    @admin.display(description=_("out of"))
    def out_of(self, split):
        return f"{split.entity} #{split.entity_id}"

    @admin.display(description=_("into"))
    def into(self, split):
        return f"{split.made} #{split.made_id}" if split.made else ""

    def page(self, request, split):
        return self.screen(
            request,
            "admin/people/split.html",
            title=gettext("Split of a record"),
            original=split,
            entity_url=entity_address(split.entity),
            made_url=entity_address(split.made) if split.made else "",
            may_undo=request.user.has_perm(CHANGE),
            account=account_of(split.rows, {Entity._meta.label}),
        )

    def undoing(self, request, pk: int):
        """What an undo would leave as it is, before it is done."""
        split = get_object_or_404(EntitySplit, pk=pk)
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        try:
            kept = tried(lambda: undo_split(split, user=request.user))
        except Refused as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(change_url(split))
        return self.screen(
            request,
            "admin/articles/undoing.html",
            title=gettext("Undo the split of a record"),
            original=split,
            action=reverse("admin:people_entitysplit_undo", args=[split.pk]),
            kept=in_words(kept),
        )

    @row_post(CHANGE)
    def undo(self, request, split):
        """Put everything back, but for what was changed since."""
        spellings = spellings_of_split(split)
        try:
            with refusing_collisions(Refused), transaction.atomic():
                kept = undo_split(split, user=request.user)
                self.look_again(request, spellings)
        except Refused as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, gettext("The split is undone: one record again."))
            tell_kept(request, kept)
        return back(request, change_url(split))
