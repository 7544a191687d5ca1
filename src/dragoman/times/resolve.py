"""From what an expression says to its TIMEX3 value: the page's date, the verb's tense, the time last told of."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from dragoman.model import when
from dragoman.times import values
from dragoman.times.holidays import Holidays
from dragoman.times.sketch import Calendar, Offset, Sketch, Stated
from dragoman.times.tense import Direction

NEARBY, FAR = 75, 270
"""Days. A date without a year is taken in the year in which it lies NEARBY, if the year that the words ask for puts it
FAR off and no verb makes sure: "the summit is on March 12", "agreed in April to hand them over"."""
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

NEAR_WORDS = 60
"""Words. In a narrative a weekday belongs to a date told of so near before it; else its week is unknown."""

Answer = tuple[str, str]
"""A TIMEX3 value and how it was found."""


class Context(Struct):
    """What a time is read against, as EDTF: `reference` is the time last told of, `line` the last that was no aside.

    `direction` is the way that the words beside a time look, infinitives among them; `verbs` without these.
    """

    page: str | None
    narrative: bool
    first_year: int | None
    direction: Callable[[Sketch], Direction | None]
    verbs: Callable[[Sketch], Direction | None]
    holidays: Holidays
    reference: str | None = None
    line: str | None = None
    reference_place: int = 0

    def anchor(self, name: str) -> tuple[str | None, str]:
        """Give the time that "page" or "reference" stands for here, and its name in words."""
        told = self.narrative or name == "reference" or (name == "story" and self.page is None)
        if told and name != "today" and self.reference:
            return self.reference, "the time told of before"
        if self.page and not (self.narrative and name == "reference"):
            return self.page, "the page's date"
        return None, "no date to count from"


def resolve(sketch: Sketch, context: Context, beside: str | None = None) -> Answer:
    """Give the value of a sketch. `beside` is the EDTF of the date right next to it, if it needs one."""
    if isinstance(sketch, Stated):
        return sketch.value, sketch.how
    if isinstance(sketch, Offset):
        return _offset(sketch, context, beside)
    value, how = _calendar(sketch, context, beside)
    return (value + sketch.clock if sketch.clock and "T" not in value else value), how


def _offset(sketch: Offset, context: Context, beside: str | None) -> Answer:
    if sketch.count is None:
        past = sketch.anchor == "today"
        return ("PAST_REF" if past else "FUTURE_REF" if sketch.unit != "D" else values.UNKNOWN_DAY), "an open number"
    if context.narrative and sketch.anchor == "today" and sketch.count == 0 and not sketch.clock:
        return "PRESENT_REF", "the writer's own day, in a narrative"
    anchor, named = (beside, "the date beside it") if sketch.anchor == "next" else context.anchor(sketch.anchor)
    count = sketch.count - (1 if sketch.ends and _ended(sketch, anchor, context) else 0)
    value = values.stepped(anchor, count, sketch.unit)
    clock = sketch.clock or ("TNI" if sketch.unit == "N" else "")
    return value + (clock if len(value) == 10 else ""), f"{count:+g} {sketch.unit} from {named}"


def _ended(sketch: Offset, anchor: str | None, context: Context) -> bool:
    """Whether the unit spoken of is the one already over: a past verb, and the running one is not near its end."""
    if anchor is None or context.narrative or sketch.unit not in ("M", "Y", "WE"):
        return False
    day = when.bounds(anchor)[0]
    if sketch.unit == "WE":
        return context.direction(sketch) != "future" and day.isoweekday() < 6
    return context.direction(sketch) == "past" and (day.day < 21 if sketch.unit == "M" else day.month < 11)


def _calendar(sketch: Calendar, context: Context, beside: str | None) -> Answer:
    if sketch.month is not None or sketch.season:
        return _in_year(sketch, context)
    if sketch.year is not None or sketch.short_year is not None:
        year, how = _stated_year(sketch, context)
        return f"{year:04}" + (f"-{sketch.quarter}" if sketch.quarter else ""), how
    if sketch.quarter:
        return _quarter(sketch, context)
    if sketch.weekday is not None:
        return _weekday(sketch, context)
    if sketch.day is not None:
        return _day_of_month(sketch, context)
    return _time_of_day(sketch, context, beside)


def _stated_year(sketch: Calendar, context: Context) -> tuple[int, str]:
    if sketch.year is not None:
        return sketch.year, "as stated"
    short = sketch.short_year or 0
    near = when.bounds(context.reference)[0].year if context.reference else 1990
    if context.narrative and context.reference:
        years = (near // 100 * 100 + short + turn for turn in (-100, 0, 100))
        return min(years, key=lambda year: abs(year - near)), "nearest to the time told of before"
    return short + (1900 if short >= 40 else 2000), "two figures"


def _in_year(sketch: Calendar, context: Context) -> Answer:
    """A month, a day of a month, a season or a holiday, with or without its year."""
    year, how = _year(sketch, context)
    if year is None:
        middle = sketch.season or f"{sketch.month:02}"
        return f"XXXX-{middle}" + (f"-{sketch.day:02}" if sketch.day else ""), how
    if sketch.holiday:
        return context.holidays.day(sketch.holiday, year).isoformat(), how
    if sketch.season:
        return f"{year:04}-{sketch.season}", how
    month = sketch.month or 1
    if sketch.day is None:
        return f"{year:04}-{month:02}", how
    if sketch.day > values.last_day(year, month):
        return f"{year:04}-{month:02}-XX", how
    if sketch.week:
        return values.stepped(f"{year:04}-{month:02}-{sketch.day:02}", 0, "W"), how
    return f"{year:04}-{month:02}-{sketch.day:02}", how


def _year(sketch: Calendar, context: Context) -> tuple[int | None, str]:
    if sketch.year is not None or sketch.short_year is not None:
        return _stated_year(sketch, context)
    month = sketch.month or SEASON_MONTH[sketch.season or "SP"]
    if sketch.of_year is not None and context.reference:
        return when.bounds(context.reference)[0].year + sketch.of_year, "the year told of before"
    if sketch.relation:
        return _year_by_relation(month, sketch.relation, context)
    if context.narrative:
        return _narrative_year(month, context)
    if context.page is None:
        return None, "no year to count from"
    return _year_by_tense(month, sketch, context)


def _year_by_relation(month: int, relation: tuple[int, str], context: Context) -> tuple[int | None, str]:
    step, name = relation
    anchor, named = context.anchor(name)
    if anchor is None:
        return None, named
    base = when.bounds(anchor)[0]
    if step == 0 or when.precision(anchor) in ("year", "decade", "century"):
        return base.year + step, f"by {named}"
    beyond = month >= base.month if step < 0 else month <= base.month
    return base.year + (step if beyond else 0), f"the nearest {'before' if step < 0 else 'after'} {named}"


def _narrative_year(month: int, context: Context) -> tuple[int | None, str]:
    if context.line is None:
        return context.first_year, "the first year in the text"
    base, fine = when.bounds(context.line)[0], when.precision(context.line)
    if fine not in ("day", "month", "interval"):
        return base.year, "the year told of before"
    years = (base.year, base.year + 1, base.year - 1)
    year = min(years, key=lambda year: abs(year * 12 + month - base.year * 12 - base.month))
    return year, "the year told of before" if year == base.year else "nearest to the time told of before"


def _year_by_tense(month: int, sketch: Calendar, context: Context) -> tuple[int, str]:
    """The year in which the month lies on the side of the page's date that the verb looks to."""
    base = when.bounds(context.page or "")[0]
    if when.precision(context.page or "") not in ("day", "month"):
        return base.year, "the page's year"
    day = min(sketch.day or base.day, values.last_day(base.year, month))
    years = range(max(base.year - 1, date.min.year), min(base.year + 1, date.max.year) + 1)
    days = {year: (date(year, month, min(day, 28)) - base).days for year in years}
    if sketch.day is None:
        days = {year: distance if (year, month) != (base.year, base.month) else 0 for year, distance in days.items()}
    verb = context.direction(sketch)
    future = verb == "future"
    wanted = {year: abs(distance) for year, distance in days.items() if (distance >= 0 if future else distance <= 0)}
    if not wanted:
        return base.year, "at the calendar's end"
    year = min(wanted, key=lambda year: wanted[year])
    nearest = min(days, key=lambda year: abs(days[year]))
    sure = verb is not None and verb == context.verbs(sketch)
    if not sure and wanted[year] > FAR and abs(days[nearest]) < NEARBY:
        return nearest, "the nearest to the page's date"
    return year, f"the {'next' if future else 'last'} from the page's date ({'future' if future else 'past'} verb)"


def _quarter(sketch: Calendar, context: Context) -> Answer:
    anchor, named = context.anchor(sketch.relation[1] if sketch.relation else "page")
    if anchor is None:
        return f"XXXX-{sketch.quarter}", named
    base = when.bounds(anchor)[0]
    year = base.year + (sketch.relation[0] if sketch.relation else 0)
    kind, number = (sketch.quarter or "Q1")[0], int((sketch.quarter or "Q1")[1])
    begins = (number - 1) * (3 if kind == "Q" else 6) + 1
    fine = when.precision(anchor) in ("day", "month")
    if fine and not sketch.relation and begins > base.month and context.direction(sketch) != "future":
        year -= 1
    return f"{year:04}-{sketch.quarter}", f"by {named}"


def _weekday(sketch: Calendar, context: Context) -> Answer:
    weekday = sketch.weekday or 1
    anchor, named = context.anchor(sketch.relation[1] if sketch.relation else "page")
    if context.narrative and sketch.start - context.reference_place > NEAR_WORDS:
        anchor = None
    if anchor is None or when.precision(anchor) != "day":
        return f"XXXX-WXX-{weekday}", "no day to count from"
    base = when.bounds(anchor)[0]
    step = sketch.relation[0] if sketch.relation else 0
    side = context.direction(sketch)
    try:
        if step:
            day = values.weekday_near(base, weekday, step, strict=True)
            return day.isoformat(), f"the weekday {'before' if step < 0 else 'after'} {named}"
        ahead = context.narrative or side == "future"
        day = values.weekday_near(base, weekday, 1 if ahead else -1, strict=False)
    except OverflowError:
        return f"XXXX-WXX-{weekday}", "out of the calendar"
    return day.isoformat(), f"weekday {'from' if ahead else 'before'} {named} ({side or 'no'} verb)"


def _day_of_month(sketch: Calendar, context: Context) -> Answer:
    anchor, named = context.anchor("reference")
    anchor = anchor or context.page
    if anchor is None or when.precision(anchor) not in ("day", "month", "interval"):
        return f"XXXX-XX-{sketch.day:02}", "no month to count from"
    first = when.bounds(anchor)[0]
    if (sketch.day or 1) > values.last_day(first.year, first.month):
        return f"{first.year:04}-{first.month:02}-XX", f"the month of {named}"
    return f"{first.year:04}-{first.month:02}-{sketch.day:02}", f"the month of {named}"


def _time_of_day(sketch: Calendar, context: Context, beside: str | None) -> Answer:
    if beside and when.precision(beside) == "day":
        return beside, "on the date beside it"
    step, name = sketch.relation or (0, "reference" if context.narrative else "page")
    anchor, named = context.anchor("reference" if step > 0 else name)
    if sketch.relation is None and not (anchor and when.precision(anchor) == "day"):
        return values.UNKNOWN_DAY, "no day to count from"
    return values.stepped(anchor, step, "D"), f"{step:+d} D from {named}"
