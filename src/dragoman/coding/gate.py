"""What counts as an event: somebody acts for a state or an organised group, and says or does something.

Sport, business, weather and crime without politics fall here, and what is only thought about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.candidates import Actors, Candidate, known
from dragoman.coding.predicates import Predicate
from dragoman.model.actor import Actor
from dragoman.syntax import trees
from dragoman.syntax.parsed import vocabulary_of
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTING = frozenset({"GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "PTY", "SPY", "IGO", "UAF", "SEP", "PRM"})
"""Sectors of those that act for a state or an organised group, whether or not their country is known."""
MASSES = frozenset({"CVL", "LAB", "EDU", "REL", "AGR", "MED", "SOC", "NGO", "REF", "ETH"})
"""Sectors of those that act in public together: they protest and strike."""
FRIENDLY = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "AID"})
PRIVATE = frozenset({"BUS", "ELI", "MED", "SPO", "AGR", "JRN"})
"""Sectors of those that, among themselves, do no politics by cooperating."""
FIRMS = frozenset({"BUS", "SPO", "AGR", "JRN"})
"""Sectors of those whose doings are news of business, sport and farming unless somebody else is named."""
PEOPLE = frozenset({"UNK", "CVL", "EDU", "REL", "LAB", "REF", "CRM"})
"""Sectors of people whose journeys are no visits between states."""
DEPENDENT = frozenset({"amod", "acl", "advcl", "xcomp"})
"""Relations of participles and infinitives, which leave their subject to the main clause."""


def rejection(candidate: Candidate) -> str | None:
    """Say why a candidate is no event by the codebook, or None if it is one."""
    predicate, actors, recipients = candidate.predicate, candidate.actors, candidate.recipients
    if not acts(candidate):
        return "no actor that acts for a state or an organised group"
    if candidate.type in FRIENDLY and private(actors) and private(recipients):
        return "nobody acts for a state: business or sport among themselves"
    if candidate.mode == "visit" and private(actors, PRIVATE | PEOPLE):
        return "a private journey: nobody visits for a state"
    if considered(candidate.word):
        return "only considered: nobody has said or done it"
    if predicate.kind == "noun" and not asserted(predicate) and not two_sided(actors, recipients):
        return "a noun that names one side only, without a verb that says it took place"
    return None


def private(actors: Actors, sectors: frozenset[str] = PRIVATE) -> bool:
    """Say whether all that are known act for themselves: firms, clubs, former officials."""
    return all(a.sector in sectors for a in actors if a.code or a.sector)


def asserted(predicate: Predicate) -> bool:
    """Say whether a verb says that the deed of a noun took place: a light verb, or one of happening."""
    noun = predicate.token
    happens = (
        noun.dep_ in ("nsubj", "nsubj:pass") and noun.head.lemma_ in predicate.vocabulary.events.classes["happening"]
    )
    return predicate.light is not None or happens


def acts(candidate: Candidate) -> bool:
    """Say whether somebody acts for a state or an organised group, or is acted upon as such."""
    predicate, actors, recipients = candidate.predicate, candidate.actors, candidate.recipients
    words = predicate.vocabulary
    if any(a.code and (candidate.placed or is_party(a, words)) for a in actors) or any(
        unnamed(a, words) for a in actors
    ):
        return True
    sectors = {a.sector for a in actors}
    if sectors & ACTING or ((candidate.type == "PROTEST" or candidate.civil) and sectors & MASSES):
        return True
    if not known(recipients):
        hostile = candidate.type not in FRIENDLY or (candidate.type == "AID" and bool(parties(recipients, words)))
        return hostile and any(named(a, words) and a.sector is None for a in actors)
    if not actors:
        return candidate.agentless or (predicate.kind == "verb" and predicate.token.dep_ not in DEPENDENT)
    weapon = candidate.placed and candidate.agentless
    return weapon or any(a.sector or named(a, words) for a in actors)


def unnamed(actor: Actor, vocabulary: Vocabulary) -> bool:
    """Say whether an actor is a state that is only told by another: "its neighbour"."""
    last = actor.text.lower().split()[-1:] or [""]
    return actor.code is None and actor.sector is None and last[0] in vocabulary.grammar["nouns of another"]


def named(actor: Actor, vocabulary: Vocabulary) -> bool:
    """Say whether an actor that no table knows bears a name: "Hifter", "Seleka"."""
    last = actor.text.split()[-1:] or [""]
    return (
        actor.antecedent is None
        and last[0][:1].isupper()
        and last[0].lower() not in vocabulary.events.classes["pronouns"]
    )


def is_party(actor: Actor, vocabulary: Vocabulary) -> bool:
    """Say whether a phrase names somebody: by sector, name or pronoun; "his injuries" and "US motives" do not."""
    last = (actor.text.split()[-1:] or [""])[0]
    if (
        actor.sector
        or actor.name
        or last[:1].isupper()
        or last.lower() in vocabulary.events.classes["pronouns"] | vocabulary.grammar["state nouns"]
    ):
        return True
    persons = vocabulary.events.classes["persons"]
    return last in persons or last.removesuffix("s") in persons


def parties(actors: Actors, vocabulary: Vocabulary) -> Actors:
    """Leave out what is no party: words with no code, sector or name ("an explanation")."""
    return tuple(a for a in actors if a.code or a.sector or named(a, vocabulary))


def two_sided(actors: Actors, recipients: Actors) -> bool:
    """Say whether both sides are known, or several act together."""
    return known(actors) and (known(recipients) or len({a.code for a in actors if a.code}) > 1)


def considered(word: Token) -> bool:
    """Say whether a deed is only the content of a verb of thought ("is considering sending aid")."""
    below = word
    for head in trees.up(word):
        if head.lemma_ in vocabulary_of(word).events.classes["pondering"]:
            return below.dep_ in ("xcomp", "obj", "advcl", "ccomp", "acl") and below.i > head.i
        if not (below.dep_ in ("xcomp", "conj", "acl") or (below.dep_ == "nmod" and head.pos_ == "NOUN")):
            return False
        below = head
    return False
