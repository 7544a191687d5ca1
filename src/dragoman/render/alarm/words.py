"""English for the alarm of a dyad."""

from dragoman.alarm.nouns import Alarm, Norm, Plan, PressurePart, Required, Share
from dragoman.alarm.parts import RELIEF
from dragoman.relations.nouns import Interaction
from dragoman.render.dates import date_words
from dragoman.render.interactions import interaction_words
from dragoman.render.names import code_name
from dragoman.watch.words import counted

RELIEF_NAME = "cooperation"
MOST_PLANS = 3
"""Threats and plans that are named; how many more there are is said."""


def title(alarm: Alarm) -> str:
    """Name the two states."""
    name = f"{code_name(alarm.a)} and {code_name(alarm.b)}"
    return name[0].upper() + name[1:]


def headline(alarm: Alarm) -> str:
    """Say in which band the two stand, since when, and how high the pressure is."""
    if not alarm.parts and alarm.band == "calm":
        return f"calm: pressure {points_words(alarm.pressure)}"
    since = f"for more than {_years(alarm)} years" if alarm.longer else f"since {date_words(alarm.since)}"
    return f"{alarm.band} {since}: pressure {points_words(alarm.pressure)}"


def _years(alarm: Alarm) -> int:
    return int(alarm.on[:4]) - int(alarm.since[:4])


def points_words(points: float) -> str:
    """Give points with one decimal and a true minus."""
    return f"{points:.1f}".replace("-", "−")


def signed_words(points: float) -> str:
    """Give points with their sign."""
    return f"{points:+.1f}".replace("-", "−")


def norm_words(norm: Norm) -> str:
    """Say what is usual between the two, and where each band begins."""
    known = norm.usual is not None
    begins = ", ".join(
        f"{t.band} from {points_words(t.points)}{f' ({t.by})' if known and t.by != 'past' else ''}"
        for t in norm.thresholds
    )
    if norm.usual is None or norm.spread is None or norm.since is None:
        return f"what is usual between the two is not known; the floors hold: {begins}"
    usual = f"usual {points_words(norm.usual)}, spread {points_words(norm.spread)}"
    return f"{usual} ({norm.samples} points since {date_words(norm.since)}); {begins}"


def part_name(part: PressurePart) -> str:
    """Name a part: the PLOVER type, or cooperation."""
    return RELIEF_NAME if part.kind == RELIEF else part.kind


def count_words(part: PressurePart) -> str:
    """Say how many interactions a part is made of."""
    more = f", {part.faded} more faded" if part.faded else ""
    return f"{counted(len(part.shares), 'deed')}{more}"


def day_words(interaction: Interaction) -> str:
    """Give the date of an interaction, or when it was told."""
    return date_words(interaction.when) or f"told {date_words(interaction.published)}"


def share_words(share: Share) -> str:
    """Say which interaction it is, and what its points are made of."""
    interaction = share.interaction
    factors = [f"{-interaction.intensity:g}".replace("-", "−")]
    factors += [f"{share.weight:g} ({interaction.status})"] if share.weight != 1 else []
    factors += [f"{share.told:.2f} (told by {interaction.told_by})"] if share.told != 1 else []
    factors += [f"{share.fresh:.2f} (time)"] if share.fresh != 1 else []
    factors += [f"{share.relief:.2f} (relief)"] if share.relief != 1 else []
    return f"{interaction_words(interaction)}: {' × '.join(factors)}"


def down_words(alarm: Alarm) -> str:
    """Say on which day the band falls if nothing more happens; empty where it is calm."""
    if alarm.band == "calm":
        return ""
    if alarm.fall is None:
        return "does not fall within the days looked ahead, even if nothing more happens"
    return f"falls to {alarm.fall.band} on {date_words(alarm.fall.day)} if nothing more happens"


def up_words(alarm: Alarm) -> str:
    """Say how far the next band is, and which interactions would bring it; empty in the highest."""
    rise = alarm.rise
    if rise is None:
        return ""
    kinds = [kind_words(kind) for kind in rise.kinds]
    listed = ", ".join(kinds[:-1]) + f" or {kinds[-1]}" if len(kinds) > 1 else "".join(kinds)
    missing = f"{points_words(rise.missing)} points more bring {rise.band} (from {points_words(rise.threshold)})"
    return f"{missing}: {listed}, told by one document each"


def kind_words(kind: Required) -> str:
    """Say how many interactions of a kind."""
    return f"{kind.count} × {kind.event_type}"


def plan_words(plan: Plan, alarm: Alarm) -> str:
    """Say what a threat or plan on file would do if it came about."""
    band = alarm.rise.band if alarm.rise else alarm.band
    done = f"brings {band} alone" if plan.enough else f"not {band} alone"
    after = f"if it comes about as {plan.becomes}: {points_words(plan.pressure)}, {done}"
    return f"{after}. {interaction_words(plan.interaction)}"


def plans_shown(alarm: Alarm) -> tuple[tuple[Plan, ...], str]:
    """Give the threats and plans to name, and a word on the rest and on all of them together."""
    if alarm.rise is None or not alarm.rise.plans:
        return (), ""
    plans, band = alarm.rise.plans, alarm.rise.band
    more = len(plans) - MOST_PLANS
    words = [f"{more} more on file"] if more > 0 else []
    if alarm.rise.together and not plans[0].enough:
        words.append(f"all of them together bring {band}")
    if not alarm.rise.together:
        words.append(f"all of them together do not bring {band}" if len(plans) > 1 else "")
    return plans[:MOST_PLANS], "; ".join(word for word in words if word)


def apart_words(interaction: Interaction) -> str:
    """Name an interaction that counts nothing."""
    return f"{interaction_words(interaction)}: counts nothing"
