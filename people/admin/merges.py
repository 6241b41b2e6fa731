"""Merges of who's who in the admin: the preview with its choices, the log, the undo of each."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.kept import in_words
from ots_desk.locks import refusing_collisions
from ots_desk.log_words import account_of
from ots_desk.merging import MergeNotAllowed, MergeWish
from ots_desk.reversing import tried
from ots_desk.undoing import refusal_words, tell_kept
from people.admin.addresses import entity_address, preview_of
from people.admin.merge_form import EntityMergeForm
from people.admin.names import LooksAgainMixin
from people.judging import unite
from people.labels import what_it_is
from people.merging import (
    plan_merge,
    spellings_of_both,
    state_of,
    undo_merge,
)
from people.models import Entity, EntityMerge

CHANGE, ADD = "people.change_entitymerge", "people.add_entitymerge"


@admin.register(EntityMerge)
class EntityMergeAdmin(LooksAgainMixin, OwnPageMixin, ReadOnlyAdmin):
    """Every merge, with its undo; and the preview of one that isn't done yet."""

    list_display = ("what", "into", "reason", "made_by", "made_at", "undone_at")
    list_filter = (("undone_at", admin.EmptyFieldListFilter), "made_at")
    list_select_related = ("survivor", "duplicate", "made_by", "undone_by")
    ordering = ("-made_at", "-pk")
    row_posts = ("undo",)
    screens = ("undoing",)

    def get_urls(self):
        preview = path(
            "preview/<int:survivor>/<int:duplicate>/",
            self.admin_site.admin_view(self.preview),
            name="people_entitymerge_preview",
        )
        return [preview, *super().get_urls()]

    def find(self, queryset, text):
        found = Entity.objects.named_like(text).values("pk")
        return queryset.filter(survivor__in=found) | queryset.filter(duplicate__in=found)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("rows") if is_list else rows

    @admin.display(description=_("duplicate"))
    def what(self, merge):
        return f"{merge.duplicate} #{merge.duplicate_id}"

    @admin.display(description=_("survivor"))
    def into(self, merge):
        return f"{merge.survivor} #{merge.survivor_id}"

    def preview(self, request, survivor: int, duplicate: int):
        """What a merge would do, with its choices; posted, it is done."""
        if not request.user.has_perm(ADD):
            raise PermissionDenied
        one, other = (get_object_or_404(Entity, pk=pk) for pk in (survivor, duplicate))
        ends = one.survivor(), other.survivor()
        if ends != (one, other) and ends[0] != ends[1]:
            return HttpResponseRedirect(preview_of(*ends))
        plan = plan_merge(one, other)
        posted = request.POST if request.method == "POST" else None
        form = EntityMergeForm(plan, posted)
        if posted and form.is_valid() and (done := self._merge(request, one, other, form)):
            return HttpResponseRedirect(change_url(done))
        return self.screen(
            request,
            "admin/people/merge_preview.html",
            title=gettext("Merge “%(duplicate)s” into “%(survivor)s”")
            % {"duplicate": other, "survivor": one},
            plan=plan,
            form=form,
            state=state_of(one, other),
            rows=form.rows(plan.differences),
            sides=[(entity, what_it_is(entity), entity_address(entity)) for entity in (one, other)],
            swapped=preview_of(other, one),
        )

    def _merge(self, request, one: Entity, other: Entity, form) -> EntityMerge | None:
        wish = MergeWish(one, form.choices(), form.cleaned_data["seen"])
        try:
            with refusing_collisions(MergeNotAllowed), transaction.atomic():
                reason = form.cleaned_data["reason"]
                done = unite(one, other, wish, user=request.user, reason=reason)
                self.look_again(request, spellings_of_both(done))
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
            return None
        messages.success(request, gettext("The two are one record now. You can undo it here."))
        return done

    def page(self, request, merge):
        return self.screen(
            request,
            "admin/people/merge.html",
            title=gettext("Merge of two records"),
            original=merge,
            survivor_url=entity_address(merge.survivor),
            duplicate_url=entity_address(merge.duplicate),
            may_undo=request.user.has_perm(CHANGE),
            account=account_of(merge.rows, {Entity._meta.label}),
        )

    def undoing(self, request, pk: int):
        """What an undo would leave as it is, before it is done."""
        merge = get_object_or_404(EntityMerge, pk=pk)
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        try:
            kept = tried(lambda: undo_merge(merge, user=request.user))
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(change_url(merge))
        return self.screen(
            request,
            "admin/articles/undoing.html",
            title=gettext("Undo the merge of two records"),
            original=merge,
            action=reverse("admin:people_entitymerge_undo", args=[merge.pk]),
            kept=in_words(kept),
        )

    @row_post(CHANGE)
    def undo(self, request, merge):
        """Take the merge back: every row and value as it was, but for what was changed since."""
        try:
            with refusing_collisions(MergeNotAllowed), transaction.atomic():
                kept = undo_merge(merge, user=request.user)
                self.look_again(request, spellings_of_both(merge))
        except MergeNotAllowed as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, gettext("The merge is undone: two records again."))
            tell_kept(request, kept)
        return back(request, change_url(merge))
