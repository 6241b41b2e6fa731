"""Accounts in the admin: a chief editor gives roles, and never more than that.

What the roles may do is `ots_desk.roles`.
"""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from ots_desk.roles import ROLES

_NAMES = (_("Personal info"), {"fields": ("first_name", "last_name", "email")})
_DATES = (_("Important dates"), {"fields": ("last_login", "date_joined")})
_ROLE_FIELDS = ("is_active", "is_staff", "groups")


class DeskUserAdmin(UserAdmin):
    """Django's, without the rights that would let a chief editor raise anybody above the roles."""

    list_display = ("username", "first_name", "last_name", "roles", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff", "groups")
    show_full_result_count = False
    # A list of three with boxes; everybody here logs in with a password.
    filter_horizontal = ("user_permissions",)
    add_fieldsets = (
        (None, {"fields": ("username", "password1", "password2")}),
        (_("Role"), {"fields": ("is_staff", "groups")}),
    )

    def get_changeform_initial_data(self, request):
        """Who gets an account here is to work in this admin."""
        return {"is_staff": True, **super().get_changeform_initial_data(request)}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("roles"))
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all())

    def get_fieldsets(self, request, obj=None):
        if obj is None or request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return (
            (None, {"fields": ("username", "password")}),
            _NAMES,
            (_("Role"), {"fields": _ROLE_FIELDS}),
            _DATES,
        )

    def has_change_permission(self, request, obj=None):
        """Only a superuser changes a superuser, whose password would be the way around all."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups" and not request.user.is_superuser:
            kwargs["queryset"] = Group.objects.filter(name__in=ROLES)
            kwargs["widget"] = CheckboxSelectMultiple
            kwargs["help_text"] = ""
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_related(self, request, form, formsets, change):
        """Groups that the form didn't offer stay as they are."""
        user = form.instance
        others = list(user.groups.exclude(name__in=ROLES))
        super().save_related(request, form, formsets, change)
        if not request.user.is_superuser:
            user.groups.add(*others)


admin.site.unregister(User)
admin.site.register(User, DeskUserAdmin)
