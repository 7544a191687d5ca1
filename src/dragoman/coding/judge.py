"""Which settled candidates become events, in which order, and how far each may be trusted."""

from __future__ import annotations

from dragoman.coding.candidates import Settled, known
from dragoman.coding.predicates import content_words
from dragoman.model.event import ASSUMED, WhenBasis
from dragoman.syntax import trees

SPEECH = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE"})
"""Types whose content is told by them: "urged X to withdraw" reports an urging, not a withdrawal."""

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})


def decided(settled: list[Settled]) -> tuple[list[Settled], list[tuple[Settled, str]]]:
    """Give the deeds that stay, rank 1 first, and those that another covers, each with why."""
    kept, covered = [], []
    reasons = _covering(settled)
    for one in settled:
        reason = reasons.get(one.candidate.predicate.token.i) or _leaning(one, settled)
        if reason is None:
            kept.append(one)
        else:
            covered.append((one, reason))
    return sorted(kept, key=_key), covered


def _covering(settled: list[Settled]) -> dict[int, str]:
    """Give the places of words that are only the content of a speech act, or the subject that its verb covers."""
    reasons: dict[int, str] = {}
    for one in settled:
        candidate = one.candidate
        if candidate.type in SPEECH:
            told = f"the content of “{candidate.predicate.token.text}”"
            reasons |= dict.fromkeys(content_words(candidate.predicate), told)
        if candidate.covers_subject:
            told = f"“{candidate.predicate.token.text}” says when it was done"
            reasons |= {token.i: told for token in candidate.predicate.slot("subj")}
    return reasons


def _leaning(one: Settled, settled: list[Settled]) -> str | None:
    """Say that a noun leans on a verb that made an event itself: then the noun adds none."""
    light = one.candidate.predicate.light
    verbs = {other.candidate.predicate.token.i for other in settled if other.candidate.predicate.kind == "verb"}
    return f"told by its verb “{light.text}”" if light is not None and light.i in verbs else None


def _key(one: Settled) -> tuple[int, bool, bool, int]:
    """Sort by: fewer clauses above, both sides known, verbs before nouns, then text order."""
    candidate = one.candidate
    both = known(candidate.actors) and (known(candidate.recipients) or len(candidate.actors) > 1)
    noun = candidate.predicate.kind == "noun" and candidate.predicate.light is None
    return depth(one), not both, noun, candidate.predicate.token.i


def depth(one: Settled) -> int:
    """Count the clauses above the trigger; those that only report ("officials said that …") do not count."""
    count, below = 0, one.candidate.word
    vouches = one.candidate.predicate.vocabulary.cues.vouches
    for head in trees.up(below):
        reports = vouches(head.lemma_.lower(), "fin")
        clause = below.dep_ in CLAUSES and not (reports and below.dep_ in ("ccomp", "parataxis"))
        if clause or below.dep_ in ("nmod", "nmod:poss", "obl"):
            count += 1
        below = head
    return count


def confidence(one: Settled, basis: WhenBasis | None) -> float:
    """Give a number between 0 and 1: less for nouns, unknown or missing sides, and a time that was only assumed."""
    candidate = one.candidate
    value = 0.9
    value -= 0.1 * (candidate.predicate.kind != "verb")
    value -= 0.15 * (not known(candidate.actors))
    value -= 0.1 * (candidate.seeks_recipient and not known(candidate.recipients))
    value -= 0.05 * (basis in ASSUMED)
    return round(value, 2)
