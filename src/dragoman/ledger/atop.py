"""Read ATOP's member file (atop_member_spells: one row a member's spell in an alliance or a phase of it) into treaties.

ATOP (Leeds, Ritter, Mitchell and Long 2002) dates an obligation from signature; the flags stand on the member
that owes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.ledger.tables import read_rows, spell_fault
from dragoman.model.ledger import Clause, Coding, Party, Treaty
from dragoman.model.treaty import Obligation

FLAGS: dict[str, Obligation] = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
"""ATOP's columns and the obligation that a 1 in them stands for."""

NEEDED = ("atopid", "code", "start", "end", "phase", "version", *FLAGS)
REFUSAL = "no ATOP member file, no column {missing}; give atop_member_spells"


def read_atop(path: Path) -> tuple[tuple[Treaty, ...], list[str]]:
    """Read a member file, .csv or .csv.gz: the treaties, one a phase of an alliance, and a line for each row set aside.

    Raises TreatyError if the file is no member file.
    """
    groups: defaultdict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    rejected = []
    for number, row in read_rows(path, [NEEDED], REFUSAL):
        reason = _fault(row)
        if reason:
            rejected.append(f"{path}, line {number}: {reason}")
        else:
            groups[row["atopid"], row["phase"]].append(row)
    return tuple(_treaty(atopid, phase, rows) for (atopid, phase), rows in groups.items()), rejected


def coding_of(treaties: tuple[Treaty, ...]) -> tuple[Coding, ...]:
    """Give the days that a member file covers: from the first signature to the end of the year of the last change."""
    if not treaties:
        return ()
    spells = [party for treaty in treaties for party in treaty.parties]
    days = [day for party in spells for day in (party.signed, party.ended) if day]
    return (Coding(treaties[0].source, min(days), f"{max(days)[:4]}-12-31"),)


def _fault(row: dict[str, str]) -> str | None:
    named = row["atopid"] and row["code"]
    return spell_fault(row, open_end=True) or (None if named else "no alliance or no code")


def _treaty(atopid: str, phase: str, rows: list[dict[str, str]]) -> Treaty:
    ends = [row["end"] for row in rows]
    flags = [column for column in FLAGS if any(row[column] == "1" for row in rows)]
    return Treaty(
        id=f"atop-{atopid}" + (f".{phase}" if phase not in ("", "0") else ""),
        name=f"ATOP alliance {atopid}" + (f", phase {phase}" if phase not in ("", "0") else ""),
        kind=FLAGS[flags[0]] if flags else "friendship",
        signed=min(row["start"] for row in rows),
        ended=_day_after(max(ends)) if all(ends) else None,
        how="ended in ATOP" if all(ends) else None,
        parties=tuple(Party(row["code"], row["start"], None, _day_after(row["end"])) for row in rows),
        clauses=tuple(_clauses(rows)),
        source=f"ATOP {rows[0]['version']}",
    )


def _clauses(rows: Iterable[dict[str, str]]) -> Iterator[Clause]:
    owing: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        for column in FLAGS:
            if row[column] == "1":
                owing[column, row["start"], row["end"]].append(row["code"])
    for (column, begin, end), codes in owing.items():
        yield Clause(obligation=FLAGS[column], owed_by=tuple(codes), begin=begin, end=_day_after(end))


def _day_after(day: str) -> str | None:
    # ATOP's last day is still a day of the alliance; a ledger's `ended` is the first day after.
    return (date.fromisoformat(day) + timedelta(1)).isoformat() if day else None
