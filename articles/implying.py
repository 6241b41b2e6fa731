"""What decisions on pairs of articles imply; how, is `ots_desk.implying`."""

from articles.choices import Verdict
from articles.models import ArticleJudgement
from ots_desk.bonds import Kind
from ots_desk.implying import Implying

# What a verdict says of the two; "unsure" says nothing.
KINDS = {
    Verdict.TRANSLATION: Kind.SAME,
    Verdict.DUPLICATE: Kind.SAME,
    Verdict.NEW_VERSION: Kind.SAME,
    Verdict.CONTAINS: Kind.CONTAINS,
    Verdict.SAME_STORY: Kind.TOGETHER,
    Verdict.DIFFERENT: Kind.APART,
}

# One at a time decides, merges or undoes, so that nobody looks at half of another's decision.
LOCK = "judgements of articles"

pairs_of_articles = Implying(ArticleJudgement, KINDS, LOCK)
renew_implied = pairs_of_articles.renew
renew_implied_at_commit = pairs_of_articles.renew_at_commit
refuse_contradiction = pairs_of_articles.refuse_contradiction
refusing_conflicts = pairs_of_articles.refusing_conflicts
