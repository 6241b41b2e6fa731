"""What every public page shows around its text: masthead, languages, sections."""


def masthead(request) -> dict:
    return {}
