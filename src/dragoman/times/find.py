"""Find the time expressions of a text and give each its value."""

from typing import NamedTuple

from msgspec import structs

from dragoman.model import when
from dragoman.model.time import Timex, TimexType
from dragoman.times import values
from dragoman.times.grammar import TimeGrammar
from dragoman.times.holidays import Holidays
from dragoman.times.mistaken import is_count, is_name, surnames
from dragoman.times.read import read
from dragoman.times.resolve import Context, resolve
from dragoman.times.sketch import Calendar, Offset, Sketch, Stated
from dragoman.times.tense import Direction, direction
from dragoman.times.words import Tokens
from dragoman.vocab import Vocabulary

FAR_MONTHS = 4
"""A text is a narrative of its own time, not news of the page's date, if it names at least so many months of a year
more than one from the page's, no fewer of them than near months, weekdays and times like "last week". Without a page
date it is one if it has no such times at all, or fewer than months with a year."""


class Read(NamedTuple):
    """A text cut into tokens, with what its time expressions say."""

    tokens: Tokens
    sketches: list[Sketch]
    narrative: bool


def find_times(
    text: str, published: str | None, vocabulary: Vocabulary, looking: Direction | None = None
) -> list[Timex]:
    """Give the time expressions of `text` in order; spans are character offsets into it.

    `published` is the page's date as EDTF (a time of day behind it is left aside), or None; raises EdtfError if it
    is neither. Values are TIMEX3 values after the TimeML 1.2.1 and TempEval-3 guidelines. `looking` overrules the
    verbs: "in March" is then the last or the next one, whatever is said of it.
    """
    published = published.partition("T")[0] if published else None
    if published:
        when.parse(published)
    page = read_text(text, published, vocabulary)
    return _values(text, page, published, looking)


def read_text(text: str, published: str | None, vocabulary: Vocabulary) -> Read:
    """Cut a text into tokens and read what each time expression says, without giving it a value."""
    grammar = vocabulary.made(TimeGrammar)
    tokens = grammar.lexicon.tokenize(text)
    found = list(grammar.find(tokens))
    sketches = [(match.rule, sketch) for match in found for sketch in read(match, grammar.lexicon)]
    names = surnames(tokens)
    sketches = [pair for pair in sketches if not (is_name(tokens, pair[1], names) or is_count(tokens, pair[1]))]
    narrative = is_narrative([sketch for _, sketch in sketches], published)
    kept: list[Sketch] = []
    for rule, sketch in sketches:
        if rule.where == "narrative" and not narrative:
            continue
        if rule.narrative and narrative and isinstance(sketch, Stated):
            sketch = structs.replace(sketch, value=rule.narrative)
        kept.append(sketch)
    return Read(tokens, _share_years(tokens, kept), narrative)


def is_narrative(sketches: list[Sketch], published: str | None) -> bool:
    """Tell whether the dates of a text hang on one another rather than on the page's date."""
    calendars = [sketch for sketch in sketches if isinstance(sketch, Calendar)]
    near = sum(1 for sketch in calendars if sketch.weekday and sketch.year is None)
    near += sum(1 for sketch in sketches if isinstance(sketch, Offset) and sketch.anchor in ("page", "today"))
    if published is None and near == 0:
        return True
    page = when.bounds(published)[0].year if published else None
    years = [sketch.year for sketch in calendars if sketch.year and sketch.month]
    far = sum(1 for year in years if page is None or abs(year - page) > 1)
    return far >= max(FAR_MONTHS, near, len(years) / 2)


_SIGNS = frozenset({"-", "–", "—", ","})
"""Signs that may stand between two dates that share a year, as the words "date links" may."""


def _share_years(tokens: Tokens, sketches: list[Sketch]) -> list[Sketch]:
    """Give "July 1" its year in "July 1 to July 3, 1863", and "August" in "August and September 1914"."""
    shared = list(sketches)
    links = _SIGNS | tokens.vocabulary.grammar["date links"]
    for place in range(len(shared) - 2, -1, -1):
        first, second = shared[place], shared[place + 1]
        if not (isinstance(first, Calendar) and isinstance(second, Calendar)) or second.year is None:
            continue
        whole = first.year or first.of_year is not None or first.relation
        between = tokens.words[first.end : second.start]
        if (
            not whole
            and (first.month or first.season)
            and between != [","]
            and 0 < len(between) < 4
            and all(word.lower() in links for word in between)
        ):
            shared[place] = _with_year(first, second)
    return shared


def _with_year(first: Calendar, second: Calendar) -> Calendar:
    turned = first.month is not None and second.month is not None and first.month > second.month
    return structs.replace(first, year=(second.year or 0) - (1 if turned else 0))


def _values(text: str, page: Read, published: str | None, looking: Direction | None) -> list[Timex]:
    tokens, sketches = page.tokens, page.sketches
    years = (sketch.year for sketch in sketches if isinstance(sketch, Calendar) and sketch.year is not None)
    tense = lambda sketch: looking or direction(tokens, sketch.start, sketch.end, _may_be_far(sketch))  # noqa: E731
    verbs = lambda sketch: looking or direction(tokens, sketch.start, sketch.end)  # noqa: E731
    context = Context(published, page.narrative, next(years, None), tense, verbs, tokens.vocabulary.made(Holidays))
    times: list[Timex] = []
    for place, sketch in enumerate(sketches):
        beside = _neighbour(page, place, context, times) if _leans(sketch) else None
        value, how = resolve(sketch, context, beside)
        within = _within(sketch, context)
        edtf = values.edge(*within, value) if within else values.edtf(value)
        start, end = tokens.starts[sketch.start], tokens.end(sketch.end - 1)
        times.append(Timex(start, end, text[start:end], _type(sketch, value), value, edtf, how))
        if edtf and _moves_reference(tokens, sketch):
            context.reference, context.reference_place = within[0] if within else edtf, sketch.end
            context.line = context.reference if _moves_line(tokens, sketch, context) else context.line
    return times


def _may_be_far(sketch: Sketch) -> bool:
    """Whether "to" and a verb beside a time may set it in the future; a weekday is mostly that of the news itself."""
    return isinstance(sketch, Calendar) and sketch.weekday is None


def _within(sketch: Sketch, context: Context) -> tuple[str, bool] | None:
    """Give the EDTF of the month or year a length is the edge of, and whether it is its end."""
    if not isinstance(sketch, Stated) or sketch.within is None:
        return None
    edtf = values.edtf(resolve(sketch.within, context)[0])
    return (edtf, sketch.from_end) if edtf else None


def _leans(sketch: Sketch) -> bool:
    """Whether a time needs the date beside it: the day before a date, or a time of day alone."""
    if isinstance(sketch, Offset):
        return sketch.anchor == "next"
    if isinstance(sketch, Stated) or not sketch.clock:
        return False
    return not any((sketch.year, sketch.month, sketch.day, sketch.weekday, sketch.relation))


def _neighbour(page: Read, place: int, context: Context, times: list[Timex]) -> str | None:
    """Give the EDTF of the date next to a time: "11 a.m. on 11 November 1918", "Sunday night at 8 p.m."."""
    sketch, grammar = page.sketches[place], page.tokens.vocabulary.grammar
    if place + 1 < len(page.sketches):
        after = page.sketches[place + 1]
        between = page.tokens.words[sketch.end : after.start]
        if len(between) < 3 and all(word == "," or word.lower() in grammar["links to a date"] for word in between):
            return values.edtf(resolve(after, context)[0])
    between = page.tokens.words[page.sketches[place - 1].end : sketch.start] if place else ["."]
    if len(between) < 3 and all(word == "," or word.lower() in grammar["links to a clock"] for word in between):
        return times[-1].edtf
    return None


ASIDE = 2
"""Years. A year named inside a sentence carries a narrative on by no more; one farther off, or earlier, is an aside."""


def _moves_line(tokens: Tokens, sketch: Sketch, context: Context) -> bool:
    """Whether dates without a year that follow are in the year of this time."""
    if context.line is None or not isinstance(sketch, Calendar) or sketch.year is None or sketch.month or sketch.season:
        return True
    first, _ = tokens.sentence(sketch.start)
    opens = sketch.start - first < 3
    return opens or 0 <= sketch.year - when.bounds(context.line)[0].year <= ASIDE


def _moves_reference(tokens: Tokens, sketch: Sketch) -> bool:
    """Whether what follows may be counted from this time: any stated or counted date.

    No decade, no length, no look back ("a year before"), and no year that only names a thing ("the 1978 treaty").
    """
    if isinstance(sketch, Offset):
        return sketch.count is not None and sketch.count >= 0
    if isinstance(sketch, Stated):
        return sketch.within is not None
    if sketch.month or sketch.season or not sketch.year:
        return True
    before, after = tokens.words[max(sketch.start - 1, 0)], tokens.words[sketch.end : sketch.end + 1]
    named = before.lower() in tokens.vocabulary.grammar["naming determiners"]
    return not (named and after and after[0].isalpha())


def _type(sketch: Sketch, value: str) -> TimexType:
    if isinstance(sketch, Stated):
        return sketch.type
    return "TIME" if "T" in value.partition("_")[0] and value[:1] in "0123456789X" else "DATE"
