"""The editors' desk: lists, forms and screens of what was published, one subject a module."""

from django.contrib import admin

from articles.admin import (
    articles,
    attachments,
    documents,
    mentions,
    merges,
    pairs,
    runs,
    sources,
    splits,
    stories,
    texts,
)
from articles.admin.screens.dashboard import dashboard
from articles.admin.screens.portrait import portrait, public_address
from articles.looking_again import look_again

__all__ = [
    "articles",
    "attachments",
    "documents",
    "mentions",
    "merges",
    "pairs",
    "runs",
    "sources",
    "splits",
    "stories",
    "texts",
]

admin.site.dashboard = dashboard
admin.site.look_again = look_again
admin.site.portrait = portrait
admin.site.public_address = public_address
