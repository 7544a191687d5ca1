"""What moved since the last look: a line's status or an alarm's band, why, and the sentences it stands on."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec.structs import replace

from dragoman.alarm import Alarm
from dragoman.model.citation import Citation
from dragoman.model.identity import content_id
from dragoman.model.move import Move
from dragoman.watch.nouns import STATUSES, Standing, Withdrawn
from dragoman.watch.standing import WEIGHING

MOST_CITED = 12
"""Sentences kept with a move; the line itself shows all."""


def line_move(standing: Standing, last: Move | None, day: str) -> Move | None:
    """Give the move of a line since the last one noted; None if its status is the same."""
    before = last.after if last else "clear"
    if standing.status == before:
        return None
    why, sentences = _why(standing, last)
    if last and last.definition and last.definition != standing.line.definition:
        why = f"the line was written anew since; {why}"
    return _move("line", standing.line.name, standing.line.definition, last, standing.status, day, why, sentences)


def _why(standing: Standing, last: Move | None) -> tuple[str, Sequence[Citation]]:
    """Say why a line is where it is, and by which sentences: those that turned it, then those that hold it there.

    One that fell names what is gone.
    """
    fell = last is not None and STATUSES.index(standing.status) < STATUSES.index(last.after)
    transition = standing.transitions[-1] if standing.transitions else None
    if fell and last is not None and not (transition and transition.before == last.after):
        gone = {cited.claim for cited in last.citations}
        withdrawn = [item for item in standing.withdrawn if item.citation.claim in gone] or list(standing.withdrawn)
        if withdrawn:
            return _withdrawn_words(withdrawn), [item.citation for item in withdrawn]
        return f"sentences that bore on it are read otherwise now; {standing.why}", last.citations
    cited = [sighting for sighting in standing.sightings if transition and sighting.citation.claim in transition.claims]
    cited += [sighting for sighting in standing.sightings if sighting.weighs == WEIGHING.get(standing.status)]
    return standing.why, [s.citation for s in cited] or (last.citations if last else ())


def _withdrawn_words(withdrawn: Sequence[Withdrawn]) -> str:
    parts = [f"withdrawn by {item.withdrawal.who}: {item.withdrawal.why}" for item in withdrawn]
    return "; ".join(dict.fromkeys(parts))


def alarm_move(found: Alarm, last: Move | None, citations: Sequence[Citation], definition: str) -> Move | None:
    """Give the move of an alarm since the last one noted; None if its band is the same.

    `definition` is a hash of the constants that it was worked out with.
    """
    before = last.after if last else "calm"
    if found.band == before:
        return None
    shares = sorted((share for part in found.parts for share in part.shares), key=lambda share: -abs(share.points))
    numbers = dict.fromkeys(number for share in shares for number in share.interaction.citations)
    sentences = [replace(citations[number - 1], number=None) for number in numbers]
    bands = [f"{threshold.band} from {threshold.points:g}" for threshold in found.norm.thresholds]
    why = f"pressure {found.pressure:g} ({', '.join(bands)})"
    kept = sentences or (last.citations if last else ())
    return _move("alarm", f"{found.a}-{found.b}", definition, last, found.band, found.on, why, kept)


def _move(
    kind: Literal["line", "alarm"], name: str, definition: str, last: Move | None, after: str, day: str, why: str,
    sentences: Iterable[Citation],
) -> Move:  # fmt: skip
    before = last.after if last else ("clear" if kind == "line" else "calm")
    cited = tuple(dict.fromkeys(sentences))[:MOST_CITED]
    key = content_id("move", last.id if last else "", kind, name, definition, before, after, day, why)
    return Move(
        id=key, kind=kind, name=name, definition=definition, before=before, after=after, day=day, why=why,
        citations=cited,
    )  # fmt: skip
