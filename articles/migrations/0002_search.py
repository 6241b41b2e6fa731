"""The search index: a table of its own on each database, since neither has a model for it."""

from django.db import migrations

from articles.search.backends import backend


def create(apps, schema_editor):
    schema_editor.execute(backend(schema_editor.connection.vendor).CREATE)


def drop(apps, schema_editor):
    schema_editor.execute(backend(schema_editor.connection.vendor).DROP)


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
