"""The three roles of a desk, as groups with real permissions.

Who belongs to which is decided in the admin; what a role may do is decided here.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions

REPORTER, EDITOR, CHIEF_EDITOR = "Reporter", "Editor", "Chief editor"

# A reporter writes drafts and sees everything; publishing and deciding is an editor's.
_REPORTER = {
    "articles": [
        "add_article",
        "change_article",
        "add_translation",
        "change_translation",
        "view_article",
        "view_translation",
        "view_source",
        "view_document",
        "view_reading",
        "view_sighting",
        "view_importrun",
        "view_topic",
        "view_flag",
        "view_purge",
        "view_attachment",
        "view_revision",
        "view_mention",
        "view_dismissal",
        "view_taggingstep",
        "view_articlejudgement",
        "view_articlemerge",
        "view_split",
        "view_story",
        "view_coverage",
        "see_unpublished",
    ],
    "people": [
        "view_entity",
        "view_person",
        "view_organization",
        "view_place",
        "view_event",
        "view_officialdocument",
        "view_name",
        "view_post",
        "view_membership",
        "view_entityjudgement",
        "view_entitymerge",
        "view_entitysplit",
    ],
}

_EDITOR = {
    "articles": [
        "publish_translation",
        "change_flag",
        "change_attachment",
        "add_mention",
        "change_mention",
        "change_articlejudgement",
        "add_articlemerge",
        "change_articlemerge",
        "add_split",
        "change_split",
        "add_story",
        "change_story",
        "change_topic",
        "add_topic",
        "change_source",
        "add_source",
    ],
    "people": [
        f"{verb}_{model}"
        for verb in ("add", "change")
        for model in (
            "entity",
            "person",
            "organization",
            "place",
            "event",
            "officialdocument",
            "name",
            "post",
            "membership",
        )
    ]
    + [
        "delete_name",
        "change_entityjudgement",
        "add_entitymerge",
        "change_entitymerge",
        "add_entitysplit",
        "change_entitysplit",
    ],
}

_CHIEF_EDITOR = {
    "articles": ["delete_topic", "delete_source", "add_purge"],
    "people": [
        "delete_entity",
        "delete_person",
        "delete_organization",
        "delete_place",
        "delete_event",
        "delete_officialdocument",
        "delete_post",
        "delete_membership",
    ],
    "auth": ["add_user", "change_user", "view_user", "view_group"],
}

# Each role may do what the one before it may, and more.
ROLES = {
    REPORTER: [_REPORTER],
    EDITOR: [_REPORTER, _EDITOR],
    CHIEF_EDITOR: [_REPORTER, _EDITOR, _CHIEF_EDITOR],
}


def create_roles(sender=None, using="default", **kwargs) -> None:
    """Create the groups, and give each the permissions it lacks; takes none away, so that what
    a desk has granted by hand stays."""
    from django.contrib.auth.models import Group, Permission

    if sender is not None and sender.label != "articles":
        return
    for label in ("people", "articles", "auth"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    known = {
        (p.content_type.app_label, p.codename): p
        for p in Permission.objects.using(using).select_related("content_type")
    }
    for name, parts in ROLES.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        group.permissions.add(
            *(known[app, code] for part in parts for app, codes in part.items() for code in codes)
        )
