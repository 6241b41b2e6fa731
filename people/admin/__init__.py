"""Who's who in the admin: lists, forms and screens, one subject a module."""

from people.admin import entities, names, offices, reference

__all__ = ["entities", "names", "offices", "reference"]
