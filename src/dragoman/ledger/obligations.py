"""What two states owe each other on a day, clause by clause."""

from msgspec import Struct

from dragoman.ledger.book import Ledger, day_after, first_day
from dragoman.model.ledger import OBLIGATIONS, Clause, Treaty


class Due(Struct, frozen=True):
    """A clause that one state owes another on a day.

    `in_force` is False while the treaty was only signed, None where the day of its entry into force is not on file.
    """

    treaty: Treaty
    clause: Clause
    owed_by: str
    owed_to: str
    in_force: bool | None


def in_force(
    a: str, b: str, on: str, *, ledger: Ledger, strictly: bool = False, universal: bool = False
) -> list[Treaty]:
    """Give the treaties that bound both states on the ISO day `on`, from signature, or `strictly` in force.

    Those open to every state are given apart, if `universal` is asked for.
    """
    return [
        treaty
        for treaty in ledger.between(a, b, universal=universal)
        if ledger.speaks(treaty, on) and ledger.binds(treaty, a, b, on, strictly=strictly)
    ]


def owed(by: str, to: str, on: str, *, ledger: Ledger, strictly: bool = False, universal: bool = False) -> list[Due]:
    """Give every clause that `by` owed `to` on the ISO day `on`, those outside ATOP's kinds too; as in `in_force`."""
    found = []
    for treaty in in_force(by, to, on, ledger=ledger, strictly=strictly, universal=universal):
        binds = ledger.in_force(treaty, by, to, on)
        found += [
            Due(treaty, clause, by, to, binds)
            for clause in treaty.clauses
            if ledger.is_named(by, clause.owed_by) and ledger.is_named(to, clause.owed_to) and _lives(clause, on)
        ]
    return found


def obligations(a: str, b: str, on: str, *, ledger: Ledger, strictly: bool = False) -> dict[str, dict[str, bool]]:
    """Give {"A>B": {"defense": bool, …}, "B>A": {…}}: what each owed the other on the ISO day `on`.

    Where a data set taken over whole covers the day, its clauses alone decide; else all clauses of the ledger do.
    """
    coding = ledger.coding_on(on)
    answer = {}
    for by, to in ((a, b), (b, a)):
        clauses = owed(by, to, on, ledger=ledger, strictly=strictly)
        kinds = {due.clause.obligation for due in clauses if coding is None or due.treaty.source == coding.name}
        answer[f"{by}>{to}"] = {str(kind): kind in kinds for kind in OBLIGATIONS}
    return answer


def _lives(clause: Clause, on: str) -> bool:
    return (not clause.begin or first_day(clause.begin) <= on) and on < day_after(clause.end)
