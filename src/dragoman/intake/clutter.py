"""Which words of a page are furniture (menus, share bars, prompts, captions) and not its text."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.intake.shapes import ends_sentence, looks_like_body, plain_form, sentence_spans, word_count
from dragoman.intake.tables import rows

Zone = Literal["any", "edges"]

MOST_WORDS = 60
"""A sentence longer than this is never furniture on the strength of its first words or of words within it."""


LONGEST_LINE = 600
"""Characters. Longer lines are not held against the patterns: no furniture is so long, and hostile lines cost time."""

LEAST_WORDS = 4
"""Where no sentence of so many words is left after the cut, the line had no body text and stays whole."""


@dataclass(frozen=True)
class _Lists:
    """The tables made ready: roles of whole phrases, of openings, of inner phrases, and the patterns."""

    whole: dict[str, tuple[Zone, str]]
    covered: re.Pattern[str]
    start: re.Pattern[str]
    within: re.Pattern[str]
    openings: dict[str, tuple[Zone, str]]
    inner: dict[str, tuple[Zone, str]]
    patterns: tuple[tuple[re.Pattern[str], Zone, str], ...]


def _zone(name: str) -> Zone:
    return "edges" if name == "edges" else "any"


def _alternatives(phrases: dict[str, tuple[Zone, str]]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


@cache
def _lists() -> _Lists:
    by_place: dict[str, dict[str, tuple[Zone, str]]] = {"whole": {}, "start": {}, "within": {}}
    for row in rows("clutter.csv"):
        by_place[row["place"]][plain_form(row["phrase"])] = (_zone(row["zone"]), row["role"])
    whole, openings, inner = by_place["whole"], by_place["start"], by_place["within"]
    return _Lists(
        whole=whole,
        covered=re.compile(rf"(?:(?:{_alternatives(whole)})(?: |\Z))+"),
        start=re.compile(rf"({_alternatives(openings)})\b"),
        within=re.compile(rf"\b({_alternatives(inner)})\b"),
        openings=openings,
        inner=inner,
        patterns=tuple((re.compile(row["pattern"]), _zone(row["zone"]), row["role"]) for row in rows("patterns.csv")),
    )


def role_of(line: str, *, edges: bool) -> str | None:
    """Return the role of a line that is furniture as a whole ("share", "caption" …), else None.

    `edges` admits rules that hold only before the first and after the last paragraph of the body.
    """
    lists = _lists()
    plain = plain_form(line)
    if plain in lists.whole:
        zone, role = lists.whole[plain]
        return role if edges or zone == "any" else None
    if lists.covered.fullmatch(plain):
        return "tool"
    return _phrase_role(line, plain, edges) or _pattern_role(line, edges)


def _phrase_role(line: str, plain: str, edges: bool) -> str | None:
    lists = _lists()
    if word_count(line) > MOST_WORDS or len(sentence_spans(line)) > 2:
        return None
    for match, phrases in ((lists.start.match(plain), lists.openings), (lists.within.search(plain), lists.inner)):
        if match and (edges or phrases[match[1]][0] == "any"):
            return phrases[match[1]][1]
    return None


def _pattern_role(line: str, edges: bool) -> str | None:
    if len(line) > LONGEST_LINE:
        return None
    for pattern, zone, role in _lists().patterns:
        if (edges or zone == "any") and pattern.fullmatch(line.strip()):
            return role
    return None


@dataclass(frozen=True)
class Glued:
    """A line with the furniture cut off it: what is left, and (role, words) of each piece cut."""

    body: str
    cut: tuple[tuple[str, str], ...] = ()


def cut_glued(line: str) -> Glued:
    """Cut furniture that stands on the same line as body text: words before it, sentences in and after it."""
    front = _front_length(line)
    cut = [("tool", line[:front].strip())] if front else []
    kept: list[str] = []
    ended = False
    for start, end in sentence_spans(line[front:]):
        piece = line[front:][start:end]
        role = _piece_role(piece, after_cut=ended)
        ended = role is not None
        if role:
            cut.append((role, piece.strip()))
        else:
            kept.append(piece)
    if not any(ends_sentence(piece) and word_count(piece) >= LEAST_WORDS for piece in kept):
        return Glued(line)
    return Glued("".join(kept).strip(), tuple(cut))


def _front_length(line: str) -> int:
    """Count the characters of button words before a body sentence: "print dictionary print Russian President …".

    One button word alone must be in capitals or all small letters, so that "Print media are …" stays whole.
    """
    words = list(re.finditer(r"\S+", line))
    plain = [plain_form(word[0]) for word in words[:12]]
    for count in range(min(len(words) - 1, 11), 0, -1):
        phrase = " ".join(filter(None, plain[:count]))
        if not _lists().covered.fullmatch(phrase):
            continue
        front, rest = line[: words[count].start()].strip(), line[words[count].start() :]
        marked = front.islower() or (front.isupper() and not rest.isupper() and len(front) > 1)
        if (marked or (count > 1 and phrase in _lists().whole)) and re.match(r"[\"“‘']?[^\W\d_a-z]", rest):
            return words[count].start()
    return 0


def _piece_role(piece: str, *, after_cut: bool) -> str | None:
    """Return the role of one sentence or loose end of a body line; looser after a piece that was furniture."""
    plain, lists = plain_form(piece), _lists()
    finished = ends_sentence(piece)
    if lists.covered.fullmatch(plain) and (not finished or after_cut):
        return lists.whole.get(plain, ("any", "tool"))[1]
    role = _phrase_role(piece, plain, edges=False) or (None if finished else _pattern_role(piece, edges=True))
    if role or not after_cut:
        return role
    if re.search(rf"\b{lists.start.pattern}", plain) and word_count(piece) <= MOST_WORDS:
        return "prompt"
    return "loose end" if not finished and not looks_like_body(piece) else None
