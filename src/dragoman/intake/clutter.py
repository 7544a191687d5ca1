"""Which words of a page are furniture (menus, share bars, prompts, captions) and not its text."""

import re
from dataclasses import dataclass
from typing import Literal, cast

from dragoman.intake.shapes import ends_sentence, looks_like_body, plain_form, sentence_spans, word_count
from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

Zone = Literal["any", "edges"]

MOST_WORDS = 60
"""A sentence longer than this is never furniture on the strength of its first words or of words within it."""


LONGEST_LINE = 600
"""Characters. Longer lines are not held against the patterns: no furniture is so long, and hostile lines cost time."""

LEAST_WORDS = 4
"""Where no sentence of so many words is left after the cut, the line had no body text and stays whole."""


@dataclass(frozen=True)
class Glued:
    """A line with the furniture cut off it: what is left, and (role, words) of each piece cut."""

    body: str
    cut: tuple[tuple[str, str], ...] = ()


class Clutter:
    """Knows the furniture of pages by the tables of a vocabulary; `vocabulary.made(Clutter)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Make the tables ready: zone and role of whole phrases, of openings, of inner phrases, and the patterns."""
        self._vocabulary = vocabulary
        by_place: dict[str, dict[str, tuple[Zone, str]]] = {"whole": {}, "start": {}, "within": {}}
        for row in vocabulary.intake.clutter:
            by_place[row["place"]][plain_form(row["phrase"])] = (cast(Zone, row["zone"]), row["role"])
        self._whole, self._openings, self._inner = by_place["whole"], by_place["start"], by_place["within"]
        self._covered = re.compile(rf"(?:{either(self._whole)}(?: |\Z))+")
        self._start = re.compile(rf"({either(self._openings)})\b")
        self._within = re.compile(rf"\b({either(self._inner)})\b")
        rows = vocabulary.intake.patterns
        self._patterns = tuple((row.pattern("pattern"), cast(Zone, row["zone"]), row["role"]) for row in rows)

    def role_of(self, line: str, *, edges: bool) -> str | None:
        """Return the role of a line that is furniture as a whole ("share", "caption" …), else None.

        `edges` admits rules that hold only before the first and after the last paragraph of the body.
        """
        plain = plain_form(line)
        if plain in self._whole:
            zone, role = self._whole[plain]
            return role if edges or zone == "any" else None
        if self._covered.fullmatch(plain):
            return "tool"
        return self._phrase_role(line, plain, edges) or self._pattern_role(line, edges)

    def _phrase_role(self, line: str, plain: str, edges: bool) -> str | None:
        if word_count(line) > MOST_WORDS or len(sentence_spans(line, self._vocabulary)) > 2:
            return None
        for match, phrases in ((self._start.match(plain), self._openings), (self._within.search(plain), self._inner)):
            if match and (edges or phrases[match[1]][0] == "any"):
                return phrases[match[1]][1]
        return None

    def _pattern_role(self, line: str, edges: bool) -> str | None:
        if len(line) > LONGEST_LINE:
            return None
        for pattern, zone, role in self._patterns:
            if (edges or zone == "any") and pattern.fullmatch(line.strip()):
                return role
        return None

    def cut_glued(self, line: str) -> Glued:
        """Cut furniture that stands on the same line as body text: words before it, sentences in and after it."""
        front = self._front_length(line)
        cut = [("tool", line[:front].strip())] if front else []
        kept: list[str] = []
        ended = False
        for start, end in sentence_spans(line[front:], self._vocabulary):
            piece = line[front:][start:end]
            role = self._piece_role(piece, after_cut=ended)
            ended = role is not None
            if role:
                cut.append((role, piece.strip()))
            else:
                kept.append(piece)
        if not any(ends_sentence(piece) and word_count(piece) >= LEAST_WORDS for piece in kept):
            return Glued(line)
        return Glued("".join(kept).strip(), tuple(cut))

    def _front_length(self, line: str) -> int:
        """Count the characters of button words before a body sentence: "print dictionary print Russian President …".

        One button word alone must be in capitals or all small letters, so that "Print media are …" stays whole.
        """
        words = list(re.finditer(r"\S+", line))
        plain = [plain_form(word[0]) for word in words[:12]]
        for count in range(min(len(words) - 1, 11), 0, -1):
            phrase = " ".join(filter(None, plain[:count]))
            if not self._covered.fullmatch(phrase):
                continue
            front, rest = line[: words[count].start()].strip(), line[words[count].start() :]
            marked = front.islower() or (front.isupper() and not rest.isupper() and len(front) > 1)
            if (marked or (count > 1 and phrase in self._whole)) and re.match(r"[\"“‘']?[^\W\d_a-z]", rest):
                return words[count].start()
        return 0

    def _piece_role(self, piece: str, *, after_cut: bool) -> str | None:
        """Return the role of one sentence or loose end of a body line; looser after a piece that was furniture."""
        plain = plain_form(piece)
        finished = ends_sentence(piece)
        if self._covered.fullmatch(plain) and (not finished or after_cut):
            return self._whole.get(plain, ("any", "tool"))[1]
        role = self._phrase_role(piece, plain, edges=False) or (
            None if finished else self._pattern_role(piece, edges=True)
        )
        if role or not after_cut:
            return role
        if re.search(rf"\b{self._start.pattern}", plain) and word_count(piece) <= MOST_WORDS:
            return "prompt"
        return "loose end" if not finished and not looks_like_body(piece) else None
