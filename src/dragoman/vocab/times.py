"""The words and the grammar of time expressions, as tables; the room `times` compiles them."""

import re
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct, ValidationError, convert

from dragoman.errors import VocabError
from dragoman.vocab.tables import Folder, Row, once

FORMS = ("", "capital", "lower", "upper")
TENSES = ("past", "present", "future")
_MONTH, _WEEKDAY, _NUMBER, _UNIT = r"[1-9]|1[0-2]", r"[1-7]", r"\d+", r"\d*(?:D|W|WE|N|M|Q|Y|TH|TM|TS)"
_SEASON, _CLOCK, _AGO = "SP|SU|FA|WI", r"T\d\d:\d\d", "(?:PAST|PRESENT|FUTURE)_REF"
CLASSES = {
    "MONTHFULL": _MONTH, "MONTHABBR": _MONTH, "BAREMONTH": _MONTH,
    "WEEKDAYFULL": _WEEKDAY, "WEEKDAYABBR": _WEEKDAY, "WEEKDAYS": _WEEKDAY, "UNIT": _UNIT, "UNITS": _UNIT,
    "SEASON": _SEASON, "SURESEASON": _SEASON, "PART": rf"T(?:MO|AF|EV|NI|DT)|{_CLOCK}", "CLOCKWORD": _CLOCK,
    "CARDINAL": _NUMBER, "MULTIPLE": _NUMBER, "ORDINALWORD": _NUMBER, "HOURWORD": _NUMBER, "DECADEWORD": "[1-9]",
    "VAGUE": "X", "RELATION": "(?:[-+]1|0) (?:page|reference)", "DEICTIC": r"-?\d+",
    "ADVERB": _AGO, "STATE": _AGO, "ERA": _AGO, "OFTEN": r"PT?\d+[A-Z]", "MERIDIEM": "am|pm",
    **dict.fromkeys(("NUMBERED", "FUNCTION", "EDGE", "EDGENOUN", "APPROX", "PREP", "MEASURE", "ZONE", "LINK"), ".+"),
    **dict.fromkeys(("FRONT", "BCE"), ".+"), "ANNIVERSARY": _NUMBER, "NAMEDDAY": r"\d{4}-\d\d-\d\d",
}  # fmt: skip
"""The classes of words, and what their values look like (FORMAT.md)."""

SHAPES = frozenset((
    "FIGURE", "DAYNUM", "HOUR", "TWO", "YEAR", "LIKELYYEAR", "ROUNDYEAR", "MILITARY", "MONEY", "DAYORDINAL",
    "ORDINALFIGURE", "DECADE", "SHORTDECADE", "CLOCK", "ISODATE", "SLASHDATE", "COMMA", "DOT", "HYPHEN", "SLASH",
    "APOS", "OPEN", "COLON", "HALF", "NONE", "HOLIDAY", "QUARTERFIGURE", "HALFFIGURE",
))  # fmt: skip
"""The classes of figures and signs, of words without a class, and of the names of holidays."""

HOLIDAY_RULE = re.compile(r"easter -?\d+|(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day")
_PART = re.compile(r"\s+|(?P<look>\(\?<?[=!])|(?P<group>[a-z_]\w*=)|(?P<word>[A-Za-z]\w*)|(?P<sign>[()|?*+])")
"""The parts of a pattern."""


class TimeWord(NamedTuple):
    """A word of time: one class it belongs to, its value in it, and the form it must have to belong to it."""

    word: str
    kind: str
    value: str
    form: str


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule of the grammar as grammar.yaml has it: a pattern and how what it finds is read."""

    name: str
    reads: Literal[
        "date", "pair", "weekof", "holiday", "offset", "duration", "part", "set", "fixed", "before christ", "up to now"
    ]
    pattern: str
    examples: Annotated[list[Annotated[str, Meta(pattern=r"\[.+\].* => .+")]], Meta(min_length=1)]
    count: Annotated[str, Meta(pattern=r"^-?\d+$")] | None = None
    unit: Annotated[str, Meta(pattern=f"^(?:{_UNIT})$")] | None = None
    part: Annotated[str, Meta(pattern=f"^(?:{CLASSES['PART']})$")] | None = None
    anchor: Literal["page", "today", "story", "reference", "next"] | None = None
    sign: Literal["+1", "-1"] | None = None
    value: Annotated[str, Meta(pattern=f"^{_AGO}$")] | None = None
    narrative: Annotated[str, Meta(pattern=f"^{_AGO}$")] | None = None
    where: Literal["narrative"] | None = None


class TimeTables:
    """The tables of `times`. Raises VocabError for a row or rule that will not do."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder `times` of a language."""
        self.folder = folder

    @cached_property
    def words(self) -> tuple[TimeWord, ...]:
        """All words of time, a row for each class that a word belongs to."""
        rows, seen = list(self.folder.rows("words.csv", "word", "class", "value", "form")), dict[str, str]()
        for row in rows:
            once(seen, f"{row.filled('word')}, {row.one_of('class', CLASSES)}", row)
            row.one_of("form", FORMS)
            if not re.fullmatch(CLASSES[row["class"]], row["value"]):
                raise row.wrong(f"value {row['value']!r} is none of {row['class']}", "see FORMAT.md")
        return tuple(TimeWord(*row.cells.values()) for row in rows)

    @cached_property
    def classes(self) -> dict[str, dict[str, str]]:
        """The words of each class with their values in it, in the order of the table."""
        found: dict[str, dict[str, str]] = {}
        for word in self.words:
            found.setdefault(word.kind, {}).setdefault(word.word, word.value)
        return found

    @cached_property
    def months(self) -> dict[str, int]:
        """The numbers of the months by their full names in lower case."""
        return {word: int(value) for word, value in self.classes["MONTHFULL"].items()}

    @cached_property
    def holidays(self) -> tuple[Row, ...]:
        """Holidays by name: a fixed month and day, or the rule by which the day is worked out."""
        rows, seen = tuple(self.folder.rows("holidays.csv", "name", "month", "day", "rule")), dict[str, str]()
        for row in rows:
            once(seen, row.filled("name"), row)
            rule, has_month, has_day = row["rule"], bool(row["month"]), bool(row["day"])
            if rule and not HOLIDAY_RULE.fullmatch(rule):
                raise row.wrong(f"rule is {rule!r}", "write `third monday`, `last monday` or `easter -2`")
            if (has_month, has_day) != (not rule.startswith("easter"), not rule):
                raise row.wrong("month, day and rule do not go together", "see FORMAT.md")
            if (has_month and not 1 <= row.whole("month") <= 12) or (has_day and not 1 <= row.whole("day") <= 31):
                raise row.wrong(f"there is no day {row['month']}-{row['day']}", "write month and day as numbers")
        return rows

    @cached_property
    def links(self) -> tuple[tuple[list[str], int], ...]:
        """The words that tie a length of time to an event, and the direction: 1 after it, -1 before it."""
        rows, seen = list(self.folder.rows("links.csv", "word", "relation", "example")), dict[str, str]()
        for row in rows:
            once(seen, row.filled("word"), row)
            row.filled("example")
        return tuple((row["word"].split(), int(row.one_of("relation", ("+1", "-1")))) for row in rows)

    @cached_property
    def tenses(self) -> dict[str, str]:
        """The tense of a verb form or of two words ("will be")."""
        rows, seen = list(self.folder.rows("tense.csv", "word", "tense")), dict[str, str]()
        for row in rows:
            once(seen, row.filled("word"), row)
        return {row["word"]: row.one_of("tense", TENSES) for row in rows}

    @cached_property
    def _grammar(self) -> dict[str, object]:
        found = self.folder.named("grammar.yaml")
        if set(found) != {"macros", "rules"}:
            raise VocabError(f"{self.folder.name}/grammar.yaml: it has {sorted(found)}; write macros and rules")
        return found

    @cached_property
    def macros(self) -> dict[str, str]:
        """The named parts of patterns."""
        where = f"{self.folder.name}/grammar.yaml"
        try:
            found = convert(self._grammar["macros"], dict[str, str])
        except ValidationError as error:
            raise VocabError(f"{where}, macros: {error}; write each as text, quoted") from error
        for name, pattern in found.items():
            self._check_pattern(pattern, set(found), f"{where}, macro {name!r}")
        return found

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in the order in which equals are preferred."""
        where = f"{self.folder.name}/grammar.yaml"
        try:
            found = convert(self._grammar["rules"], tuple[Rule, ...])
        except ValidationError as error:
            raise VocabError(f"{where}, rules: {error}; FORMAT.md has the keys of a rule") from error
        for rule in found:
            self._check_pattern(rule.pattern, set(self.macros), f"{where}, rule {rule.name!r}")
        return found

    def _check_pattern(self, pattern: str, macros: set[str], where: str) -> None:
        """Raise VocabError for a pattern that is none, or that names a class which is none."""
        for part in _PART.finditer(pattern):
            word = part["word"]
            if word and not word.islower() and word not in macros | set(self.classes) | SHAPES:
                raise VocabError(f"{where}: there is no class {word!r}; see FORMAT.md")
        plain = _PART.sub(lambda part: "x" if part["word"] else part["look"] or part["sign"] or "", pattern)
        try:
            re.compile(plain)
        except re.error as error:
            raise VocabError(f"{where}: the pattern {pattern!r} cannot be read ({error}); mend it") from error
        if rest := re.sub("[x()|?*+<=!]", "", plain):
            raise VocabError(f"{where}: the pattern {pattern!r} cannot be read (at {rest!r}); mend it")
