"""The alarm of two states, as part of a page."""

from collections.abc import Iterable, Sequence

from dragoman.alarm.nouns import Alarm, PressurePart, Share
from dragoman.alarm.parts import RELIEF
from dragoman.relations.nouns import Interaction
from dragoman.render.charts.pressure import pressure
from dragoman.render.sheet import AlarmSheet, PointsBar, PointsLine
from dragoman.render.words import watch as words
from dragoman.render.words.names import dyad_words
from dragoman.vocab import Vocabulary

MOST_DEEDS = 6
"""Deeds named in a part; the others stand in one line with all their numbers."""


def alarm_sheet(alarm: Alarm, vocabulary: Vocabulary) -> AlarmSheet:
    """Describe an alarm."""
    plot = pressure(alarm, vocabulary)
    return AlarmSheet(
        title=dyad_words(alarm.a, alarm.b, vocabulary), headline=words.alarm_headline(alarm), band=alarm.band,
        norm=words.norm_words(alarm.norm), drawn=bool(alarm.parts) or len(alarm.past) > 1, plot=plot,
        caption=words.alarm_caption(alarm, plotted=plot is not None), parts=_bars(alarm.parts, vocabulary),
        total=words.points_words(alarm.pressure), changes=tuple(_changes(alarm, vocabulary)),
        apart=tuple(
            PointsLine(
                points="0", date=words.day_words(one), words=words.no_points_words(one, vocabulary),
                citations=one.citations,
            )
            for one in alarm.apart
        ),
        notes=alarm.notes,
    )  # fmt: skip


def _bars(parts: Sequence[PressurePart], vocabulary: Vocabulary) -> tuple[PointsBar, ...]:
    most = max((abs(part.points) for part in parts), default=1.0) or 1.0
    return tuple(
        PointsBar(
            name=words.part_name(part), points=words.signed_words(part.points), length=100 * abs(part.points) / most,
            relief=part.kind == RELIEF, count=words.count_words(part), lines=tuple(_shares(part.shares, vocabulary)),
        )
        for part in parts
    )  # fmt: skip


def _shares(shares: Sequence[Share], vocabulary: Vocabulary) -> Iterable[PointsLine]:
    for share in shares[:MOST_DEEDS]:
        yield PointsLine(
            points=words.signed_words(share.points), date=words.day_words(share.interaction),
            words=words.share_words(share, vocabulary), citations=share.interaction.citations,
        )  # fmt: skip
    if rest := shares[MOST_DEEDS:]:
        points = sum(round(share.points * 10) for share in rest) / 10
        yield PointsLine(
            points=words.signed_words(points), words=f"{len(rest)} more, each of fewer points", rest=True,
            citations=_citations(share.interaction for share in rest),
        )  # fmt: skip


def _changes(alarm: Alarm, vocabulary: Vocabulary) -> Iterable[PointsLine]:
    """Give what would change the alarm, the way down first."""
    for way, said in (("down", words.down_words(alarm)), ("up", words.up_words(alarm))):
        if said:
            yield PointsLine(points=way, words=said)
    plans = alarm.rise.plans if alarm.rise else ()
    for plan in plans[: words.MOST_PLANS]:
        yield PointsLine(
            points="up", date=words.day_words(plan.interaction), words=words.plan_effect_words(plan, alarm, vocabulary),
            citations=plan.interaction.citations,
        )  # fmt: skip
    if said := words.plans_words(alarm):
        rest = [plan.interaction for plan in plans[words.MOST_PLANS :]]
        yield PointsLine(points="up", words=said, citations=_citations(rest))


def _citations(interactions: Iterable[Interaction]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for interaction in interactions for number in interaction.citations))
