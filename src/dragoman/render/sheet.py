"""A sheet: a page that goes out, described plainly, before it is text or HTML.

Everything on it is in words already; what stands on a sentence carries the numbers of its citations.
"""

from collections.abc import Iterable
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from dragoman.model.document import Mention
from dragoman.model.event import Status
from dragoman.render.charts.svg import Figure

Item = tuple[str, int | str]
"""One thing that a line tells of, by kind and place or name: ("spell", 0), ("month", "2024-06")."""

Places = dict[Item, int]
"""The number of the line that tells of each item."""


class SheetNote(Struct, frozen=True):
    """What hangs below a line: a recount, a clause. A `detail` is left out where room is scarce, as in a terminal."""

    words: str
    citations: tuple[int, ...] = ()
    detail: bool = False


class SheetLine(Struct, frozen=True, kw_only=True):
    """One claim in words. `number` counts the lines of the sheet from 1; `citations` are numbers of `Cited`.

    `when` is EDTF, `date` the same in words; `holder` is who vouches, `vouching` says it in a clause ("claimed by
    Armenia"), which is shown in capitals; `tag` is a word set off from the sentence. `actors` are the codes that the
    line names, `triggers` the words of the document it was read from, `events` the ids of the events that it tells,
    `weight` what they weigh, and `why` says how it was read. `item` is what it tells of, for charts that lead to it.
    """

    number: int = 0
    words: str
    status: Status | None = None
    when: str | None = None
    date: str = ""
    holder: str | None = None
    vouching: str | None = None
    tag: str | None = None
    events: tuple[str, ...] = ()
    weight: float = 0.0
    citations: tuple[int, ...] = ()
    notes: tuple[SheetNote, ...] = ()
    triggers: tuple[Mention, ...] = ()
    actors: tuple[str, ...] = ()
    why: str = ""
    item: Item | None = None

    def numbers(self) -> tuple[int, ...]:
        """Give the numbers of all that the line and its notes stand on."""
        return (*self.citations, *(number for note in self.notes for number in note.citations))


class LeadSentence(Struct, frozen=True):
    """A sentence of the lead: the words of one line or two, with their numbers and those of their citations."""

    words: str
    lines: tuple[int, ...]
    citations: tuple[int, ...]


class Most(Struct, frozen=True):
    """How many lines of a section, notes of a line and citations of a line a terminal shows; None: all."""

    lines: int | None = None
    notes: int | None = None
    citations: int | None = None


class Section(Struct, frozen=True):
    """Lines under one heading; `key` is the heading's name in anchors and styles.

    `most` is what a terminal shows of it, `rest` names the lines that it does not ("earlier months").
    """

    key: str
    heading: str
    lines: tuple[SheetLine, ...]
    most: Most = Most()
    rest: str = "more lines"


def numbered(sections: Iterable[Section], first: int = 1) -> tuple[Section, ...]:
    """Number the lines of some sections through, from `first`, and leave out sections without lines."""
    numbers = count(first)
    return tuple(
        replace(section, lines=tuple(replace(line, number=next(numbers)) for line in section.lines))
        for section in sections
        if section.lines
    )


class Cited(Struct, frozen=True):
    """What a number stands for: a quoted sentence or an entry of the ledger, where it is from, and the claim's id."""

    number: int
    words: str
    origin: str
    claim: str | None = None


class MarkedSpan(Struct, frozen=True):
    """A stretch of a document's paragraph. `parts` are words and whether they are a trigger.

    `citation` is the number of the passage that it belongs to, None outside of passages; `opens` is true where that
    begins. `line` is the first line that stands on it, `status` that line's, and `why` says how each line was read.
    """

    parts: tuple[tuple[str, bool], ...]
    citation: int | None = None
    opens: bool = False
    line: int | None = None
    status: str = ""
    why: str = ""


class MarkedText(Struct, frozen=True):
    """The text of a document in paragraphs of spans, its language, and the statuses that are marked in it."""

    paragraphs: tuple[tuple[MarkedSpan, ...], ...]
    language: str
    statuses: tuple[str, ...]


class Appearance(Struct, frozen=True):
    """An actor of the legend: code, name, the persons named, in how many lines."""

    code: str
    name: str
    persons: tuple[str, ...]
    lines: int


class PointsLine(Struct, frozen=True, kw_only=True):
    """An interaction with its points, or one way in which an alarm may change (`points` is then "up" or "down").

    A `rest` only counts interactions that are not named one by one.
    """

    points: str
    words: str
    date: str = ""
    citations: tuple[int, ...] = ()
    rest: bool = False


class PointsBar(Struct, frozen=True, kw_only=True):
    """A part of the pressure: its name, its points, its share of the longest (0 to 100), and its interactions."""

    name: str
    points: str
    length: float
    relief: bool
    count: str
    lines: tuple[PointsLine, ...]


class AlarmSheet(Struct, frozen=True, kw_only=True):
    """The alarm of two states: its band, what it is made of, what would change it, and what counts nothing.

    `drawn` is false where nothing that counts is on record; `plot` is None where the past is too short to be drawn.
    `caption` says how both are read.
    """

    title: str
    headline: str
    band: str
    norm: str
    drawn: bool
    plot: Figure | None
    caption: str
    parts: tuple[PointsBar, ...]
    total: str
    changes: tuple[PointsLine, ...]
    apart: tuple[PointsLine, ...]
    notes: tuple[str, ...]

    def lines(self) -> list[PointsLine]:
        """Give all lines with points, and the ways in which the alarm may change."""
        return [*(line for bar in self.parts for line in bar.lines), *self.changes, *self.apart]


class StepLine(Struct, frozen=True):
    """A step of a course in words; without a date it is several at once."""

    date: str
    words: str
    citations: tuple[int, ...] = ()


class StepRow(Struct, frozen=True):
    """The step here and the step there that stand beside each other: same, alike, lone or next."""

    kind: str
    here: StepLine | None
    there: StepLine | None


class PrecedentSheet(Struct, frozen=True, kw_only=True):
    """A precedent: how like it is, and the two courses step beside step.

    `rows` are all steps of the stretch, with `next_left` steps there after them; `drawn` are the rows of the figure.
    """

    title: str
    grade: str
    about: str
    rows: tuple[StepRow, ...]
    next_left: int
    figure: Figure
    drawn: tuple[StepRow, ...]
    sentences: tuple[str, ...]
    outcome: str
    source: str


class CourseSheet(Struct, frozen=True, kw_only=True):
    """The course of two states, what is told as coming, and the precedents it is like, out of `on_file` courses.

    `verdict` says how like they are at all, and how many weak ones are left out.
    """

    steps: tuple[StepLine, ...]
    ahead: tuple[StepLine, ...]
    until: str
    verdict: str
    named: tuple[PrecedentSheet, ...]
    others: tuple[PrecedentSheet, ...]
    on_file: int
    notes: tuple[str, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """A page that goes out. `kind` names its template, `window` its name in a browser, `headline` its first line there.

    `lead` says the weightiest lines again, on top.

    `nothing` is said where there are no sections. `warning` stands where nothing should be relied on. `notes` are told
    at the foot; `details` and `pieces` (what was set aside) only in HTML. `outlook` is what watch and precedents say,
    with lines and citations of its own.
    """

    kind: str
    title: str
    headline: str = ""
    window: str = ""
    about: tuple[str, ...] = ()
    warning: str | None = None
    lead: tuple[LeadSentence, ...] = ()
    figures: tuple[Figure, ...] = ()
    sections: tuple[Section, ...] = ()
    nothing: str = ""
    alarms: tuple[AlarmSheet, ...] = ()
    course: CourseSheet | None = None
    text: MarkedText | None = None
    citations: tuple[Cited, ...] = ()
    notes: tuple[str, ...] = ()
    legend: tuple[Appearance, ...] = ()
    details: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    outlook: "Sheet | None" = None

    def lines(self) -> list[SheetLine]:
        """Give the lines of all sections in order."""
        return [line for section in self.sections for line in section.lines]

    def tells_nothing(self) -> bool:
        """Tell whether it has no line of its own, only sentences that are quoted, and should say so."""
        return bool(self.nothing) and not self.warning and all(section.most.citations == 0 for section in self.sections)

    def backs(self) -> dict[int, int]:
        """Give the first line that stands on each citation."""
        found: dict[int, int] = {}
        for line in self.lines():
            for number in line.numbers():
                found.setdefault(number, line.number)
        return found
