"""What was published: outlets, documents as received, articles and their texts."""

from articles.models.attachments import Attachment, TranslationHint
from articles.models.documents import Document, ImportRun, Purge, Reading, Sighting
from articles.models.mentions import Dismissal, Mention, TaggingStep
from articles.models.pairs import ArticleJudgement, ArticleMerge
from articles.models.sources import Source, Topic
from articles.models.texts import Article, Flag, Revision, Translation

__all__ = [
    "Article",
    "ArticleJudgement",
    "ArticleMerge",
    "Attachment",
    "Dismissal",
    "Document",
    "Flag",
    "ImportRun",
    "Mention",
    "Purge",
    "Reading",
    "Revision",
    "Sighting",
    "Source",
    "TaggingStep",
    "Topic",
    "Translation",
    "TranslationHint",
]
