"""What would change the alarm: days without news on the way down; interactions, and plans come about, on the way up."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from dragoman.alarm.norm import NAMES, band_of, band_on
from dragoman.alarm.nouns import Fall, Norm, Plan, Required, Rise
from dragoman.alarm.parts import sums
from dragoman.alarm.series import PressureSeries, in_tenths, pressure
from dragoman.alarm.weigh import Weighed
from dragoman.model.event import DONE
from dragoman.relations.nouns import Interaction
from dragoman.vocab.alarm import Constants

THREAT = "THREATEN"
"""The type that the codebook gives to a show or use of force that is announced."""

MOST = 1000
"""Deeds of one kind that are tried; no band is that far away."""

With = Callable[[float], int]
"""Gives the pressure (tenths) with so many points more."""

Scores = Mapping[tuple[str, str], float]
"""The PLOVER intensities by type and mode ("" for the type itself)."""


def fall(series: PressureSeries, day: int, table: Constants) -> Fall | None:
    """Give the first day after a day (ordinal) with a lower band; None if it is calm, or none comes in time."""
    now = band_on(series, day, table)
    for ahead in range(day + 1, day + table.ahead_most + 1) if now else ():
        then = band_on(series, ahead, table)
        if then < now:
            return Fall(date.fromordinal(ahead).isoformat(), NAMES[then])
    return None


def rise(
    weighed: Sequence[Weighed], norm: Norm, day: int, tenths: int, table: Constants, scores: Scores
) -> Rise | None:
    """Give the way up from a pressure (tenths); None in the highest band. All that would be added is conflict."""
    above = band_of(tenths, norm)
    if above == len(norm.thresholds):
        return None
    threshold = norm.thresholds[above]
    conflict, cooperation = sums(weighed, day, table)

    def tenths_with(points: float) -> int:
        return in_tenths(pressure(conflict + points, cooperation, table))

    goal = in_tenths(threshold.points)
    plans = _plans(weighed, day, goal, tenths_with, table, scores)
    return Rise(
        band=threshold.band, threshold=threshold.points, missing=(goal - tenths) / 10,
        kinds=tuple(_required(kind, scores[kind, ""], goal, tenths_with) for kind in table.step_up), plans=plans,
        together=bool(plans) and tenths_with(-sum(plan.intensity for plan in plans)) >= goal,
    )  # fmt: skip


def _required(kind: str, score: float, goal: int, tenths_with: With) -> Required:
    count = next((n for n in range(1, MOST) if tenths_with(-score * n) >= goal), MOST)
    return Required(event_type=kind, intensity=score, count=count)


def _plans(
    weighed: Sequence[Weighed], day: int, goal: int, tenths_with: With, table: Constants, scores: Scores
) -> tuple[Plan, ...]:
    """Give the open threats and plans of conflict, the gravest first."""
    found = []
    for interaction in (w.interaction for w in still_open(weighed, day, table)):
        becomes, score = comes_about(interaction, table, scores)
        if (
            score < 0
            and table.weights[interaction.status] > 0
            and (interaction.status not in DONE or interaction.event_type == THREAT)
        ):
            after = tenths_with(-score)
            found.append(
                Plan(
                    interaction=interaction, becomes=becomes, intensity=score, pressure=after / 10, enough=after >= goal
                )
            )
    return tuple(
        sorted(found, key=lambda plan: (plan.intensity, plan.interaction.when or "", plan.interaction.citations))
    )


def still_open(weighed: Sequence[Weighed], day: int, table: Constants) -> list[Weighed]:
    """Give the interactions that are not so long past on a day (ordinal) that nobody waits for them any more."""
    return [w for w in weighed if day - w.fades <= table.open_half_lives * table.half_life]


def comes_about(interaction: Interaction, table: Constants, scores: Scores) -> tuple[str, float]:
    """Give the type and intensity of what a threat or plan announces: its act, or what its mode tells."""
    if interaction.event_type != THREAT:
        return interaction.event_type, interaction.intensity
    mode = interaction.mode or ""
    if interaction.act not in ("", THREAT):
        return interaction.act, scores.get((interaction.act, mode), scores[interaction.act, ""])
    named = [kind for kind, m in scores if m == mode and mode and kind != THREAT and scores[kind, m] < 0]
    kind = table.comes_about.get(mode) or (named[0] if named else table.comes_about["any"])
    return kind, scores.get((kind, mode), scores[kind, ""])
