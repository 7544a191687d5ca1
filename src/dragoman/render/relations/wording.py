"""English for what there is to say of two states."""

from collections.abc import Sequence

from dragoman.relations.nouns import (
    Encounter,
    IntensitySum,
    LevelObservation,
    LevelSpell,
    Month,
    Ordinal,
    Relations,
    SharedTreaty,
)
from dragoman.render.dates import date_words
from dragoman.render.interactions import number_words
from dragoman.render.names import code_name, listed
from dragoman.render.wording import NTH
from dragoman.vocab import shipped
from dragoman.watch.words import counted

VERBS = {
    "visit": {"happened": "visited", "ongoing": "is visiting", "planned": "is to visit"},
    "meeting": {"happened": "met", "ongoing": "are meeting", "planned": "are to meet"},
    "call": {"happened": "telephoned", "ongoing": "are telephoning", "planned": "are to telephone"},
}  # fmt: skip
"""Verbs by kind of encounter and status."""

EXCHANGED = {"happened": "exchanged visits", "ongoing": "are exchanging visits", "planned": "are to exchange visits"}
"""Where it was not told who visited whom."""

BASES = {"page": "so called on a page of that date", "told": "", "none": ""}


def title(found: Relations) -> str:
    """Name the two states."""
    name = f"{code_name(found.a)} and {code_name(found.b)}"
    return name[0].upper() + name[1:]


def nth_words(number: int) -> str:
    """Give an ordinal number: in letters up to the tenth."""
    if 0 < number < len(NTH):
        return NTH[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spell_words(spell: LevelSpell) -> str:
    """Name a rung and how long it held."""
    return f"{spell.name}, {f'until {date_words(spell.end)}' if spell.end else 'not ended as far as is known'}"


def observation_words(observation: LevelObservation) -> str:
    """Say what was said of the level."""
    if observation.origin == "relations":
        return f"diplomatic relations {observation.label}"
    if observation.origin == "treaty":
        return f"{observation.label}: defense or offense" + (
            f", until {date_words(observation.until)}" if observation.until else ""
        )
    said = shipped().wording.words["rungs"][observation.status]
    basis = BASES[observation.basis]
    last = f", last on {date_words(observation.last)}" if observation.last else ""
    return f"“{observation.label}” ({said}{f'; {basis}' if basis else ''}{last})"


def encounter_words(encounter: Encounter, found: Relations) -> str:
    """Say who visited or met whom, where, and who else was there."""
    if encounter.kind == "visit" and encounter.visitor and encounter.host:
        verb = VERBS["visit"][encounter.status]
        said = f"{_side(encounter, encounter.visitor)} {verb} {_side(encounter, encounter.host)}"
    else:
        verb = (EXCHANGED if encounter.kind == "visit" else VERBS[encounter.kind])[encounter.status]
        said = f"{_side(encounter, found.a)} and {_side(encounter, found.b)} {verb}"
    place = f", {encounter.place}" if encounter.place and encounter.place not in said else ""
    others = f", with {listed(code_name(code) for code in encounter.others)}" if encounter.others else ""
    return said + place + others


def _side(encounter: Encounter, code: str) -> str:
    people = ", ".join(encounter.people.get(code, ()))
    return f"{code_name(code)} ({people})" if people else code_name(code)


def encounter_notes(encounter: Encounter) -> list[str]:
    """Say which one it is, how long since the one before, and how else it was told."""
    notes = [_ordinal_words(ordinals, encounter) for ordinals in _grouped(encounter.ordinals)]
    if encounter.also:
        notes.append(f"also told as of {listed(date_words(when) for when in encounter.also)}")
    if encounter.announced:
        notes.append("announced before")
    if encounter.occasion:
        notes.append(encounter.occasion)
    return notes


def _grouped(ordinals: Sequence[Ordinal]) -> list[list[Ordinal]]:
    """Put together the counts that come to the same number and the same one before."""
    found: dict[tuple[int, str | None], list[Ordinal]] = {}
    for ordinal in ordinals:
        found.setdefault((ordinal.nth, ordinal.since), []).append(ordinal)
    return list(found.values())


def _ordinal_words(ordinals: Sequence[Ordinal], encounter: Encounter) -> str:
    """Say which one on file an encounter is, for whom, and how long it was since the one before."""
    first = ordinals[0]
    whose = listed(f"of {_whose(ordinal, encounter)}" for ordinal in ordinals)
    would = "" if encounter.counted else "would be the "
    since = f", {gap_words(first)} after {date_words(first.since)}" if first.since else ""
    return f"{would}{nth_words(first.nth)} {encounter.kind} on file {whose}{since}"


def _whose(ordinal: Ordinal, encounter: Encounter) -> str:
    if ordinal.of != "dyad":
        return ordinal.who
    if encounter.visitor and encounter.host:
        return f"{code_name(encounter.visitor)} to {code_name(encounter.host)}"
    return "the two"


def gap_words(ordinal: Ordinal) -> str:
    """Say how long it was: in months up to two years, then in years and months; as fine as the dates."""
    if ordinal.months is None:
        return counted(ordinal.years or 0, "year") if ordinal.years else "less than a year"
    if ordinal.months == 0:
        return "less than a month"
    if ordinal.months < 24:
        return counted(ordinal.months, "month")
    years, months = divmod(ordinal.months, 12)
    return counted(years, "year") + (f" {counted(months, 'month')}" if months else "")


def treaty_words(treaty: SharedTreaty) -> str:
    """Name a treaty and what it obliges to."""
    kinds = ", ".join(treaty.obligations) or treaty.kind
    state = "; signed, not in force" if treaty.binds == "signed" else ""
    return f"{treaty.name} ({kinds}{state})"


def treaty_notes(treaty: SharedTreaty) -> list[str]:
    """Say when a treaty was signed, came into force and ended."""
    parts = [f"signed {date_words(treaty.signed)}"]
    if treaty.in_force:
        parts.append(f"in force {date_words(treaty.in_force)}")
    if treaty.begin[:4] != treaty.signed[:4]:
        parts.append(f"binding both from {date_words(treaty.begin)}")
    if treaty.binds == "ended":
        parts.append(f"ended {date_words(treaty.end)}" + (f" ({treaty.how})" if treaty.how else ""))
    return ["; ".join(parts)]


def tally_words(tally: IntensitySum) -> str:
    """Give a sum and how many events make it."""
    return f"{number_words(tally.sum)} ({counted(tally.count, 'event')})"


def month_words(month: Month) -> str:
    """Give the sums of a month; what is empty is left out."""
    sums = [("cooperation", month.cooperation), ("conflict", month.conflict)]
    parts = [f"{name} {tally_words(tally)}" for name, tally in sums if tally.count]
    if month.neutral.count:
        parts.append(f"neutral {counted(month.neutral.count, 'event')}")
    return "; ".join(parts) or "nothing done"


def apart_words(month: Month) -> str:
    """Say what else is told of a month, which is added to nothing."""
    return "not added: " + ", ".join(
        f"{tally.count} {status} ({number_words(tally.sum)})" for status, tally in month.apart.items()
    )
