"""First, second, third: which one on file an encounter is, and how long it was since the one before."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.model.when import precision
from dragoman.relations.days import span
from dragoman.relations.nouns import Encounter, Ordinal
from dragoman.relations.persons import same_person

Counted = tuple[str, str, str, tuple[str, ...]]
"""What is counted together: over what, kind, visitor, and the persons."""


def with_ordinals(encounters: Sequence[Encounter]) -> list[Encounter]:
    """Count the encounters, which come in order of time. What is planned gets the number it would be, and adds none."""
    done: dict[Counted, list[Encounter]] = {}
    counted = []
    for encounter in encounters:
        ordinals = []
        if span(encounter.when):
            for key in _keys(encounter):
                known = next((k for k in done if _same_count(k, key)), key)
                before = done.setdefault(known, [])
                ordinals.append(_ordinal(key, before, encounter))
                if encounter.counted:
                    before.append(encounter)
        counted.append(replace(encounter, ordinals=tuple(ordinals)))
    return counted


def _keys(encounter: Encounter) -> Iterator[Counted]:
    """Give over what an encounter is counted: the dyad, each visiting person, each pair of persons across."""
    visitor = encounter.visitor or ""
    yield "dyad", encounter.kind, visitor, ()
    if visitor:
        for person in encounter.people.get(visitor, ()):
            yield "person", encounter.kind, visitor, (person,)
    if len(encounter.people) == 2:
        ours, theirs = encounter.people.values()
        for one in ours:
            for other in theirs:
                yield "persons", encounter.kind, visitor, (one, other)


def _same_count(one: Counted, other: Counted) -> bool:
    return one[:3] == other[:3] and all(same_person(a, b) for a, b in zip(one[3], other[3], strict=True))


def _ordinal(key: Counted, before: Sequence[Encounter], encounter: Encounter) -> Ordinal:
    years, months = gap(before[-1].when, encounter.when) if before else (None, None)
    return Ordinal(
        of=key[0], who=" and ".join(key[3]) or key[2], nth=len(before) + 1,  # type: ignore[arg-type]
        since=before[-1].when if before else None, years=years, months=months,
    )  # fmt: skip


def gap(earlier: str | None, later: str | None) -> tuple[int | None, int | None]:
    """Give the years and months from the beginning of one time to that of another, by the calendar.

    Months are None where one of the two is no finer than a year; both are None where there is no date.
    """
    one, other = span(earlier), span(later)
    if one is None or other is None or earlier is None or later is None:
        return None, None
    years = other[0].year - one[0].year
    if any(precision(when) not in ("day", "month", "interval") for when in (earlier, later)):
        return years, None
    return years, years * 12 + other[0].month - one[0].month
