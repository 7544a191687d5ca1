"""The answer to "what is in force between A and B on D": JSON object and lines for a table."""

from typing import Any

from dragoman.ledger.book import Ledger, party_on
from dragoman.ledger.days import first_day
from dragoman.ledger.obligations import Due, history, in_force, obligations, owed, shared_spell
from dragoman.model.ledger import Party, RelationFact, Treaty
from dragoman.vocab import shipped

LATEST = "9999-12-30"
"""The day that is asked when none is given: what has not ended, as far as the ledger knows."""


def between(a: str, b: str, on: str | None, *, ledger: Ledger, strictly: bool = False) -> dict[str, Any]:
    """Give {"a","b","on","obligations","decided_by","in_force","before","since","relations"}.

    `on` is an ISO day, or None for what has not ended. `decided_by` names what the five yes or no follow.
    """
    day = on or LATEST
    current = in_force(a, b, day, ledger=ledger, strictly=strictly)
    here = {treaty.id for treaty in current}
    others = [treaty for treaty in history(a, b, ledger=ledger) if treaty.id not in here]
    past = [treaty for treaty in others if (shared_spell(treaty, a, b) or (day, ""))[0] <= day]
    clauses = [*owed(a, b, day, ledger=ledger, strictly=strictly), *owed(b, a, day, ledger=ledger, strictly=strictly)]
    return {
        "a": a,
        "b": b,
        "on": on,
        "obligations": obligations(a, b, day, ledger=ledger, strictly=strictly),
        "decided_by": coding.name if (coding := ledger.coding_on(day)) else "ledger",
        "in_force": [
            {**treaty_cell(treaty, a, b), "in_force": _binds(treaty, a, b, day), "clauses": _clauses(treaty, clauses)}
            for treaty in current
        ],
        "before": [treaty_cell(treaty, a, b) for treaty in past],
        "since": [treaty_cell(treaty, a, b) for treaty in others if treaty not in past],
        "relations": [_relation_cell(fact) for fact in relations_of(ledger, a, b)],
    }


def relations_of(ledger: Ledger, a: str, b: str) -> list[RelationFact]:
    """Give what is on file about diplomatic relations of two states, by date."""
    dyad = {shipped().treaties.line_of(a), shipped().treaties.line_of(b)}
    return sorted(
        (
            fact
            for fact in ledger.relations
            if {shipped().treaties.line_of(fact.a), shipped().treaties.line_of(fact.b)} == dyad
        ),
        key=lambda fact: fact.date,
    )


def treaty_cell(treaty: Treaty, a: str, b: str) -> dict[str, Any]:
    """Give a treaty as a JSON object, with the dates of the two states and those of the treaty."""
    begin, end = shared_spell(treaty, a, b) or (first_day(treaty.signed), "")
    return {
        "id": treaty.id,
        "name": treaty.name,
        "kind": treaty.kind,
        "dates": {"signed": treaty.signed, "in_force": treaty.in_force, "ended": treaty.ended, "how": treaty.how},
        "parties": {
            code: [
                _party_cell(party)
                for party in treaty.parties
                if shipped().treaties.line_of(party.code) == shipped().treaties.line_of(code)
            ]
            for code in (a, b)
        },
        "together": {"from": begin, "until": None if end >= "9999" else end.rstrip("~")},
        "source": treaty.source,
    }


def clause_cell(due: Due) -> dict[str, Any]:
    """Give a clause that is owed as a JSON object."""
    clause = due.clause
    return {
        "article": clause.article,
        "obligation": clause.obligation,
        "owed_by": due.owed_by,
        "owed_to": due.owed_to,
        "trigger": clause.trigger,
        "duty": clause.duty,
        "conditions": list(clause.conditions),
        "begin": clause.begin,
        "end": clause.end,
        "signed": True,
        "in_force": due.in_force,
    }


def _clauses(treaty: Treaty, clauses: list[Due]) -> list[dict[str, Any]]:
    return [clause_cell(due) for due in clauses if due.treaty.id == treaty.id]


def _binds(treaty: Treaty, a: str, b: str, day: str) -> bool:
    return all(party_on(treaty, state, day, strictly=True) for state in (a, b))


def _party_cell(party: Party) -> dict[str, Any]:
    return {
        "code": party.code,
        "signed": party.signed,
        "in_force": party.in_force,
        "ended": party.ended,
        "how": party.how,
        "source": party.source,
    }


def _relation_cell(fact: RelationFact) -> dict[str, str]:
    return {"what": fact.what, "date": fact.date, "as": f"{fact.a}-{fact.b}", "source": fact.source}
