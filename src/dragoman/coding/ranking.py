"""Order the events of a sentence: rank 1 is what it is mainly about."""

from __future__ import annotations

from dragoman.coding.context import known
from dragoman.coding.events import Draft
from dragoman.syntax import trees
from dragoman.vocab.cues import vouches

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})


def ranked(drafts: list[Draft]) -> list[Draft]:
    """Sort drafts: fewer clauses above, both sides known, verbs before nouns, then text order."""
    return sorted(drafts, key=_key)


def _key(drafted: Draft) -> tuple[int, bool, bool, int]:
    predicate = drafted.match.predicate
    both = known(drafted.actors) and (known(drafted.recipients) or len(drafted.actors) > 1)
    return depth(drafted), not both, predicate.kind == "noun" and predicate.light is None, predicate.token.i


def depth(drafted: Draft) -> int:
    """Count the clauses above the trigger; those that only report ("officials said that …") do not count."""
    word = drafted.match.predicate.light or drafted.match.predicate.token
    count, below = 0, word
    for head in trees.up(word):
        reports = vouches(head.lemma_.lower(), "fin")
        clause = below.dep_ in CLAUSES and not (reports and below.dep_ in ("ccomp", "parataxis"))
        if clause or below.dep_ in ("nmod", "nmod:poss", "obl"):
            count += 1
        below = head
    return count
