"""Named sets of texts and articles. What the public may see is defined here, once."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from articles.choices import (
    FlagKind,
    MentionKind,
    MentionStatus,
    PublicUse,
    Relation,
    Status,
    Verdict,
)
from ots_desk.chains import ends_of
from ots_desk.judgements import HeldQuerySet, survivor_of
from ots_desk.text import fold


class TranslationQuerySet(models.QuerySet):
    def standing(self):
        """Texts that no other text has replaced."""
        return self.filter(replaced_by__isnull=True)

    def published(self):
        """What the public may see: published texts whose outlet doesn't forbid every use.

        Pages, search, feeds, structured data, the API and the public export start here; how much
        of a text they then show is `articles.projection`'s.
        """
        unknown_or_allowed = (
            Q(source__isnull=False) & ~Q(source__public_use=PublicUse.NONE)
            | Q(source__isnull=True, agency__isnull=False) & ~Q(agency__public_use=PublicUse.NONE)
            | Q(source__isnull=True, agency__isnull=True)
        )
        own = ~Q(public_use="") & ~Q(public_use=PublicUse.NONE)
        return self.standing().filter(
            Q(public_use="") & unknown_or_allowed | own, status=Status.PUBLISHED
        )

    def for_us(self):
        """Standing texts that no editor has set aside."""
        return self.standing().exclude(status=Status.NOT_FOR_US)

    def in_language(self, language: str):
        return self.filter(language=language)

    def awaiting_decision(self):
        """Drafts that are still in the editors' queues."""
        return self.standing().filter(status=Status.DRAFT)

    def stale(self):
        """Translations of the desk's whose source says other things by now."""
        return self.for_us().filter(stale_since__isnull=False)

    def flagged(self, kind: FlagKind | None = None):
        """Standing texts with an open flag (of one kind), unless they are not for us."""
        flags = self.model._meta.get_field("flags").related_model.objects.open()
        if kind:
            flags = flags.filter(kind=kind)
        open_flags = flags.filter(translation=OuterRef("pk"))
        return self.for_us().filter(Exists(open_flags))

    def containing(self, text: str):
        """Texts whose headline or body contains `text`, whatever its letter case and accents."""
        return self.filter(folded__contains=fold(text))

    def one_of_each_article(self, language: str):
        """Of public texts one an article: that in `language`, else the original, which came in
        first."""
        siblings = self.model.objects.published().filter(article=OuterRef("article"))
        in_language = Exists(siblings.filter(language=language))
        earlier = Exists(siblings.filter(pk__lt=OuterRef("pk")))
        return self.filter(Q(language=language) | ~in_language & ~earlier)

    def standing_for(self, ids) -> dict[int, int]:
        """For the id of each text, that of the text that stands in its place: itself, or what
        replaced it, however often. One query a step, for all of them."""
        return ends_of(ids, self.filter(replaced_by__isnull=False), "replaced_by")

    def newest_first(self):
        """By source date and clock, undated ones last; of equals, the latest that came in."""
        return self.order_by("-sorts_at", "-pk")


class ArticleQuerySet(models.QuerySet):
    def standing(self):
        """Articles that have not been merged into another."""
        return self.filter(merged_into__isnull=True)

    def survivors_of(self, ids) -> dict[int, int]:
        """For the id of each article, that of the article to which it leads. One query a step,
        for all of them."""
        return ends_of(ids, self.filter(merged_into__isnull=False), "merged_into")

    def published(self):
        """Articles with at least one text that the public may see."""
        texts = self.model._meta.get_field("translations").related_model.objects.published()
        return self.standing().filter(Exists(texts.filter(article=OuterRef("pk"))))


class StoryQuerySet(models.QuerySet):
    def standing(self):
        """Stories that have not been merged into another."""
        return self.filter(merged_into__isnull=True)

    def told_by(self, texts: TranslationQuerySet):
        """Standing stories of which at least two articles have one of `texts`: one article alone
        is no story."""
        coverage = self.model._meta.get_field("coverage").related_model.objects.filter(
            Exists(texts.filter(article=OuterRef("article")))
        )
        another = coverage.filter(story=OuterRef("story"), pk__gt=OuterRef("pk"))
        return self.standing().filter(
            Exists(coverage.filter(Exists(another), story=OuterRef("pk")))
        )

    def published(self):
        """Stories that readers see."""
        texts = self.model._meta.get_field("lead").related_model.objects
        return self.told_by(texts.published())


class OfTextsQuerySet(models.QuerySet):
    """Sets of what belongs to one text each."""

    def of_texts_for_us(self):
        """Those of standing texts that no editor has set aside. The others are few: asking for
        them by the index is faster than a look at each row's text."""
        texts = self.model._meta.get_field("translation").related_model.objects.order_by()
        aside = texts.filter(status=Status.NOT_FOR_US).values("pk")
        replaced = texts.filter(replaced_by__isnull=False).values("pk")
        return self.exclude(translation__in=aside).exclude(translation__in=replaced)


class FlagQuerySet(OfTextsQuerySet):
    def open(self):
        return self.filter(settled_at__isnull=True)


class MentionQuerySet(OfTextsQuerySet):
    def confirmed(self):
        return self.filter(status=MentionStatus.CONFIRMED)

    def published(self):
        """Confirmed names in texts that the public may see. An office that stands for a name is
        the newsroom's knowledge."""
        texts = self.model._meta.get_field("translation").related_model.objects.published()
        return self.confirmed().names().filter(Exists(texts.filter(pk=OuterRef("translation"))))

    def names(self):
        """Without offices that stand for a name."""
        return self.filter(kind=MentionKind.NAME)

    def open(self):
        """Proposals that wait for an editor."""
        return self.filter(status=MentionStatus.SUGGESTED)

    def locked(self):
        """The rows alone, not what they point at, until the transaction ends."""
        return self.select_for_update(of=("self",)).order_by("pk")

    def held(self) -> list:
        """The rows, locked, as whoever had them before has left them. The text is held first by
        whoever changes many, so that two never wait for each other."""
        list(self.locked().only("pk"))
        # Asked once more: a query doesn't see the rows that came while it waited.
        return list(self)

    def decide(self, status: MentionStatus, user) -> int:
        """An editor's word on all of them at once; returns how many."""
        return self.update(status=status, decided_by=user, decided_at=timezone.now())


class JudgementQuerySet(HeldQuerySet):
    def of_today(self):
        """With `first_now` and `second_now`: what the two articles were merged into."""
        return self.annotate(first_now=survivor_of("first"), second_now=survivor_of("second"))

    def open(self):
        """Pairs that wait for a decision: undecided, answered by no other decision, still two
        articles, and both with a text that an editor has not set aside. Where one was merged, the
        question is about what it was merged into."""
        waiting = self.filter(verdict=Verdict.UNDECIDED, implied_by=None).of_today()
        aside = self._articles_set_aside()
        return (
            waiting.exclude(first_now=F("second_now"))
            .exclude(first_now__in=aside)
            .exclude(second_now__in=aside)
        )

    def with_a_text(self, texts):
        """Pairs of which an article has one of these texts; on top of `of_today`."""
        return self.filter(
            Exists(texts.filter(article=OuterRef("first_now")))
            | Exists(texts.filter(article=OuterRef("second_now")))
        )

    def _articles_set_aside(self):
        """Those of whose texts none is for us. They are few: to ask for them once is faster than
        to look for the texts of each pair."""
        article = self.model._meta.get_field("first").related_model
        texts = article._meta.get_field("translations").related_model.objects.order_by()
        for_us = texts.for_us().filter(article=OuterRef("article"))
        return texts.filter(~Exists(for_us), status=Status.NOT_FOR_US).values("article")


class AttachmentQuerySet(models.QuerySet):
    def open_versions(self):
        """Versions that wait for an editor to compare them with the desk's text."""
        return self.filter(relation=Relation.VERSION, settled_at=None, detached_at=None)


class FingerprintQuerySet(models.QuerySet):
    def candidates(self, rules: int):
        """Made by these rules, of texts that no other has replaced and no editor has set aside.

        Asked text by text: in a join, SQLite would begin with all texts that nothing replaced.
        """
        texts = self.model._meta.get_field("translation").related_model.objects
        return self.filter(Exists(texts.for_us().filter(pk=OuterRef("pk"))), rules__gte=rules)

    def waiting(self, rules: int):
        """Texts that were not compared by these rules, in the order in which a run does it: the
        undated ones, for which it looks at all days, last."""
        order = models.F("day").asc(nulls_last=True), "pk"
        return self.candidates(rules).filter(compared__lt=rules).order_by(*order)
