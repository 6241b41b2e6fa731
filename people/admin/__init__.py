"""Who's who in the admin: lists, forms and screens, one subject a module."""

from people.admin import entities, merges, names, offices, pairs, reference, splits

__all__ = ["entities", "merges", "names", "offices", "pairs", "reference", "splits"]
