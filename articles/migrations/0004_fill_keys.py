"""Fill what 0003 added: the keys of headlines, and the counts of earlier import runs."""

from django.db import migrations

from ots_desk.text import key_of


def fill(apps, schema_editor):
    translation = apps.get_model("articles", "Translation")
    batch = []
    for text in translation.objects.exclude(headline="").only("headline").iterator(1000):
        text.headline_key = key_of(text.headline)
        batch.append(text)
        if len(batch) == 1000:
            translation.objects.bulk_update(batch, ["headline_key"])
            batch = []
    translation.objects.bulk_update(batch, ["headline_key"])
    for run in apps.get_model("articles", "ImportRun").objects.all():
        run.counts = run.counts.get("counts", {})
        run.save()


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_import_journal")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
