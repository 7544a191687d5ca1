"""Read a noun phrase off a dependency tree (UD English labels)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import NameHit, name_at
from dragoman.actors.nouns import Nouns
from dragoman.actors.phrase import Phrase, Word
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

BEFORE = frozenset((
    "amod", "compound", "nmod:poss", "nummod", "det", "nmod", "nmod:desc", "nmod:unmarked", "flat", "flat:name",
    "advmod", "acl", "goeswith",
))  # fmt: skip
"""Labels of the words before a head that belong to its phrase."""

AFTER = frozenset(("flat", "flat:name", "nmod:desc", "compound", "goeswith", "nmod:unmarked", "fixed"))
"""Labels of the words after a head that belong to its phrase: the name after a title."""


def phrase_at(token: "Token", offset: int, names: Sequence[NameHit]) -> Phrase:
    """Give the phrase headed by `token`, without what is coordinated with it. Offsets are those of the document."""
    first, last = _edges(token)
    spot = _name_over(token, offset, names)
    if spot is not None:
        while first > 0 and token.doc[first].idx + offset > spot.start:
            first -= 1
        while last + 1 < len(token.doc) and token.doc[last + 1].idx + offset < spot.end:
            last += 1
    last = max(last, token.i + _title_length(token) - 1)
    last = _over_bearer(token, last, offset, names)
    words = tuple(word_at(part, offset) for part in token.doc[first : last + 1] if not part.is_space)
    complements: list[tuple[str, tuple[Phrase, ...]]] = []
    appositions: list[Phrase] = []
    for child in token.children:
        if child.i <= last:
            continue
        if child.dep_ == "appos":
            appositions.append(phrase_at(child, offset, names))
        elif child.dep_.startswith("nmod"):
            parts = tuple(phrase_at(part, offset, names) for part in (child, *conjuncts(child, offset, names)))
            complements.append((preposition(child), parts))
    return Phrase(words, tuple(complements), tuple(appositions))


def _edges(token: "Token") -> tuple[int, int]:
    """Give the first and last place of the words of a phrase."""
    first = last = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ not in BEFORE or any(part.dep_ == "case" for part in child.lefts if child.dep_ == "nmod"):
            if child.dep_ in ("punct", "cc"):
                continue
            break
        if _is_swallowed_verb(child):
            break
        first = child.left_edge.i
    for child in token.rights:
        if child.dep_ in AFTER and not _is_day(child):
            last = max(last, _name_end(child) if child.dep_ != "compound" else child.i)
    while first < token.i and token.doc[first].pos_ in ("PUNCT", "SPACE", "CCONJ", "ADP"):
        first += 1
    return first, last


def _is_day(word: "Token") -> bool:
    vocabulary = vocabulary_of(word)
    return word.lower_ in vocabulary.grammar["days"] or word.text in vocabulary.actors.grammar("day")


def _is_swallowed_verb(child: "Token") -> bool:
    """Tell if what the parser took for a describing word is the verb between two names: "Chile blamed Peru"."""
    before = child.doc[child.i - 1] if child.i else None
    if child.dep_ != "amod" or child.pos_ != "VERB" or before is None:
        return False
    return before.pos_ == "PROPN" and before.head == child.head


def _name_end(token: "Token") -> int:
    """Give the last place of a name that goes on at `token`; what is coordinated with it is another actor."""
    joined = [child for child in token.rights if child.dep_ in ("cc", "conj", "punct")]
    return min(child.left_edge.i for child in joined) - 1 if joined else token.right_edge.i


def _over_bearer(token: "Token", last: int, offset: int, names: Sequence[NameHit]) -> int:
    """Give the last place of a title, or a word such as "ally", with the known name right after it, where the parser
    took the two apart."""
    vocabulary = vocabulary_of(token)
    told = token.doc[last].lower_
    another = told in vocabulary.grammar["nouns of another"]
    if last + 1 >= len(token.doc) or not (another or told in vocabulary.actors.offices):
        return last
    bearer = _name_over(token.doc[last + 1], offset, names)
    if bearer is not None and bearer.kind in (("person", "country") if another else ("person",)):
        while last + 1 < len(token.doc) and token.doc[last + 1].idx + offset < bearer.end:
            last += 1
    return last


def _title_length(token: "Token") -> int:
    """Count the words of a title such as "secretary of state" at `token` or one word before, from `token` on."""
    titles = vocabulary_of(token).made(Nouns).titles_of
    for first in (token.i, max(0, token.i - 1)):
        for length in (4, 3):
            title = token.doc[first : first + length].text.lower()
            if title in titles:
                return first + length - token.i
    return 1


def word_at(token: "Token", offset: int) -> Word:
    """Give a word of a tree with its place in the document."""
    start = token.idx + offset
    return Word(token.text, start, start + len(token.text))


def _name_over(token: "Token", offset: int, names: Sequence[NameHit]) -> NameHit | None:
    return name_at(names, token.idx + offset)


def preposition(token: "Token") -> str:
    """Give the preposition of a phrase in lower case, or an empty string; the parser may hang it on a word before."""
    inner = (part for child in token.lefts if child.dep_ == "compound" for part in child.lefts)
    return next((child.lower_ for child in (*token.lefts, *inner) if child.dep_ == "case"), "")


def conjuncts(token: "Token", offset: int, names: Sequence[NameHit]) -> Iterator["Token"]:
    """Give the heads that are coordinated below `token`, but none inside one name ("Bosnia and Herzegovina")."""
    spot = _name_over(token, offset, names)
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and child.pos_ not in ("VERB", "AUX"):
            if spot is None or child.idx + offset >= spot.end:
                yield child
            yield from conjuncts(child, offset, names)
