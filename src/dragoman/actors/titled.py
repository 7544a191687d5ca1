"""Titled persons joined by "and", where the parser took them for one: "Peruvian minister A and Chilean minister B"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.actors.gazetteer import NameHit
from dragoman.actors.nouns import Nouns
from dragoman.actors.phrase import Phrase
from dragoman.actors.tree import word_at
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PRON", "NUM", "PART"))
STRAY = frozenset(("obl:unmarked", "nmod:unmarked", "dep", "appos", "obl"))
"""Labels of what the parser left over of a subject: a noun that hangs on the verb without a preposition."""


def titled_parts(token: "Token", offset: int, names: Sequence[NameHit]) -> tuple[Phrase, ...]:
    """Give the phrases, two or more, of the coordination of titled persons that a noun stands in; else none.

    Each part names a state and holds a title or a known person, and all of them hang together, so that "met the
    Peruvian minister and the Chilean president left" is none.
    """
    parts = [part for part in _parts(token) if part]
    inside = [part for part in parts if token in part]
    if len(parts) < 2 or not inside or not all(_is_titled(part, offset, names) for part in parts):
        return ()
    if not all(_hangs_with(part, parts, token) for part in parts if part is not inside[0]):
        return ()
    return tuple(Phrase(tuple(word_at(word, offset) for word in part)) for part in parts)


def _parts(token: "Token") -> list[list["Token"]]:
    """Cut the run of nominal words around a noun at commas and "and"."""
    doc, joints = token.doc, vocabulary_of(token).actors.grammar("joint")
    first = last = token.i
    while first > 0 and (doc[first - 1].pos_ in NOMINAL or doc[first - 1].lower_ in joints):
        first -= 1
    while last + 1 < len(doc) and (doc[last + 1].pos_ in NOMINAL or doc[last + 1].lower_ in joints):
        last += 1
    parts: list[list[Token]] = [[]]
    for word in doc[first : last + 1]:
        if word.lower_ in joints:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _is_titled(part: list["Token"], offset: int, names: Sequence[NameHit]) -> bool:
    start, end = part[0].idx + offset, part[-1].idx + len(part[-1]) + offset
    own = [hit for hit in names if start <= hit.start and hit.end <= end and hit.code]
    noun = vocabulary_of(part[0]).made(Nouns).find([word.lower_ for word in part])
    return bool(own) and (any(hit.kind == "person" for hit in own) or (noun is not None and noun.human))


def _hangs_with(part: list["Token"], parts: list[list["Token"]], token: "Token") -> bool:
    """Tell if the top word of a part hangs on another part, or is left over on the verb that the noun hangs on."""
    top = next((word for word in part if word.head not in part or word.head == word), part[0])
    if any(top.head in other for other in parts if other is not part):
        return True
    return top.head == token.head and top.dep_ in STRAY and not any(c.dep_ == "case" for c in top.lefts)
