from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_fingerprints_compared'),
    ]

    operations = [
        migrations.AddField(
            model_name='fingerprint',
            name='stamp',
            field=models.BigIntegerField(default=0, help_text="Another one for another content, so that what is known isn't read again.", verbose_name='stamp'),
        ),
        migrations.RemoveIndex(model_name='fingerprint', name='fingerprint_day'),
        migrations.AddIndex(
            model_name='fingerprint',
            index=models.Index(fields=['day', 'rules', 'language', 'stamp'], name='fingerprint_day'),
        ),
    ]
