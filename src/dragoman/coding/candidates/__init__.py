"""What may become an event, whoever proposes it.

A *candidate* is a word that may report a deed, with the deed's type and the sides. A *proposer* finds candidates in
a sentence: the frames (`candidates.frames`), a trained reader. It gives for each word its *readings*, likeliest
first, and the first that stands is taken; status, holder, date, place and rank are worked out after it, the same for
all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from dragoman.coding.predicates import Predicate
from dragoman.coding.status import Assessment
from dragoman.model.actor import Actor
from dragoman.model.event import PAGE, Holder, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.coding.candidates.reader.proposals import Proposal
    from dragoman.coding.page import Page, Sentence
    from dragoman.model.document import Span
    from dragoman.model.trace import Example, Trace

Actors = tuple[Actor, ...]


@dataclass(frozen=True)
class Candidate:
    """A deed that a sentence may report.

    `rule` names what proposed it (a frame's id); `type` is the deed's PLOVER type and `act` that of the deed where the
    codebook files it elsewhere; `content` is the verb of a speech act's content; `status` what a plain past or present
    means ("wants" is sought). The flags say what it takes to be an event (`gate`): `placed`, the proposer asked for a
    certain subject; `agentless`, the passive without an agent counts; `civil`, people acting in public count;
    `needs_recipient`; `symmetric`, both sides do it; `refused`, only a refusal fits; `answers`, it answers another
    deed; `covers_subject`, its subject makes no event of its own. `proposal` has the probabilities of a trained reader.
    """

    rule: str
    type: str
    act: str
    mode: str | None
    predicate: Predicate
    actors: Actors
    recipients: Actors
    content: Token | None = None
    note: str = ""
    status: Status | None = None
    seeks_recipient: bool = True
    placed: bool = False
    agentless: bool = False
    civil: bool = False
    needs_recipient: bool = False
    symmetric: bool = False
    refused: bool = False
    answers: bool = False
    covers_subject: bool = False
    proposal: Proposal | None = None

    @property
    def word(self) -> Token:
        """The word that carries tense and modals: the light verb, if the deed leans on one."""
        return self.predicate.light or self.predicate.token


@dataclass(frozen=True)
class Settled:
    """A candidate that stands, with what is worked out for all alike: how sure it is, and who says so."""

    candidate: Candidate
    assessment: Assessment
    holder: Holder = PAGE

    def with_candidate(self, **changes: object) -> Settled:
        """Give the same with some fields of the candidate changed."""
        return replace(self, candidate=replace(self.candidate, **changes))  # type: ignore[arg-type]


Reading = list[Candidate]
"""One way to read a word; several candidates where it has several contents ("urged X to stop and to talk")."""


class Proposer(Protocol):
    """What finds candidates. The contract stands in tests/coding/candidates/test_contract.py."""

    name: str

    def choose(self, page: Page, sentences: list[Span]) -> list[Span]:
        """Give those of a page's sentences (character offsets) that may hold a candidate: only these are parsed."""

    def propose(self, sentence: Sentence, trace: Trace) -> Iterator[Iterator[Reading]]:
        """Yield for each word that may report a deed its readings, the likeliest first; misfits go into the trace."""

    def like(self, candidate: Candidate) -> tuple[Example, ...]:
        """Give the examples nearest to a candidate that this proposer had a part in, the nearest first."""


def known(actors: Actors) -> bool:
    """Say whether any of the actors has a code."""
    return any(a.code for a in actors)
