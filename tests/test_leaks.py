"""What readers may not see is nowhere: a walk over every public address of a desk full of secrets.

Each kind of hidden text carries a word of its own. Whatever the urlconf brings is walked; where
an address has an argument that isn't known here, the walk fails and says what to do.
"""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from articles.choices import FlagKind, MentionStatus, PublicUse, Status
from articles.creating import NewEntity, create_from_mention, remember
from articles.editing import save_text
from articles.models import (
    Article,
    ArticleJudgement,
    ArticleMerge,
    Attachment,
    Coverage,
    Document,
    Flag,
    ImportRun,
    Mention,
    Purge,
    Reading,
    Sighting,
    Source,
    Story,
    StoryChange,
    Topic,
    Translation,
    TranslationHint,
)
from articles.publishing import dismiss, publish, withdraw
from articles.search import refresh
from articles.settling import OpenName, relink_name
from ots_desk.languages import INTERFACE
from people.models import Entity, Membership, Name, Post
from tests.public_addresses import (
    ReadsOnly,
    addresses,
    filters_of,
    is_in_a_language,
    public_patterns,
    route_of,
)

pytestmark = pytest.mark.django_db

DAY = "2025-09-12"
VISIBLE = "visibleword"


def _word(kind: str) -> str:
    """Of one length and shape, so that looking for one can be compared with another."""
    return f"wqzy{kind:x<12}"


# The word that each kind of hidden text or row carries.
HIDDEN = {
    kind: _word(kind)
    for kind in (
        "none",
        "agencynone",
        "link",
        "agencylink",
        "excerpt",
        "unknown",
        "draft",
        "withdrawn",
        "notforus",
        "replaced",
        "sibling",
        "edited",
        "backstage",
        "nobody",
    )
}
NEVER_WRITTEN = _word("absent")

FIELDS = ("headline", "deck", "summary", "dateline", "byline", "credit", "caption", "via")
LINK_SHOWS = ("headline", "via")
EXCERPT_SHOWS = (*LINK_SHOWS, "summary")


def text_of(kind: str, shows: tuple[str, ...] = (), **more) -> Translation:
    """A draft in whose every field stands the word of its kind, or the visible word in those
    that the text `shows`; one that shows its summary shows two paragraphs, too."""
    hidden = HIDDEN[kind]
    word = {name: VISIBLE if name in shows else hidden for name in (*FIELDS, "source_url")}
    quoted = VISIBLE if "summary" in shows else hidden
    fields = {
        **{name: f"{word[name]} {name}" for name in FIELDS},
        "body": f"{quoted} first.\n\n{quoted} second.\n\n{hidden} third.",
        "source_url": f"https://example.org/{VISIBLE if shows else hidden}",
        "language": "en",
        "published": DAY,
    }
    if "article" not in more:
        more["article"] = Article.objects.create(event_date=DAY)
        more["article"].topics.add(Topic.objects.get())
    return Translation.objects.create(**{**fields, **more})


def outlet(use: PublicUse) -> Source:
    note = HIDDEN["backstage"]
    return Source.objects.create(
        name=f"Example Outlet, {use.value} (invented)",
        public_use=use,
        public_use_basis=note,
        note=note,
        self_phrases=[note],
    )


@pytest.fixture
def desk(db) -> None:
    """Texts of every kind, most of them hidden, and all that editors and machines note of them."""
    word = HIDDEN["backstage"]
    user = User.objects.create_user(word, f"{word}@example.org", first_name=word)
    Topic.objects.create(name="Example topic (invented)")
    _texts_shown_in_part(user)
    _texts_not_shown(user)
    visible = text_of("edited", public_use=PublicUse.FULL)
    _edit_out_the_hidden(visible, user)
    _backstage(visible, user)
    _entities(visible)
    _learnt_from_the_draft(user)
    _stories(user)


def _texts_shown_in_part(user) -> None:
    for text in (
        text_of("none", source=outlet(PublicUse.NONE)),
        text_of("agencynone", agency=outlet(PublicUse.NONE)),
        text_of("link", LINK_SHOWS, source=outlet(PublicUse.LINK)),
        text_of("agencylink", LINK_SHOWS, agency=outlet(PublicUse.LINK)),
        text_of("excerpt", EXCERPT_SHOWS, source=outlet(PublicUse.EXCERPT)),
        text_of("unknown", EXCERPT_SHOWS),
    ):
        publish(text, user=user, note=HIDDEN["backstage"])


def _texts_not_shown(user) -> None:
    text_of("draft", public_use=PublicUse.FULL)
    withdrawn = text_of("withdrawn", public_use=PublicUse.FULL)
    publish(withdrawn, user=user)
    withdraw(withdrawn, user=user, reason=HIDDEN["withdrawn"])
    dismiss(text_of("notforus", public_use=PublicUse.FULL), user=user, reason=HIDDEN["notforus"])
    standing = text_of("unknown", EXCERPT_SHOWS)
    publish(standing, user=user)
    text_of("sibling", language="ru", public_use=PublicUse.FULL, article=standing.article)
    replaced = text_of(
        "replaced",
        public_use=PublicUse.FULL,
        article=standing.article,
        replaced_by=standing,
        status=Status.PUBLISHED,
        first_published_at=standing.first_published_at,
    )
    refresh([replaced.pk])


def _edit_out_the_hidden(text: Translation, user) -> None:
    """Its first words are in its revisions only."""
    publish(text, user=user)
    for name in (*FIELDS, "body"):
        setattr(text, name, f"{VISIBLE} {name}")
    text.source_url = ""
    save_text(text, user=user, note=HIDDEN["backstage"])


def _backstage(text: Translation, user) -> None:
    """What came in, what rules made of it, what is doubted and decided about a visible text."""
    word = HIDDEN["backstage"]
    document = Document.objects.create(sha256="0" * 64, content=word.encode(), size=len(word))
    run = ImportRun.objects.create(started_by=user, paths=[word], counts={word: 1})
    Sighting.objects.create(document=document, run=run, path=word)
    text.reading = Reading.objects.create(
        document=document, rules_version=1, status="read", fields={word: word}, lines=[word]
    )
    text.public_use_basis = word
    text.status_reason = word
    text.save()
    Flag.objects.create(translation=text, kind=FlagKind.NO_DATE, values={"time": word})
    other = Article.objects.exclude(pk=text.article_id).order_by("pk")[0]
    ArticleJudgement.objects.create(
        first=other, second=text.article, evidence={word: word}, proposed_verdict="duplicate"
    )
    ArticleMerge.objects.create(survivor=text.article, duplicate=other, reason=word, made_by=user)
    _further(text, word, user)


def _further(text: Translation, word: str, user) -> None:
    """A further document of the text, one in quarantine, and one that was purged."""
    for number, status in enumerate(("read", "quarantined"), start=1):
        document = Document.objects.create(sha256=f"{number:064}", content=word.encode(), size=9)
        reading = Reading.objects.create(
            document=document, rules_version=1, status=status, reason=word, text=word,
            body=[{"text": word, "start": 0, "end": 9, "is_background": False}],
        )  # fmt: skip
        TranslationHint.objects.create(reading=reading, language="ru", headline=word)
        if status == "read":
            Attachment.objects.create(
                document=document, translation=text, relation="version", rule="same-head"
            )
    Purge.objects.create(sha256="f" * 64, reason=word, purged_by=user)


def _entities(text: Translation) -> None:
    """A body that everybody sees, and around it persons whom no public text names."""
    hidden, note = HIDDEN["nobody"], HIDDEN["backstage"]
    seen = {"name": "Example Body (invented)", "kind": "organization", "is_public": True}
    body = Entity.objects.create(**seen, note=note)
    # A page that the reference names is told; what the desk saw in its texts is below.
    seen_in = "Example source (invented)"
    Name.objects.create(entity=body, text=body.name, language="en", source=seen_in)
    nobody = Entity.objects.create(kind="person", name=hidden, description=hidden, country="KG")
    Name.objects.create(entity=nobody, text=hidden, language="en")
    place = Entity.objects.create(kind="place", name=hidden, parent=body, location=body)
    Entity.objects.create(kind="person", name=hidden, merged_into=nobody)
    body.location = place
    body.save()
    label = [{"language": "en", "text": "Example post (invented)", "kind": "full"}]
    post = Post.objects.create(organization=body, labels=label, note=note)
    Membership.objects.create(member=nobody, post=post, began="2020", note=note)
    for role in ("chair", "member"):
        Membership.objects.create(member=nobody, organization=body, role=role, note=note)
    text.article.about.add(body)
    draft = Translation.objects.get(status=Status.DRAFT, language="en")
    draft.article.about.add(nobody, place)
    _name(draft, "first", nobody, MentionStatus.CONFIRMED)
    for words, status in [
        ("visibleword", MentionStatus.SUGGESTED),
        ("body", MentionStatus.REJECTED),
        ("word", MentionStatus.BROKEN),
    ]:
        _name(text, words, nobody, status)


def _name(
    text: Translation, words: str, entity: Entity | None, status: MentionStatus, called: str = ""
) -> Mention:
    start = text.body.index(words)
    return Mention.objects.create(
        translation=text,
        field="body",
        start=start,
        end=start + len(words),
        text=words,
        called=called,
        entity=entity,
        status=status,
        rule=HIDDEN["backstage"],
    )


def _learnt_from_the_draft(user) -> None:
    """A person whom everybody sees, with a term and two more spellings, all of them seen in a
    text that nobody sees."""
    draft = Translation.objects.get(status=Status.DRAFT, language="en")
    new = NewEntity("Example Person (invented)", "en", post=Post.objects.get())
    mention = _name(draft, "second", None, MentionStatus.SUGGESTED, called=new.name)
    person = create_from_mention(new, mention, user=user).entity
    Entity.objects.filter(pk=person.pk).update(is_public=True)
    called = "Example Spelling (invented)"
    remember(person, _name(draft, "third", person, MentionStatus.CONFIRMED, called), user=user)
    called = "Example Relinked (invented)"
    mention = _name(draft, "econd", None, MentionStatus.SUGGESTED, called)
    relink_name(OpenName(mention.called_key, None, called, mention.pk), person, user=user)


def _stories(user) -> None:
    """One of all articles, hidden ones too, and one that only hidden articles tell."""
    hidden = HIDDEN["backstage"]
    texts = Translation.objects.standing()
    told, untold = Story.objects.create(), Story.objects.create(title=hidden)
    for article in Article.objects.standing():
        Coverage.objects.create(story=told, article=article, made_by=user)
    for text in texts.filter(status__in=[Status.DRAFT, Status.WITHDRAWN], language="en"):
        Coverage.objects.create(story=untold, article=text.article)
    told.lead = texts.get(status=Status.DRAFT, language="en")
    told.save()
    StoryChange.objects.create(story=told, kind="lead", what=hidden, reason=hidden, made_by=user)


# The walk


# Whose ids stand in addresses; where it isn't said, all that any of these records has.
RECORDS = {
    "articles": Article,
    "stories": Story,
    "topics": Topic,
    "sources": Source,
    "posts": Post,
    "memberships": Membership,
    **dict.fromkeys(
        ("people", "persons", "organizations", "places", "events", "documents"), Entity
    ),
}


def samples(route: str) -> dict[str, list]:
    """What stands for the arguments of an address."""
    of_route = [model for part, model in RECORDS.items() if f"/{part}/" in route]
    models = of_route or set(RECORDS.values())
    ids = {pk for model in models for pk in model.objects.values_list("pk", flat=True)}
    return {
        "pk": sorted(ids),
        "slug": ["x"],
        "year": [2025],
        "month": ["09"],
        "day": ["12"],
        "section": ["texts", "stories", "entities"],
    }


def public_addresses(language: str | None) -> list[str]:
    """All that begin with `language`, or with None those that begin with no language."""
    return [
        address
        for chain in public_patterns()
        if is_in_a_language(chain) == bool(language)
        for route in [route_of(chain, language or "en")]
        for address in addresses(route, samples(route))
    ]


def said(client, address: str, method: str = "get", **query) -> str:
    """All that an answer says, with the addresses and answers that it leads to."""
    answer = getattr(client, method)(address, query, follow=True)
    assert answer.status_code < 500
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    hops = " ".join(url for url, _status in answer.redirect_chain)
    return f"{hops} {headers} {answer.content.decode()}".lower()


def leaks(client, found: list[str], method: str = "get", **query) -> list[tuple[str, str]]:
    """Which hidden words stand at which addresses."""
    with ReadsOnly():
        return [
            (kind, address)
            for address in found
            for answer in [said(client, address, method, **query)]
            for kind, word in HIDDEN.items()
            if word in answer
        ]


@pytest.mark.parametrize("language", INTERFACE)
def test_no_page_in_any_language_tells_what_is_hidden(client, desk, language):
    found = public_addresses(language)
    assert f"/{language}/search/" in found
    assert leaks(client, found) == []


def test_no_page_tells_what_is_hidden_in_another_text_of_its_article(client, desk):
    found = [address for address in public_addresses("en") if "/articles/" in address]
    assert leaks(client, found, text="ru") == []


def test_no_address_without_a_language_tells_what_is_hidden(client, desk):
    found = public_addresses(None)
    assert {"/api/v1/articles/", "/robots.txt", "/sitemap-texts.xml"} <= set(found)
    assert leaks(client, found) == []


def test_popolo_tells_no_more(client, desk):
    found = [address for address in public_addresses(None) if address.startswith("/api/v1/")]
    assert leaks(client, found, format="popolo") == []


@pytest.mark.parametrize("method", ["options", "head"])
def test_other_methods_tell_no_more(client, desk, method):
    assert leaks(client, public_addresses(None), method) == []


def test_the_browsable_api_tells_no_more(client, desk):
    found = [address for address in public_addresses(None) if address.startswith("/api/v1/")]
    assert leaks(client, found, format="api") == []


def test_a_reader_with_an_account_sees_no_more(client, desk, reader):
    client.force_login(reader)
    assert leaks(client, public_addresses(None), unpublished="1") == []
    assert leaks(client, public_addresses("en")) == []


def test_the_walk_finds_what_may_be_seen(client, desk):
    """Else it would prove nothing."""
    text = Translation.objects.published().first()
    for address in ("/en/", "/en/archive/2025/09/12/", f"/en/articles/{text.article_id}/"):
        assert VISIBLE in said(client, address)
    assert VISIBLE in said(client, "/api/v1/articles/")
    assert VISIBLE in said(client, "/sitemap-texts.xml")
    story = Story.objects.published().get()
    for address in (f"/en/stories/{story.pk}/", f"/api/v1/stories/{story.pk}/"):
        assert said(client, address).count(f"{VISIBLE} headline") >= 6
    assert f"<mark>{VISIBLE}</mark>" in said(client, "/en/search/", q=VISIBLE)
    assert len(client.get("/api/v1/articles/", {"q": VISIBLE}).json()["results"]) == 6


def test_the_public_export_tells_what_may_be_seen_and_nothing_hidden(desk):
    out = StringIO()
    call_command("export_desk", "--public", stdout=out)
    said = out.getvalue().lower()
    assert [kind for kind, word in HIDDEN.items() if word in said] == []
    assert said.count(f'"headline": "{VISIBLE} headline"') == 6


def test_the_public_who_s_who_tells_what_may_be_seen_and_nothing_hidden(desk):
    out = StringIO()
    call_command("export_whoswho", "--public", stdout=out)
    said = out.getvalue().lower()
    assert [kind for kind, word in HIDDEN.items() if word in said] == []
    assert said.count('"name": "example body (invented)"') == 2


@pytest.mark.parametrize("shape", ["page", "json", "popolo", "file"])
def test_what_a_draft_has_taught_the_desk_is_told_without_the_draft(client, desk, shape):
    """All three spellings and the term name it as where they were seen, in one form."""
    draft = Translation.objects.get(status=Status.DRAFT, language="en")
    person = Entity.objects.get(name="Example Person (invented)")
    stored = [*person.sources, *person.memberships.get().sources]
    stored += person.names.values_list("source", flat=True)
    assert stored == [f"text:{draft.pk}"] * 5
    out = StringIO()
    call_command("export_whoswho", "--public", stdout=out)
    told = {
        "page": lambda: said(client, person.get_absolute_url()),
        "json": lambda: said(client, f"/api/v1/persons/{person.pk}/"),
        "popolo": lambda: said(client, f"/api/v1/persons/{person.pk}/", format="popolo"),
        "file": lambda: out.getvalue().lower(),
    }[shape]()
    for words in ("example person", "example spelling", "example relinked", "example post"):
        assert words in told
    for words in (HIDDEN["draft"], f"text:{draft.pk}", "a text of this desk"):
        assert words not in told


# Asking for hidden words


def answer_to(client, address: str, name: str, word: str) -> str:
    """What is answered, with the word that was asked for taken out."""
    return said(client, address, **{name: word}).replace(word, "…")


def api_lists() -> list[tuple[str, list[str]]]:
    """The addresses of the API's lists, each with the names of its filters."""
    return [
        (route_of(chain, "en"), list(filters_of(chain)))
        for chain in public_patterns()
        if filters_of(chain)
    ]


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_search_for_a_hidden_word_answers_as_for_one_that_nobody_wrote(client, desk, kind):
    pages = ["/en/search/", "/en/people/", "/en/organizations/", "/en/places/"]
    for address in [*pages, *(address for address, _filters in api_lists())]:
        unknown = answer_to(client, address, "q", NEVER_WRITTEN)
        assert answer_to(client, address, "q", HIDDEN[kind]) == unknown


@pytest.mark.parametrize("kind", ["draft", "nobody", "backstage"])
def test_no_filter_of_the_api_can_be_asked_for_what_is_hidden(client, desk, kind):
    lists = api_lists()
    assert len(lists) == 11
    for address, filters in lists:
        for name in (*filters, "ordering", "search"):
            unknown = answer_to(client, address, name, NEVER_WRITTEN)
            assert answer_to(client, address, name, HIDDEN[kind]) == unknown


def test_a_filter_by_somebody_hidden_answers_as_for_nobody(client, desk):
    hidden = Entity.objects.filter(name=HIDDEN["nobody"])
    assert hidden.count() == 3
    for entity in hidden:
        answers = [
            client.get("/api/v1/articles/", {entity.kind: pk}).json() for pk in (entity.pk, 99999)
        ]
        assert answers[0] == answers[1]


def test_part_of_a_hidden_name_finds_nobody(client, desk):
    part = HIDDEN["nobody"][:9]
    assert client.get("/api/v1/persons/", {"q": part}).json()["results"] == []
    assert 'href="/en/people/' in said(client, "/en/search/", q=part)
    assert not re.search(r'href="/en/people/\d', said(client, "/en/search/", q=part))
    assert re.search(r'href="/en/organizations/\d', said(client, "/en/search/", q="Example Bod"))
