"""Whom a domestic body faces in its clause: "Parliament condemned Iran" is not said of Iran's parliament."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.actors.centering import SUBJECTS, Barred
from dragoman.actors.gazetteer import NameHit
from dragoman.actors.guards import word_after
from dragoman.actors.nouns import Nouns
from dragoman.actors.references import RULING_SECTORS, is_place
from dragoman.actors.tree import preposition
from dragoman.model.actor import Actor
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

STATE_ITSELF = frozenset(("country", "capital", "short", "seat"))
POWERS = frozenset(("GOV", "MIL", "SPY", None))
"""Sectors of the bodies that stand for another state where a domestic body deals with them."""


class Facing:
    """The states that a domestic body without a country cannot belong to: those on the other side of its deed.

    For one through whom a state rules these are all states, governments, armies and leaders there; for others, such as
    rebels, only a state named as such: "Malian troops" may well be attacked by Malian rebels, "Mali" rather not.
    """

    def __init__(self, head: "Token", text: str, offset: int, names: Sequence[NameHit], actor: Actor) -> None:
        vocabulary = vocabulary_of(head)
        definite = any(child.lower_ in vocabulary.grammar["definite articles"] for child in head.lefts)
        self._beside = Barred(head, offset, names) if definite and actor.sector in ("GOV", "MIL") else ()
        ruling, nouns = actor.sector in RULING_SECTORS, vocabulary.made(Nouns)
        spans = [(word.left_edge.idx + offset, word.right_edge.idx + offset) for word in _other_side(head)]
        self._codes = set()
        for hit in names:
            if not any(start <= hit.start <= end for start, end in spans) or is_place(text, hit, vocabulary):
                continue
            if hit.kind in STATE_ITSELF or (ruling and hit.kind == "person"):
                faced = ruling or text[hit.end : hit.end + 1] not in ("'", "’")
            else:
                noun = nouns.find([word_after(text, hit.end).lower()])
                faced = ruling and (noun is None or noun.sector in POWERS)
            if faced and hit.code:
                self._codes.add(hit.code)

    def __contains__(self, actor: object) -> bool:
        return isinstance(actor, Actor) and (actor.code in self._codes or actor in self._beside)


def _other_side(head: "Token") -> Iterator["Token"]:
    """Give the heads of what stands on the other side of the deeds that a noun does or undergoes."""
    for verb in _deeds(head):
        for child in verb.children:
            placing = preposition(child) in vocabulary_of(child).grammar["placing prepositions"]
            if child.dep_ in ("obj", "iobj", "xcomp") or (child.dep_.startswith("obl") and not placing):
                yield child


def _deeds(head: "Token") -> Iterator["Token"]:
    verbs = [child for child in head.children if child.dep_ in ("acl", "acl:relcl")]
    if head.dep_ in SUBJECTS:
        verbs.append(head.head)
    for verb in verbs:
        yield verb
        yield from (word for word in verb.children if word.dep_ == "conj" and word.pos_ in ("VERB", "AUX"))
