"""Import runs in the admin: how far each has come, every problem; and new texts by hand."""

from base64 import b64encode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.links import text_url
from articles.admin.screens.looking import shown
from articles.admin.screens.run import finding, run_page, state_of, with_last_sign
from articles.choices import Outcome
from articles.forms import NewTextForm
from articles.models import ImportRun, Sighting
from articles.receiving import (
    MOST_LOOKED_AT,
    Handed,
    TooMuch,
    documents_of,
    look_at,
    take_in_handed,
    text_of,
)
from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, change_url


@admin.register(ImportRun)
class ImportRunAdmin(OwnPageMixin, ReadOnlyAdmin):
    list_display = ("started_at", "over", "state", "results", "started_by")
    list_select_related = ("started_by",)
    list_filter = (("finished_at", admin.EmptyFieldListFilter), "started_at")
    ordering = ("-started_at", "-pk")
    search_fields = ()

    def get_queryset(self, request):
        return with_last_sign(super().get_queryset(request))

    @admin.display(description=_("over"))
    def over(self, run):
        return ", ".join(map(str, run.paths))

    @admin.display(description=_("state"))
    def state(self, run):
        return state_of(run)

    @admin.display(description=_("result"))
    def results(self, run):
        return finding(run) or None

    def has_add_permission(self, request):
        """A run is added by handing a text over."""
        return request.user.has_perm("articles.add_article")

    def add_view(self, request, form_url="", extra_context=None):
        """New from text: look at what the desk understands, then take it in."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        posted = (request.POST, request.FILES) if request.method == "POST" else ()
        form = NewTextForm(*posted, initial=self._prefilled(request))
        if form.is_valid():
            try:
                return self._handed_over(request, form.cleaned_data)
            except TooMuch:
                words = gettext("That is too much for one page; import_seeds takes it.")
                form.add_error(None, words)
        return self.screen(
            request, "admin/articles/new_text.html", title=gettext("New from text"), form=form
        )

    def _handed_over(self, request, chosen: dict):
        handed = Handed(chosen["content"], chosen["name"], chosen["url"], chosen["source"])
        if "take_in" in request.POST:
            return self._taken_in(request, take_in_handed(handed, user=request.user))
        return self._look(request, handed)

    def _prefilled(self, request) -> dict:
        """The name or address of a document whose bytes are no text, so that it can be pasted."""
        wanted = request.GET.get("document", "")
        seen = Sighting.objects.filter(document__id=wanted) if wanted.isdecimal() else ()
        path = next((one.path for one in seen), "")
        is_address = path.startswith(("https://", "http://"))
        return {"url": path if is_address else "", "held_name": "" if is_address else path}

    def _look(self, request, handed: Handed):
        files = documents_of(handed, user=request.user)
        looks = look_at(files[:MOST_LOOKED_AT], handed.source)
        return self.screen(
            request,
            "admin/articles/new_text_look.html",
            title=gettext("What the desk understands"),
            handed=handed,
            held=b64encode(handed.content).decode(),
            looks=[shown(look) for look in looks],
            count=len(files),
        )

    def _taken_in(self, request, run: ImportRun):
        """To the text, where there is one; else to what became of it all."""
        sightings = list(run.sightings.select_related("document")[:2])
        document = sightings[0].document if len(sightings) == 1 else None
        text = text_of(document) if document else None
        if text is None:
            messages.warning(request, gettext("No text came of it; here is why."))
        elif sightings[0].outcome == Outcome.CREATED:
            messages.success(request, gettext("Taken in: “%(text)s”.") % {"text": text})
        else:
            words = gettext("The desk has it already: %(outcome)s.")
            outcome = sightings[0].get_outcome_display()
            messages.warning(request, words % {"outcome": outcome})
        return HttpResponseRedirect(text_url(text) if text else change_url(run))

    def page(self, request, run):
        return self.screen(
            request,
            "admin/articles/run.html",
            title=gettext("Import run"),
            original=run,
            over=self.over(run),
            outcomes=Outcome.choices,
            **run_page(run, request.GET.get("outcome", ""), request.GET.get("page", "")),
        )
