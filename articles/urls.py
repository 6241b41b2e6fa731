"""Addresses of texts: latest, articles, stories, archive, search, topics."""

from django.urls import path

from articles.views import archive, article, home, search, stories, topics

app_name = "articles"

urlpatterns = [
    path("", home.home, name="home"),
    path("articles/<int:pk>-<desk-slug:slug>/", article.article, name="article"),
    path("articles/<int:pk>/", article.article),
    path("stories/<int:pk>-<desk-slug:slug>/", stories.story, name="story"),
    path("stories/<int:pk>/", stories.story),
    path("archive/", archive.newest, name="archive"),
    path("archive/undated/", archive.undated, name="archive_undated"),
    path("archive/<yyyy:year>/", archive.year, name="archive_year"),
    path("archive/<yyyy:year>/<mm:month>/", archive.month, name="archive_month"),
    path("archive/<yyyy:year>/<mm:month>/<mm:day>/", archive.day, name="archive_day"),
    path("search/", search.search_page, name="search"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<int:pk>-<desk-slug:slug>/", topics.topic, name="topic"),
    path("topics/<int:pk>/", topics.topic),
]
