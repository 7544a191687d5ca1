"""Lint the treaty tables: every error with its file and line, none hidden behind another."""

import csv
import itertools
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from dragoman.errors import InputError, TreatyError
from dragoman.model.ledger import OBLIGATIONS
from dragoman.model.when import bounds
from dragoman.vocab.state_lines import TABLES, line_of
from dragoman.vocab.tables import data
from dragoman.vocab.treaties import rows

KINDS = frozenset({"defense", "offense", "neutrality", "nonaggression", "consultation", "friendship"})
"""What a treaty mainly is; friendship where it binds to none of the others in the first place."""

CHANGES = frozenset(
    {"established", "broken", "restored", "normalised", "recognised", "charge d'affaires", "permanent missions"}
)
"""What can happen to diplomatic relations."""

WORDS = frozenset(
    {
        "article-51",
        "armed-attack",
        "unprovoked",
        "consultation-first",
        "constitutional-process",
        "in-own-way",
        "on-request",
    }
)
PREFIXES = ("against:", "region:", "number:", "only:", "except:")
"""The conditions: fixed words, and prefixes before words of one's own. `against:` takes codes, `number:` a number."""

Row = tuple[int, dict[str, str]]


@cache
def known_states() -> dict[str, tuple[str, str]]:
    """Give each code that can be a party, with the EDTF dates between which it was one (empty: no limit)."""
    text = data("world", "actors", "countries.csv").read_text(encoding="utf-8")
    known = {row["code"]: (row["begin"], row["end"]) for row in csv.DictReader(text.splitlines())}
    known.update({row["code"]: (row["begin"], row["end"]) for _, row in rows("lines.csv")})
    return known


def check(folder: Traversable = TABLES) -> list[str]:
    """Give every error of the tables in `folder`: "file, line n: what is wrong. What to do."; empty if all is well."""
    try:
        tables = {
            name: list(rows(name, folder)) for name in ("treaties.csv", "members.csv", "clauses.csv", "relations.csv")
        }
        sources = {row["key"] for _, row in rows("sources.csv", folder)}
    except (TreatyError, FileNotFoundError) as error:
        return [str(error)]
    treaties = {row["id"]: row for _, row in tables["treaties.csv"]}
    return [
        *_check_treaties(tables["treaties.csv"], sources),
        *_check_members(tables["members.csv"], treaties, sources),
        *_check_overlaps(tables["treaties.csv"], tables["members.csv"], treaties),
        *_check_clauses(tables["clauses.csv"], tables["members.csv"], treaties),
        *_check_relations(tables["relations.csv"], sources),
    ]


def _check_treaties(table: list[Row], sources: set[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, row in table:
        place = f"treaties.csv, line {number}"
        if row["id"] in seen:
            yield f"{place}: {row['id']!r} stands in line {seen[row['id']]} too. Give each treaty its own id."
        seen[row["id"]] = number
        if row["kind"] not in KINDS:
            yield f"{place}: no kind {row['kind']!r}. Write one of {', '.join(sorted(KINDS))}."
        if not row["signed"]:
            yield f"{place}: no date of signature. Write one, as exactly as it is known."
        if bool(row["ended"]) != bool(row["how"]):
            yield f"{place}: `ended` and `how` go together. Write both or none."
        yield from _check_dates(place, row, ("signed", "in_force", "ended"))
        yield from _check_source(place, row, sources)
        for code in row["parties"].split():
            yield from _check_party(place, code, row["signed"])


def _check_members(table: list[Row], treaties: dict[str, dict[str, str]], sources: set[str]) -> Iterator[str]:
    for number, row in table:
        place = f"members.csv, line {number}"
        if row["treaty"] not in treaties:
            yield f"{place}: no treaty {row['treaty']!r}. Write it into treaties.csv first."
            continue
        yield from _check_dates(place, row, ("signed", "in_force", "ended"))
        yield from _check_source(place, row, sources)
        yield from _check_party(place, row["party"], row["signed"] or treaties[row["treaty"]]["signed"])


def _check_clauses(table: list[Row], members: list[Row], treaties: dict[str, dict[str, str]]) -> Iterator[str]:
    parties = {key: set(map(line_of, row["parties"].split())) for key, row in treaties.items()}
    for _, member in members:
        parties.setdefault(member["treaty"], set()).add(line_of(member["party"]))
    for number, row in table:
        place = f"clauses.csv, line {number}"
        if row["treaty"] not in treaties:
            yield f"{place}: no treaty {row['treaty']!r}. Write it into treaties.csv first."
            continue
        if row["obligation"] not in ("", *OBLIGATIONS):
            yield f"{place}: no obligation {row['obligation']!r}. Write one of {', '.join(OBLIGATIONS)}, or none."
        if not row["duty"]:
            yield f"{place}: no duty. Say in a few words what is to be done."
        yield from _check_dates(place, row, ("begin", "end"))
        for code in f"{row['owed_by']} {row['owed_to']}".split():
            if line_of(code) not in parties[row["treaty"]]:
                yield f"{place}: {code} is no party of {row['treaty']}. Name parties only."
        yield from _check_conditions(place, row["conditions"])


def _check_conditions(place: str, cell: str) -> Iterator[str]:
    for condition in filter(None, cell.split(";")):
        prefix, _, value = condition.partition(":")
        if condition not in WORDS and (f"{prefix}:" not in PREFIXES or not value):
            allowed = ", ".join([*sorted(WORDS), *(f"{start}…" for start in PREFIXES)])
            yield f"{place}: no condition {condition!r}. Write one of {allowed}."
        if prefix == "against":
            for code in value.split():
                if code not in known_states():
                    yield f"{place}: no state {code!r} in {condition!r}. Write a code of countries.csv or lines.csv."


def _check_relations(table: list[Row], sources: set[str]) -> Iterator[str]:
    for number, row in table:
        place = f"relations.csv, line {number}"
        if row["what"] not in CHANGES:
            yield f"{place}: no change {row['what']!r}. Write one of {', '.join(sorted(CHANGES))}."
        yield from _check_dates(place, row, ("date",))
        yield from _check_source(place, row, sources)
        for code in (row["a"], row["b"]):
            yield from _check_party(place, code, row["date"])


def _check_source(place: str, row: dict[str, str], sources: set[str]) -> Iterator[str]:
    if row["source"].partition(" ")[0] not in sources:
        yield f"{place}: no source {row['source']!r}. Write a key of sources.csv."


def _check_dates(place: str, row: dict[str, str], keys: tuple[str, ...]) -> Iterator[str]:
    days = []
    for key in keys:
        try:
            if row[key]:
                days.append((key, *bounds(row[key])))
        except InputError as error:
            yield f"{place}, {key}: {error}"
    for (earlier, first, _), (later, _, last) in itertools.pairwise(days):
        if last < first:
            yield f"{place}: {later} {row[later]} is before {earlier} {row[earlier]}. Look both up again."


def _check_party(place: str, code: str, date: str) -> Iterator[str]:
    if code not in known_states():
        yield f"{place}: no state {code!r}. Write a code of countries.csv or lines.csv."
        return
    begin, end = known_states()[code]
    try:
        first, last = bounds(date)
    except InputError:
        return
    if (begin and last < bounds(begin)[0]) or (end and first > bounds(end)[1]):
        yield f"{place}: {code} was no state on {date} ({begin or '…'} to {end or '…'}). Write the code it had then."


def _check_overlaps(table: list[Row], members: list[Row], treaties: dict[str, dict[str, str]]) -> Iterator[str]:
    spells: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for number, row in table:
        for code in row["parties"].split():
            spells[row["id"], line_of(code)].append(
                (row["signed"], row["ended"] or "9999", f"treaties.csv, line {number}")
            )
    for number, row in members:
        treaty = treaties.get(row["treaty"])
        if treaty:
            begin, end = row["signed"] or treaty["signed"], row["ended"] or treaty["ended"] or "9999"
            spells[row["treaty"], line_of(row["party"])].append((begin, end, f"members.csv, line {number}"))
    for (key, code), found in spells.items():
        found.sort()
        for (_, end, place), (begin, _, other) in itertools.pairwise(found):
            if begin < end:
                yield f"{other}: {code} is in {key} already ({place}, until {end}). Let the spells not overlap."
