"""The sitemap: every public text and entity, with the same page in other languages."""

from django.contrib.sitemaps import Sitemap

from articles.addresses import address
from articles.models import Translation
from articles.visibility import public_entities
from ots_desk.languages import INTERFACE
from people.models import Entity


class TextSitemap(Sitemap):
    """One address a text, under its own language; other languages' texts are entries of their
    own, and the pages name each other (hreflang)."""

    limit = 5000

    def items(self):
        texts = Translation.objects.published().filter(language__in=INTERFACE)
        return texts.select_related("source", "agency").order_by("pk")

    def location(self, text: Translation) -> str:
        return address(text)

    def lastmod(self, text: Translation):
        return text.changed_at


class EntitySitemap(Sitemap):
    """The pages of entities, in each language of the interface."""

    i18n = alternates = x_default = True
    languages = list(INTERFACE)
    limit = 1000

    def items(self):
        return public_entities(Entity.objects.order_by("pk"))


SITEMAPS = {"texts": TextSitemap, "entities": EntitySitemap}
