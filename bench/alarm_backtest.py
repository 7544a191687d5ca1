"""Hold the alarm against militarised disputes: `python bench/alarm_backtest.py FOLDER [--choose]`.

FOLDER holds tables that everybody gets for themselves (docs/alarm.md names where): GML MID participants, ATOP dyad
spells, visits and travels and relations of the United States, rivalries, states. Nothing of them is kept.

No interaction says more than was known on its day. The first day of a dispute is a militarised act of unknown height;
how high it went is told when both states have left it. Dyads are asked from their first dispute on. Constants are
chosen on every second dyad (--choose prints how each choice did there); the tables are of the others.
"""

import argparse
import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from functools import partial
from itertools import combinations, product
from pathlib import Path

import msgspec

from dragoman.alarm.backtest import DyadHistory, DyadMonth, rows_of, score, separation
from dragoman.relations.nouns import Interaction
from dragoman.vocab import shipped
from dragoman.vocab.alarm import BANDS, BandRule, Constants

Dyad = tuple[int, int]

USA = 2
"""Correlates of War number of the United States."""

LAST = "2010-12-31"
"""The last day that the disputes are known for (GML MID 2.2.1)."""

PERIODS = {"1946-2010": "1946-01-01", "1919-1945": "1919-01-01"}
HORIZONS = (90, 180, 365)
PROCESSES = 2

HEIGHTS = (
    (6, "THREATEN", "violence"), (12, "MOBILIZE", "troops"), (13, "COERCE", "restrict"), (14, "ASSAULT", ""),
    (15, "COERCE", "seize"), (17, "ASSAULT", ""), (99, "ASSAULT", "heavy-weapons"),
)  # fmt: skip
"""PLOVER type and mode by the highest act of a dispute, in the code of the MID data set, each up to a number."""

FIRST_DAY = ("MOBILIZE", "")
"""The first day of a dispute: some militarised act. The middle of the codebook's material conflict."""

BROKEN, RESUMED = re.compile(r"sever|interrupt|suspen|cessation", re.I), re.compile(r"re-?establish|resum", re.I)
DAY_IN_WORDS = re.compile(r"\bon ((?:January|February|March|April|May|June|July|August|September|October|November|"
                          r"December) \d{1,2}, \d{4})")  # fmt: skip


def table(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """Give the rows of a CSV file, packed or not."""
    path = folder / name
    if not path.exists():
        sys.exit(f"alarm_backtest: {path} is not there; docs/alarm.md says which tables are needed")
    with gzip.open(path, "rt", encoding="utf-8") if name.endswith(".gz") else path.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def interaction(kind: tuple[str, str], when: str, told: str | None = None) -> Interaction:
    """Make an interaction that happened on a day (ISO) and was told on another, or on its own, by one document."""
    event_type, mode = kind
    scores = shipped().events.intensities
    score = scores.get(kind, scores[event_type, ""])
    return Interaction(
        event_type=event_type, mode=mode or None, status="happened", when=when, published=told or when, actors=(),
        recipients=(), intensity=score, citations=(),
    )  # fmt: skip


def day_of(row: dict[str, str], end: bool) -> str:
    """Give the first or last day (ISO) of a part in a dispute; where it is not known, that of the month."""
    which = "end" if end else "st"
    year, month, day = (int(float(row[key])) for key in (f"{which}year", f"{which}mon", f"dummy_{which}day"))
    return date(year, month, day).isoformat()


class Dispute(msgspec.Struct, frozen=True, order=True):
    """A dispute of a dyad: its first and last day, the highest act of the two, and the day when both had left it.

    A state's highest act may have been against another opponent, and later: it is not known before that state left.
    """

    begin: str
    end: str
    height: int
    over: str


def disputes(folder: Path) -> dict[Dyad, list[Dispute]]:
    """Give the disputes of each dyad, the first of them first."""
    parts = defaultdict(list)
    for row in table(folder, "mid_participants_gml_2_2_1.csv.gz"):
        parts[row["dispnum"]].append(row)
    found: defaultdict[Dyad, dict[str, Dispute]] = defaultdict(dict)
    for number, rows in parts.items():
        for one, other in combinations(rows, 2):
            new, dyad = between(one, other), dyad_of(one["ccode"], other["ccode"])
            if one["sidea"] != other["sidea"] and new.begin <= new.end:
                old = found[dyad].get(number, new)
                found[dyad][number] = Dispute(
                    min(new.begin, old.begin), max(new.end, old.end), max(new.height, old.height),
                    max(new.over, old.over),
                )  # fmt: skip
    return {dyad: sorted(some.values()) for dyad, some in found.items()}


def between(one: dict[str, str], other: dict[str, str]) -> Dispute:
    """Give what the parts of two states in a dispute have in common; it ends before it begins if they never met."""
    ends = sorted(day_of(row, True) for row in (one, other))
    begin = max(day_of(row, False) for row in (one, other))
    return Dispute(begin, ends[0], max(int(float(row["hiact"])) for row in (one, other)), ends[1])


def dyad_of(one: str, other: str) -> Dyad:
    """Give two Correlates of War numbers in order."""
    first, second = sorted((int(float(one)), int(float(other))))
    return first, second


def interactions_of_disputes(some: Sequence[Dispute]) -> Iterator[Interaction]:
    """Give the first day of each dispute as an act of unknown height, its last day as the highest act."""
    for dispute in some:
        kind = next((kind, mode) for most, kind, mode in HEIGHTS if dispute.height <= most)
        yield interaction(FIRST_DAY, dispute.begin)
        yield interaction(kind, dispute.end, dispute.over)


def cooperation(folder: Path) -> dict[Dyad, list[Interaction]]:
    """Give signatures of treaties of all dyads, and what the United States' own lists tell of visits and relations."""
    found: defaultdict[Dyad, list[Interaction]] = defaultdict(list)
    signed = {(r["atopid"], dyad_of(r["a_cow"], r["b_cow"]), r["start"]) for r in spells_of_treaties(folder)}
    for _, dyad, start in sorted(signed):
        found[dyad].append(interaction(("SUPPORT", ""), start))
    names = {r["name"]: r["cow"] for r in table(folder, "states.csv")}
    for name in ("us_visits_by_foreign_leaders.csv.gz", "us_leader_travels.csv.gz"):
        for row in table(folder, name):
            if row["country"] in names and re.fullmatch(r"\d{4}-\d\d-\d\d", row["start"]):
                found[dyad_of(str(USA), names[row["country"]])].append(interaction(("CONSULT", "visit"), row["start"]))
    for row in table(folder, "us_recognition_and_relations.csv.gz"):
        day = DAY_IN_WORDS.search(row["text"])
        kind = kind_of_change(row["event"])
        if row["country"] in names and day and kind:
            when = datetime.strptime(day[1], "%B %d, %Y").date().isoformat()
            found[dyad_of(str(USA), names[row["country"]])].append(interaction(kind, when))
    return found


def spells_of_treaties(folder: Path) -> Iterator[dict[str, str]]:
    """Give the spells of treaties that begin on a known day."""
    return (row for row in table(folder, "atop_dyad_spells_v4_01.csv.gz") if len(row["start"]) == 10)


def kind_of_change(event: str) -> tuple[str, str] | None:
    """Give the PLOVER type and mode of a change of diplomatic relations; None for all other entries."""
    if RESUMED.search(event):
        return "AGREE", ""
    return ("SANCTION", "withdraw") if BROKEN.search(event) else None


def rivals(folder: Path) -> dict[Dyad, list[tuple[float, float]]]:
    """Give the years of each rivalry (Thompson, Sakuwa, Suhas)."""
    found: defaultdict[Dyad, list[tuple[float, float]]] = defaultdict(list)
    for row in table(folder, "rivalries_tss.csv"):
        found[dyad_of(row["ccode1"], row["ccode2"])].append((float(row["start"]), float(row["end"])))
    return found


def lives(folder: Path) -> dict[int, list[tuple[str, str]]]:
    """Give the days on which each state was in the system."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in table(folder, "states.csv"):
        found[int(row["cow"])].append((row["cow_entry"], row["cow_exit"]))
    return found


def all_histories(folder: Path) -> list[DyadHistory]:
    """Build the histories of all dyads that had a dispute, from its first day to the end of the states or the data."""
    coop, years, alive = cooperation(folder), rivals(folder), lives(folder)
    found = []
    for dyad, some in sorted(disputes(folder).items()):
        interactions = [*interactions_of_disputes(some), *coop.get(dyad, ())]
        for (in_a, out_a), (in_b, out_b) in product(alive.get(dyad[0], ()), alive.get(dyad[1], ())):
            begin, end = max(some[0].begin, in_a, in_b), min(LAST, out_a, out_b)
            if begin < end:
                found.append(
                    DyadHistory(
                        a=str(dyad[0]), b=str(dyad[1]), interactions=tuple(interactions),
                        onsets=tuple(d.begin for d in some),
                        busy=tuple((d.begin, d.end) for d in some), begin=max(begin, "1919-01-01"), end=end,
                        rival=any(last >= 1919 for _, last in years.get(dyad, ())),
                    )
                )  # fmt: skip
    return [history for history in found if history.begin < history.end]


def rows(histories: Sequence[DyadHistory], table: Constants) -> list[DyadMonth]:
    """Ask all histories, in two processes."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        return [row for some in pool.map(partial(rows_of, table=table), histories, chunksize=40) for row in some]


SIGNS: dict[str, Callable[[DyadMonth], bool]] = {
    "always calm": lambda row: False,
    "conflict last month": lambda row: row.month > 0,
    "conflict last year": lambda row: row.year > 0,
    "alarm: watch or higher": lambda row: row.band >= 1,
    "alarm: concern or higher": lambda row: row.band >= 2,
    "alarm: alarm": lambda row: row.band >= 3,
}
ORDERS: dict[str, Callable[[DyadMonth], float]] = {
    "conflict last month": lambda row: row.month,
    "conflict last year": lambda row: row.year,
    "pressure": lambda row: row.pressure,
    "band": lambda row: row.band,
}


def highest(found: Sequence[DyadMonth], count: int) -> Callable[[DyadMonth], bool]:
    """Give the sign that stands on the `count` dyad-months of highest pressure (more where the last are equal)."""
    heights = sorted((row.pressure for row in found), reverse=True)
    least = heights[count - 1] if count else float("inf")
    return lambda row: row.pressure >= least


def signs(found: Sequence[DyadMonth]) -> dict[str, Callable[[DyadMonth], bool]]:
    """Give the signs, and pressure cut off so that it stands as often as each count does."""
    as_often = {
        f"pressure, as often as {name}": highest(found, sum(map(SIGNS[name], found)))
        for name in ("conflict last month", "conflict last year")
    }
    return SIGNS | as_often


def report(found: Sequence[DyadMonth], title: str) -> None:
    """Print a table in Markdown: each sign, how many disputes it stood before, how often for nothing."""
    for within in HORIZONS:
        base = score(found, within, SIGNS["always calm"])
        print(f"\n### {title}, disputes within {within} days\n")
        share = f"{base.followed / base.months:.1%}"
        before = f"{base.followed:,} of them ({share}) before one of {base.onsets:,} disputes"
        print(f"{base.months:,} dyad-months, {before}.\n")
        print("| sign | stood on dyad-months | disputes it stood before | of its dyad-months for nothing |")
        print("|---|--:|--:|--:|")
        for name, sign in signs(found).items():
            got = score(found, within, sign)
            nothing = f"{got.share_for_nothing:.1%}" if got.stood else "–"
            print(f"| {name} | {got.stood / got.months:.1%} | {got.share_warned:.1%} | {nothing} |")
        order = ", ".join(f"{name} {separation(found, within, height):.3f}" for name, height in ORDERS.items())
        print(f"\nSeparation (0.5 is a coin): {order}.")


def choose(histories: Sequence[DyadHistory]) -> None:
    """Print how half-lives and spreads do on the dyads that constants are chosen on."""
    table = shipped().alarm
    for half_life in (30.0, 60.0, 120.0, 240.0, 480.0):
        for factor, spreads in product((0.5, 1.0), ((1, 2, 4), (0.5, 1, 2), (0.01, 0.02, 0.03))):
            bands = tuple(
                BandRule(b, r.floor * factor, s, r.ceiling)
                for b, r, s in zip(BANDS[1:], table.bands, spreads, strict=True)
            )
            found = rows(histories, msgspec.structs.replace(table, half_life=half_life, bands=bands))
            parts = [f"{name} {separation(found, 180, height):.3f}" for name, height in ORDERS.items()]
            for least in (1, 2, 3):
                got = score(found, 180, lambda row, least=least: row.band >= least)  # type: ignore[misc]
                parts.append(
                    f"{BANDS[least]} {got.stood / got.months:.1%}/{got.share_warned:.1%}/{got.share_for_nothing:.1%}"
                )
            print(f"half-life {half_life:g}, floors x {factor:g}, spreads {spreads}: {'; '.join(parts)}", flush=True)


def main() -> None:
    """Read the tables and print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--choose", action="store_true", help="print how other constants do on the first half")
    asked = parser.parse_args()
    histories = all_histories(asked.folder)
    names = sorted({(s.a, s.b) for s in histories})
    half = {name for number, name in enumerate(names) if number % 2 == 0}
    if asked.choose:
        choose([s for s in histories if (s.a, s.b) in half])
        return
    other = [s for s in histories if (s.a, s.b) not in half]
    found = rows(other, shipped().alarm)
    print(f"{len(names):,} dyads with a dispute; {len(names) - len(half):,} of them are in the tables below.")
    late = {(s.a, s.b, onset) for s in other for onset in s.onsets if onset >= PERIODS["1946-2010"]}
    print(f"They began {len(late):,} disputes from 1946 on; those not asked were the first between two, or no month"
          " ended between them and another, or one of the two was no member of the system.")  # fmt: skip
    for title, begin in PERIODS.items():
        some = [row for row in found if begin <= row.day <= title[-4:] + "-12-31"]
        report(some, title)
    since = [row for row in found if row.day >= PERIODS["1946-2010"]]
    report([row for row in since if row.rival], "1946-2010, rivals")
    report([row for row in since if not row.rival], "1946-2010, no rivals")


if __name__ == "__main__":
    main()
