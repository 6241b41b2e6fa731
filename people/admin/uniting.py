"""From the page of a record, or from a list: to merging it with another, or splitting it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import change_url, check_posted
from ots_desk.locks import refusing_collisions
from ots_desk.reversing import Refused
from ots_desk.undoing import refusal_words
from people.admin.addresses import entity_address, preview_address
from people.labels import term_dates, what_it_is, what_of
from people.mistyped import nearly_named
from people.models import Entity
from people.nearest import nearest_people
from people.splitting import spellings_of_split, split

MERGE, SPLIT = "people.add_entitymerge", "people.add_entitysplit"

# So many are offered to merge with; whoever wants another types more of its name.
MOST_FOUND = 12


class SplitForm(forms.Form):
    """Where to; the spellings and terms are the tables above it."""

    into = forms.CharField(
        label=_("Into another record"),
        required=False,
        max_length=300,
        help_text=_("Its number or a spelling of it. Empty: into a new one."),
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=300)

    def __init__(self, entity: Entity, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._entity = entity

    def clean_into(self) -> Entity | None:
        if not (asked := self.cleaned_data["into"].strip()):
            return None
        found = _found(asked, self._entity)
        if len(found) == 1:
            return found[0]
        words = ", ".join(f"{one} #{one.pk}" for one in found)
        raise forms.ValidationError(
            gettext("Several fit; write the number: %(found)s.") % {"found": words}
            if found
            else gettext("Nobody and nothing of this kind is called so.")
        )


class UnitesMixin:
    """`merge_with` looks for the other record; `split` takes spellings out of this one."""

    def merge_with(self, request, pk: int):
        """Look for the record to merge with, by any spelling, its number or its address."""
        if not request.user.has_perm(MERGE):
            raise PermissionDenied
        check_posted(request.GET)
        entity = get_object_or_404(Entity, pk=pk).survivor()
        asked = request.GET.get("q", "").strip()
        found = _found(asked, entity) if asked else _likeliest(entity)
        offered = [(one, what_it_is(one), preview_address(entity, one)) for one in found]
        return self.screen(
            request,
            "admin/people/merge_with.html",
            title=gettext("Merge “%(name)s” with…") % {"name": entity},
            original=entity,
            about=what_it_is(entity),
            address=entity_address(entity),
            asked=asked,
            offered=offered,
        )

    def split(self, request, pk: int):
        """Choose the spellings and terms to take out; posted, it is done."""
        if not request.user.has_perm(SPLIT):
            raise PermissionDenied
        entity = get_object_or_404(Entity, pk=pk)
        form = SplitForm(entity, request.POST if request.method == "POST" else None)
        done = self._split(request, entity, form.cleaned_data) if form.is_valid() else None
        if done:
            return HttpResponseRedirect(change_url(done))
        return self.screen(
            request,
            "admin/people/split_record.html",
            title=gettext("Split “%(name)s”") % {"name": entity},
            original=entity,
            about=what_it_is(entity),
            address=entity_address(entity),
            names=entity.names.order_by("language", "pk"),
            terms=[(term, what_of(term), term_dates(term)) for term in _terms(entity)],
            chosen_names=request.POST.getlist("name"),
            chosen_terms=request.POST.getlist("term"),
            form=form,
        )

    def _split(self, request, entity: Entity, asked: dict):
        names = _chosen(entity.names, request.POST.getlist("name"))
        terms = _chosen(entity.memberships, request.POST.getlist("term"))
        try:
            with refusing_collisions(Refused), transaction.atomic():
                done = split(entity, names, terms=terms, user=request.user, **asked)
                self.look_again(request, spellings_of_split(done))
        except Refused as error:
            messages.error(request, refusal_words(error))
            return None
        messages.success(request, gettext("Taken out. You can undo it here."))
        return done

    def has_merge_permission(self, request):
        return request.user.has_perm(MERGE)


@admin.action(description=_("Merge these two…"), permissions=["merge"])
def merge_two(modeladmin, request, queryset):
    two = {entity.survivor() for entity in Entity.objects.filter(pk__in=queryset[:3].values("pk"))}
    if len(two) != 2:
        messages.error(request, gettext("Mark exactly two records."))
        return None
    return HttpResponseRedirect(preview_address(*two))


def _terms(entity: Entity):
    return entity.memberships.select_related("post", "organization")


def _chosen(rows, posted: list[str]) -> list:
    return list(rows.filter(pk__in=[int(pk) for pk in posted if pk.isdecimal() and len(pk) < 19]))


def _found(asked: str, entity: Entity) -> list[Entity]:
    """Records of the same kind by number or any spelling, mistyped ones too."""
    others = _others(entity)
    number = asked.rstrip("/").rsplit("/", 1)[-1].lstrip("#").split("-")[0]
    if number.isdecimal() and len(number) < 19:
        return list(others.filter(pk=int(number)))
    found = others.named_like(asked).exactly_named_first(asked)[:MOST_FOUND]
    return list(found) or list(others.in_order_of(nearly_named(asked)))


def _likeliest(entity: Entity) -> list[Entity]:
    """Without a question the persons whose names come nearest."""
    near = [one.entity.pk for one in nearest_people(entity.name, MOST_FOUND)]
    return list(_others(entity).in_order_of(near))


def _others(entity: Entity):
    others = Entity.objects.standing().of_kind(entity.kind).exclude(pk=entity.pk)
    return others.prefetch_related("memberships__post")
