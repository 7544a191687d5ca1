"""What states owe each other, in words: the answer first, then by treaty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.ledger.casus import Collision, Duty
from dragoman.ledger.obligations import Due
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import capital, code_name, listed
from dragoman.vocab import Vocabulary

MOST_NAMES = 8
"""States named in a line; of more, the others are counted."""


def attack_words(attacker: str, attacked: str, vocabulary: Vocabulary) -> str:
    """Name the case: "North Korea attacks South Korea"."""
    return capital(f"{code_name(attacker, vocabulary)} attacks {code_name(attacked, vocabulary)}")


def names(codes: Iterable[str], vocabulary: Vocabulary) -> str:
    """Name states in one list; of many, the first ones, and how many others."""
    told = [code_name(code, vocabulary) for code in dict.fromkeys(codes)]
    left = len(told) - MOST_NAMES
    shown = [*told[:MOST_NAMES], f"{left} others"] if left > 1 else told
    return listed(shown)


def must_words(obligation: str, vocabulary: Vocabulary) -> str:
    """Say what an obligation of ATOP's five makes a state do: "must defend"."""
    return str(vocabulary.wording.words["obligations"].get(obligation, f"owes {obligation} to"))


def duty_words(who: Iterable[str], duty: Duty, vocabulary: Vocabulary) -> str:
    """Say who must do what for whom."""
    clause = duty.due.clause
    must = must_words(clause.obligation or "", vocabulary)
    return capital(f"{names(who, vocabulary)} {must} {code_name(duty.due.owed_to, vocabulary)}")


def force_words(in_force: bool | None) -> str:
    """Give what is said behind the signature of a treaty that is in force, is not yet, or of which that is not known.

    Where the day of entry into force is not on file, the signature stands in for it.
    """
    return {True: "", False: ", not yet in force", None: ", entry into force not on file"}[in_force]


def checked_words(on: str | None, checked: str) -> str | None:
    """Say that a day lies after the last to which the ledger was checked; None if it does not, or no day was asked."""
    return f"The ledger was checked to {checked}; this day is later." if on and on > checked else None


def clause_source(due: Due) -> str:
    """Name the treaty and article that a duty stands in, and whether it is in force."""
    signed = date_words(due.treaty.signed) or "no date"
    article = f", art. {due.clause.article}" if due.clause.article else ""
    return f"{due.treaty.name} ({signed}{force_words(due.in_force)}){article}"


def when_words(duty: Duty) -> str:
    """Say on what a duty hangs."""
    clause = duty.due.clause
    return "; ".join(part for part in (duty.depends, clause.trigger, *clause.conditions) if part)


def breach_words(due: Due) -> str:
    """Say which clause the attack itself breaks."""
    return f"The attack breaks: {clause_source(due)}"


def collision_words(clash: Collision, vocabulary: Vocabulary) -> str:
    """Say whose duties pull both ways."""
    return (
        f"{duty_words([clash.state], clash.duty, vocabulary)}; but "
        f"{duty_words([clash.state], clash.against, vocabulary)}"
    )


def owed_words(a: str, b: str, obligations: Mapping[str, Mapping[str, bool]], vocabulary: Vocabulary) -> list[str]:
    """Say what two states owe each other as of a day: first what both owe, then what one owes the other."""
    ways = [(a, b, obligations.get(f"{a}>{b}", {})), (b, a, obligations.get(f"{b}>{a}", {}))]
    both = [kind for kind, owed in ways[0][2].items() if owed and ways[1][2].get(kind)]
    said = []
    if both:
        pair = capital(listed(code_name(code, vocabulary) for code in (a, b)))
        said.append(f"{pair}: each {_musts(both, vocabulary)} the other")
    for one, other, owed in ways:
        alone = [kind for kind, is_owed in owed.items() if is_owed and kind not in both]
        if alone:
            who, whom = capital(code_name(one, vocabulary)), code_name(other, vocabulary)
            said.append(f"{who} {_musts(alone, vocabulary)} {whom}")
    return said


def _musts(obligations: Sequence[str], vocabulary: Vocabulary) -> str:
    return listed(must_words(one, vocabulary) for one in obligations)


def clause_line(clause: Mapping[str, Any], who: str) -> str:
    """Say a clause between two states: article, who owes whom, what, in which case."""
    article = f"art. {clause['article']}: " if clause["article"] else ""
    what = ": ".join(part for part in (clause["trigger"], clause["duty"]) if part)
    conditions = f" ({', '.join(clause['conditions'])})" if clause["conditions"] else ""
    kind = clause["obligation"] or "no military duty"
    return f"{article}{who}, {kind}{f': {what}' if what else ''}{conditions}"
