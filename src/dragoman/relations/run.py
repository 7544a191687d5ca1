"""The run of cooperation and conflict: PLOVER intensities by month. Only what happened or goes on is added up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.model.event import DONE
from dragoman.record import StoredEvent
from dragoman.relations.citations import Citations
from dragoman.relations.days import month_of, not_after, span
from dragoman.relations.nouns import Deed, Month, Run, Tally


def run_of(events: Iterable[StoredEvent], until: str | None, citations: Citations) -> Run:
    """Give the run of the events that may have begun by the end of `until`; an undated one that was told by then."""
    months: defaultdict[str, list[Deed]] = defaultdict(list)
    coarse: list[Deed] = []
    undated: list[Deed] = []
    for deed in deeds_of(events, until, citations):
        month = month_of(deed.when)
        (months[month] if month else coarse if deed.when else undated).append(deed)
    return Run(
        months=tuple(_month(month, deeds) for month, deeds in sorted(months.items())),
        coarse=tuple(coarse),
        undated=tuple(undated),
    )


def deeds_of(events: Iterable[StoredEvent], until: str | None, citations: Citations) -> list[Deed]:
    """Give the events as deeds, by time, the undated last; those that may have begun, or were told, by `until`."""
    found = []
    for stored in sorted(events, key=_order):
        when = stored.event.when if span(stored.event.when) else None
        if not_after(when or stored.document.published, until):
            found.append(_deed(stored, when, citations))
    return found


def _order(stored: StoredEvent) -> tuple[str, str, str]:
    days = span(stored.event.when)
    return (days[0].isoformat(), days[1].isoformat(), stored.event.id) if days else ("~", "", stored.event.id)


def _deed(stored: StoredEvent, when: str | None, citations: Citations) -> Deed:
    event = stored.event
    return Deed(
        event_type=event.event_type, mode=event.event_mode, status=event.status, when=when,
        actors=tuple(dict.fromkeys(a.code or a.text for a in event.actors)),
        recipients=tuple(dict.fromkeys(a.code or a.text for a in event.recipients)),
        intensity=event.intensity, act=event.act, told_by=stored.told_by,
        published=min(filter(None, (c.document.published for c in stored.citations if c.document)), default=None),
        citations=citations.enter(stored.citations),
    )  # fmt: skip


def _month(month: str, deeds: Sequence[Deed]) -> Month:
    done = [deed for deed in deeds if deed.status in DONE]
    statuses = sorted({deed.status for deed in deeds} - DONE)
    return Month(
        month=month,
        cooperation=tally(deed for deed in done if deed.intensity > 0),
        conflict=tally(deed for deed in done if deed.intensity < 0),
        neutral=tally(deed for deed in done if deed.intensity == 0),
        apart={status: tally(deed for deed in deeds if deed.status == status) for status in statuses},
        deeds=tuple(deeds),
    )


def tally(deeds: Iterable[Deed]) -> Tally:
    """Count deeds and add up their intensities."""
    found = [deed.intensity for deed in deeds]
    return Tally(len(found), round(sum(found), 3) + 0.0)
