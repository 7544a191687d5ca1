"""Read the compact bracket notation of the newswire treebank.

One sentence a line.  ``[code words]`` is a phrase that depends on the head of
the phrase around it; ``word_code`` a single word that does; ``word/TAG`` gives
a Penn tag where the rules would guess wrong; ``word_h`` names the head where
it is not the last open word.  Everything else follows from ``rules.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

RELATIONS = {
    "s": "nsubj",
    "cs": "csubj",
    "o": "obj",
    "i": "iobj",
    "b": "obl",
    "ag": "obl:agent",
    "bu": "obl:unmarked",
    "n": "nmod",
    "nu": "nmod:unmarked",
    "np": "nmod:poss",
    "t": "nmod:desc",
    "ap": "appos",
    "ac": "acl",
    "rc": "acl:relcl",
    "ar": "advcl:relcl",
    "a": "advcl",
    "c": "ccomp",
    "x": "xcomp",
    "j": "conj",
    "jv": "conj",
    "cc": "cc",
    "cj": "cc:preconj",
    "am": "amod",
    "av": "advmod",
    "cp": "compound",
    "pt": "compound:prt",
    "nm": "nummod",
    "d": "det",
    "pd": "det:predet",
    "ex": "expl",
    "fl": "flat",
    "fx": "fixed",
    "pr": "parataxis",
    "dl": "parataxis",
    "li": "list",
    "mk": "mark",
    "ca": "case",
    "ax": "aux",
    "ps": "aux:pass",
    "co": "cop",
    "dc": "discourse",
    "r": "root",
    "h": "head",
}
CLAUSES = {"r", "c", "x", "a", "ac", "rc", "ar", "cs", "jv", "pr"}


@dataclass
class Token:
    """One word: its place in the text, what the notation says of it, its analysis."""

    index: int
    form: str
    start: int
    space_after: bool
    code: str = ""
    xpos: str = ""
    given: bool = False
    upos: str = ""
    lemma: str = ""
    initial: bool = False
    feats: str = "_"
    head: int = 0
    deprel: str = ""

    @property
    def lower(self) -> str:
        """The form in lower case."""
        return self.form.lower()


@dataclass
class Phrase:
    """A bracketed phrase: its code, the words and phrases in it, in order."""

    code: str
    start: int
    parts: list[Token | Phrase] = field(default_factory=list)
    head: Token | None = None

    @property
    def clausal(self) -> bool:
        """Whether the phrase is a clause (its head a verb or a predicate)."""
        return self.code in CLAUSES


class NotationError(ValueError):
    """A line of the notation that cannot be read; the message names the line."""


_MARK = re.compile(r"_([a-z]+)")
_TAG = re.compile(r"/([A-Z]{2,4}\$?)")


def read(line: str, tokenizer: object) -> tuple[str, Phrase, list[Token]]:
    """Turn one line into its text, the tree of phrases and the tokens.

    ``tokenizer`` is a callable that gives spaCy tokens (``text``, ``idx``,
    ``whitespace_``).  Raises NotationError on unbalanced brackets, unknown
    codes, or a mark that meets no end of a token.
    """
    text, phrases, codes, tags = _scan(line)
    tokens = [
        Token(number, word.text, word.idx, bool(word.whitespace_))
        for number, word in enumerate(tokenizer(text), 1)  # type: ignore[operator]
    ]
    ends = {token.start + len(token.form): token for token in tokens}
    for place, code in codes.items():
        _at(ends, place, line).code = code
    for place, tag in tags.items():
        token = _at(ends, place, line)
        token.xpos, token.given = tag, True
    for owner, ending in pairwise(tokens):
        if ending.code and ending.form in ("'s", "’s", "'", "’"):
            owner.code, ending.code = ending.code, "ca"
    for before, token in zip([None, *tokens], tokens, strict=False):
        token.initial = before is None or before.form in ("--", "—", '"', "“", ":")
    root = _assemble(phrases, tokens)
    return text, root, tokens


def _at(ends: dict[int, Token], place: int, line: str) -> Token:
    if place not in ends:
        raise NotationError(f"mark inside a token at {place}: {line}")
    return ends[place]


def _scan(line: str) -> tuple[str, list[tuple[Phrase, int]], dict[int, str], dict[int, str]]:
    """Strip the marks: text, phrases with their end, codes and tags by end of word."""
    text = ""
    phrases = [(Phrase("r", 0), 0)]
    stack = [0]
    codes: dict[int, str] = {}
    tags: dict[int, str] = {}
    place = 0
    while place < len(line):
        char = line[place]
        if char == "[":
            code = line[place + 1 :].split(" ", 1)[0]
            if code not in RELATIONS:
                raise NotationError(f"unknown code {code!r}: {line}")
            stack.append(len(phrases))
            phrases.append((Phrase(code, len(text)), -1))
            place += len(code) + 2
            continue
        if char == "]":
            number = stack.pop()
            if not stack:
                raise NotationError(f"one bracket too many: {line}")
            phrases[number] = (phrases[number][0], len(text))
            place += 1
            continue
        match = _MARK.match(line, place) or _TAG.match(line, place)
        if match and text:
            (codes if char == "_" else tags)[len(text)] = match.group(1)
            if char == "_" and match.group(1) not in RELATIONS:
                raise NotationError(f"unknown code {match.group(1)!r}: {line}")
            place = match.end()
            continue
        text += char
        place += 1
    if len(stack) > 1:
        raise NotationError(f"bracket not closed: {line}")
    phrases[0] = (phrases[0][0], len(text))
    return text, phrases, codes, tags


def _assemble(phrases: list[tuple[Phrase, int]], tokens: Iterable[Token]) -> Phrase:
    """Put every token into the innermost phrase around it and phrases into phrases."""
    parts: list[tuple[int, int, Token | Phrase]] = []
    for number, (phrase, _) in enumerate(phrases):
        parts.append((phrase.start, number, phrase))
    for token in tokens:
        parts.append((token.start, len(phrases), token))
    ends = {id(phrase): end for phrase, end in phrases}
    stack: list[Phrase] = []
    for start, _, part in sorted(parts, key=lambda entry: entry[:2]):
        while stack and ends[id(stack[-1])] <= start:
            stack.pop()
        if stack:
            stack[-1].parts.append(part)
        if isinstance(part, Phrase):
            stack.append(part)
    return phrases[0][0]
