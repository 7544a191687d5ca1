"""Times hung on others: two months after a thing dated May 2000, three days before the summit, from A to B, since C.

And on the page's own date: in three weeks' time, in recent months, in the past.
"""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from dragoman.model import when
from dragoman.model.time import Timex
from dragoman.times.grammar import TimeGrammar
from dragoman.times.tense import direction
from dragoman.times.words import Tokens
from dragoman.vocab import Vocabulary

REACH = 20
"""Words. How far behind "after" or "before" the date of its event is looked for."""

_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([A-Z]+)")
_UNITS: dict[str, when.Unit] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
_STOPS = {",", ".", ";", ":", "(", ")", "—", "–", "!", "?", '"', "“", "”"}


class HungTime(Struct, frozen=True):
    """A time worked out from others. `start` to `end` are characters of the whole expression.

    `edtf` is the time, or None if it hangs on an event whose date the text does not say there; then `count` and
    `unit` say how far from the event it is (-3, "day"), and `anchor` is the span of the event's words.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    how: str
    anchor: tuple[int, int] | None = None
    count: float | None = None
    unit: when.Unit | None = None


class _Text(NamedTuple):
    text: str
    tokens: Tokens
    times: list[Timex]
    published: str | None

    def may(self, word: str, part: str) -> bool:
        """Tell whether a word may play a part: stand in the list of that name."""
        return word in self.tokens.vocabulary.grammar[part]

    def between(self, first: Timex, second: Timex) -> list[str]:
        start, end = self.tokens.place(first.end), self.tokens.place(second.start)
        return [word.lower() for word in self.tokens.words[start:end]]

    def inside(self, start: int, end: int) -> list[Timex]:
        """Give the times that begin between two characters."""
        first = bisect_left(self.times, start, key=lambda time: time.start)
        return self.times[first : bisect_left(self.times, end, first, key=lambda time: time.start)]

    def places(self, time: Timex) -> tuple[int, int]:
        """Give the tokens of a time."""
        return self.tokens.place(time.start), self.tokens.place(time.end)

    def dated(self, place: int) -> bool:
        """Tell whether a length is part of another time: "the last months of 1944"."""
        return place < len(self.tokens.words) and self.may(self.tokens.words[place].lower(), "links to another time")

    def before(self, time: Timex) -> str:
        place = self.tokens.place(time.start)
        return self.tokens.words[place - 1].lower() if place else ""


def hang(text: str, times: list[Timex], vocabulary: Vocabulary, published: str | None = None) -> list[HungTime]:
    """Give the times of `text` that follow from others, in order; `times` are what `find_times` found in it.

    With `published`, the page's date (EDTF), also those that follow from that.
    """
    now = published.partition("T")[0] if published else None
    page = _Text(text, vocabulary.made(TimeGrammar).lexicon.tokenize(text), times, now)
    found = [*_on_events(page), *_ranges(page), *_open(page), *_since_events(page)]
    taken = {place for hung in found if hung.edtf for place in range(hung.start, hung.end)}
    found += [hung for hung in _from_now(page) if hung.start not in taken]
    return sorted(found, key=lambda hung: (hung.start, hung.end))


def _on_events(page: _Text) -> list[HungTime]:
    """Lengths with "after" or "before" behind them."""
    hung = []
    for time in page.times:
        distance = _distance(page, time)
        step, place = _link(page, time)
        if distance is None or step == 0:
            continue
        count, unit = distance
        anchor = _anchor(page, place)
        if anchor is not None:
            hung.append(_hung(page, time, (count * step if count else None, unit), anchor))
    return hung


def _distance(page: _Text, time: Timex) -> tuple[float | None, when.Unit] | None:
    """Read "two months" (2, month) or "the day" (1, day) before a link; None if it is neither."""
    if time.type == "DATE" and page.may(" ".join(time.text.lower().split()[:2]), "the day"):
        return 1.0, "day"
    match = _LENGTH.fullmatch(time.value)
    if time.type != "DURATION" or time.edtf:
        return None
    if match is None:
        return None, _UNITS.get(time.value[-1:], "day")
    return None if match[1] or match[3] not in _UNITS else (float(match[2]), _UNITS[match[3]])


def _link(page: _Text, time: Timex) -> tuple[int, int]:
    """Give the direction of the link behind a length (0 if there is none) and the token behind the link."""
    words, links = page.tokens.words, page.tokens.vocabulary.times.links
    last = time.text.lower().rsplit(None, 1)[-1]
    place = page.tokens.place(time.end) - (1 if any(link == [last] for link, _ in links) else 0)
    for link, step in links:
        if [word.lower() for word in words[place : place + len(link)]] == link:
            return step, place + len(link)
    return 0, place


def _anchor(page: _Text, place: int) -> tuple[int, int] | None:
    """Give the tokens of the event's words: from behind the link to the end of its clause."""
    end = place
    words = page.tokens.words
    while end < min(len(words), place + REACH) and words[end] not in _STOPS and not words[end].startswith("\n"):
        end += 1
    return (place, end) if end > place else None


def _hung(page: _Text, time: Timex, distance: tuple[float | None, when.Unit], anchor: tuple[int, int]) -> HungTime:
    count, unit = distance
    start, end = page.tokens.starts[anchor[0]], page.tokens.end(anchor[1] - 1)
    dated = _date_in(page, start, end)
    edtf = _stepped(dated.edtf, count, unit) if dated and dated.edtf else None
    if dated and edtf:
        end = dated.end
        how = f"{count:+g} {unit} from {dated.edtf} ({dated.text})"
    else:
        how = "hangs on an event" if count is not None else "an open number of units from an event"
    return HungTime(time.start, end, page.text[time.start : end], edtf, how, (start, end), count, unit)


def _date_in(page: _Text, start: int, end: int) -> Timex | None:
    """Give the first date in a clause that is the event's: it opens the clause or follows "in", "on", "of"."""
    for time in page.inside(start, end):
        if time.end <= end and time.edtf and time.type in ("DATE", "TIME"):
            first = page.tokens.place(start) == page.tokens.place(time.start)
            if first or page.may(page.before(time), "links to an event's date"):
                return time
    return None


def _stepped(anchor: str, count: float | None, unit: when.Unit) -> str | None:
    if count is None:
        return None
    if count % 1:
        if unit != "year":
            return None
        count, unit = count * 12, "month"
    try:
        return when.step(anchor, int(count), unit)
    except when.EdtfError:
        return None


def _from_now(page: _Text) -> list[HungTime]:
    """Lengths that begin or end on the page's date: "in 90 days", "in recent months", and "in the past"."""
    now = page.published
    if now is None or when.precision(now) != "day":
        return []
    hung = []
    for time in page.times:
        if time.type == "DURATION" and not time.edtf:
            edtf = _coming(page, time, now) or _past(page, time, now)
        else:
            past = page.may(time.text.lower().rsplit(None, 1)[-1], "lengths up to now")
            edtf = f"../{now}" if time.value == "PAST_REF" and past else None
        if edtf:
            hung.append(HungTime(time.start, time.end, time.text, edtf, f"{time.text} from the page's date"))
    return hung


def _coming(page: _Text, time: Timex, now: str) -> str | None:
    """Give the time a length from now: "in three weeks' time", or behind a verb that looks ahead."""
    match, (start, end) = _LENGTH.fullmatch(time.value), page.places(time)
    counted = match is not None and not match[1] and match[3] in _UNITS
    if match is None or not counted or not page.may(page.before(time), "lengths from now"):
        return None
    following = page.tokens.words[end : end + 3]
    timed = any(page.may(word.lower(), "time behind a length") for word in following)
    if not timed and (page.dated(end) or direction(page.tokens, start, end) != "future"):
        return None
    coming = _stepped(now, float(match[2]), _UNITS[match[3]])
    within = page.may(page.before(time), "lengths up to a time")
    return f"{now}/{coming}" if coming and within else coming


def _past(page: _Text, time: Timex, now: str) -> str | None:
    """Give the interval of a length up to now: "in recent months", "over the past three years"."""
    words = time.text.lower().split()
    if not any(page.may(word, "lengths up to now") for word in words):
        return None
    if any(page.may(word, "links to another time") for word in words):
        return None
    if page.dated(page.places(time)[1]):
        return None
    match = _LENGTH.fullmatch(time.value)
    counted = match is not None and not match[1] and match[3] in _UNITS
    first = _stepped(now, -float(match[2]), _UNITS[match[3]]) if match and counted else None
    return f"{first or '..'}/{now}"


def _ranges(page: _Text) -> list[HungTime]:
    """Two dates with "to", "and" or a dash between: "between 1990 and 1995", "from May to July", "1914-18"."""
    hung = []
    for first, second in pairwise(page.times):
        if not (first.edtf and second.edtf):
            continue
        opened, link = page.before(first), page.between(first, second)
        word = link[0] if len(link) == 1 else ""
        joined = word in ("-", "–", "—") or (page.may(opened, "pair openers") and page.may(word, "pair links"))
        opens = opened == "(" or page.may(opened, "range openers")
        if joined or (opens and page.may(word, "range links")):
            edtf = _interval(first.edtf, second.edtf)
            if edtf:
                text = page.text[first.start : second.end]
                hung.append(HungTime(first.start, second.end, text, edtf, f"from {first.text} to {second.text}"))
    return hung


def _interval(first: str, second: str) -> str | None:
    """Join two times to an EDTF interval; an interval in it gives its outer end. None if it would run backwards."""
    edtf = f"{first.partition('/')[0]}/{second.rpartition('/')[2]}"
    try:
        when.parse(edtf)
    except when.EdtfError:
        return None
    return edtf


def _open(page: _Text) -> list[HungTime]:
    """Dates with "since" or "until" before them."""
    hung = []
    for time in page.times:
        word = page.before(time)
        since = page.may(word, "since")
        if time.edtf and (since or page.may(word, "until")):
            edtf = _interval(time.edtf, "..") if since else _interval("..", time.edtf)
            place = page.tokens.starts[page.tokens.place(time.start) - 1]
            hung.append(HungTime(place, time.end, page.text[place : time.end], edtf, f"{word} {time.text}"))
    return hung


def _since_events(page: _Text) -> list[HungTime]:
    """Events with "since the" before them and no date in their words: "since the war"."""
    hung = []
    words = page.tokens.words
    for place, word in enumerate(words[:-1]):
        if not page.may(word.lower(), "since") or not page.may(words[place + 1].lower(), "event determiners"):
            continue
        anchor = _anchor(page, place + 1)
        if anchor is None:
            continue
        first, start, end = page.tokens.starts[place], page.tokens.starts[place + 1], page.tokens.end(anchor[1] - 1)
        if not page.inside(start, end):
            hung.append(HungTime(first, end, page.text[first:end], None, "since an event", (start, end)))
    return hung
