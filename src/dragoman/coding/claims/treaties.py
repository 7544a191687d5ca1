"""Treaties and their clauses as a page tells of them.

A treaty is a noun of the list below with two parties: in its name ("USSR-DPRK Alliance Treaty"), or as the sides of
the event that signs it. A clause belongs to the treaty it is said to be in, else to the last one named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.coding.dating import date_event
from dragoman.coding.page import Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model.document import Evidence, evidence_at
from dragoman.model.event import Axes, Event
from dragoman.model.treaty import ClauseClaim, Obligation, TreatyClaim
from dragoman.model.when import refines
from dragoman.syntax import trees
from dragoman.syntax.parsed import vocabulary_of
from dragoman.vocab.events import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNING = "SUPPORT.ratify"


@dataclass
class Treaties:
    """The treaties and clauses of a document, collected sentence by sentence."""

    found: list[TreatyClaim] = field(default_factory=list)
    last_clause: tuple[int, int] | None = None

    def read(self, sentence: Sentence, events: list[Event]) -> None:
        """Take in what one sentence says of treaties and clauses."""
        for token in sentence.span:
            lemma = token.lemma_.lower()
            if lemma in sentence.vocabulary.grammar["treaty nouns"] and token.dep_ != "compound":
                self._treaty(token, sentence, events)
        for token in sentence.span:
            if token.lemma_.lower() in sentence.vocabulary.grammar["clause nouns"]:
                self._clause(token, sentence)

    def redate(self, events: list[Event]) -> None:
        """Take over the finer dates that the events of signing got from the rest of the text."""
        signings: dict[Evidence, Event] = {}
        for event in events:
            if event.rule == SIGNING and event.when:
                signings.setdefault(event.evidence, event)
        for at, claim in enumerate(self.found):
            signing = signings.get(claim.evidence)
            if signing is not None and claim.signed is not None and refines(signing.when or "", claim.signed):
                self.found[at] = replace(claim, signed=signing.when)

    def _treaty(self, noun: Token, sentence: Sentence, events: list[Event]) -> None:
        parties, signed = named_parties(noun, sentence), None
        signing = next((e for e in events if e.rule == SIGNING and noun in _objects(e, sentence)), None)
        if signing is not None:
            codes = {a.code for a in (*signing.actors, *signing.recipients) if a.code}
            parties, signed = tuple(sorted(codes | set(parties))), signing.when
        if len(parties) < 2:
            return
        signed = signed or _time_near(noun, sentence)
        name = _phrase(noun, sentence)
        claim = TreatyClaim(name=name, parties=parties, signed=signed, evidence=_quote(sentence))
        same = [i for i, t in enumerate(self.found) if t.parties == parties and t.signed == signed]
        if not same:
            self.found.append(claim)

    def _clause(self, noun: Token, sentence: Sentence) -> None:
        if not self.found:
            return
        ended = _ended(noun, sentence)
        name = clause_name(noun, sentence)
        if name is None and self.last_clause is not None:
            self._amend(noun, sentence, ended)
        elif name is not None:
            self._open(noun, name, sentence, ended)

    def _amend(self, noun: Token, sentence: Sentence, ended: str | None) -> None:
        """Add what the sentence says of the clause named last ("this clause … was repealed")."""
        if self.last_clause is None:
            return
        at, index = self.last_clause
        clause = self.found[at].clauses[index]
        duty, trigger = mandate(noun, sentence)
        changed = replace(
            clause, ended=ended or clause.ended, duty=duty or clause.duty, trigger=trigger or clause.trigger
        )
        clauses = (*self.found[at].clauses[:index], changed, *self.found[at].clauses[index + 1 :])
        self.found[at] = replace(self.found[at], clauses=clauses)

    def _open(self, noun: Token, name: str, sentence: Sentence, ended: str | None) -> None:
        known = [(i, j) for i, t in enumerate(self.found) for j, c in enumerate(t.clauses) if _alike(c.name, name)]
        if known:
            self.last_clause = known[-1]
            self._amend(noun, sentence, ended)
            return
        if not any(
            word.lemma_ in sentence.vocabulary.grammar["opening verbs"] and word.pos_ == "VERB"
            for word in sentence.span
        ):
            return
        duty, trigger = mandate(noun, sentence)
        clause = ClauseClaim(
            name=name,
            obligation=obligation(noun, name),
            trigger=trigger,
            duty=duty,
            ended=ended,
            evidence=_quote(sentence),
        )
        at = len(self.found) - 1
        self.found[at] = replace(self.found[at], clauses=(*self.found[at].clauses, clause))
        self.last_clause = (at, len(self.found[at].clauses) - 1)


def named_parties(noun: Token, sentence: Sentence) -> tuple[str, ...]:
    """Give the codes of the states in a treaty's own name or right before it, sorted."""
    start, end = noun.left_edge.idx + sentence.offset, noun.idx + len(noun) + sentence.offset
    hits = [n for n in sentence.page.finder.names if start <= n.start and n.end <= end and n.code]
    between = [a.code for prep, n in trees.obliques(noun) if prep in ("between", "with") for a in sentence.actors(n)]
    return tuple(sorted({n.code for n in hits if n.code} | {code for code in between if code}))


def _objects(event: Event, sentence: Sentence) -> list[Token]:
    for token in sentence.span:
        if token.idx + sentence.offset == event.trigger.start:
            return [word for obj in trees.patients(token) for word in trees.conjuncts(obj)]
    return []


def _time_near(noun: Token, sentence: Sentence) -> str | None:
    """Give the time of a clause that says it was signed, that on the noun, or on the verb that says it was signed.

    When a treaty does something itself (it comes into force, it expires) is not when it was signed.
    """
    for clause in trees.children(noun, "acl", "acl:relcl"):
        if clause.lemma_.lower() in sentence.vocabulary.grammar["signing verbs"] and (
            told := _stated(clause, "verb", sentence)
        ):
            return told
    if noun.dep_ == "nsubj":
        return _stated(noun, "noun", sentence)
    for word in (noun, *trees.up(noun)):
        kind: Kind = "noun" if word == noun else "verb"
        dated = date_event(Predicate(word, kind, word.lemma_), sentence, Axes("negated"))
        if dated and dated[0][0]:
            return dated[0][0]
        if word.pos_ == "VERB":
            return None
    return None


def _stated(word: Token, kind: Kind, sentence: Sentence) -> str | None:
    """Give the time that hangs on a word itself, and not on what governs it."""
    dated = date_event(Predicate(word, kind, word.lemma_), sentence, Axes("negated"))
    return next((time.value for time in dated if time.basis == "stated"), None)


def _phrase(noun: Token, sentence: Sentence) -> str:
    words = [
        w for w in noun.subtree if w.i <= noun.i and w.dep_ not in ("case", "det", "punct", "mark") and w.tag_ != "PRP$"
    ]
    first = min(words, key=lambda t: t.i)
    return sentence.page.document.text[first.idx + sentence.offset : noun.idx + len(noun) + sentence.offset].strip(
        "“”\"'"
    )


def clause_name(noun: Token, sentence: Sentence) -> str | None:
    """Give what a clause is called: the words quoted after it, its "on …" phrase, or the words before it."""
    text, end = sentence.page.document.text, noun.idx + len(noun) + sentence.offset
    after = text[end : end + 6]
    if "“" in after or '"' in after:
        opening = min(i for i in (text.find("“", end), text.find('"', end)) if i >= 0)
        closing = min((i for i in (text.find("”", opening + 1), text.find('"', opening + 1)) if i >= 0), default=-1)
        if 0 < closing < sentence.end:
            return text[opening + 1 : closing].strip(" ,.")
    for prep, inner in trees.obliques(noun):
        if prep in ("on", "for", "about"):
            words = list(inner.subtree)
            return text[
                words[1 if words[0].dep_ == "case" else 0].idx + sentence.offset : words[-1].idx
                + len(words[-1])
                + sentence.offset
            ]
    before = [c for c in noun.children if c.dep_ in ("compound", "amod") and c.i < noun.i]
    if before:
        return text[before[0].left_edge.idx + sentence.offset : noun.idx + sentence.offset].strip()
    return None


def _alike(a: str, b: str) -> bool:
    """Say whether two names mean one clause: the longer holds all words of the shorter."""
    first, second = set(a.lower().split()), set(b.lower().split())
    return first <= second or second <= first


def _ended(noun: Token, sentence: Sentence) -> str | None:
    for verb in trees.up(noun):
        if verb.lemma_ in sentence.vocabulary.grammar["ending verbs"]:
            dated = date_event(Predicate(verb, "verb", verb.lemma_), sentence, Axes("negated"))
            return dated[0][0] if dated else None
        if verb.pos_ == "VERB":
            return None
    return None


def mandate(noun: Token, sentence: Sentence) -> tuple[str | None, str | None]:
    """Give the duty and the trigger that a relative clause on the noun states ("which mandates X if Y")."""
    for verb in (
        v
        for v in trees.children(noun, "acl:relcl", "acl")
        if v.lemma_ in sentence.vocabulary.grammar["mandating verbs"]
    ):
        duty = next((_words(obj, sentence, stop=("advcl",)) for obj in trees.objects(verb) if obj != noun), None)
        inside = [c for word in verb.subtree for c in trees.children(word, "advcl")]
        trigger = next(
            (_words(c, sentence) for c in inside if any(m.lower_ in ("if", "when") for m in c.children)), None
        )
        if duty or trigger:
            return duty, trigger
    return None, None


def _words(head: Token, sentence: Sentence, stop: tuple[str, ...] = ()) -> str:
    left_out = {w.i for c in head.children if c.dep_ in stop for w in c.subtree}
    words = [w for w in head.subtree if w.i not in left_out and not (w.dep_ == "mark" and w.head == head)]
    text = sentence.page.document.text
    return text[words[0].idx + sentence.offset : words[-1].idx + len(words[-1]) + sentence.offset].strip(" ,—-")


def obligation(noun: Token, name: str) -> Obligation | None:
    """Give the clause's obligation in ATOP's terms by the cue words of its name and its relative clause."""
    words = name.lower().replace(",", " ").split() + [w.lemma_.lower() for w in noun.subtree]
    cues = vocabulary_of(noun).cues.clauses
    return next((cues[word] for word in words if word in cues), None)


def _quote(sentence: Sentence) -> Evidence:
    return evidence_at(sentence.page.document.text, sentence.start, sentence.end)
