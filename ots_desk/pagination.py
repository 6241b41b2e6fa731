"""Pages of API lists: by cursor, so that a deep page costs what the first one does."""

from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination


class DeskCursorPagination(CursorPagination):
    """Newest id first; `page_size` up to 100."""

    ordering = "-pk"
    page_size_query_param = "page_size"
    max_page_size = 100

    def decode_cursor(self, request):
        """Refuse a cursor that was made up: the database would be asked for a wrong number."""
        cursor = super().decode_cursor(request)
        if cursor and cursor.position is not None and not _is_id(cursor.position):
            raise NotFound(self.invalid_cursor_message)
        return cursor


def _is_id(position: str) -> bool:
    """No key has more than 19 digits; Python refuses to read a number of thousands."""
    return position.isdecimal() and len(position) <= 19
