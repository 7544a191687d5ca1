"""What two states owe each other on a day, clause by clause."""

from msgspec import Struct

from dragoman.ledger.book import Ledger, party_on, shipped_ledger, signed_on, spell_end
from dragoman.ledger.days import day_after, first_day
from dragoman.model.ledger import OBLIGATIONS, Clause, Treaty
from dragoman.vocab import shipped


class Due(Struct, frozen=True):
    """A clause that one state owes another on a day. `in_force` is False while the treaty was only signed."""

    treaty: Treaty
    clause: Clause
    owed_by: str
    owed_to: str
    in_force: bool


def in_force(a: str, b: str, on: str, *, ledger: Ledger | None = None, strictly: bool = False) -> list[Treaty]:
    """Give the treaties that bound both states on the ISO day `on`, from signature, or `strictly` in force."""
    book = ledger or shipped_ledger()
    return [
        treaty
        for treaty in book.between(a, b)
        if book.speaks(treaty, on)
        and party_on(treaty, a, on, strictly=strictly)
        and party_on(treaty, b, on, strictly=strictly)
    ]


def owed(by: str, to: str, on: str, *, ledger: Ledger | None = None, strictly: bool = False) -> list[Due]:
    """Give every clause that `by` owed `to` on the ISO day `on`, those outside ATOP's kinds too."""
    found = []
    for treaty in in_force(by, to, on, ledger=ledger, strictly=strictly):
        binds = bool(party_on(treaty, by, on, strictly=True) and party_on(treaty, to, on, strictly=True))
        found += [
            Due(treaty, clause, by, to, binds)
            for clause in treaty.clauses
            if _names(clause.owed_by, by) and _names(clause.owed_to, to) and _lives(clause, on)
        ]
    return found


def obligations(
    a: str, b: str, on: str, *, ledger: Ledger | None = None, strictly: bool = False
) -> dict[str, dict[str, bool]]:
    """Give {"A>B": {"defense": bool, …}, "B>A": {…}}: what each owed the other on the ISO day `on`.

    Where a data set taken over whole covers the day, its clauses alone decide; else all clauses of the ledger do.
    """
    coding = (ledger or shipped_ledger()).coding_on(on)
    answer = {}
    for by, to in ((a, b), (b, a)):
        clauses = owed(by, to, on, ledger=ledger, strictly=strictly)
        kinds = {due.clause.obligation for due in clauses if coding is None or due.treaty.source == coding.name}
        answer[f"{by}>{to}"] = {str(kind): kind in kinds for kind in OBLIGATIONS}
    return answer


def history(a: str, b: str, *, ledger: Ledger | None = None) -> list[Treaty]:
    """Give all treaties in which both states stood at the same time, by date of signature."""
    shared = [treaty for treaty in (ledger or shipped_ledger()).between(a, b) if shared_spell(treaty, a, b)]
    return sorted(shared, key=lambda treaty: (first_day(treaty.signed), treaty.id))


def shared_spell(treaty: Treaty, a: str, b: str) -> tuple[str, str] | None:
    """Give the ISO days from which both states were bound, and were so no more; None if never together."""
    spells = [
        [
            (signed_on(treaty, party), spell_end(treaty, party))
            for party in treaty.parties
            if shipped().treaties.line_of(party.code) == shipped().treaties.line_of(code)
        ]
        for code in (a, b)
    ]
    together = [(max(x[0], y[0]), min(x[1], y[1])) for x in spells[0] for y in spells[1]]
    together = [(begin, end) for begin, end in together if begin < end]
    return (min(begin for begin, _ in together), max(end for _, end in together)) if together else None


def _names(codes: tuple[str, ...], state: str) -> bool:
    return not codes or shipped().treaties.line_of(state) in map(shipped().treaties.line_of, codes)


def _lives(clause: Clause, on: str) -> bool:
    return (not clause.begin or first_day(clause.begin) <= on) and on < day_after(clause.end)
