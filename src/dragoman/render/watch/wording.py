"""English for the red lines."""

from dragoman.model.move import Move
from dragoman.render.dates import date_words
from dragoman.watch.nouns import Sighting, Standing, Transition, Watch, Withdrawn
from dragoman.watch.words import counted

HEADINGS = {
    "crossed": "CROSSED", "reported": "REPORTED", "hinted": "HINTED", "conditional only": "ON A CONDITION ONLY",
    "clear": "CLEAR",
}  # fmt: skip
"""Headings by status, the gravest first."""


def subtitle(watch: Watch) -> tuple[str, ...]:
    """Say what was looked at, on which day, and what is new."""
    news = f", {counted(len(watch.new), 'new sentence')}" if watch.new else ""
    parts = (
        f"as of {date_words(watch.on)}" if watch.on else "", counted(len(watch.lines), "red line"),
        counted(len(watch.alarms), "alarm"),
        "" if watch.asked else f"since the last look {len(watch.moves) or 'nothing'} moved{news}",
    )  # fmt: skip
    return tuple(part for part in parts if part)


def move_words(move: Move, title: str) -> str:
    """Say what moved, from what to what, and why."""
    return f"{title}: {move.before} → {move.after}; {move.why}"


def since_words(standing: Standing) -> str:
    """Say since when a line stands as it stands, and how it stood before."""
    if standing.since is None or not standing.transitions:
        return ""
    before = " → ".join([standing.transitions[0].before, *(transition.after for transition in standing.transitions)])
    return f"{standing.status} since {date_words(standing.since)} ({before})"


def plan_words(standing: Standing) -> str:
    """Say what is planned if the line is crossed, and who answers for it."""
    line = standing.line
    parts = [(line.response, "planned response"), (line.owner, "answers for it")]
    return "; ".join(f"{name}: {words}" for words, name in parts if words)


def sighting_words(sighting: Sighting, *, new: bool = False) -> str:
    """Say what a sentence weighs, who vouches for it and which of the independent sources it is."""
    holder = (sighting.holder or "").strip(" ,;:")
    texts = [agency for agency in sighting.agencies if agency not in holder]
    who = (f" ({holder})" if holder else "") + (f", text of {' and '.join(texts)}" if texts else "")
    title = sighting.citation.document.title if sighting.citation.document else None
    paper = sighting.citation.source or (f"“{title}”" if title else "a page")
    told = f"{paper}, {date_words(sighting.known) or 'no date'}"
    return f"{sighting.word}{who}; {told}; source {sighting.source}{'; new' if new else ''}"


def against_words(sighting: Sighting, *, new: bool = False) -> str:
    """Say that a sentence speaks against the line."""
    return f"against it: {sighting_words(sighting, new=new)}"


def withdrawn_words(item: Withdrawn) -> str:
    """Say who withdrew a claim, when and why."""
    gone = item.withdrawal
    return f"withdrawn by {gone.who} on {date_words(gone.day)}: {gone.why}; counts no more"


def transition_words(transition: Transition) -> str:
    """Say how a line turned on a day."""
    return f"{date_words(transition.on)}: {transition.before} → {transition.after}, {transition.why}"
