"""Fill what 0002 added, and the keys of spellings anew: letters are read better than before."""

from django.db import migrations

from people.names import candidate_keys, matching_key

BATCH = 1000


def fill(apps, schema_editor):
    name, name_key = apps.get_model("people", "Name"), apps.get_model("people", "NameKey")
    batch = []
    for spelling in name.objects.only("text").order_by("pk").iterator(BATCH):
        batch.append(spelling)
        if len(batch) == BATCH:
            store(name, name_key, batch)
            batch = []
    store(name, name_key, batch)


def store(name, name_key, spellings):
    for spelling in spellings:
        spelling.key = matching_key(spelling.text)
    name.objects.bulk_update(spellings, ["key"])
    name_key.objects.bulk_create(
        name_key(name=spelling, key=key)
        for spelling in spellings
        for key in sorted(candidate_keys(spelling.text))
    )


class Migration(migrations.Migration):
    dependencies = [("people", "0002_candidate_keys")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
