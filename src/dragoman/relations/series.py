"""The series of cooperation and conflict: PLOVER intensities by month. Only what happened or goes on is added up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.model.event import DONE
from dragoman.record import StoredEvent
from dragoman.relations.citations import Citations
from dragoman.relations.days import month_of, not_after, span
from dragoman.relations.nouns import IntensitySum, Interaction, Month, Series


def series_of(events: Iterable[StoredEvent], until: str | None, citations: Citations) -> Series:
    """Give the series of the events that may have begun by the end of `until`; an undated one that was told by then."""
    months: defaultdict[str, list[Interaction]] = defaultdict(list)
    coarse: list[Interaction] = []
    undated: list[Interaction] = []
    for interaction in interactions_of(events, until, citations):
        month = month_of(interaction.when)
        (months[month] if month else coarse if interaction.when else undated).append(interaction)
    return Series(
        months=tuple(_month(month, interactions) for month, interactions in sorted(months.items())),
        coarse=tuple(coarse),
        undated=tuple(undated),
    )


def interactions_of(events: Iterable[StoredEvent], until: str | None, citations: Citations) -> list[Interaction]:
    """Give the events that may have begun, or were told, by `until` as interactions: by time, the undated last."""
    found = []
    for stored in sorted(events, key=_order):
        when = stored.event.when if span(stored.event.when) else None
        if not_after(when or stored.document.published, until):
            found.append(_interaction(stored, when, citations))
    return found


def _order(stored: StoredEvent) -> tuple[str, str, str]:
    days = span(stored.event.when)
    return (days[0].isoformat(), days[1].isoformat(), stored.event.id) if days else ("~", "", stored.event.id)


def _interaction(stored: StoredEvent, when: str | None, citations: Citations) -> Interaction:
    event = stored.event
    return Interaction(
        event_type=event.event_type, mode=event.event_mode, status=event.status, when=when,
        actors=tuple(dict.fromkeys(a.code or a.text for a in event.actors)),
        recipients=tuple(dict.fromkeys(a.code or a.text for a in event.recipients)),
        intensity=event.intensity, act=event.act, told_by=stored.told_by,
        published=min(filter(None, (c.document.published for c in stored.citations if c.document)), default=None),
        citations=citations.enter(stored.citations),
    )  # fmt: skip


def _month(month: str, interactions: Sequence[Interaction]) -> Month:
    done = [one for one in interactions if one.status in DONE]
    statuses = sorted({one.status for one in interactions} - DONE)
    return Month(
        month=month,
        cooperation=_sum(one for one in done if one.intensity > 0),
        conflict=_sum(one for one in done if one.intensity < 0),
        neutral=_sum(one for one in done if one.intensity == 0),
        apart={status: _sum(one for one in interactions if one.status == status) for status in statuses},
        interactions=tuple(interactions),
    )


def _sum(interactions: Iterable[Interaction]) -> IntensitySum:
    found = [one.intensity for one in interactions]
    return IntensitySum(len(found), round(sum(found), 3) + 0.0)
