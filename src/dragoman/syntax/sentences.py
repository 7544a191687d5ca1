"""Cut plain text into sentences by rule, fast enough to run over a whole archive before anything is parsed.

The words the rules need are data: `abbreviations.csv` and `sentence_words.csv` of `vocab/data/en/grammar`.
"""

import re
from dataclasses import dataclass

from dragoman.vocab import Vocabulary

WRAPPED_LINE = 120
"""Characters. A text with a longer line has one paragraph a line; else its lines may be wrapped ones."""

_END = re.compile(
    r"(?P<blank>[^\S\n]*\n\s*\n\s*)"
    r"|(?P<line>[^\S\n]*\n\s*)"
    r"|(?P<mark>[.!?…]+)(?P<close>[\"”’»')\]]*)(?P<gap>[^\S\n]+|\n(?=[^\n])\s*)"
    r"|(?<=[a-z][a-z])(?P<glued>\.)(?=[A-Z][a-z])"
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'/—–]+\Z")
_NEXT_WORD = re.compile(r"[\"“‘'(\[]*([^\W\d_]+)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LIST_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}|[IVXivx]{1,4}|[a-zA-Z])\Z")
_DAY_AND_YEAR = re.compile(r"\d{1,2}, ?\d{4}\b")
_NUMBER = re.compile(r"(?:\d|[IVXLC]+\b)")


@dataclass(frozen=True)
class _SentenceWords:
    """What the two lists say: the kind of each abbreviation, words that open sentences, verbs of speech."""

    kinds: dict[str, str]
    months: frozenset[str]
    starters: frozenset[str]
    speech: re.Pattern[str]


def _words(vocabulary: Vocabulary) -> _SentenceWords:
    words = vocabulary.grammar.sentence_words
    verbs = "|".join(words["speech"])
    speech = re.compile(rf"(?:(?:[^\W\d_][\w’'-]*|[A-Z]\.)\s+){{1,5}}?(?:{verbs})\b|(?:{verbs})\b")
    months = frozenset(vocabulary.times.months)
    return _SentenceWords(vocabulary.grammar.abbreviations, months, frozenset(words["starter"]), speech)


def split_sentences(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return the (start, end) character offsets of the sentences of `text`, in order, white space trimmed.

    Every character that is not white space lies in exactly one sentence. Blank lines always end a sentence;
    a single line end does so when the text is not wrapped to a width, or the line is much shorter than the rest.
    """
    words = vocabulary.made(_words)
    longest = max((len(line) for line in text.split("\n")), default=0)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends(text, start, match, words, longest):
            start = _add(text, start, _cut(match), spans)
    _add(text, start, len(text), spans)
    return spans


def _cut(match: re.Match[str]) -> int:
    """Where the sentence ends: after the closing quotes, before the gap."""
    if match["mark"]:
        return match.end("close")
    return match.end("glued") if match["glued"] else match.start()


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> int:
    """Append the trimmed span if anything is left of it; return where the next one starts."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append((left, right))
    return end


def _ends(text: str, start: int, match: re.Match[str], words: _SentenceWords, longest: int) -> bool:
    """Whether a sentence that began at `start` ends at `match`."""
    if match["blank"]:
        return True
    after = match.end()
    if match["line"] is not None:
        return _line_ends(text, match.start(), after, longest)
    following = _NEXT_WORD.match(text, after)
    word = following[1] if following else ""
    if match["glued"]:
        return word in words.starters
    if "\n" in match["gap"] and (longest > WRAPPED_LINE or "\n" in match["gap"].strip(" \t").replace("\n", "", 1)):
        return True
    if word and word[0].islower():
        return False
    if match["mark"] != ".":
        return not (match["close"] and words.speech.match(text, after))
    return _stop_ends(text, start, match, word, words)


def _line_ends(text: str, before: int, after: int, longest: int) -> bool:
    """Whether a line end without a full stop parts two sentences (a headline, a caption, a list)."""
    if text[after : after + 1].islower():
        return False
    line = before - (text.rfind("\n", 0, before) + 1)
    return longest > WRAPPED_LINE or line < 0.6 * longest


def _stop_ends(text: str, start: int, match: re.Match[str], word: str, words: _SentenceWords) -> bool:
    """Whether a single full stop ends the sentence, or belongs to an abbreviation, an initial or a list number."""
    stop = match.start("mark")
    last = _LAST_WORD.search(text, max(start, stop - 40), stop)
    if last is None or match["close"]:
        return True
    before = last[0]
    if _LIST_NUMBER.match(text[start:stop]) and stop - start < 8:
        return False
    if before.lower() in words.months and _DAY_AND_YEAR.match(text, match.end()):
        return False
    kind = words.kinds.get(before) or ("initials" if _INITIALS.fullmatch(before) else "")
    if not kind:
        return True
    if kind in ("title", "inside"):
        return False
    if kind == "number":
        return not _NUMBER.match(text, match.end())
    return word in words.starters
