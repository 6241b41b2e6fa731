"""The sitemap: every public text, story and entity, with the same page in other languages."""

from django.contrib.sitemaps import Sitemap
from django.utils.translation import get_language

from articles.addresses import address, story_address
from articles.models import Story, Translation
from articles.projection import project
from articles.reports import leads_of
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


class StorySitemap(Sitemap):
    """The pages of stories, in each language of the interface."""

    i18n = alternates = x_default = True
    languages = list(INTERFACE)
    limit = 1000

    def items(self):
        return Story.objects.published().order_by("pk")

    def location(self, story: Story) -> str:
        return story_address(get_language(), story.pk, self._headings[story.pk])

    def _urls(self, page, protocol, domain):
        """What stories are called is read for all of a page at once."""
        stories = {story for story, _code in self.paginator.page(page).object_list}
        leads = leads_of(stories, Translation.objects.published())
        self._headings = {
            story.pk: story.title or project(leads[story.pk]).headline for story in stories
        }
        return super()._urls(page, protocol, domain)


SITEMAPS = {"texts": TextSitemap, "stories": StorySitemap, "entities": EntitySitemap}
