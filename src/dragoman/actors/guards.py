"""Guards: the conditions under which a doubtful name stands for its state (FORMAT.md of vocab/actors lists them)."""

import re

from dragoman.actors.folding import fold
from dragoman.vocab import Vocabulary

_WORD_BEFORE = re.compile(r"([\w.'’-]+)\s+$")
_WORD_AFTER = re.compile(r"^\s+([\w'’-]+)")
_HYPHENED = re.compile(r"[-–](\w+)")
_CAPITALISED = re.compile(r"(?: [A-Z][\w-]*){1,4}")


class Guards:
    """Judges guarded names in one text. `padded` is the folded text with a space on both sides; `codes` are the states
    that the text surely names: add to them before asking about a name whose guard depends on other names."""

    def __init__(self, text: str, padded: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.padded = padded
        self._vocabulary = vocabulary
        self._known_nouns = vocabulary.made(known_nouns)
        self._peoples = vocabulary.made(_peoples)
        self.codes: set[str] = set()

    def allows(self, guard: str, code: str, start: int, end: int) -> bool:
        """Tell if a name at `start` to `end` with this guard may stand for `code`; joined by "&" all must hold."""
        return all(self._holds(part, code, start, end) for part in guard.split("&"))

    def is_surname(self, start: int) -> bool:
        """Tell if what begins at `start` is a surname behind a title, whatever else it may be: "Mr. Chad"."""
        before = word_before(self.text, start)
        return before[:1].isupper() and before.lower() in self._vocabulary.grammar["titles before a surname"]

    def _holds(self, guard: str, code: str, start: int, end: int) -> bool:
        kind, _, words = guard.partition(":")
        if kind == "self":
            return code in self.codes
        if kind == "only":
            return self.codes & set(words.split(";")) == {code}
        if kind == "generic":
            return not self.codes or code in self.codes
        if kind == "caps":
            return not self._in_capitals(start, end)
        if kind == "acting":
            before = word_before(self.text, start).lower()
            placed, addressed = self._vocabulary.actors.grammar("placed"), self._vocabulary.grammar["address"]
            return before not in placed and before not in addressed
        if kind == "hyphen":
            return self._is_hyphened(end)
        if kind == "person":
            return not self._is_part_of_a_person(start, end)
        if kind in ("cue", "not"):
            found = any(f" {fold(word)} " in self.padded for word in words.split(";"))
            return found == (kind == "cue")
        return True

    def _is_hyphened(self, end: int) -> bool:
        """Tell if a hyphen and the name of a people stand behind a name: "Franco-German", "Sino-US"."""
        word = _HYPHENED.match(self.text, end)
        return word is not None and (word[1].isupper() or word[1].lower() in self._peoples)

    def _is_part_of_a_person(self, start: int, end: int) -> bool:
        before, after = word_before(self.text, start), word_after(self.text, end)
        body = _CAPITALISED.match(self.text, end)
        if body and any(word.lower() in self._known_nouns for word in body[0].split()):
            after = ""
        return before in self._vocabulary.actors.common_words["given"] or self._is_surname(after)

    def _is_surname(self, word: str) -> bool:
        """Tell if a word after a name looks like a surname: capitalised, no title, no noun that tells a sector."""
        if len(word) < 3 or not word[0].isupper() or word.isupper() or word in self._vocabulary.actors.grammar("day"):
            return False
        if word.lower().startswith(tuple(self._vocabulary.grammar["adjective prefixes"])):
            return False
        return word.lower() not in self._known_nouns

    def _in_capitals(self, start: int, end: int) -> bool:
        around = (word_before(self.text, start), word_after(self.text, end))
        return any(len(word) > 3 for word in around) and all(word.isupper() for word in around if word)


def word_before(text: str, start: int) -> str:
    """Give the word that ends before `start`, with only white space between, or an empty string."""
    found = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return found[1] if found else ""


def word_after(text: str, end: int) -> str:
    """Give the word that begins after `end`, with only white space between, or an empty string."""
    found = _WORD_AFTER.match(text[end : end + 30])
    return found[1] if found else ""


def known_nouns(vocabulary: Vocabulary) -> frozenset[str]:
    """Give the words of titles, sector nouns and names of states in lower case: none of them is a surname."""
    tables = vocabulary.actors
    words = {part for word in tables.sector_words for part in word.word.lower().split()}
    words |= {part for title in tables.offices for part in title.split()}
    return frozenset(words | {name.alias.lower() for name in tables.names})


def _peoples(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(name.alias.lower() for name in vocabulary.actors.names if name.kind == "people")
