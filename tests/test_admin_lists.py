"""Every list of the admin: it opens, and costs as much with thirteen rows as with three."""

import hashlib

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

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
    Revision,
    Sighting,
    Source,
    Split,
    Story,
    Topic,
    Translation,
)
from people.models import (
    Entity,
    EntityJudgement,
    EntityMerge,
    EntitySplit,
    Membership,
    Name,
    Post,
    ReferenceItem,
)

# Groups are as many as there are roles.
LISTS = [model for model in admin.site._registry if model is not Group]


def grow(numbers: range) -> None:
    """One more of everything for each number, all of it linked to each other."""
    for n in numbers:
        user = User.objects.create_user(f"example{n}", is_staff=True)
        user.groups.set(Group.objects.all()[:1])
        text = _text(n, user)
        for kind in ("person", "organization", "place", "event", "document"):
            entity = Entity.objects.create(kind=kind, name=f"Example {kind} {n} (invented)")
            Name.objects.create(entity=entity, text=entity.name, language="en")
            Mention.objects.create(
                translation=text,
                field="body",
                start=entity.pk,
                end=entity.pk + 5,
                text="Words",
                entity=entity,
                status="suggested",
                decided_by=user,
            )
        person = Entity.objects.get(kind="person", name__contains=f" {n} ")
        label = {"language": "en", "text": f"Head of example {n}", "kind": "full"}
        post = Post.objects.create(organization=entity, labels=[label])
        Membership.objects.create(member=person, post=post)
        ReferenceItem.objects.create(reference=f"example/{n}", item={})
        _pair_of_entities(person, user)


def _pair_of_entities(person: Entity, user: User) -> None:
    other = Entity.objects.create(kind="person", name=f"{person.name} once more")
    pair = EntityJudgement.objects.create(first=person, second=other, held_by=user)
    EntityMerge.objects.create(survivor=person, duplicate=other, judgement=pair, made_by=user)
    EntitySplit.objects.create(entity=person, made=other, made_by=user, undone_by=user)


def _text(n: int, user: User) -> Translation:
    document = Document.objects.create(
        sha256=hashlib.sha256(str(n).encode()).hexdigest(), content=b"Words", size=5
    )
    run = ImportRun.objects.create(started_by=user)
    Sighting.objects.create(document=document, run=run, path=f"example{n}.txt")
    reading = Reading.objects.create(document=document, rules_version=1, status="read")
    source = Source.objects.create(name=f"Example Outlet {n} (invented)")
    parent = Topic.objects.create(name=f"Parent {n}", labels=[])
    Topic.objects.create(name=f"Example topic {n}", labels=[], parent=parent)
    article, other = Article.objects.create(), Article.objects.create()
    text = Translation.objects.create(
        article=article, language="en", headline=f"Text {n}", reading=reading, source=source
    )
    Translation.objects.create(article=other, language="en", headline=f"Other {n}")
    Flag.objects.create(translation=text, kind="no_date", settled_by=user)
    Revision.objects.create(translation=text, number=1, made_by=user)
    pair = ArticleJudgement.objects.create(
        first=article, second=other, proposed_verdict="translation", decided_by=user
    )
    story = Story.objects.create(lead=text, made_by=user)
    for told in (article, other):
        Coverage.objects.create(story=story, article=told)
    Attachment.objects.create(
        document=document, translation=text, relation="version", rule="same-head", settled_by=user
    )
    Purge.objects.create(sha256=f"{n:064}", reason="Example order", purged_by=user)
    ArticleMerge.objects.create(
        survivor=article,
        duplicate=other,
        judgement=pair,
        made_by=user,
        undone_by=user,
        undone_at=timezone.now(),
    )
    Split.objects.create(kind="text", article=article, made=other, translation=text, made_by=user)
    return text


@pytest.fixture
def boss(client, db):
    client.force_login(User.objects.create_superuser("boss"))
    return client


def list_url(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def row_url(model) -> str:
    """The page of some row that the list of `model` shows."""
    # A proxy's manager knows its kind.
    row = model.objects.first()
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])


def queries_of_lists(client) -> dict[str, int]:
    counts = {}
    for model in LISTS:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(list_url(model)).status_code == 200
        counts[model.__name__] = len(queries)
    return counts


def test_every_list_costs_the_same_with_three_rows_as_with_thirteen(boss):
    grow(range(3))
    queries_of_lists(boss)
    few = queries_of_lists(boss)
    grow(range(3, 13))
    assert queries_of_lists(boss) == few


def test_every_list_can_be_searched_for_what_is_not_there(boss):
    grow(range(1))
    answers = {model: boss.get(list_url(model), {"q": "zzz (invented)"}) for model in LISTS}
    assert {model for model, answer in answers.items() if answer.status_code != 200} == set()


@pytest.mark.parametrize(
    "asked", ["made_at__year=0", "made_at__range=", f"article={'9' * 20}", "made_at__year=x"]
)
def test_a_list_opens_whatever_no_database_can_look_for(client, chief, asked):
    client.force_login(chief)
    address = reverse("admin:articles_split_changelist")
    assert client.get(f"{address}?{asked}", follow=True).status_code == 200


def test_the_page_of_every_row_opens(boss):
    grow(range(1))
    closed = {model for model in LISTS if boss.get(row_url(model), follow=True).status_code != 200}
    assert closed == set()


@pytest.mark.parametrize("role", ["reporter", "editor", "chief"])
def test_each_role_is_shown_what_it_may_see_and_refused_the_rest(client, db, request, role):
    user = request.getfixturevalue(role)
    grow(range(1))
    client.force_login(user)
    for model in LISTS:
        app, name = model._meta.app_label, model._meta.model_name
        may = user.has_perm(f"{app}.view_{name}") or user.has_perm(f"{app}.change_{name}")
        for url in (list_url(model), row_url(model)):
            assert client.get(url, follow=True).status_code == (200 if may else 403), url


def test_every_list_needs_a_login(client, db):
    login = reverse("admin:login")
    open_lists = {
        model
        for model in LISTS
        if not client.get(list_url(model)).headers["Location"].startswith(login)
    }
    assert open_lists == set()


def test_a_reader_with_an_account_sees_nothing_of_the_desk(client, reader):
    client.force_login(reader)
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_desk_speaks_the_browser_s_language(boss, language):
    page = boss.get("/admin/", headers={"accept-language": language})
    assert f'<html lang="{language}"' in page.text


@pytest.mark.parametrize("model", [Document, Reading, Sighting, Attachment], ids=str)
def test_no_list_fetches_megabytes_that_it_does_not_show(client, chief, model):
    grow(range(1, 3))
    client.force_login(chief)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(f"admin:articles_{model._meta.model_name}_changelist"))
    fetched = " ".join(query["sql"] for query in queries)
    assert f'FROM "{model._meta.db_table}"' in fetched
    assert '"articles_document"."content"' not in fetched
    assert '"articles_reading"."text"' not in fetched
