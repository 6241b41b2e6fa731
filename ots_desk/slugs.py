"""Slugs: the readable part of an address. The id decides; the slug only helps people."""

from anyascii import anyascii
from django.utils.text import slugify

# Long enough for a headline's first words, short enough to paste into a message.
MAX_LENGTH = 80


def slug_of(text: str) -> str:
    """Return a slug in ASCII letters for a text in any script; "" where nothing is left.

    >>> slug_of("Садыр Жапаров")
    'sadyr-zhaparov'
    """
    slug = slugify(anyascii(text))
    if len(slug) <= MAX_LENGTH:
        return slug
    return slug[: MAX_LENGTH + 1].rsplit("-", 1)[0]
