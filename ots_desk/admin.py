"""The editors' desk as an admin site, and the base classes of its screens."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class DeskAdminSite(admin.AdminSite):
    site_title = site_header = "OTS Desk"
    index_title = _("What waits for a decision")
