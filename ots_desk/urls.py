"""Addresses of the desk: admin, API, and the public site under each interface language."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
