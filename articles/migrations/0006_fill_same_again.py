"""Fill the keys by which the texts of earlier imports are known again."""

from django.db import migrations

from articles.importing import Paragraph
from articles.importing.sameness import address_key, body_key


def fill(apps, schema_editor):
    reading = apps.get_model("articles", "Reading")
    batch = []
    for row in reading.objects.exclude(body=[]).only("body", "fields").iterator(1000):
        row.body_key = body_key(Paragraph(**one) for one in row.body)
        row.address_key = address_key(row.fields.get("url", {}).get("value"))
        batch.append(row)
        if len(batch) == 1000:
            reading.objects.bulk_update(batch, ["body_key", "address_key"])
            batch = []
    reading.objects.bulk_update(batch, ["body_key", "address_key"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_same_again")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
