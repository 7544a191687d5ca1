"""Order steps by time, and draw together those of one kind that lie close together."""

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.precedents.nouns import Step
from dragoman.relations.citations import united
from dragoman.relations.days import span
from dragoman.vocab.courses import CourseTables


def in_order(steps: Sequence[Step], tables: CourseTables) -> list[Step]:
    """Give steps by their first day, those of one day in the order of `kinds.csv`; undated ones last."""
    ranks = {kind: rank for rank, kind in enumerate(tables.kinds)}
    return sorted(steps, key=lambda step: (*_days(step), ranks[step.kind], step.by or "", step.words))


def _days(step: Step) -> tuple[str, str]:
    days = span(step.when)
    return (days[0].isoformat(), days[1].isoformat()) if days else ("~", "~")


def drawn_together(steps: Sequence[Step], tables: CourseTables) -> list[Step]:
    """Draw together steps of one kind by one side within `run_days` of the first of them.

    They are not drawn over a step of a kind that is never drawn together: a treaty, a change of relations or of the
    level. Steps come in order; what is drawn together stands at the place of the first.
    """
    found: list[Step] = []
    last: dict[tuple[str, str | None], int] = {}
    for step in steps:
        if not tables.kinds[step.kind].runs:
            last.clear()
            found.append(step)
            continue
        at = last.get((step.kind, step.by))
        if at is not None and _close(found[at], step, tables.rule("run_days")):
            found[at] = _joined(found[at], step)
        else:
            last[step.kind, step.by] = len(found)
            found.append(step)
    return found


def _close(run: Step, step: Step, most: int) -> bool:
    first, last = span(run.when), span(step.when)
    return first is not None and last is not None and (last[0] - first[0]).days <= most


def _joined(run: Step, step: Step) -> Step:
    return replace(
        run,
        when=_stretch(run.when, step.when),
        words=run.words if step.words in run.words.split("; ") else f"{run.words}; {step.words}",
        count=run.count + step.count,
        citations=united(run.citations, step.citations),
        source=run.source if step.source in run.source.split("; ") else f"{run.source}; {step.source}".strip("; "),
    )


def _stretch(first: str, last: str) -> str:
    """Give the EDTF interval from one time to another, each as fine as it is known."""
    begin, end = first.partition("/")[0], last.rpartition("/")[2]
    days = span(first), span(last)
    if days[0] and days[1] and days[1][1] <= days[0][1]:
        return first
    return begin if begin == end else f"{begin}/{end}"
