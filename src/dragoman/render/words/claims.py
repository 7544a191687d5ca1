"""Claims in words: who vouches for one, how its date was found, how sure it is; treaties, levels, counts and checks."""

from __future__ import annotations

import re
from collections.abc import Collection

from dragoman.model.document import Document
from dragoman.model.event import DONE, Event, Holder, Status
from dragoman.model.treaty import Check, ClauseClaim, LevelClaim, OrdinalClaim, TreatyClaim
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import code_name, listed, nth_words
from dragoman.vocab import Vocabulary
from dragoman.watch.words import counted

VERDICTS = {True: "agrees", False: "differs", None: "not enough named to tell"}
"""How a recount came out."""


def vouching_words(
    holder: Holder, status: Status, document: Document, vocabulary: Vocabulary, acting: Collection[str | None] = ()
) -> str | None:
    """Say who says so ("claimed by Armenia"), where it is not the page; `acting` are codes of who acts.

    What is urged is somebody's, so there the page is named too. None where the page itself vouches.
    """
    words = vocabulary.wording.words
    if holder.kind == "page":
        who = str(words["kinds"].get(document.kind, "the page")) if status == "urged" else None
        return _vouching("urged", who, vocabulary) if who else None
    return _vouching(_manner(holder, status, acting, vocabulary), holder_name(holder, vocabulary), vocabulary)


def _manner(holder: Holder, status: Status, acting: Collection[str | None], vocabulary: Vocabulary) -> str:
    """Tell one side's word on another from what a side says of its own deeds, and from what bystanders say."""
    if status in ("denied", "urged"):
        return status
    if is_own_word(holder, acting, vocabulary):
        return "announced"
    return "claimed" if status in DONE and speaks_for_a_side(holder, vocabulary) else "told"


def is_own_word(holder: Holder, acting: Collection[str | None], vocabulary: Vocabulary) -> bool:
    """Tell whether who says it speaks for who does it."""
    return holder.code in acting and speaks_for_a_side(holder, vocabulary)


def speaks_for_a_side(holder: Holder, vocabulary: Vocabulary) -> bool:
    """Tell whether a source speaks for a state or body; residents and analysts do not, wherever they are from."""
    last = (holder.text or "").rpartition(" ")[2].lower()
    return holder.code is not None and last not in vocabulary.wording.words["bystanders"]


def _vouching(manner: str, who: str, vocabulary: Vocabulary) -> str:
    return str(vocabulary.wording.words["vouching"][manner]).format(who=who)


def holder_name(holder: Holder, vocabulary: Vocabulary) -> str:
    """Name a source as the page does; by its state where the page has a bare word for it, such as its capital."""
    said = " ".join((holder.text or "").split())
    if holder.code and " " not in said and not said[:1].islower():
        return code_name(holder.code, vocabulary)
    return f"the {said[4:]}" if said.startswith("The ") else said or "a source"


def when_found(event: Event) -> str:
    """Say how the time of an event was found: "dated stated with the event"; empty if it has none."""
    anchor = event.when_anchor.text if event.when_anchor else ""
    its_time = event.when_anchor.when if event.when_anchor else None
    told = {
        "stated": "stated with the event",
        "governor": f"stated with “{anchor}”, which governs it",
        "anchored": f"counted from “{anchor}”, which is dated {its_time}",
        "elsewhere": f"{its_time} in this sentence; the same event is dated {event.when} elsewhere",
        "previous sentence": "no time stated: that of the sentence before",
        "reported": "no time stated: reported on the page's date",
    }
    return f"dated {told[event.when_basis]}" if event.when and event.when_basis else ""


def level_status(status: Status, vocabulary: Vocabulary) -> str:
    """Say whether a level is reached, expected, sought …"""
    return str(vocabulary.wording.words["rungs"][status])


def level_words(claim: LevelClaim, vocabulary: Vocabulary) -> str:
    """Name the two sides, the rung as printed, and its status."""
    dyad = listed(code_name(code, vocabulary) for code in claim.dyad)
    return f"{dyad}: “{claim.label}” ({level_status(claim.status, vocabulary)})"


def ordinal_words(claim: OrdinalClaim) -> str:
    """Say what the page counts and how the recount came out."""
    earlier = listed(date_words(day) for day in claim.earlier) if claim.earlier else "none named"
    gap = f"; {counted(claim.interval_years, 'year')} apart" if claim.interval_years else ""
    why = f" ({claim.difference})" if claim.difference else ""
    nth = nth_words(claim.ordinal)
    return f"counted as the {nth} {claim.what}; earlier: {earlier}{gap}: {VERDICTS[claim.consistent]}{why}"


def treaty_words(claim: TreatyClaim, vocabulary: Vocabulary) -> str:
    """Name a treaty and its parties."""
    parties = listed(code_name(code, vocabulary) for code in claim.parties)
    return f"{claim.name} ({parties})" if parties else claim.name


def clause_words(claim: ClauseClaim) -> str:
    """Say what a clause binds to, when, and how long."""
    label = f"clause “{claim.name}”" + (f", {claim.obligation}" if claim.obligation else "")
    trigger = f"if {claim.trigger.removeprefix('if ')}" if claim.trigger else ""
    duty = ", ".join(part for part in (trigger, claim.duty or "") if part)
    dates = [
        f"begun {date_words(claim.begun)}" if claim.begun else "",
        f"ended {date_words(claim.ended)}" if claim.ended else "",
    ]
    return "; ".join(part for part in (f"{label}: {duty}" if duty else label, *dates) if part)


CODE, DAY = re.compile(r"\b[A-Z]{3}\b"), re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
"""A state's code and an ISO day or month, as they stand in a check."""


def check_words(check: Check, vocabulary: Vocabulary) -> str:
    """Say how what the page claims stands to what it was held against, states by name and days in words."""
    against = f"; {check.against}" if check.against else ""
    how = f" ({check.how})" if check.how else ""
    said = f"{check.verdict}: {check.claim}{against}{how}"
    known = vocabulary.actors.countries
    said = CODE.sub(lambda code: code_name(code[0], vocabulary) if code[0] in known else code[0], said)
    return DAY.sub(lambda day: date_words(day[0]), said)
