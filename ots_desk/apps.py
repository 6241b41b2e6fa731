"""The desk as a Django app: its admin site, its templates' languages, its roles."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    name = "ots_desk"
    verbose_name = "OTS Desk"

    def ready(self):
        from ots_desk import users  # noqa: F401  (registers the accounts with the admin)
        from ots_desk.roles import create_roles

        # After every migrate, because only then do the permissions exist that roles name.
        post_migrate.connect(create_roles, dispatch_uid="ots_desk.roles")


class DeskAdminConfig(AdminConfig):
    default_site = "ots_desk.admin.DeskAdminSite"
