"""Addresses and links inside the admin, for lists and messages."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.merging import choose_survivor
from articles.models import Article, ArticleMerge, Translation
from ots_desk.undo_admin import preview_url


def text_url(text: Translation) -> str:
    """The article's page with this text shown."""
    return f"{reverse('admin:articles_article_change', args=[text.article_id])}?text={text.pk}"


def text_link(text: Translation, words: str = "") -> str:
    return format_html('<a href="{}">{}</a>', text_url(text), words or text)


def text_links(texts: Iterable[Translation]) -> str:
    return format_html_join(", ", "{}", ((text_link(text),) for text in texts))


def preview_address(one: Article, other: Article) -> str:
    """Where the two are merged, with a choice of values."""
    return preview_url(ArticleMerge, *choose_survivor(one, other))
