"""A queue of pairs in the admin: the list, the page of one, the verdict, taking it back.

What the pairs are of, and what a verdict does, is each app's own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ots_desk.admin import OwnPageMixin, ReadOnlyAdmin, back, change_url, row_post
from ots_desk.implying import words_of_source
from ots_desk.judgements import UNDECIDED, Judgement
from ots_desk.kept import Kept
from ots_desk.locks import refusing_collisions
from ots_desk.merging import Merge, Mergeable
from ots_desk.reversing import Refused
from ots_desk.undoing import refusal_words, tell_kept
from ots_desk.walks import Walk

# So many of one's own decisions are offered to be taken back.
LATEST = 5


@dataclass(frozen=True)
class Answer:
    """A verdict as a button: what it posts, and its key by position (event.code), so that
    Cyrillic layouts work too."""

    value: str
    label: str
    key: str
    is_proposed: bool


class PairAdmin(OwnPageMixin, ReadOnlyAdmin):
    """Pairs that may belong together, best first; shared by several editors."""

    change_list_template = "admin/pairs.html"
    ordering = ("-score", "pk")
    row_posts = ("decide", "reopen")
    # The page of one, what it asks, and what is said where the two were merged.
    template = ""
    question = ""
    merged = ""
    # What has to be read to name the two.
    names: tuple[str, ...] = ("first", "second")
    # Where two are merged with a choice of values.
    preview_address: Callable[[Mergeable, Mergeable], str]

    def answers(self, judgement: Judgement) -> list[Answer]:
        raise NotImplementedError

    def values_of(self, request, judgement: Judgement) -> dict:
        """What the page shows of the two."""
        raise NotImplementedError

    def decide_as(self, request, judgement: Judgement, answer: str, reason: str) -> Merge | None:
        """Decide the pair as the value of an answer says, with what follows."""
        raise NotImplementedError

    def take_back(self, request, judgement: Judgement) -> list[Kept]:
        """Ask again, with what follows; returns what was left alone."""
        raise NotImplementedError

    # The list

    def get_queryset(self, request):
        return super().get_queryset(request).of_today().defer("rows")

    def changelist_view(self, request, extra_context=None):
        own = {"latest": self._latest(request.user), "may_decide": self.may(request, "change")}
        return super().changelist_view(request, {**own, **(extra_context or {})})

    @admin.display(description=_("state"))
    def state(self, judgement):
        if judgement.verdict != UNDECIDED:
            who = judgement.decided_by or gettext("the machine")
            return f"{judgement.get_verdict_display()} ({who})"
        if judgement.holder:
            return gettext("%(who)s looks at it") % {"who": judgement.holder}
        return gettext("answered by another decision") if judgement.implied_by_id else ""

    # The page of one

    def page(self, request, judgement):
        may_decide = self.may(request, "change")
        if may_decide and judgement.verdict == UNDECIDED:
            self.model.objects.hold(judgement, request.user)
        walk = Walk(self, request)
        before, behind = walk.neighbours(judgement)
        return self.screen(
            request,
            self.template,
            title=self.question,
            original=judgement,
            answers=self.answers(judgement),
            merge_address=change_url(merge) if (merge := judgement.standing_merge) else "",
            may_decide=may_decide,
            others_eye=judgement.holder if judgement.holder != request.user else None,
            before=before,
            behind=behind,
            list_address=walk.list_address,
            filters=request.GET.get("_changelist_filters", ""),
            preview=self._preview(request, judgement),
            latest=self._latest(request.user),
            **self.values_of(request, judgement),
        )

    @row_post()
    def decide(self, request, judgement):
        """Record a verdict; on to the next pair of the queue that nobody else looks at."""
        walk, posted = Walk(self, request), request.POST.get("verdict", "")
        behind = walk.behind(judgement)
        try:
            with refusing_collisions(Refused), transaction.atomic():
                answer = self._answer(judgement, posted)
                reason = request.POST.get("reason", "")
                done = self.decide_as(request, judgement, answer.value, reason)
        except Refused as error:
            messages.error(request, refusal_words(error))
            return HttpResponseRedirect(walk.here(judgement))
        messages.success(request, self._decided(judgement, answer, done))
        return HttpResponseRedirect(walk.next_of(behind))

    @row_post()
    def reopen(self, request, judgement):
        """Take a verdict back with all that it did, and ask again."""
        try:
            with refusing_collisions(Refused), transaction.atomic():
                kept = self.take_back(request, judgement)
        except Refused as error:
            messages.error(request, refusal_words(error))
        else:
            messages.success(request, gettext("Taken back. The pair is open again."))
            tell_kept(request, kept)
        return back(request, Walk(self, request).here(judgement))

    def _answer(self, judgement: Judgement, posted: str) -> Answer:
        for answer in self.answers(judgement):
            if answer.value == posted:
                return answer
        raise Refused(gettext("Choose what the two are to each other."))

    def _decided(self, judgement: Judgement, answer: Answer, done: Merge | None) -> str:
        """What happened, and how it is taken back: the button presses the form of the next
        page."""
        words = gettext("Decided: %(verdict)s.") % {"verdict": answer.label}
        link = format_html(
            '<a href="{}">{}</a>',
            change_url(done or judgement),
            gettext("Look at the merge or undo it") if done else gettext("Look again or undo"),
        )
        undo = format_html('<button class="btn-2" form="undo">{}</button>', gettext("Undo"))
        parts = (words, self.merged if done else "", link, undo)
        return format_html_join(" ", "{}", ([part] for part in parts if part))

    def _preview(self, request, judgement: Judgement) -> str:
        """Where values are chosen before merging; empty for who may not, and of what is one."""
        merges = self.model._meta.get_field("merges").related_model
        ends = judgement.first.survivor(), judgement.second.survivor()
        may_merge = request.user.has_perm(f"{self.opts.app_label}.add_{merges._meta.model_name}")
        if ends[0] == ends[1] or not may_merge:
            return ""
        return self.preview_address(*ends)

    def _latest(self, user) -> list[tuple[str, Judgement]]:
        """One's own last decisions, in words."""
        own = self.model.objects.filter(decided_by=user).exclude(verdict=UNDECIDED)
        latest = own.order_by("-decided_at", "-pk").defer("evidence", "rows")[:LATEST]
        latest = latest.prefetch_related(*self.names)
        return [(words_of_source(judgement), judgement) for judgement in latest]
