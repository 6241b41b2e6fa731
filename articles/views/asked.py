"""What a reader asks for in an address: `?q=…`, `?language=…`."""


def asked_of(request, name: str, longest: int) -> str:
    """The value of `name`, cut to `longest` characters; empty where nothing is asked. NUL, which
    PostgreSQL refuses in a text, is left out."""
    return request.GET.get(name, "").replace("\0", "").strip()[:longest]
