"""What the serializers of this app share: times in UTC, addresses in the API."""

from datetime import UTC

from rest_framework import serializers
from rest_framework.reverse import reverse


class UtcField(serializers.DateTimeField):
    """A time of ours."""

    def __init__(self, **kwargs):
        super().__init__(default_timezone=UTC, **kwargs)


class ApiUrlSerializer(serializers.ModelSerializer):
    """Gives `url`, the record's address in this API, to those that name their `basename`."""

    url = serializers.SerializerMethodField()
    basename = ""

    def get_url(self, record) -> str:
        name = f"api:{self.basename}-detail"
        return reverse(name, args=[record.pk], request=self.context["request"])
