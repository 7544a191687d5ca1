"""Lint how the ledger's treaties end: by a way that is known, on the right day, and not later than they could."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.errors import InputError
from dragoman.model.when import bounds, precision
from dragoman.vocab.tables import Row
from dragoman.vocab.treaties import TreatyTables

WAYS = (
    "expired", "lapsed", "fulfilled", "dissolved", "party vanished", "ended by agreement", "not ratified",
    "withdrew", "not renewed", "excluded", "repudiated", "denounced", "suspended",
)  # fmt: skip
"""How a treaty, or one party's spell in it, can end."""

NAMED = re.compile(r"(?P<way>replaced|denounced|suspended|broken|succeeded|continued) by (?P<names>\S.*)")
"""Ways that name who did it, or the treaty or state that followed."""

TERM = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?P<renewed>/.+)?")
"""A term as ISO 8601 duration, and behind the slash how it is renewed unless notice is given: `P5Y`, or `..`."""


def lint_ends(tables: TreatyTables) -> Iterator[str]:
    """Yield every error in `ended`, `how` and `term` of treaties and members, with file and line."""
    rows = tables.rows("treaties.csv")
    by_id = {row["id"]: row for row in rows}
    parties = {row["id"]: {tables.line_of(code) for code in row.several("parties")} for row in rows}
    for member in tables.rows("members.csv"):
        parties.setdefault(member["treaty"], set()).add(tables.line_of(member["party"]))
    for row in (*rows, *tables.rows("members.csv")):
        yield from _way(tables, row, by_id, parties)
    for row in rows:
        yield from _term(row, tables.checked.get("treaties.csv", ""))


def _way(tables: TreatyTables, row: Row, by_id: dict[str, Row], parties: dict[str, set[str]]) -> Iterator[str]:
    named = NAMED.fullmatch(row["how"])
    if named is None:
        if row["how"] and row["how"] not in WAYS:
            yield f"{row.where}: no way to end {row['how']!r}. Write one of {', '.join(WAYS)}, or one with `by`."
        return
    own = row.cells.get("id") or row["treaty"]
    if named["way"] == "replaced":
        yield from _replaced(row, by_id.get(named["names"]), parties, own)
        return
    for code in named["names"].split():
        if named["way"] not in ("succeeded", "continued") and tables.line_of(code) not in parties.get(own, ()):
            yield f"{row.where}: {code} is no party of {own}. Name who ended it."
        if named["way"] == "broken":
            yield from _broken(tables, row, code, parties.get(own, set()))


def _replaced(row: Row, successor: Row | None, parties: dict[str, set[str]], own: str) -> Iterator[str]:
    if successor is None:
        yield f"{row.where}: {row['how']!r}, and no such treaty. Write the id of one of treaties.csv, or `lapsed`."
        return
    if len(parties[own] & parties[successor["id"]]) < 2:
        yield f"{row.where}: {successor['id']} does not bind the same states. Name the treaty that took its place."
    came = successor["in_force"]
    if _is_day(came) and _is_day(row["ended"]) and row["ended"] < came:
        told = f"ended {row['ended']}, but {successor['id']} came into force on {came}"
        yield f"{row.where}: {told}. A treaty binds until its successor does."


def _broken(tables: TreatyTables, row: Row, by: str, parties: set[str]) -> Iterator[str]:
    """Find a breach on whose day the treaty does not bind any more, or that no war on file bears out."""
    if not _is_day(row["ended"]):
        yield f"{row.where}: broken, but ended {row['ended']!r}. Write the day after the breach."
        return
    day = (date.fromisoformat(row["ended"]) - timedelta(1)).isoformat()
    line = tables.line_of(by)
    for war in tables.wars:
        sides = [{tables.line_of(code) for code in side} for side in (war.who, war.whom)]
        if war.begin == day and line in sides[0] and sides[1] & parties:
            return
    told = f"broken by {by}, and no war that it began with a party on {day}"
    yield f"{row.where}: {told}. Let it end on the day after the breach, and enter the war in wars.csv."


def _term(row: Row, checked: str) -> Iterator[str]:
    term = TERM.fullmatch(row["term"])
    if row["term"] and (term is None or not (term["years"] or term["months"])):
        yield f"{row.where}: no term {row['term']!r}. Write P10Y, or with its renewal P10Y/P5Y or P10Y/.."
        return
    if term is None or term["renewed"] or row["ended"]:
        return
    begin = row["in_force"] if _is_day(row["in_force"]) else row["signed"]
    over = _later(begin, int(term["years"] or 0), int(term["months"] or 0))
    if over < checked:
        told = f"agreed for {row['term']} until {over}, and not ended"
        yield f"{row.where}: {told}. Say when it ended, or how it went on."


def _later(edtf: str, years: int, months: int) -> str:
    try:
        last = bounds(edtf)[1]
    except InputError:
        return "9999"
    months += last.month - 1
    return f"{last.year + years + months // 12:04}-{months % 12 + 1:02}"


def _is_day(edtf: str) -> bool:
    try:
        return bool(edtf) and precision(edtf) == "day"
    except InputError:
        return False
