"""What no deed of states is, whoever proposes it: what a work of fiction tells, what teams do in a match, and crime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.gate import ACTING
from dragoman.syntax import trees
from dragoman.vocab.word_search import holds

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.candidates import Actors, Candidate
    from dragoman.coding.page import Sentence

PLAYED = frozenset({"CONSULT", "ASSAULT", "COERCE", "CONCEDE", "RETREAT", "AGREE", "COOPERATE"})
"""Types that the words of sport report: teams meet, beat and capture. Bans and boycotts of sport are politics."""


def elsewhere(candidate: Candidate, sentence: Sentence) -> str | None:
    """Say where else than between states a deed takes place, if it does: in fiction, in a match, in private."""
    work = _work(candidate.word, sentence)
    if work is not None:
        return f"told in a work of fiction (“{work.text}”)"
    if candidate.type == "ASSAULT" and _private(candidate.actors) and _private(candidate.recipients):
        return "a crime between private persons"
    officials = any(a.sector in ACTING or a.office for a in candidate.actors + candidate.recipients)
    sport = sentence.vocabulary.grammar["words of sport"]
    if candidate.type in PLAYED and not officials and holds(sentence.span.text, sport):
        return "a match: no state meets or beats another in it"
    return None


def _private(side: Actors) -> bool:
    """Say whether all on a side are persons of whom only their nationality is told: "a Russian man"."""
    return bool(side) and all(actor.sector == "UNK" for actor in side)


def _work(word: Token, sentence: Sentence) -> Token | None:
    """Give the work that a deed is told in: "in the film, X attacks Y", "the novel tells how X attacks Y"."""
    works = sentence.vocabulary.grammar["works of fiction"]
    for verb in (word, *trees.up(word)):
        inside = [noun for prep, noun in trees.obliques(verb) if prep == "in"]
        telling = [] if verb == word else trees.children(verb, "nsubj")
        for noun in (*inside, *telling):
            described = any(prep == "of" for prep, _ in trees.obliques(noun))
            if noun.lemma_.lower() in works and not described:
                return noun
    return None
