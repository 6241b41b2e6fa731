"""Forms of the desk, by what they are about; they ask, check and explain."""

from articles.forms.articles import ArticleForm, CoverageForm
from articles.forms.raw_texts import MendForm, NewTextForm
from articles.forms.reference import SourceForm, TopicForm
from articles.forms.texts import ReasonForm, TextForm, WriteForm

__all__ = [
    "ArticleForm",
    "CoverageForm",
    "MendForm",
    "NewTextForm",
    "ReasonForm",
    "SourceForm",
    "TextForm",
    "TopicForm",
    "WriteForm",
]
