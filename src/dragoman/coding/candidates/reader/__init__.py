"""The trained reader as a proposer: a small encoder, tuned on annotated news, says which words report which deed.

It reads windows of sentences (`windows`) twice: once to find triggers, once more for each trigger, marked, to say
whether it stands, how sure the deed is, and which of the states named in the window act and receive (`passes`,
`network`, `proposals`). It knows states by the names that the tables of actors find, never by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.coding.candidates import Actors, Candidate, Reading
from dragoman.coding.candidates.reader.examples import Examples
from dragoman.coding.candidates.reader.network import Network
from dragoman.coding.candidates.reader.passes import Marks
from dragoman.coding.candidates.reader.proposals import Proposal, likely_sides, proposals_of
from dragoman.coding.candidates.reader.windows import NamedActor, windows_of
from dragoman.coding.page import Page, Sentence
from dragoman.coding.predicates import Predicate, light_verb
from dragoman.model.actor import Actor
from dragoman.model.document import Span
from dragoman.model.trace import Example, Trace
from dragoman.vocab.events import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.actors.gazetteer import NameHit

SIDE = 0.5
"""Probability from which a code is a side."""


class Reader:
    """Proposes what a trained network finds."""

    name = "reader"

    def __init__(self, network: Network | None = None) -> None:
        """Take a network, or the shipped one."""
        self.network = network or Network.shipped()
        self.marks = Marks(self.network.pieces)
        self.floor = float(self.network.settings["floor"])

    def choose(self, page: Page, sentences: list[Span]) -> list[Span]:
        """Read the page, and give the sentences in which something was found; the page keeps what that was."""
        names = [NamedActor(hit.start, hit.end, hit.code) for hit in page.finder.names if hit.code]
        windows = windows_of(page.text, sentences, names, self.network.pieces)
        found = [one for window in windows for one in proposals_of(window, self.network, self.marks, self.floor)]
        page.proposals = found
        return [span for span in sentences if any(span[0] <= one.trigger[0] < span[1] for one in found)]

    def propose(self, sentence: Sentence, trace: Trace) -> Iterator[Iterator[Reading]]:
        """Yield what was found in a sentence, each with the one reading that it has."""
        for proposal in sentence.page.proposals:
            token = sentence.token_at(*proposal.trigger)
            if token is not None:
                yield iter([[candidate_of(proposal, token, sentence)]])

    def like(self, candidate: Candidate) -> tuple[Example, ...]:
        """Give the annotated texts whose triggers the network sees most alike."""
        if candidate.proposal is None:
            return ()
        return Examples.of(self.network.folder).nearest(candidate.proposal.vector)


def candidate_of(proposal: Proposal, token: Token, sentence: Sentence) -> Candidate:
    """Make a candidate of a proposal: its codes become actors where the text names them."""
    kind: Kind = "noun" if token.pos_ in ("NOUN", "PROPN") else "adj" if token.pos_ == "ADJ" else "verb"
    light = light_verb(token) if kind == "noun" else None
    predicate = Predicate(token, kind, token.lemma_.lower(), light)
    acting, receiving = (_side(proposal, at, token, sentence) for at in (0, 1))
    return Candidate(
        rule="reader", type=proposal.act, act=proposal.act, mode=None, predicate=predicate, actors=acting,
        recipients=receiving, proposal=proposal,
    )  # fmt: skip


def _side(proposal: Proposal, at: int, trigger: Token, sentence: Sentence) -> Actors:
    """Give the actors of one side: for each code the name nearest to the trigger, before it if two are as near."""
    codes = [code for code, sides in likely_sides(proposal).items() if sides[at] > SIDE]
    names = sentence.page.finder.names
    found = []
    for code in codes:
        own = [name for name in names if name.code == code]
        nearest = min(
            own, key=lambda name: (_outside(name, sentence), abs(name.start - proposal.trigger[0]), name.start)
        )
        found.append(_actor(nearest, sentence))
    return tuple(sorted(found, key=lambda actor: (actor.start, actor.end)))


def _outside(name: NameHit, sentence: Sentence) -> bool:
    return not sentence.start <= name.start < sentence.end


def _actor(name: NameHit, sentence: Sentence) -> Actor:
    """Give the actor of the noun phrase that a name stands in, if it is of the name's code; else that of the name."""
    if not _outside(name, sentence):
        word = sentence.token_at(name.start, name.end)
        while word is not None and word.dep_ in ("amod", "compound", "nmod:poss", "flat", "nmod:desc"):
            word = word.head
        for actor in sentence.actors(word) if word is not None else ():
            if actor.code == name.code and actor.start <= name.start < max(actor.end, name.end):
                return actor
    return Actor(
        text=name.text, start=name.start, end=name.end, code=name.code, sector=name.sector, name=name.name,
        office=name.office,
    )  # fmt: skip
