"""Hold the alarm against what came after: did it stand before a dispute began, and how often did it stand for nothing?

Each dyad is asked at the end of each month, with what was known by then. Plain functions, no input or output.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec import Struct

from dragoman.alarm.norm import band_on
from dragoman.alarm.series import series_of
from dragoman.alarm.weigh import Weighed, weigh_all
from dragoman.relations.nouns import Interaction
from dragoman.vocab.alarm import Constants

YEAR = 365
"""Days that the count of last year's conflict looks back."""


class DyadHistory(Struct, frozen=True, kw_only=True):
    """What happened between two states: interactions; the ISO days on which disputes began; when one was going on.

    `busy` are first and last days (ISO) of disputes; `begin` and `end` are the ISO days between which the two are
    asked. A dyad is only asked from its first interaction on, and not while a dispute goes on.
    """

    a: str
    b: str
    interactions: tuple[Interaction, ...]
    onsets: tuple[str, ...]
    busy: tuple[tuple[str, str], ...] = ()
    begin: str
    end: str
    rival: bool = False


class DyadMonth(Struct, frozen=True, kw_only=True):
    """A dyad at the end of a month (ISO day): its band (0 calm to 3 alarm), its pressure in points, and the baselines.

    `month` and `year` are the numbers of conflicts told in the month and in the year up to the day; `ahead` are the
    days to the next beginning of a dispute, None if none is on file.
    """

    dyad: str
    day: str
    band: int
    pressure: float
    month: int
    year: int
    ahead: int | None
    rival: bool


class Score(Struct, frozen=True, kw_only=True):
    """How a sign did: dyad-months, those on which it stood, those that a dispute followed, and both; disputes, warned.

    `onsets` are the disputes that began while the dyad was asked, `warned` those before which the sign stood at the
    end of some month, at most the days of the horizon before.
    """

    months: int
    stood: int
    followed: int
    hits: int
    onsets: int
    warned: int

    @property
    def share_warned(self) -> float:
        """Give the share of disputes before which it stood."""
        return self.warned / self.onsets if self.onsets else 0.0

    @property
    def share_for_nothing(self) -> float:
        """Give the share of the dyad-months on which it stood that no dispute followed."""
        return 1 - self.hits / self.stood if self.stood else 0.0


def rows_of(history: DyadHistory, table: Constants) -> list[DyadMonth]:
    """Give a dyad month by month, with what was known at the end of each month."""
    weighed, _ = weigh_all(history.interactions, table)
    days = [day for day in month_ends(history.begin, history.end) if not _is_busy(history, day)]
    days = [day for day in days if any(w.known <= day for w in weighed)]
    if not days:
        return []
    series = series_of(weighed, days[0] - table.past_days - 1, days[-1], table)
    told, onsets = _conflicts(weighed), sorted(_day(onset) for onset in history.onsets)
    return [
        DyadMonth(
            dyad=f"{history.a}-{history.b}", day=date.fromordinal(day).isoformat(), band=band_on(series, day, table),
            pressure=series.at(day) / 10, month=_told(told, day - _length(day), day), year=_told(told, day - YEAR, day),
            ahead=_ahead(onsets, day), rival=history.rival,
        )
        for day in days
    ]  # fmt: skip


def score(rows: Sequence[DyadMonth], within: int, sign: Callable[[DyadMonth], bool]) -> Score:
    """Say how a sign did over rows, if it is to tell of disputes that begin within so many days."""
    stood = [sign(row) for row in rows]
    follows = [row.ahead is not None and row.ahead <= within for row in rows]
    before: dict[tuple[str, int], bool] = {}
    for row, stands, follow in zip(rows, stood, follows, strict=True):
        if follow and row.ahead is not None:
            onset = (row.dyad, _day(row.day) + row.ahead)
            before[onset] = before.get(onset, False) or stands
    return Score(
        months=len(rows), stood=sum(stood), followed=sum(follows), onsets=len(before), warned=sum(before.values()),
        hits=sum(stands and follow for stands, follow in zip(stood, follows, strict=True)),
    )  # fmt: skip


def separation(rows: Sequence[DyadMonth], within: int, height: Callable[[DyadMonth], float]) -> float:
    """Give how well a height tells the months before a dispute from the others: 1 always, 0.5 like a coin.

    It is the chance that of two months, one before a dispute and one not, the first stands higher (area under the
    ROC curve); equal heights count half.
    """
    calm = sorted(height(row) for row in rows if row.ahead is None or row.ahead > within)
    before = [height(row) for row in rows if row.ahead is not None and row.ahead <= within]
    if not calm or not before:
        return 0.5
    wins = sum(bisect_left(calm, h) + bisect_right(calm, h) for h in before)
    return wins / (2 * len(calm) * len(before))


def month_ends(begin: str, end: str) -> list[int]:
    """Give the last days (ordinals) of the months that end between two ISO days."""
    first, last = date.fromisoformat(begin), date.fromisoformat(end)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    ends = (date(month // 12, month % 12 + 1, 1).toordinal() - 1 for month in months)
    return [day for day in ends if day <= last.toordinal()]


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _length(day: int) -> int:
    """Give the days of the month that a day ends."""
    return date.fromordinal(day).day


def _is_busy(history: DyadHistory, day: int) -> bool:
    iso = date.fromordinal(day).isoformat()
    return any(first <= iso <= last for first, last in history.busy)


def _conflicts(weighed: Iterable[Weighed]) -> list[int]:
    return sorted(w.known for w in weighed if w.points > 0)


def _told(days: Sequence[int], after: int, until: int) -> int:
    return bisect_right(days, until) - bisect_right(days, after)


def _ahead(onsets: Sequence[int], day: int) -> int | None:
    at = bisect_right(onsets, day)
    return onsets[at] - day if at < len(onsets) else None
