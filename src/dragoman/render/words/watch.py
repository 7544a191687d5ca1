"""What there is to say of red lines and alarms."""

from __future__ import annotations

from dragoman.alarm.nouns import Alarm, Norm, Plan, PressurePart, Required, Share, Threshold
from dragoman.alarm.parts import RELIEF
from dragoman.model.move import Move
from dragoman.relations.nouns import Interaction
from dragoman.render.words.dates import date_words
from dragoman.render.words.documents import quote_words
from dragoman.render.words.names import capital
from dragoman.render.words.relations import interaction_words
from dragoman.vocab import Vocabulary
from dragoman.watch.nouns import STATUSES, LedgerEntry, Sighting, Standing, Transition, Watch, Withdrawn
from dragoman.watch.words import counted

HEADINGS = {
    "crossed": "CROSSED", "reported": "REPORTED", "hinted": "HINTED", "conditional only": "ON A CONDITION ONLY",
    "clear": "CLEAR",
}  # fmt: skip
"""Headings by status, the gravest first."""

MOST_PLANS = 3
"""Threats and plans that are named; how many more there are is said."""


def about(watch: Watch) -> tuple[str, ...]:
    """Say what was looked at, on which day, and what is new."""
    news = f", {counted(len(watch.new), 'new sentence')}" if watch.new else ""
    parts = (
        f"as of {date_words(watch.on)}" if watch.on else "", counted(len(watch.lines), "red line"),
        counted(len(watch.alarms), "alarm"),
        "" if watch.asked else f"since the last look {len(watch.moves) or 'nothing'} moved{news}",
    )  # fmt: skip
    return tuple(part for part in parts if part)


def lines_headline(watch: Watch) -> str:
    """Say how many lines stand on each status, the gravest first."""
    statuses = [standing.status for standing in watch.lines]
    said = [f"{statuses.count(status)} {status}" for status in reversed(STATUSES) if status in statuses]
    return f"{counted(len(watch.lines), 'red line')}: {', '.join(said)}" if said else "Nothing is on record yet"


def move_words(move: Move, title: str) -> str:
    """Say what moved, from what to what, and why."""
    return f"{title}: {move.before} → {move.after}; {move.why}"


def since_words(standing: Standing) -> str:
    """Say since when a line stands as it stands, and how it stood before; empty where it stood otherwise never."""
    if standing.since is None or len(standing.transitions) < 2:
        return ""
    before = " → ".join([standing.transitions[0].before, *(transition.after for transition in standing.transitions)])
    return f"{standing.status} since {date_words(standing.since)} ({before})"


def plan_words(standing: Standing) -> str:
    """Say what is planned if the line is crossed, and who answers for it."""
    parts = (("planned response", standing.line.response), ("answers for it", standing.line.owner))
    return "; ".join(f"{name}: {words}" for name, words in parts if words)


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


def entry_words(entry: LedgerEntry) -> str:
    """Say what the ledger knows of a line."""
    return f"the ledger: {quote_words(entry.citation)}"


def transition_words(transition: Transition) -> str:
    """Say how a line turned on a day."""
    return f"{date_words(transition.on)}: {transition.before} → {transition.after}, {transition.why}"


def alarm_headline(alarm: Alarm) -> str:
    """Say in which band the two stand, since when, and how high the pressure is."""
    if not alarm.parts and alarm.band == "calm":
        return f"calm: pressure {points_words(alarm.pressure)}"
    years = int(alarm.on[:4]) - int(alarm.since[:4])
    since = f"for more than {years} years" if alarm.longer else f"since {date_words(alarm.since)}"
    return f"{alarm.band} {since}: pressure {points_words(alarm.pressure)}"


def points_words(points: float) -> str:
    """Give points with one decimal and a true minus."""
    return f"{points:.1f}".replace("-", "−")


def signed_words(points: float) -> str:
    """Give points with their sign."""
    return f"{points:+.1f}".replace("-", "−")


def norm_words(norm: Norm) -> str:
    """Say what is usual between the two, and where each band begins."""
    if norm.usual is None or norm.spread is None or norm.since is None:
        begins = ", ".join(threshold_words(threshold) for threshold in norm.thresholds)
        return f"what is usual between the two is not known; the floors hold: {begins}"
    begins = ", ".join(
        threshold_words(threshold) + (f" ({threshold.by})" if threshold.by != "past" else "")
        for threshold in norm.thresholds
    )
    usual = f"usual {points_words(norm.usual)}, spread {points_words(norm.spread)}"
    return f"{usual} ({norm.samples} points since {date_words(norm.since)}); {begins}"


def threshold_words(threshold: Threshold) -> str:
    """Say where a band begins."""
    return f"{threshold.band} from {points_words(threshold.points)}"


def alarm_caption(alarm: Alarm, *, plotted: bool) -> str:
    """Say how the alarm is read: its drawing, if it is `plotted`, what is usual, and what points are."""
    line = f"Line: the pressure as known on each day, up to {date_words(alarm.on)}."
    drawn = f"{line} Shades: where the bands begin on that day. " if plotted else ""
    points = "its PLOVER intensity turned round, times what its status, its tellers and time make of it"
    return f"{drawn}{capital(norm_words(alarm.norm))}. Points of a deed: {points}."


def part_name(part: PressurePart) -> str:
    """Name a part: the PLOVER type, or cooperation."""
    return "cooperation" if part.kind == RELIEF else part.kind


def count_words(part: PressurePart) -> str:
    """Say how many interactions a part is made of."""
    return counted(len(part.shares), "deed") + (f", {part.faded} more faded" if part.faded else "")


def day_words(interaction: Interaction) -> str:
    """Give the date of an interaction, or when it was told."""
    return date_words(interaction.when) or f"told {date_words(interaction.published)}"


def share_words(share: Share, vocabulary: Vocabulary) -> str:
    """Say which interaction it is, and what its points are made of."""
    interaction = share.interaction
    factors = [f"{-interaction.intensity:g}".replace("-", "−")]
    factors += [f"{share.weight:g} ({interaction.status})"] if share.weight != 1 else []
    factors += [f"{share.told:.2f} (told by {interaction.told_by})"] if share.told != 1 else []
    factors += [f"{share.fresh:.2f} (time)"] if share.fresh != 1 else []
    factors += [f"{share.relief:.2f} (relief)"] if share.relief != 1 else []
    return f"{interaction_words(interaction, vocabulary)}: {' × '.join(factors)}"


def no_points_words(interaction: Interaction, vocabulary: Vocabulary) -> str:
    """Name an interaction that counts nothing."""
    return f"{interaction_words(interaction, vocabulary)}: counts nothing"


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
    kinds = [_required_words(kind) for kind in rise.kinds]
    listed = ", ".join(kinds[:-1]) + f" or {kinds[-1]}" if len(kinds) > 1 else "".join(kinds)
    missing = f"{points_words(rise.missing)} points more bring {rise.band} (from {points_words(rise.threshold)})"
    return f"{missing}: {listed}, told by one document each"


def _required_words(kind: Required) -> str:
    return f"{kind.count} × {kind.event_type}"


def plan_effect_words(plan: Plan, alarm: Alarm, vocabulary: Vocabulary) -> str:
    """Say what a threat or plan on file would do if it came about."""
    band = alarm.rise.band if alarm.rise else alarm.band
    done = f"brings {band} alone" if plan.enough else f"not {band} alone"
    after = f"if it comes about as {plan.becomes}: {points_words(plan.pressure)}, {done}"
    return f"{after}. {interaction_words(plan.interaction, vocabulary)}"


def plans_words(alarm: Alarm) -> str:
    """Say how many more threats and plans there are than MOST_PLANS, and what all of them together would do."""
    if alarm.rise is None or not alarm.rise.plans:
        return ""
    plans, band, more = alarm.rise.plans, alarm.rise.band, len(alarm.rise.plans) - MOST_PLANS
    words = [f"{more} more on file"] if more > 0 else []
    if alarm.rise.together and not plans[0].enough:
        words.append(f"all of them together bring {band}")
    if not alarm.rise.together and len(plans) > 1:
        words.append(f"all of them together do not bring {band}")
    return "; ".join(words)
