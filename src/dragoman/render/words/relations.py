"""What there is to say of two states: levels, encounters, treaties, interactions and their months."""

from collections.abc import Sequence

from dragoman.relations.nouns import (
    Encounter,
    IntensitySum,
    Interaction,
    LevelObservation,
    LevelSpell,
    Month,
    Ordinal,
    Relations,
    SharedTreaty,
)
from dragoman.render.words.claims import level_status
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import code_name, listed, nth_words, with_details
from dragoman.vocab import Vocabulary
from dragoman.watch.words import counted

VERBS = {
    "visit": {"happened": "visited", "ongoing": "is visiting", "planned": "is to visit"},
    "meeting": {"happened": "met", "ongoing": "are meeting", "planned": "are to meet"},
    "call": {"happened": "telephoned", "ongoing": "are telephoning", "planned": "are to telephone"},
}  # fmt: skip
"""Verbs by kind of encounter and status."""

EXCHANGED = {"happened": "exchanged visits", "ongoing": "are exchanging visits", "planned": "are to exchange visits"}
"""Where it was not told who visited whom."""

BASIS = {"page": "; so called on a page of that date", "told": "", "none": ""}
"""Where the date of an observation is from, if that was not told."""


def about(found: Relations) -> tuple[str, ...]:
    """Say in a few words how things stand between two states."""
    last = found.spells[-1] if found.spells else None
    kinds = [encounter.kind for encounter in found.encounters if encounter.counted]
    force = sum(treaty.binds == "in force" for treaty in found.treaties)
    parts = (
        f"level: {last.name}, since {date_words(last.begin)}" if last and not last.end else "level: not known",
        f"{counted(kinds.count('visit'), 'visit')}, {counted(kinds.count('meeting'), 'meeting')} on file",
        f"{force} {'treaty' if force == 1 else 'treaties'} in force",
        f"as of {date_words(found.until)}" if found.until else "",
    )
    return tuple(part for part in parts if part)


def spell_words(spell: LevelSpell) -> str:
    """Name a rung and how long it held."""
    return f"{spell.name}, {f'until {date_words(spell.end)}' if spell.end else 'not ended as far as is known'}"


def observation_words(observation: LevelObservation, vocabulary: Vocabulary) -> str:
    """Say what was said of the level."""
    if observation.origin == "relations":
        return f"diplomatic relations {observation.label}"
    if observation.origin == "treaty":
        until = f", until {date_words(observation.until)}" if observation.until else ""
        return f"{observation.label}: defense or offense{until}"
    last = f", last on {date_words(observation.last)}" if observation.last else ""
    status = level_status(observation.status, vocabulary)
    return f"“{observation.label}” ({status}{BASIS[observation.basis]}{last})"


def encounter_words(encounter: Encounter, found: Relations, vocabulary: Vocabulary) -> str:
    """Say who visited or met whom, where, and who else was there."""
    if encounter.kind == "visit" and encounter.visitor and encounter.host:
        one, other = encounter.visitor, encounter.host
        said = f"{_side(encounter, one, vocabulary)} {VERBS['visit'][encounter.status]}"
        host = _side(encounter, other, vocabulary)
        place = f"{encounter.place}, " if encounter.place and encounter.place not in host else ""
        said += f" {place}{host}"
    else:
        verb = (EXCHANGED if encounter.kind == "visit" else VERBS[encounter.kind])[encounter.status]
        said = f"{_side(encounter, found.a, vocabulary)} and {_side(encounter, found.b, vocabulary)} {verb}"
    place = f", in {encounter.place}" if encounter.place and encounter.place not in said else ""
    others = f", with {listed(code_name(c, vocabulary) for c in encounter.others)}" if encounter.others else ""
    return said + place + others


def _side(encounter: Encounter, code: str, vocabulary: Vocabulary) -> str:
    return with_details(code_name(code, vocabulary), encounter.people.get(code, ()))


def encounter_notes(encounter: Encounter, vocabulary: Vocabulary) -> list[str]:
    """Say which one it is, how long since the one before, and how else it was told."""
    notes = [_ordinal_words(ordinals, encounter, vocabulary) for ordinals in _grouped(encounter.ordinals)]
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


def _ordinal_words(ordinals: Sequence[Ordinal], encounter: Encounter, vocabulary: Vocabulary) -> str:
    """Say which one on file an encounter is, for whom, and how long it was since the one before."""
    first = ordinals[0]
    whose = listed(f"of {_whose(ordinal, encounter, vocabulary)}" for ordinal in ordinals)
    would = "" if encounter.counted else "would be the "
    since = f", {gap_words(first)} after {date_words(first.since)}" if first.since else ""
    return f"{would}{nth_words(first.nth)} {encounter.kind} on file {whose}{since}"


def _whose(ordinal: Ordinal, encounter: Encounter, vocabulary: Vocabulary) -> str:
    if ordinal.of != "dyad":
        return ordinal.who
    if encounter.visitor and encounter.host:
        return f"{code_name(encounter.visitor, vocabulary)} to {code_name(encounter.host, vocabulary)}"
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


def shared_treaty_words(treaty: SharedTreaty) -> str:
    """Name a treaty and what it obliges to."""
    state = "; signed, not in force" if treaty.binds == "signed" else ""
    return f"{treaty.name} ({', '.join(treaty.obligations) or treaty.kind}{state})"


def shared_treaty_dates(treaty: SharedTreaty) -> str:
    """Say when a treaty was signed, came into force and ended."""
    ended = f"ended {date_words(treaty.end)}" + (f" ({treaty.how})" if treaty.how else "")
    parts = (
        f"signed {date_words(treaty.signed)}",
        f"in force {date_words(treaty.in_force)}" if treaty.in_force else "",
        f"binding both from {date_words(treaty.begin)}" if treaty.begin[:4] != treaty.signed[:4] else "",
        ended if treaty.binds == "ended" else "",
    )
    return "; ".join(part for part in parts if part)


def number_words(value: float) -> str:
    """Give a sum with its sign: +8, −6.5, 0."""
    return f"{value:+g}".replace("-", "−") if value else "0"


def interaction_words(interaction: Interaction, vocabulary: Vocabulary) -> str:
    """Name an interaction by its PLOVER type, who did it to whom, and its intensity."""
    kind = f"{interaction.event_type} {interaction.mode}" if interaction.mode else interaction.event_type
    actors, recipients = (
        listed(code_name(code, vocabulary) for code in side) for side in (interaction.actors, interaction.recipients)
    )
    status = "" if interaction.status == "happened" else f", {interaction.status}"
    towards = f" → {recipients}" if recipients else ""
    return f"{kind}: {actors}{towards}, {number_words(interaction.intensity)}{status}"


def month_words(month: Month) -> str:
    """Give the sums of a month; what is empty is left out."""
    sums = [("cooperation", month.cooperation), ("conflict", month.conflict)]
    parts = [f"{name} {_sum_words(tally)}" for name, tally in sums if tally.count]
    if month.neutral.count:
        parts.append(f"neutral {counted(month.neutral.count, 'event')}")
    return "; ".join(parts) or "nothing done"


def _sum_words(tally: IntensitySum) -> str:
    return f"{number_words(tally.sum)} ({counted(tally.count, 'event')})"


def apart_words(month: Month) -> str:
    """Say what else is told of a month, which is added to nothing."""
    return "not added: " + ", ".join(
        f"{tally.count} {status} ({number_words(tally.sum)})" for status, tally in month.apart.items()
    )
