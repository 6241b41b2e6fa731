"""What decisions on pairs of who's who imply; how, is `ots_desk.implying`."""

from ots_desk.bonds import Kind
from ots_desk.implying import Implying
from people.choices import Verdict
from people.models import EntityJudgement

# Decisions on who's who are made one at a time.
LOCK = "judgements of who's who"

# What a verdict says of the two; "unsure" says nothing.
KINDS = {Verdict.SAME: Kind.SAME, Verdict.DIFFERENT: Kind.APART}

pairs_of_entities = Implying(EntityJudgement, KINDS, LOCK)
renew_implied = pairs_of_entities.renew
renew_implied_at_commit = pairs_of_entities.renew_at_commit
refuse_contradiction = pairs_of_entities.refuse_contradiction
