"""The grammar of time expressions: `grammar.yaml` as regular expressions over word codes."""

import re
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from dragoman.errors import VocabError
from dragoman.times.words import BREAK, NONE, Lexicon, Tokens
from dragoman.vocab import Vocabulary
from dragoman.vocab.times import Rule, TimeTables

_PART = re.compile(r"\s+|(?P<look>\(\?(?:<?[=!]))|(?P<group>[a-z_]\w*)=|(?P<word>[A-Za-z]\w*)|(?P<sign>[()|?*+])")


class Found(NamedTuple):
    """A rule that matched: tokens `start` to `end`, and the tokens of each named group."""

    rule: Rule
    start: int
    end: int
    groups: dict[str, list[str]]
    spans: dict[str, tuple[int, int]]


class TimeGrammar:
    """All rules ready to run, with the words they know; `vocabulary.made(Grammar)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Compile the grammar of a vocabulary; raises VocabError naming the rule that is wrong."""
        times = vocabulary.times
        macros = times.macros | {"HOLIDAY": _holidays(times)}
        patterns = [*macros.values(), *(rule.pattern for rule in times.rules)]
        used = {part["word"] for pattern in patterns for part in _parts(pattern) if part["word"]}
        self.lexicon = Lexicon(vocabulary, frozenset(word for word in used if word.islower()))
        known = set(times.classes).union({"NONE"}, *self.lexicon.codes)
        self.rules = [(rule, _compile(rule, macros, self.lexicon, known)) for rule in times.rules]
        nameless = [re.sub(r"\?P<\w+>", "?:", regex.pattern) for _, regex in self.rules]
        self.any_rule = re.compile(f"(?=[^{NONE}{BREAK}])(?:{'|'.join(nameless)})")
        """All patterns as one: where it matches nothing, no rule need be tried."""

    def find(self, tokens: Tokens) -> Iterator[Found]:
        """Yield what the rules find, from left to right: at a place the longest match, the first rule among equals."""
        place = 0
        while found := self.any_rule.search(tokens.codes, place):
            place = found.start()
            matches = [(match, rule) for rule, regex in self.rules if (match := regex.match(tokens.codes, place))]
            match, rule = max(matches, key=lambda pair: pair[0].end())
            if match.end() > place:
                yield _found(tokens, rule, match)
            place = max(match.end(), place + 1)


def _found(tokens: Tokens, rule: Rule, match: re.Match[str]) -> Found:
    spans = {name.partition("__")[0]: match.span(name) for name, codes in match.groupdict().items() if codes}
    start, end = spans.get("span", match.span())
    return Found(rule, start, end, {name: tokens.words[a:b] for name, (a, b) in spans.items()}, spans)


def _holidays(times: TimeTables) -> str:
    """Give the macro of all names of holidays, longest first."""
    names = sorted((row["name"] for row in times.holidays), key=len, reverse=True)
    return " | ".join(re.sub(r"\.", " DOT", name.lower().replace("'", " APOS? ")) for name in names)


def _parts(pattern: str) -> list[re.Match[str]]:
    parts = list(_PART.finditer(pattern))
    if sum(len(part[0]) for part in parts) != len(pattern):
        raise VocabError(f"grammar.yaml: cannot read the pattern {pattern!r}; FORMAT.md explains the notation")
    return parts


def _compile(rule: Rule, macros: dict[str, str], lexicon: Lexicon, known: set[str]) -> re.Pattern[str]:
    try:
        return re.compile(_translate(rule.pattern, macros, lexicon, known, count()))
    except (re.error, VocabError) as error:
        raise VocabError(f"grammar.yaml: rule {rule.name!r}: {error}; correct its pattern") from error


def _translate(pattern: str, macros: dict[str, str], lexicon: Lexicon, known: set[str], numbers: "count[int]") -> str:
    """Write a pattern of words and classes as a regular expression over codes.

    A group may be named several times in a rule; `numbers` makes the names differ.
    """
    out: list[str] = []
    group = ""
    for part in _parts(pattern):
        if part["group"]:
            group = part["group"]
        elif part["sign"] == "(":
            out.append(f"(?P<{group}__{next(numbers)}>" if group else "(?:")
            group = ""
        elif part["word"]:
            piece = _word(part["word"], macros, lexicon, known, numbers)
            out.append(f"(?P<{group}__{next(numbers)}>{piece})" if group else piece)
            group = ""
        elif part["look"] or part["sign"]:
            out.append(part[0])
    return "".join(out)


def _word(word: str, macros: dict[str, str], lexicon: Lexicon, known: set[str], numbers: "count[int]") -> str:
    if word in macros:
        return f"(?:{_translate(macros[word], macros, lexicon, known, numbers)})"
    if word not in known:
        raise VocabError(f"no word of words.csv has the class {word}; mend the rule, or add the words")
    return f"[{lexicon.members(word)}]"
