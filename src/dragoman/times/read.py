"""From a rule's match to what it says."""

import re
from collections.abc import Callable
from datetime import date

from msgspec import structs

from dragoman.times.amounts import amount, clock, length, unit
from dragoman.times.grammar import Found
from dragoman.times.holidays import Holidays
from dragoman.times.sketch import Calendar, Offset, Relation, Sketch, Stated
from dragoman.times.words import Lexicon

CENTURY_TURN = 40
"""Two-figure years below this are read as 20xx, the others as 19xx, where the text gives no century."""


BEFORE_OUR_ERA = "before our era"
"""How a time is found that has no EDTF here: dates of this project begin with the year 1."""


def read(found: Found, lexicon: Lexicon) -> list[Sketch]:
    """Turn a match into what it says; two for a pair, none if it says nothing that can be (31 June)."""
    return _READERS[found.rule.reads](found, lexicon)


def _date(found: Found, lexicon: Lexicon) -> list[Sketch]:
    groups = found.groups
    start, end = found.spans.get("day_span", (found.start, found.end))
    if "iso" in groups or "slash" in groups:
        return _figures(found)
    if "century" in groups or "decade" in groups or "decade" in found.rule.name:
        return [_long(found, lexicon)]
    words = groups.get("prepart") or groups.get("part")
    part = lexicon.value(words[-1], "PART") if words else None
    time = clock(groups["clock"], part, lexicon) if "clock" in groups else part
    quarter = f"Q{_ordinal(groups['quarter'], lexicon)}" if "quarter" in groups else None
    half = f"H{_ordinal(groups['half'], lexicon)}" if "half" in groups else None
    year, short = _year(groups.get("year"))
    sketch = Calendar(
        start=start, end=end, year=year, short_year=short, of_year=_of_year(groups, lexicon),
        month=_month(groups, lexicon),
        day=_ordinal(groups["day"], lexicon) if "day" in groups else _day_of_span(groups, lexicon),
        weekday=_value(groups, "weekday", ("WEEKDAYFULL", "WEEKDAYABBR"), lexicon),
        season=lexicon.value(groups["season"][0], "SEASON") if "season" in groups else None,
        quarter=quarter or half, clock=time, week="weekof" in found.rule.reads, relation=_relation(found, lexicon),
    )  # fmt: skip
    return [sketch] if _possible(sketch) else []


def _possible(sketch: Calendar) -> bool:
    if sketch.month is None or sketch.day is None:
        return sketch.quarter is None or int(sketch.quarter[1:]) <= 4
    return sketch.day <= (30 if sketch.month in (4, 6, 9, 11) else 29 if sketch.month == 2 else 31)


def _figures(found: Found) -> list[Sketch]:
    if "iso" in found.groups:
        day, _, time = found.groups["iso"][0].partition("T")
        year, month, of_month = (int(part) for part in day.split("-"))
    else:
        year, month, of_month = _parts_of_figures(found.groups["slash"][0])
        time = ""
    year = year if year > 99 else _century(year)
    try:
        date(year, month, of_month)
    except ValueError:
        return []
    time = f"T{time}" if time else ""
    return [Calendar(start=found.start, end=found.end, year=year, month=month, day=of_month, clock=time or None)]


def _parts_of_figures(figures: str) -> tuple[int, int, int]:
    """Give year, month and day. With strokes the American order, of the sources this was made for; else day first.

    Where that cannot be, the other order.
    """
    first, second, last = (int(part) for part in re.split("[-/.]", figures))
    if first > 31:
        return first, second, last
    day_first = first > 12 or ("/" not in figures and second <= 12)
    return (last, second, first) if day_first else (last, first, second)


def _long(found: Found, lexicon: Lexicon) -> Sketch:
    if "century" in found.groups:
        value = f"{_ordinal(found.groups['century'], lexicon) - 1:02}"
    else:
        word = found.groups["decade"][0]
        named = lexicon.value(word, "DECADEWORD")
        digits = word.rstrip("s") if not named else f"{named}0"
        value = digits[:3] if len(digits) == 4 else f"{_century(int(digits)) // 10:03}"
    return Stated(start=found.start, end=found.end, type="DATE", value=value, how="as stated")


def _century(two_figures: int) -> int:
    return two_figures + (2000 if two_figures < CENTURY_TURN else 1900)


def _year(words: list[str] | None) -> tuple[int | None, int | None]:
    if not words:
        return None, None
    year = int(words[-1])
    return (None, year) if len(words[-1]) == 2 else (year, None)


def _ordinal(words: list[str], lexicon: Lexicon) -> int:
    """Give the number of "3", "3rd", "third" or "twenty-first"."""
    word = words[-1]
    tens = int(lexicon.value(words[0], "CARDINAL") or 0) if len(words) > 1 else 0
    return tens + int(lexicon.value(word, "ORDINALWORD") or "".join(char for char in word if char.isdigit()))


def _day_of_span(groups: dict[str, list[str]], lexicon: Lexicon) -> int | None:
    return _ordinal(groups["day_span"], lexicon) if "day_span" in groups else None


def _month(groups: dict[str, list[str]], lexicon: Lexicon) -> int | None:
    return _value(groups, "month", ("MONTHFULL", "MONTHABBR"), lexicon)


def _value(groups: dict[str, list[str]], group: str, classes: tuple[str, ...], lexicon: Lexicon) -> int | None:
    if group not in groups:
        return None
    found = next((value for name in classes if (value := lexicon.value(groups[group][0], name))), None)
    return int(found) if found else None


def _relation(found: Found, lexicon: Lexicon) -> Relation | None:
    return _related(found.groups["rel"][0], lexicon) if "rel" in found.groups else None


def _related(word: str, lexicon: Lexicon) -> Relation:
    step, anchor = (lexicon.value(word, "RELATION") or "0 page").split()
    return int(step), anchor


def _of_year(groups: dict[str, list[str]], lexicon: Lexicon) -> int | None:
    """Give the step of "the following year" from the year told of before; None where no year is so told."""
    return _related(groups["ofyear"][-1], lexicon)[0] if "ofyear" in groups else None


def _holiday(found: Found, lexicon: Lexicon) -> list[Sketch]:
    year, _ = _year(found.groups.get("year"))
    name = "".join(found.groups["holiday"]).lower().replace("’", "'")
    return [
        Calendar(
            start=found.start, end=found.end, year=year, of_year=_of_year(found.groups, lexicon), holiday=name,
            month=lexicon.vocabulary.made(Holidays).month(name), relation=_relation(found, lexicon),
        )
    ]  # fmt: skip


def _pair(found: Found, lexicon: Lexicon) -> list[Sketch]:
    """Two dates that share what only one of them says: 6-7 January 1916, 1914-18."""
    groups = found.groups
    (start, end), (start2, end2) = found.spans["one"], found.spans["two"]
    if "year2" in groups:
        year, digits = int(groups["year"][0]), groups["year2"][0]
        second = int(digits) if len(digits) == 4 else year // 100 * 100 + int(digits)
        first = Calendar(start=start, end=end, year=year)
        return [first, Calendar(start=start2, end=end2, year=second)] if year < second < year + 200 else [first]
    year_value, _ = _year(groups.get("year"))
    month, of_year = _month(groups, lexicon), _of_year(groups, lexicon)
    part = lexicon.value(groups["prepart"][0], "PART") if "prepart" in groups else None
    days = [_ordinal(groups[name], lexicon) for name in ("day", "day2")]
    pair = [
        Calendar(start=a, end=b, year=year_value, of_year=of_year, month=month, day=day, clock=time)
        for a, b, day, time in ((start, end, days[0], part), (start2, end2, days[1], None))
    ]
    return [sketch for sketch in pair if _possible(sketch)]


def _offset(found: Found, lexicon: Lexicon) -> list[Sketch]:
    rule, groups = found.rule, found.groups
    relation = _relation(found, lexicon)
    code = rule.unit or unit(groups["unit"][0], lexicon)
    if relation and _is_length(found, code, lexicon):
        return [_length(found, 1, code)]
    if relation:
        code = {"10Y": "decade", "100Y": "century"}.get(code, code)
    anchor = rule.anchor or (relation[1] if relation else "page")
    if relation == (1, "page") and code == "D":
        anchor = "reference"  # "The next day" follows the day just told of; "tomorrow" is what news says of its own.
    return [
        Offset(
            start=found.start, end=found.end, count=_count(found, relation, lexicon), unit=code, anchor=anchor,
            clock=_offset_clock(found, lexicon),
            ends=rule.unit == "WE" or ("edge" in groups and lexicon.value(groups["edge"][-1], "EDGENOUN") == "end"),
        )
    ]  # fmt: skip


def _is_length(found: Found, code: str, lexicon: Lexicon) -> bool:
    """Whether "the past year", "the last hour", "the last decade" is a length rather than a stretch of the calendar."""
    past = found.groups["rel"][0].lower() in lexicon.vocabulary.grammar["past lengths"]
    return past or code in ("TH", "TM", "TS") or (code == "10Y" and "article" in found.groups)


def _count(found: Found, relation: Relation | None, lexicon: Lexicon) -> float | None:
    """Give the number of units, signed; None if it is left open."""
    groups, rule = found.groups, found.rule
    days = int(lexicon.value(groups["deictic"][0], "DEICTIC") or 0) if "deictic" in groups else 0
    if "side" in groups:
        links = lexicon.vocabulary.times.links
        return days + float(next((step for words, step in links if words == [groups["side"][0].lower()]), 1))
    if rule.sign:
        count = _amount(found, lexicon)
        return None if count is None else count * int(rule.sign)
    if "deictic" in groups:
        return float(days)
    return float(relation[0]) if relation else float(rule.count or 0)


def _amount(found: Found, lexicon: Lexicon) -> float | None:
    count = amount(found.groups.get("amount"), lexicon)
    return count + 0.5 if count is not None and "extra" in found.groups else count


def _offset_clock(found: Found, lexicon: Lexicon) -> str | None:
    part = lexicon.value(found.groups["part"][0], "PART") if "part" in found.groups else found.rule.part
    return clock(found.groups["clock"], part, lexicon) if "clock" in found.groups else part


def _duration(found: Found, lexicon: Lexicon) -> list[Sketch]:
    stated, amount_words = _duration_of(found, lexicon), found.groups.get("amount", [])
    one = len(amount_words) == 1 and amount_words[0] in lexicon.vocabulary.grammar["share articles"]
    return [] if one and stated.value == "P1Q" else [stated]  # "A quarter" is a share.


def _duration_of(found: Found, lexicon: Lexicon) -> Stated:
    code = unit(found.groups["unit"][0], lexicon)
    several = lexicon.value(found.groups["unit"][0], "UNITS")
    count = _amount(found, lexicon) if "amount" in found.groups else (None if several else 1.0)
    return _length(found, count, code)


def _part(found: Found, lexicon: Lexicon) -> list[Sketch]:
    """A length at the beginning or the end of a month or year: "the last week of August"."""
    edge = found.groups["edge"][-1].lower()
    last = edge in lexicon.vocabulary.grammar["closing words"]
    within = next((sketch for sketch in _date(found, lexicon) if isinstance(sketch, Calendar)), None)
    stated = _duration_of(found, lexicon)
    if not last and lexicon.value(edge, "ORDINALWORD") != "1":
        return [stated]
    return [structs.replace(stated, within=within, from_end=last)]


def _length(found: Found, count: float | None, code: str) -> Stated:
    return Stated(start=found.start, end=found.end, type="DURATION", value=length(count, code), how="a length of time")


def _set(found: Found, lexicon: Lexicon) -> list[Sketch]:
    groups = found.groups
    if "often" in groups:
        value = lexicon.value(groups["often"][0], "OFTEN") or ""
    elif "month" in groups:
        value = f"XXXX-{_month(groups, lexicon):02}"
    elif "season" in groups:
        value = f"XXXX-{lexicon.value(groups['season'][0], 'SEASON')}"
    elif "weekday" in groups:
        day = lexicon.value(groups["weekday"][0], "WEEKDAYFULL") or lexicon.value(groups["weekday"][0], "WEEKDAYS")
        part = lexicon.value(groups["part"][0], "PART") if "part" in groups else ""
        value = f"XXXX-WXX-{day}{part}"
    else:
        count = amount(groups["amount"], lexicon) if "amount" in groups else 1.0
        count = 2.0 if groups.get("amount", [""])[0] in lexicon.vocabulary.grammar["alternating words"] else count
        value = length(count, unit(groups["unit"][0], lexicon))
    return [Stated(start=found.start, end=found.end, type="SET", value=value, how="again and again")]


def _fixed(found: Found, lexicon: Lexicon) -> list[Sketch]:
    words = found.groups
    value = found.rule.value
    if "named" in words:
        value = lexicon.value(words["named"][0], "NAMEDDAY")
    elif "adverb" in words:
        value = lexicon.value(words["adverb"][0], "ADVERB")
    elif "state" in words:
        value = lexicon.value(words["state"][0], "ERA") or lexicon.value(words["state"][0], "STATE")
    return [Stated(start=found.start, end=found.end, type="DATE", value=value or "PRESENT_REF", how="by its meaning")]


def _before_christ(found: Found, lexicon: Lexicon) -> list[Sketch]:
    """A year or century before our era, as ISO 8601 counts them: 1 BC is 0000, 149 BC is -0148."""
    groups = found.groups
    if "century" in groups:
        value = f"-{_ordinal(groups['century'], lexicon) - 1:02}"
    else:
        year = int(groups["year"][0].replace(",", "")) - 1
        value = f"-{year:04}" if year else "0000"
    return [Stated(start=found.start, end=found.end, type="DATE", value=value, how=BEFORE_OUR_ERA)]


def _up_to_now(found: Found, lexicon: Lexicon) -> list[Sketch]:
    value = f"{found.groups['year'][0]}/.."
    return [Stated(start=found.start, end=found.end, type="DATE", value=value, how="as stated")]


_READERS: dict[str, Callable[[Found, Lexicon], list[Sketch]]] = {
    "date": _date, "weekof": _date, "pair": _pair, "holiday": _holiday, "offset": _offset, "duration": _duration,
    "part": _part, "set": _set, "fixed": _fixed, "before christ": _before_christ, "up to now": _up_to_now,
}  # fmt: skip
