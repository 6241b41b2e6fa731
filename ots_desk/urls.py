"""Addresses of the desk: admin, API, and the public site under each interface language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path, register_converter
from django.views.generic import RedirectView

from articles.sitemaps import SITEMAPS
from ots_desk import converters, site

register_converter(converters.Slug, "desk-slug")
register_converter(converters.Year, "yyyy")
register_converter(converters.MonthOrDay, "mm")


urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/", RedirectView.as_view(pattern_name="api:api-root")),
    path("api/v1/", include("ots_desk.api")),
    path("", site.way_in),
    path("robots.txt", site.robots),
    path("favicon.ico", site.favicon),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        sitemaps.sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    *i18n_patterns(
        path("", include("articles.urls")),
        path("", include("articles.entity_urls")),
    ),
]
