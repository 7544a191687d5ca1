"""Obligations of directed dyads as spells: from which day to which one state owed another what, by which treaty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product

from msgspec import Struct

from dragoman.ledger.book import LATEST, Ledger, binds_from, day_after, first_day, is_dated, signed_on, spell_end
from dragoman.model.ledger import OBLIGATIONS, Clause, Party, Treaty
from dragoman.model.treaty import Obligation

Span = tuple[str, str]
"""The first and the last ISO day of a stretch of time."""


class OwedSpell(Struct, frozen=True):
    """From which ISO day to which (the last; LATEST while it lasts) a clause of a treaty was owed, from signature on.

    `in_force` is the first day on which the treaty was in force for both; None if it never was or is not on file.
    """

    owed_by: str
    owed_to: str
    obligation: Obligation
    begin: str
    end: str
    in_force: str | None
    treaty: Treaty


class Difference(Struct, frozen=True):
    """A stretch of days in which one side says that a duty was owed and the other says that it was not."""

    owed_by: str
    owed_to: str
    obligation: Obligation
    begin: str
    end: str
    says_so: str


def owed_spells(treaties: Iterable[Treaty], ledger: Ledger) -> Iterator[OwedSpell]:
    """Yield a spell for each of ATOP's obligations that each state owed each other; none for universal treaties."""
    for treaty in treaties:
        clauses = [clause for clause in treaty.clauses if clause.obligation and not treaty.universal]
        for clause, one, other in product(clauses, treaty.parties, treaty.parties):
            named = ledger.is_named(one.code, clause.owed_by) and ledger.is_named(other.code, clause.owed_to)
            if named and not ledger.vocabulary.treaties.is_same(one.code, other.code):
                yield from _spell(treaty, clause, one, other)


def _spell(treaty: Treaty, clause: Clause, one: Party, other: Party) -> Iterator[OwedSpell]:
    begin = max(signed_on(treaty, one), signed_on(treaty, other), first_day(clause.begin) if clause.begin else "")
    end = last_day(min(spell_end(treaty, one), spell_end(treaty, other), day_after(clause.end)))
    if clause.obligation and begin <= end:
        bound = [binds_from(treaty, party) if is_dated(treaty, party) else None for party in (one, other)]
        in_force = max(begin, *(day for day in bound if day)) if all(bound) else None
        in_force = in_force if in_force and in_force <= end else None
        yield OwedSpell(one.code, other.code, clause.obligation, begin, end, in_force, treaty)


def last_day(end: str) -> str:
    """Give the last ISO day before an end as `day_after` gives it; LATEST for the day that never comes."""
    if end >= "9999":
        return LATEST
    return end[:-1] if end.endswith("~") else (date.fromisoformat(end) - timedelta(1)).isoformat()


def owed_years(spells: Iterable[OwedSpell], until: str, ledger: Ledger) -> dict[tuple[str, str, int], set[Obligation]]:
    """Give what each state owed each other on any day of each year, to the year of the ISO day `until`."""
    found: defaultdict[tuple[str, str, int], set[Obligation]] = defaultdict(set)
    code_on = ledger.vocabulary.treaties.code_on
    for spell in spells:
        for year in range(int(spell.begin[:4]), int(min(spell.end, until)[:4]) + 1):
            day = max(spell.begin, f"{year}-01-01")
            found[code_on(spell.owed_by, day), code_on(spell.owed_to, day), year].add(spell.obligation)
    return found


def differences(ledger: Ledger) -> Iterator[Difference]:
    """Yield every stretch of days in which the shipped treaties and the data set taken over last do not agree.

    Only the days that the data set covers are compared. A ledger without a data set gives none.
    """
    if not ledger.codings:
        return
    coding = ledger.codings[-1]
    theirs = _united(owed_spells((t for t in ledger.treaties if t.source == coding.name), ledger), ledger)
    shipped = _united(owed_spells((t for t in ledger.treaties if t.source != coding.name), ledger), ledger)
    for key in sorted({*theirs, *shipped}):
        for says_so, these, those in (("ledger", shipped, theirs), (coding.name, theirs, shipped)):
            for begin, end in _without(these.get(key, []), those.get(key, [])):
                begin, end = max(begin, coding.first), min(end, coding.last)
                if begin <= end:
                    yield Difference(key[0], key[1], _OBLIGATIONS[key[2]], begin, end, says_so)


_OBLIGATIONS: Mapping[str, Obligation] = {str(kind): kind for kind in OBLIGATIONS}


def _united(spells: Iterable[OwedSpell], ledger: Ledger) -> dict[tuple[str, str, str], list[Span]]:
    """Give the stretches of days in which one line of states owed another a kind, joined where they touch."""
    line = ledger.vocabulary.treaties.line_of
    found: defaultdict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for spell in spells:
        key = (line(spell.owed_by), line(spell.owed_to), str(spell.obligation))
        found[key].append((spell.begin, spell.end))
    return {key: _joined(spans) for key, spans in found.items()}


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= _next(joined[-1][1]):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((begin, end))
    return joined


def _without(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Give what is left of some spans without the days of others; both sorted, none overlapping another of its own."""
    left = list(spans)
    for begin, end in others:
        cut: list[Span] = []
        for first, last in left:
            cut += [(first, min(last, _before(begin)))] if first < begin else []
            cut += [(max(first, _next(end)), last)] if last > end else []
        left = cut
    return left


def _next(day: str) -> str:
    return day if day >= LATEST else (date.fromisoformat(day) + timedelta(1)).isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()
