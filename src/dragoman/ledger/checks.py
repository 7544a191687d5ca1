"""Hold what a page says of treaties and of diplomatic relations against the ledger: agrees, differs (and how), new."""

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from dragoman.ledger.book import Ledger, binds_from, signed_on
from dragoman.model.ledger import Party, Treaty
from dragoman.model.reading import Reading
from dragoman.model.treaty import Check, LevelClaim, TreatyClaim
from dragoman.model.when import bounds, refines


class Verdict(Struct, frozen=True):
    """The verdict on a claim: what it was held against, and in words how it agrees or differs (None where new)."""

    verdict: Literal["agrees", "differs", "new"]
    against: str | None = None
    how: str | None = None
    treaty: Treaty | None = None


def checks_of(reading: Reading, *, ledger: Ledger) -> tuple[Check, ...]:
    """Give a check for each treaty that the page names and each date it gives to diplomatic relations."""
    found = [_treaty(claim, ledger) for claim in reading.treaties]
    opened = ledger.vocabulary.levels.changes["established"]
    dated = (claim for claim in reading.levels if claim.rung == opened and claim.status == "happened" and claim.when)
    found += [_relations(claim, ledger) for claim in dated]
    return tuple(found)


def _treaty(claim: TreatyClaim, ledger: Ledger) -> Check:
    verdict = check_treaty_claim(claim.parties, claim.signed, claim.name, ledger=ledger)
    said = f"{claim.name} of {' and '.join(claim.parties)}" + (f", signed {claim.signed}" if claim.signed else "")
    return _check(said, verdict, claim)


def _relations(claim: LevelClaim, ledger: Ledger) -> Check:
    a, b = claim.dyad
    verdict = check_relations_claim(a, b, claim.when or "", ledger=ledger)
    return _check(f"{claim.label} of {a} and {b}, {claim.when}", verdict, claim)


def _check(said: str, verdict: Verdict, claim: TreatyClaim | LevelClaim) -> Check:
    return Check(claim=said, verdict=verdict.verdict, against=verdict.against, how=verdict.how, evidence=claim.evidence)


NEAR = 1
"""Years by which a claimed date may miss and still be meant for a treaty on file: a visit is taken for a signature,
a ratification for it too. Beyond that the page speaks of a treaty that is not on file."""

KIND_WORDS = {
    "defense": re.compile(
        r"\b(alliance|mutual (?:defen[cs]e|assistance|aid)|defen[cs]e (?:pact|treaty)|military pact)\b", re.I
    ),
    "nonaggression": re.compile(r"\bnon-?aggression\b", re.I),
    "neutrality": re.compile(r"\bneutrality\b", re.I),
    "friendship": re.compile(r"\b(friendship|amity|good[- ]neighbou?r)", re.I),
    "consultation": re.compile(r"\b(consultation|entente)\b", re.I),
}
"""The words of a treaty's printed name that tell its kind; friendship pacts may be of any."""


def lookup(parties: Iterable[str], year: int | None = None, kind: str | None = None, *, ledger: Ledger) -> list[Treaty]:
    """Give the treaties to which all `parties` belonged, under any code of their line, fewest other parties first.

    `year` keeps those that were signed, entered or came into force for one of them then; `kind` those of a kind, or
    with a clause of that obligation.
    """
    codes = list(dict.fromkeys(parties))
    if not codes:
        return []
    others = [{treaty.id for treaty in ledger.of(code)} for code in codes[1:]]
    found = [
        treaty
        for treaty in ledger.of(codes[0])
        if all(treaty.id in ids for ids in others)
        and (year is None or str(year) in _years(treaty, codes, ledger))
        and (kind is None or kind == treaty.kind or kind in {clause.obligation for clause in treaty.clauses})
    ]
    return sorted(found, key=lambda treaty: (len(treaty.parties), treaty.signed, treaty.id))


def relations_established(a: str, b: str, *, ledger: Ledger) -> list[tuple[str, str, str]]:
    """Give (date, what, source) for each change of the two states' diplomatic relations on file, by date."""
    return [(fact.date, fact.what, fact.source) for fact in ledger.relations_of(a, b)]


def check_treaty_claim(parties: Iterable[str], signed: str | None, name: str = "", *, ledger: Ledger) -> Verdict:
    """Hold a claimed treaty against the ledger: its parties, when it was signed (EDTF, or None), its printed name.

    Agrees if the date covers the signature, or else the entry into force, or if no date is claimed; differs if a treaty
    of these parties was signed within a year of it, but not then; new if none was.
    """
    codes = list(parties)
    candidates = lookup(codes, kind=_kind_of(name), ledger=ledger) or lookup(codes, ledger=ledger)
    if not candidates:
        return Verdict("new")
    if signed is None:
        return Verdict("agrees", candidates[0].name, _dates(candidates[0]), candidates[0])
    for treaty in candidates:
        if _covers(signed, treaty.signed):
            return Verdict("agrees", treaty.name, _dates(treaty), treaty)
    for treaty in candidates:
        if any(_covers(signed, day) for day in _starts(treaty, codes, ledger)):
            return Verdict("agrees", treaty.name, f"came into force then; {_dates(treaty)}", treaty)
    # A treaty of many is not what a page means when it dates one of these parties wrongly.
    own = [treaty for treaty in candidates if len(treaty.parties) <= max(3, len(codes))]
    near = [(gap, treaty.id, treaty) for treaty in own if (gap := _gap(signed, treaty.signed)) <= 366 * NEAR]
    if not near:
        return Verdict("new")
    treaty = min(near)[2]
    return Verdict("differs", treaty.name, f"{_dates(treaty)}, not {signed}", treaty)


def check_relations_claim(a: str, b: str, date: str, what: str = "established", *, ledger: Ledger) -> Verdict:
    """Hold "relations of a and b were established (broken, restored) on `date`" (EDTF) against the ledger."""
    title = ledger.vocabulary.treaties.source_title
    facts = [fact for fact in relations_established(a, b, ledger=ledger) if fact[1] == what]
    for day, said, source in facts:
        if _covers(date, day):
            return Verdict("agrees", f"relations {said} {day}", f"{said} {day}, says {title(source)}")
    if not facts:
        return Verdict("new")
    day, said, source = min(facts, key=lambda fact: _gap(date, fact[0]))
    return Verdict(
        "differs",
        f"relations {said} {day}",
        f"{said} {day}, not {date}, says {title(source)}",
    )


def _covers(claimed: str, day: str) -> bool:
    return refines(day, claimed) or refines(claimed, day)


def _gap(claimed: str, day: str) -> int:
    (first, last), (begin, end) = bounds(claimed), bounds(day)
    return max((begin - last).days, (first - end).days, 0)


def _kind_of(name: str) -> str | None:
    return next(
        (kind for kind, words in KIND_WORDS.items() if words.search(name) and kind not in ("friendship",)), None
    )


def _starts(treaty: Treaty, codes: list[str], ledger: Ledger) -> set[str]:
    ours: list[Party] = [party for code in codes for party in ledger.spells_of(treaty, code)]
    return {day for party in ours for day in (signed_on(treaty, party), binds_from(treaty, party)) if day}


def _years(treaty: Treaty, codes: list[str], ledger: Ledger) -> set[str]:
    return {day[:4] for day in _starts(treaty, codes, ledger)}


def _dates(treaty: Treaty) -> str:
    parts = [f"signed {treaty.signed}"]
    if treaty.in_force and treaty.in_force != treaty.signed:
        parts.append(f"in force {treaty.in_force}")
    if treaty.ended:
        parts.append(f"ended {treaty.ended} ({treaty.how})")
    return ", ".join(parts)
