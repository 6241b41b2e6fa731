"""Who's who as JSON: in the desk's own shape, and as Popolo has it."""

from people.serializers.entities import (
    EntityDetailSerializer,
    EntityRefSerializer,
    EntitySerializer,
    LabelSerializer,
    PartialDateSerializer,
    TextOrNull,
    entity_address,
    page_address,
)
from people.serializers.offices import (
    MembershipSerializer,
    OfficesOnDaySerializer,
    PostRecordSerializer,
)
from people.serializers.popolo import (
    PopoloMembershipSerializer,
    PopoloOrganizationDetailSerializer,
    PopoloOrganizationSerializer,
    PopoloPersonDetailSerializer,
    PopoloPersonSerializer,
    PopoloPostSerializer,
)

__all__ = [
    "EntityDetailSerializer",
    "EntityRefSerializer",
    "EntitySerializer",
    "LabelSerializer",
    "MembershipSerializer",
    "OfficesOnDaySerializer",
    "PartialDateSerializer",
    "PopoloMembershipSerializer",
    "PopoloOrganizationDetailSerializer",
    "PopoloOrganizationSerializer",
    "PopoloPersonDetailSerializer",
    "PopoloPersonSerializer",
    "PopoloPostSerializer",
    "PostRecordSerializer",
    "TextOrNull",
    "entity_address",
    "page_address",
]
