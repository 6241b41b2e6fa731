"""Where a text is read on the public site. Pages, the sitemap and the API point there alike."""

from django.urls import reverse
from django.utils.translation import get_language, override

from articles.models import Translation
from articles.projection import project
from ots_desk.languages import INTERFACE
from ots_desk.slugs import slug_of


def address(text: Translation) -> str:
    """Where this text is read: under its own language, or, where the interface doesn't speak
    that, under the reader's, with the language of the text named."""
    slug = slug_of(project(text).headline)
    if text.language in INTERFACE:
        return in_language(text.language, text.article_id, slug)
    return f"{in_language(get_language(), text.article_id, slug)}?text={text.language}"


def in_language(language: str, article_id: int, slug: str) -> str:
    """The article's page with the interface in `language`."""
    with override(language):
        return reverse("articles:article", args=[article_id, slug])


def story_address(language: str, story_id: int, heading: str) -> str:
    """The page of a story with the interface in `language`."""
    with override(language):
        return reverse("articles:story", args=[story_id, slug_of(heading)])
