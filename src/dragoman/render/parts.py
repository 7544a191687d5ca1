"""The parts of a brief, ready to draw: head, sections of lines, numbered passages, legend, notices."""

from msgspec import Struct

from dragoman.model.document import Document, Mention
from dragoman.model.event import Status


class BriefNote(Struct, frozen=True):
    """What hangs below a line: a recount, a clause; with the numbers of its passages."""

    words: str
    passages: tuple[int, ...]


class BriefLine(Struct, frozen=True, kw_only=True):
    """One claim in words. `number` counts the lines of the brief from 1; `passages` are numbers of passages.

    `when` is EDTF, `date` the same in words; `actors` are the codes that the line names; `tag` is a word set
    off from the sentence; `why` says how it was read.
    """

    number: int
    words: str
    status: Status | None = None
    when: str | None = None
    date: str = ""
    holder: str | None = None
    tag: str | None = None
    passages: tuple[int, ...] = ()
    notes: tuple[BriefNote, ...] = ()
    triggers: tuple[Mention, ...] = ()
    actors: tuple[str, ...] = ()
    why: str = ""


class Section(Struct, frozen=True):
    """Lines under one heading; `key` is the heading's name in anchors and styles."""

    key: str
    heading: str
    lines: tuple[BriefLine, ...]


class Passage(Struct, frozen=True):
    """A quoted stretch of the text, numbered in the order of the text: `document.text[start:end] == quote`."""

    number: int
    start: int
    end: int
    quote: str
    paragraph: int


class Appearance(Struct, frozen=True):
    """An actor of the legend: code, name, the persons named, in how many lines."""

    code: str
    name: str
    persons: tuple[str, ...]
    lines: int


class Brief(Struct, frozen=True, kw_only=True):
    """A reading arranged for the eye. `warning` stands where nothing should be relied on; `pieces` were set aside."""

    document: Document
    title: str
    subtitle: tuple[str, ...]
    warning: str | None
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    legend: tuple[Appearance, ...]
    notices: tuple[str, ...]
    pieces: tuple[str, ...]

    def lines(self) -> list[BriefLine]:
        """Give the lines of all sections in order."""
        return [line for section in self.sections for line in section.lines]
