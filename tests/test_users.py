"""Accounts: a chief editor gives roles, and can't rise above them or raise anybody."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

pytestmark = pytest.mark.django_db


def change_url(user):
    return reverse("admin:auth_user_change", args=[user.pk])


def posted(user, **more) -> dict:
    return {
        "username": user.username,
        "is_active": "on",
        "date_joined_0": "2026-01-01",
        "date_joined_1": "00:00:00",
        **more,
    }


def test_a_new_account_may_log_in_unless_the_chief_says_otherwise(client, chief):
    client.force_login(chief)
    page = client.get(reverse("admin:auth_user_add"))
    assert page.context["adminform"].form["is_staff"].value() is True
    assert page.text.count('type="checkbox" name="groups"') == 3


def test_a_chief_editor_makes_a_reporter(client, chief):
    client.force_login(chief)
    role = Group.objects.get(name="Reporter")
    word = "an example of a long phrase"
    client.post(
        reverse("admin:auth_user_add"),
        {
            "username": "newcomer",
            "password1": word,
            "password2": word,
            "is_staff": "on",
            "groups": [role.pk],
        },
    )
    newcomer = User.objects.get(username="newcomer")
    assert newcomer.is_staff
    assert list(newcomer.groups.all()) == [role]


def test_a_chief_editor_can_t_make_a_superuser(client, chief, reporter):
    client.force_login(chief)
    permission = ["1", "2"]
    client.post(
        change_url(reporter),
        posted(reporter, is_staff="on", is_superuser="on", user_permissions=permission),
    )
    reporter.refresh_from_db()
    assert not reporter.is_superuser
    assert not reporter.user_permissions.exists()


def test_a_chief_editor_can_t_touch_a_superuser(client, chief):
    boss = User.objects.create_superuser("boss", password="old")
    client.force_login(chief)
    answer = client.post(change_url(boss), posted(boss))
    assert answer.status_code == 403
    password = reverse("admin:auth_user_password_change", args=[boss.pk])
    assert client.post(password, {"password1": "x", "password2": "x"}).status_code == 403
    boss.refresh_from_db()
    assert boss.check_password("old")


def test_groups_beyond_the_roles_are_neither_offered_nor_lost(client, chief, reporter):
    other = Group.objects.create(name="Example group (invented)")
    reporter.groups.add(other)
    client.force_login(chief)
    assert "Example group" not in client.get(change_url(reporter)).text
    editor = Group.objects.get(name="Editor")
    client.post(change_url(reporter), posted(reporter, is_staff="on", groups=[editor.pk]))
    assert set(reporter.groups.all()) == {other, editor}


def test_an_editor_manages_no_accounts(client, editor):
    client.force_login(editor)
    assert client.get(reverse("admin:auth_user_changelist")).status_code == 403
