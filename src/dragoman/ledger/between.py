"""The answer to "what is in force between A and B on D": JSON object and lines for a table."""

from typing import Any

from msgspec.structs import asdict

from dragoman.ledger.book import LATEST, Ledger, first_day, plain_end
from dragoman.ledger.obligations import Due, in_force, obligations, owed
from dragoman.model.ledger import RelationFact, Treaty


def between(a: str, b: str, on: str | None, *, ledger: Ledger, strictly: bool = False) -> dict[str, Any]:
    """Give {"a","b","on","obligations","decided_by","in_force","universal","before","since","relations","wars",…}.

    `on` is an ISO day, or None for what has not ended. `decided_by` names what the five yes or no follow: `universal`
    treaties, open to every state, are left out of them. `checked` is the last day to which the tables were checked.
    """
    day = on or LATEST
    current = in_force(a, b, day, ledger=ledger, strictly=strictly)
    here = {treaty.id for treaty in current}
    others = [treaty for treaty in ledger.history(a, b) if treaty.id not in here]
    past = [treaty for treaty in others if (ledger.shared_spell(treaty, a, b) or (day, ""))[0] <= day]
    clauses = [*owed(a, b, day, ledger=ledger, strictly=strictly), *owed(b, a, day, ledger=ledger, strictly=strictly)]
    return {
        "a": a,
        "b": b,
        "on": on,
        "obligations": obligations(a, b, day, ledger=ledger, strictly=strictly),
        "decided_by": coding.name if (coding := ledger.coding_on(day)) else "ledger",
        "in_force": [_bound_cell(treaty, a, b, day, ledger, clauses) for treaty in current],
        "universal": _universal(a, b, day, ledger, strictly=strictly),
        "before": [treaty_cell(treaty, a, b, ledger) for treaty in past],
        "since": [treaty_cell(treaty, a, b, ledger) for treaty in others if treaty not in past],
        "relations": [_relation_cell(fact) for fact in ledger.relations_of(a, b)],
        "wars": [asdict(war) for war in ledger.wars_of(a, b)],
        "checked": ledger.checked,
    }


def _universal(a: str, b: str, day: str, ledger: Ledger, *, strictly: bool) -> list[dict[str, Any]]:
    owes = (owed(by, to, day, ledger=ledger, strictly=strictly, universal=True) for by, to in ((a, b), (b, a)))
    clauses = [due for dues in owes for due in dues]
    current = in_force(a, b, day, ledger=ledger, strictly=strictly, universal=True)
    return [_bound_cell(treaty, a, b, day, ledger, clauses) for treaty in current]


def _bound_cell(treaty: Treaty, a: str, b: str, day: str, ledger: Ledger, clauses: list[Due]) -> dict[str, Any]:
    """Give a treaty with its clauses; `in_force` is true, false while only signed, null where that is not on file."""
    bound = {"in_force": ledger.in_force(treaty, a, b, day), "clauses": _clauses(treaty, clauses)}
    return treaty_cell(treaty, a, b, ledger) | bound


def treaty_cell(treaty: Treaty, a: str, b: str, ledger: Ledger) -> dict[str, Any]:
    """Give a treaty as a JSON object, with the dates of the two states and those of the treaty."""
    begin, end = ledger.shared_spell(treaty, a, b) or (first_day(treaty.signed), "")
    return {
        "id": treaty.id,
        "name": treaty.name,
        "kind": treaty.kind,
        "dates": {
            "signed": treaty.signed,
            "in_force": treaty.in_force,
            "ground": treaty.ground,
            "pending": treaty.pending,
            "term": treaty.term,
            "ended": treaty.ended,
            "how": treaty.how,
        },
        "parties": {code: [asdict(party) for party in ledger.spells_of(treaty, code)] for code in (a, b)},
        "together": {"from": begin, "until": plain_end(end)},
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


def _relation_cell(fact: RelationFact) -> dict[str, str]:
    return {"what": fact.what, "date": fact.date, "as": f"{fact.a}-{fact.b}", "source": fact.source}
