"""Read ATOP's member file (atop_member_spells: one row a member's spell in an alliance or a phase of it) into treaties.

ATOP (Leeds, Ritter, Mitchell and Long 2002) dates an obligation from signature; the flags stand on the member
that owes.
"""

import csv
import gzip
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.errors import TreatyError
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


def read_atop(path: Path) -> tuple[tuple[Treaty, ...], list[str]]:
    """Read a member file, .csv or .csv.gz: the treaties, one a phase of an alliance, and a line for each row set aside.

    Raises TreatyError if the file is no member file.
    """
    groups: defaultdict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    rejected = []
    for number, row in _rows(path):
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


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text)
            missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
            if missing:
                raise TreatyError(
                    f"{path}: no ATOP member file, no column {', '.join(missing)}; give atop_member_spells"
                )
            for row in reader:
                yield reader.line_num, row
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error) as error:
        raise TreatyError(f"{path}: cannot be read ({error}); give a .csv or .csv.gz in UTF-8") from error


def _fault(row: dict[str, str]) -> str | None:
    try:
        begin, end = date.fromisoformat(row["start"]), row["end"] and date.fromisoformat(row["end"])
    except (TypeError, ValueError) as error:
        return f"bad date ({error})"
    if end and end < begin:
        return f"ends {end} before it begins {begin}"
    return None if row["atopid"] and row["code"] else "no alliance or no code"


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
