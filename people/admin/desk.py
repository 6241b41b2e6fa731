"""For whom the admin tells of who's who."""

from django.utils import timezone

from ots_desk.admin import change_url
from ots_desk.interface import interface_language
from people.audience import Audience
from people.models import Entity


def the_desk() -> Audience:
    """Editors: they see everybody and everything that is known, and go to its form."""
    return Audience(
        Entity.objects.standing(),
        interface_language(),
        timezone.localdate(),
        url_of=change_url,
        is_desk=True,
    )
