"""Plain text copied off a page: the body's paragraphs, what the furniture tells, and the furniture itself."""

import re
from dataclasses import dataclass, field

from dragoman.intake.clutter import Clutter
from dragoman.intake.dates import Dates, PageDate
from dragoman.intake.kinds import Kinds
from dragoman.intake.sections import Sections
from dragoman.intake.shapes import (
    BODY_WORDS,
    LONG_WORDS,
    ends_sentence,
    looks_like_body,
    plain_form,
    sentence_spans,
    word_count,
)
from dragoman.vocab import Vocabulary

TITLE_WORDS = 25
"""A headline has at most 25 words; the longest of the test pages has 19."""

TITLE_LINES = 12
"""The headline is looked for among so many of the first lines that may be one."""

PATH_LINES = 4
"""So many lines that name a section are a path; more are the site's menu."""

ENTRY_LINES = 2
"""An entry's time stands above its text, at most a heading between them."""

LABEL_WORDS, LABEL_LETTERS = 4, 4
"""A line of so few words, one of so many letters in capitals and none small, is a label, if a headline follows."""

_LISTS = ("list heading", "comments heading")


@dataclass(frozen=True)
class Line:
    """A line of the page: its number from 1, as in an editor, and its text with white space trimmed."""

    number: int
    text: str


@dataclass(frozen=True)
class Aside:
    """Words set aside as furniture: line number, what they are, and the words."""

    line: int
    role: str
    text: str


@dataclass
class PlainPage:
    """A page taken apart: `body` is its text, `asides` all the rest, so that together they are the page."""

    body: list[Line] = field(default_factory=list)
    title: str | None = None
    section: tuple[str, ...] = ()
    dates: list[PageDate] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    """The lines that are the times of entries ("10:14 GMT"), where the page tells hour by hour."""

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs, furniture cut off them."""
        return [line.text for line in self.body]


class PlainReader:
    """Takes pages apart by their lines; `vocabulary.made(PlainReader)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary that knows furniture, dates, sections and kinds of pages."""
        self._vocabulary = vocabulary
        self._clutter, self._dates = vocabulary.made(Clutter), vocabulary.made(Dates)
        self._sections, self._kinds = vocabulary.made(Sections), vocabulary.made(Kinds)
        self._homes = vocabulary.grammar["home pages"]
        self._entry_head = vocabulary.intake.expressions["entry head"]

    def take_apart(self, lines: list[Line], title: str | None = None) -> PlainPage:
        """Take the lines of a page apart. `title` is the headline if it is known already (from HTML).

        The body lies between the first and the last line of running text; what stands before it is read for section,
        title and dates, what stands after it is kept only where it still reads as text.
        """
        page = PlainPage(title=title)
        lines = [self._cut(line, page) for line in lines]
        solemn = self._kinds.of_lines([line.text for line in lines]) is not None
        body = [index for index, line in enumerate(lines) if self._is_body(line.text, solemn)]
        page.heads = self._entry_heads(lines, body)
        body = sorted({*body, *page.heads})
        page.heads = {lines[index].number for index in page.heads}
        first, last = (body[0], body[-1]) if body else (len(lines), len(lines))
        last = self._before_readers(lines, body, last)
        loose = self._read_head(lines[:first], page, "\n".join(plain_form(line.text) for line in lines))
        self._read_body(lines[first : last + 1], page)
        self._read_tail(lines[last + 1 :], page, solemn)
        if not page.body:
            _keep_something(page, loose)
        else:
            page.asides += [Aside(line.number, "heading", line.text) for line in loose]
        page.asides.sort(key=lambda aside: aside.line)
        return page

    def _cut(self, line: Line, page: PlainPage) -> Line:
        running = looks_like_body(line.text) or len(sentence_spans(line.text, self._vocabulary)) > 1
        if not running or self._clutter.role_of(line.text, edges=True):
            return line
        glued = self._clutter.cut_glued(line.text)
        page.asides += [Aside(line.number, role, words) for role, words in glued.cut]
        return Line(line.number, glued.body)

    def _is_body(self, text: str, solemn: bool) -> bool:
        """Treaties and transcripts have short lines that end with a comma or a colon; elsewhere these are labels."""
        opens = text.endswith(":") and word_count(text) >= BODY_WORDS  # "The following statement was issued today …:"
        shaped = looks_like_body(text) or opens or (solemn and text.endswith((",", ";", ":", ".", "?")))
        return shaped and not self._clutter.role_of(text, edges=True) and not self._dates.read_line(text)

    def _entry_heads(self, lines: list[Line], body: list[int]) -> set[int]:
        """Give the indices of the lines that are an entry's time: body follows in ENTRY_LINES, and there is another."""
        told = set(body)
        found = {
            index
            for index, line in enumerate(lines)
            if self._entry_head.fullmatch(line.text) and told & set(range(index + 1, index + 1 + ENTRY_LINES))
        }
        return found if len(found) > 1 else set()

    def _before_readers(self, lines: list[Line], body: list[int], last: int) -> int:
        """Move the end of the body before the readers' comments, where a heading announces them behind most of it."""
        half = body[(len(body) - 1) // 2] if body else last
        for index in range(half, last):
            if self._clutter.role_of(lines[index].text, edges=True) == "comments heading":
                return max(other for other in body if other < index)
        return last

    def _read_head(self, lines: list[Line], page: PlainPage, everywhere: str) -> list[Line]:
        """Read what stands before the body; return the lines that were neither title nor furniture, in order.

        `everywhere` has all lines of the page in plain form: a headline is the line that the page repeats or quotes.
        """
        loose = self._read_sections(lines, page)
        loose = [line for line in loose if not self._set_aside(line, page)]
        titles = [line for line in loose if _may_be_title(line.text)]
        if page.title is None and titles:
            repeated = [line for line in titles[:TITLE_LINES] if everywhere.count(plain_form(line.text)) > 1]
            page.title = (repeated or _without_labels(titles))[0].text
        rest = []
        after = _title_line(loose, page.title)
        for line in loose:
            if page.title and plain_form(line.text) == plain_form(page.title):
                if line is not titles[0] if titles else True:
                    page.asides.append(Aside(line.number, "title", line.text))
            elif ends_sentence(line.text) and word_count(line.text) > 2 and line.number > after:
                page.body.append(line)
            else:
                rest.append(line)
        return rest

    def _set_aside(self, line: Line, page: PlainPage, *, edges: bool = True) -> bool:
        """Set a line of furniture aside and read section and date off it; tell whether it was one."""
        section = self._sections.read_breadcrumb(line.text) if edges else ()
        date = self._dates.read_line(line.text) if edges else None
        role = "breadcrumb" if section else "date" if date else self._clutter.role_of(line.text, edges=edges)
        if role is None:
            return False
        if len(section) > len(page.section):
            page.section = section
        if role == "byline":
            date = self._dates.read_byline(line.text)
        if date:
            page.dates.append(date)
        page.asides.append(Aside(line.number, role, line.text))
        return True

    def _read_sections(self, lines: list[Line], page: PlainPage) -> list[Line]:
        """Set aside lines that are a section's name each, "Home" / "Opinion" / "Editorials"; a longer row is a menu."""
        run = [line for line in lines if self._sections.is_section(line.text)]
        if run and not page.section and len(run) <= PATH_LINES:
            path = tuple(dict.fromkeys(line.text for line in run))
            page.section = path if len(path) > 1 or path[0] not in self._homes else ()
        page.asides += [Aside(line.number, "section", line.text) for line in run]
        numbers = {line.number for line in run}
        return [line for line in lines if line.number not in numbers]

    def _read_body(self, lines: list[Line], page: PlainPage) -> None:
        """Keep the lines of the body but for whole lines of furniture and the lists of links that stand among them."""
        in_list = False
        for line in lines:
            if page.title and plain_form(line.text) == plain_form(page.title):
                page.asides.append(Aside(line.number, "title", line.text))
            elif line.number in page.heads:
                page.body.append(line)
            elif self._set_aside(line, page, edges=False):
                in_list = page.asides[-1].role in _LISTS
            elif in_list and not looks_like_body(line.text):
                page.asides.append(Aside(line.number, "list", line.text))
            else:
                in_list = False
                page.body.append(line)

    def _read_tail(self, lines: list[Line], page: PlainPage, solemn: bool) -> None:
        """Keep the short sentences that close the body; once a list or the readers' comments begin, nothing more."""
        closed: str | None = None
        for line in lines:
            if (
                closed is None
                and not self._clutter.role_of(line.text, edges=True)
                and self._closes_body(line.text, solemn)
            ):
                page.body.append(line)
            elif closed or not self._set_aside(line, page):
                page.asides.append(
                    Aside(
                        line.number, self._clutter.role_of(line.text, edges=True) or closed or "loose line", line.text
                    )
                )
            elif page.asides[-1].role in _LISTS or page.asides[-1].role == "comment box":
                closed = "readers" if page.asides[-1].role.startswith("comment") else "list"

    def _closes_body(self, text: str, solemn: bool) -> bool:
        if self._dates.read_line(text) or self._sections.read_breadcrumb(text):
            return False
        return solemn or word_count(text) >= LONG_WORDS or (ends_sentence(text) and word_count(text) > 2)


def _without_labels(titles: list[Line]) -> list[Line]:
    """Leave out the short labels before a headline ("Global Edition ASIA"), if one follows."""
    for place, line in enumerate(titles[:TITLE_LINES]):
        words = line.text.split()
        shouted = any(len(word) >= LABEL_LETTERS and word.isupper() for word in words)
        if len(words) > LABEL_WORDS or not shouted or any(word[0].islower() for word in words):
            return titles[place:]
    return titles


def _title_line(lines: list[Line], title: str | None) -> int:
    return next((line.number for line in lines if title and plain_form(line.text) == plain_form(title)), 0)


def _may_be_title(text: str) -> bool:
    """A headline does not end with a full stop (an initialism may), and is no label such as "Q:"."""
    if word_count(text) > TITLE_WORDS or text.endswith(":") or not re.search(r"[^\W\d_]{2}", text):
        return False
    return not re.search(r"(?<!\b[A-Z])[.。][\"”’)]*\Z", text) and word_count(text) > 1


def _keep_something(page: PlainPage, loose: list[Line]) -> None:
    """A page without running text: its headlines are its text, for nothing that may be body is lost."""
    page.body = loose
    if not page.body and page.title:
        page.body, page.title = [Line(1, page.title)], None
