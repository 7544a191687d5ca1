"""What a page claims of treaties and relations, held against the ledger."""

from __future__ import annotations

from dragoman.ledger.book import Ledger
from dragoman.ledger.claims import Verdict, check_relations_claim, check_treaty_claim
from dragoman.model.reading import Reading
from dragoman.model.treaty import Check, LevelClaim, TreatyClaim

DIPLOMATIC_RELATIONS = 2
"""The rung of diplomatic relations in vocab/data/en/levels."""


def checks_of(reading: Reading, *, ledger: Ledger | None = None) -> tuple[Check, ...]:
    """Give a check for each treaty that the page names and each date it gives to diplomatic relations."""
    found = [_treaty(claim, ledger) for claim in reading.treaties]
    found += [_relations(claim, ledger) for claim in reading.levels if _dated_relations(claim)]
    return tuple(found)


def _treaty(claim: TreatyClaim, ledger: Ledger | None) -> Check:
    verdict = check_treaty_claim(claim.parties, claim.signed, claim.name, ledger=ledger)
    said = f"{claim.name} of {' and '.join(claim.parties)}" + (f", signed {claim.signed}" if claim.signed else "")
    return _check(said, verdict, claim)


def _dated_relations(claim: LevelClaim) -> bool:
    return claim.rung == DIPLOMATIC_RELATIONS and claim.status == "happened" and claim.when is not None


def _relations(claim: LevelClaim, ledger: Ledger | None) -> Check:
    a, b = claim.dyad
    verdict = check_relations_claim(a, b, claim.when or "", ledger=ledger)
    return _check(f"{claim.label} of {a} and {b}, {claim.when}", verdict, claim)


def _check(said: str, verdict: Verdict, claim: TreatyClaim | LevelClaim) -> Check:
    return Check(claim=said, verdict=verdict.verdict, against=verdict.against, how=verdict.how, evidence=claim.evidence)
