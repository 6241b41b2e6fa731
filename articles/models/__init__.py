"""What was published: outlets, documents as received, articles and their texts."""

from articles.models.articles import Article
from articles.models.attachments import Attachment, TranslationHint
from articles.models.documents import Document, ImportRun, Purge, Reading, Sighting
from articles.models.fingerprints import Fingerprint, FingerprintKey
from articles.models.flags import Flag
from articles.models.mentions import Dismissal, Mention, TaggingStep
from articles.models.pairs import ArticleJudgement, ArticleMerge, Split
from articles.models.revisions import Revision
from articles.models.sources import Source, Topic
from articles.models.stories import Coverage, Story, StoryChange
from articles.models.texts import Translation

__all__ = [
    "Article",
    "ArticleJudgement",
    "ArticleMerge",
    "Attachment",
    "Coverage",
    "Dismissal",
    "Document",
    "Fingerprint",
    "FingerprintKey",
    "Flag",
    "ImportRun",
    "Mention",
    "Purge",
    "Reading",
    "Revision",
    "Sighting",
    "Source",
    "Split",
    "Story",
    "StoryChange",
    "TaggingStep",
    "Topic",
    "Translation",
    "TranslationHint",
]
