"""Who may post what on the desk's own admin screens; every such post is in the table."""

from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.directing import set_direction
from articles.judging import decide
from articles.leaving import take_out
from articles.models import (
    ArticleJudgement,
    Attachment,
    Document,
    Flag,
    Mention,
    Reading,
)
from articles.story_changes import add_article, begin, rename
from ots_desk.judging import pair_of
from people.merging import merge as merge_entities
from people.models import Entity, EntityJudgement, Name
from people.splitting import split

pytestmark = pytest.mark.django_db

EDITORS = {"editor", "chief"}
FORMS = ("change", "history")
EVERYBODY = ("anonymous", "reader", "outsider", "reporter", "editor", "chief")

# The post (model and name), what is posted, and who may. `{name}` is the id of a row of `rows`.
POSTS = {
    "article_tag": ({"who": "Bishkek"}, EDITORS),
    "article_untag": ({"entity": "{japarov}"}, EDITORS),
    "translation_move": ({"move": "publish"}, EDITORS),
    "translation_tag": ({"accept_all": "{japarov}"}, EDITORS),
    "translation_direct": ({}, {*EDITORS, "reporter"}),
    "translation_review": ({}, {*EDITORS, "reporter"}),
    "flag_settle": ({}, EDITORS),
    "flag_reopen": ({}, EDITORS),
    "articlejudgement_decide": ({"verdict": "translation"}, EDITORS),
    "articlejudgement_reopen": ({}, EDITORS),
    "articlemerge_undo": ({}, EDITORS),
    "entityjudgement_decide": ({"verdict": "same"}, EDITORS),
    "entityjudgement_reopen": ({}, EDITORS),
    "entitymerge_undo": ({}, EDITORS),
    "entitysplit_undo": ({}, EDITORS),
    "attachment_decide": ({"decision": "settle"}, EDITORS),
    "split_undo": ({}, EDITORS),
    "story_take_out": ({"coverage": "{coverage}"}, EDITORS),
    "story_put_in_again": ({"row": "{split}"}, EDITORS),
    "story_lead": ({"text": "{reported}", "version": "{version}"}, EDITORS),
    "story_rename": ({"title": "Example title (invented)", "version": "{version}"}, EDITORS),
    "story_event": ({"who": "Example summit (invented)", "version": "{version}"}, EDITORS),
    "story_add": ({"article": "{article}"}, EDITORS),
    "story_join": ({"article": "{article}"}, EDITORS),
    "story_undo": ({"row": "{storychange}"}, EDITORS),
}


@pytest.fixture
def outsider(db) -> User:
    """Somebody who may log in to the admin, and has no role there."""
    return User.objects.create_user("outsider", is_staff=True)


@pytest.fixture
def users(reader, outsider, reporter, editor, chief) -> dict:
    people = [reader, outsider, reporter, editor, chief]
    return {"anonymous": None, **{user.username: user for user in people}}


@pytest.fixture
def rows(make_text, editor, japarov, bishkek) -> dict:
    """A row of each model with a post of its own; every post would change something."""
    text = make_text(created_by=editor)  # the desk's own, which follows another
    set_direction(text, make_text(article=text.article, language="az"), user=editor)
    other = make_text(language="ru", headline="Пример (выдумано)")
    third = make_text(language="kk", headline="Мысал (ойдан)")
    text.article.about.add(japarov)
    named = {"translation": text, "field": "body", "start": 0, "end": 13, "text": "Sadyr Japarov"}
    mention = Mention.objects.create(**named, entity=japarov, status="suggested")
    pair = {"proposed_verdict": "translation", "score": 0.9}
    decided = ArticleJudgement.objects.create(first=other.article, second=third.article, **pair)
    merge = decide(decided, "translation", user=editor)
    return {
        "article": text.article,
        "translation": text,
        "flag": Flag.objects.create(translation=text, kind="no_date"),
        "mention": mention,
        "articlejudgement": ArticleJudgement.objects.create(
            first=text.article, second=merge.survivor, **pair
        ),
        "articlemerge": merge,
        "attachment": _version_of(text),
        **_entity_rows(editor),
        **_story_rows(make_text, editor),
        "japarov": japarov,
    }


def _entity_rows(editor) -> dict:
    """A pair, a merge and a split of records that are invented."""
    people = [Entity.objects.create(kind="person", name=f"Example {n}") for n in "abcde"]
    for person in people:
        for words in ("Example", person.name):
            Name.objects.create(entity=person, text=words, language="en")
    return {
        "entityjudgement": pair_of(EntityJudgement, people[0], people[1]),
        "entitymerge": merge_entities(people[2], people[3], user=editor),
        "entitysplit": split(people[4], people[4].names.all()[:1], user=editor),
    }


def _story_rows(make_text, editor) -> dict:
    """A story of three invented reports, of which one was taken out."""
    texts = [make_text(headline=f"Example report {n}") for n in (1, 2, 3)]
    story = begin(texts[0].article, texts[1].article, user=editor).story
    add_article(story, texts[2].article, user=editor)
    taken = take_out(story.coverage.last(), user=editor)
    renamed = rename(story, "Example story (invented)", user=editor)
    event = Entity.objects.create(kind="event", name="Example summit (invented)")
    Name.objects.create(entity=event, text=event.name, language="en")
    story.refresh_from_db()
    return {
        "story": story,
        "version": SimpleNamespace(pk=story.version),
        "coverage": story.coverage.first(),
        "reported": texts[1],
        "split": taken,
        "storychange": renamed,
    }


def _version_of(text) -> Attachment:
    document = Document.objects.create(sha256="a" * 64, content=b"?", size=1)
    Reading.objects.create(document=document, rules_version=1, status="read")
    return Attachment.objects.create(
        document=document, translation=text, relation="version", rule="same-head"
    )


def url_of(post: str, rows: dict) -> str:
    row = rows[post.split("_")[0]]
    return reverse(f"admin:{row._meta.app_label}_{post}", args=[row.pk])


def fields_of(post: str, rows: dict) -> dict:
    ids = {name: row.pk for name, row in rows.items()}
    return {name: value.format(**ids) for name, value in POSTS[post][0].items()}


def log_in(client: Client, user: User | None) -> None:
    if user:
        client.force_login(user)


class Writes:
    """Counts what is written to the tables of articles and people."""

    def __init__(self):
        self.statements = []

    def __call__(self, execute, sql, params, many, context):
        is_write = sql.split(None, 1)[0].upper() in ("INSERT", "UPDATE", "DELETE")
        if 'SET "held_by_id"' in sql:  # who looks at a pair is noted, and decides nothing
            is_write = False
        if is_write and ('"articles_' in sql or '"people_' in sql):
            self.statements.append(sql)
        return execute(sql, params, many, context)


def written_by(ask) -> tuple[int, list[str]]:
    """The status of an answer, and what it wrote."""
    writes = Writes()
    with connection.execute_wrapper(writes):
        answer = ask()
    return answer.status_code, writes.statements


def test_every_post_of_the_desk_is_in_the_table():
    """A new one: say in POSTS what is posted and who may."""
    found = {
        f"{model._meta.model_name}_{name}"
        for model, model_admin in admin.site._registry.items()
        for name in getattr(model_admin, "row_posts", ())
    }
    assert found == set(POSTS)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("post", POSTS)
def test_only_those_who_may_can_post(client, users, rows, post, who):
    log_in(client, users[who])
    status, written = written_by(
        lambda: client.post(url_of(post, rows), fields_of(post, rows), follow=False)
    )
    if who in POSTS[post][1]:
        assert status == 302
        assert written
    else:
        assert status == (302 if who in ("anonymous", "reader") else 403)
        assert written == []


@pytest.mark.parametrize("who", ["anonymous", "reader"])
def test_without_the_newsroom_every_post_leads_to_the_login(client, users, rows, who):
    log_in(client, users[who])
    for post in POSTS:
        answer = client.post(url_of(post, rows), fields_of(post, rows))
        assert answer["Location"].startswith("/admin/login/?next=")


@pytest.mark.parametrize("post", POSTS)
def test_a_get_writes_nothing(client, chief, rows, post):
    client.force_login(chief)
    assert written_by(lambda: client.get(url_of(post, rows), fields_of(post, rows))) == (405, [])


@pytest.mark.parametrize("post", POSTS)
def test_a_post_from_another_site_is_refused(chief, rows, post):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chief)
    ask = lambda: client.post(url_of(post, rows), fields_of(post, rows))  # noqa: E731
    assert written_by(ask) == (403, [])


@pytest.mark.parametrize(
    ("post", "posted", "status"),
    [
        ("article_untag", {"entity": "abc"}, 302),
        ("article_untag", {"entity": "9" * 30}, 302),
        ("translation_tag", {"accept_all": "²"}, 302),
        ("translation_tag", {"accept_all": "9" * 30}, 302),
        ("translation_tag", {"do": "accept", "mention": "9" * 18}, 302),
        ("translation_tag", {"do": "accept", "mention": "no number"}, 302),
        ("translation_tag", {"do": "nonsense"}, 302),
        ("translation_tag", {}, 302),
        ("translation_tag", {"undo": "77"}, 302),
        ("translation_tag", {"remember": "77"}, 302),
        ("translation_tag", {"to": "77", "words": "Bishkek", "field": "body"}, 302),
        ("translation_tag", {"do": "create", "kind": "nonsense", "name": "x"}, 302),
        ("translation_tag", {"do": "create", "kind": "person", "name": "x"}, 302),
        ("translation_tag", {"who": "Bishkek", "field": "byline", "words": "Bishkek"}, 302),
        ("article_tag", {"who": f"Nobody (invented) #{'9' * 500}"}, 302),
        ("article_tag", {"who": "a\0b"}, 400),
        ("article_tag", {"who": "a" * 60_000}, 400),
        ("translation_tag", {"who": "Bishkek", "words": "nowhere", "start": "9" * 900}, 302),
        ("translation_move", {"move": "dismiss", "reason": "a\0b"}, 400),
        ("translation_move", {"move": "delete"}, 302),
    ],
)
def test_what_no_form_sends_changes_nothing(client, chief, rows, post, posted, status):
    client.force_login(chief)
    assert written_by(lambda: client.post(url_of(post, rows), posted)) == (status, [])


def test_stock_forms_and_actions_from_another_site_are_refused_too(chief, rows):
    client = Client(enforce_csrf_checks=True)
    client.force_login(chief)
    text = rows["translation"]
    for url, posted in [
        (reverse("admin:articles_article_add"), {"headline": "x", "body": "x", "language": "en"}),
        (reverse("admin:articles_translation_change", args=[text.pk]), {"headline": "x"}),
        (
            reverse("admin:articles_translation_changelist"),
            {"action": "publish", "_selected_action": [text.pk]},
        ),
    ]:
        assert written_by(lambda url=url, posted=posted: client.post(url, posted)) == (403, [])


def pages_of(model) -> list[str]:
    """The addresses of a model's list, and of the form and history of its first row."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    rows = model._default_manager.order_by("pk")[:1]
    return [
        reverse(f"{name}_changelist"),
        *(reverse(f"{name}_{page}", args=[row.pk]) for row in rows for page in FORMS),
    ]


def test_looking_at_any_admin_page_writes_nothing(client, chief, rows):
    client.force_login(chief)
    urls = [url for model in admin.site._registry for url in pages_of(model)]
    found = {url: written_by(lambda url=url: client.get(url)) for url in urls}
    assert {url: written for url, (_status, written) in found.items() if written} == {}
    assert {status for status, _written in found.values()} <= {200, 302, 403}


@pytest.mark.parametrize("who", ["anonymous", "reader"])
def test_no_admin_page_is_shown_outside_the_newsroom(client, users, rows, who):
    log_in(client, users[who])
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        assert client.get(reverse(name))["Location"].startswith("/admin/login/")
    assert client.get("/admin/")["Location"].startswith("/admin/login/")
    assert client.get("/admin/autocomplete/")["Location"].startswith("/admin/login/")


def test_somebody_without_a_role_sees_no_text_in_the_admin(client, outsider, rows):
    client.force_login(outsider)
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        assert client.get(reverse(name)).status_code == 403, name
    assert "Example headline" not in client.get("/admin/").content.decode()
