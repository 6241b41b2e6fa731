"""Pages of API lists: by cursor, so that a deep page costs what the first one does."""

from rest_framework.pagination import CursorPagination


class DeskCursorPagination(CursorPagination):
    """Newest id first; `page_size` up to 100."""

    ordering = "-pk"
    page_size_query_param = "page_size"
    max_page_size = 100
