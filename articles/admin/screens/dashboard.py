"""The desk's front page: what waits for a decision, and what was decided last."""

from articles.admin.screens.decided_last import decided_last
from articles.admin.screens.waiting import what_waits
from articles.looking_again import texts_to_look_at
from articles.models import Document, Translation


def dashboard(request) -> dict:
    """Template values of the index, for a user who is logged in. To somebody without a role it
    shows no text's words."""
    may_look = request.user.has_perm("articles.view_translation")
    return {
        "is_empty": not Document.objects.exists() and not Translation.objects.exists(),
        "waiting": list(what_waits()) if may_look else [],
        "decisions": decided_last() if may_look else [],
        "to_look_at": texts_to_look_at().count() if may_look else 0,
        "may_write": request.user.has_perm("articles.add_article"),
    }
