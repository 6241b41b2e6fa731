"""Fill the key by which the queue of names is grouped."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    apps.get_model("articles", "Mention").objects.update(called_key=F("folded"))


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_who_is_who")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
