"""Try the frames of a trigger and keep the one that fits best; say of each other one why it failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.predicates import Predicate
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed, vocabulary_of
from dragoman.vocab.events import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY = frozenset({"*"})
NAMING = ("compound", "amod", "flat", "nmod:desc")
"""Relations of the words that, with the head, say what a noun phrase is ("President" of "President Merino")."""


@dataclass(frozen=True)
class Match:
    """A frame that fits a predicate; `content` is the complement verb it was matched with, if the frame wants one."""

    frame: Frame
    predicate: Predicate
    content: Token | None = None


def fitting(predicate: Predicate) -> Iterator[tuple[Frame, list[Match] | str]]:
    """Yield the frames of a trigger, the most specific first: with their matches, or with why they do not fit.

    A frame gives one match for each coordinated complement.
    """
    for frame in predicate.vocabulary.events.by_trigger.get((predicate.kind, predicate.lemma), ()):
        reason = misfit(frame, predicate)
        yield frame, _with_contents(frame, predicate) if reason is None else reason


def misfit(frame: Frame, predicate: Predicate) -> str | None:
    """Say why a frame does not fit, or None if it does."""
    if frame.obj is not None and not _holds(predicate, "obj", frame.obj):
        return f"its object is none of the words the frame wants ({_shown(predicate, 'obj')})"
    if frame.not_obj and _holds(predicate, "obj", frame.not_obj):
        return f"its object is one the frame excludes ({_shown(predicate, 'obj')})"
    if frame.subj is not None and not _holds(predicate, "subj", frame.subj):
        return f"its subject is none of the words the frame wants ({_shown(predicate, 'subj')})"
    if frame.not_subj and _holds(predicate, "subj", frame.not_subj):
        return f"its subject is one the frame excludes ({_shown(predicate, 'subj')})"
    for prep, words in frame.prep:
        if not _holds(predicate, prep, words):
            return f"no fitting phrase with {prep!r}"
    if frame.content is None and frame.not_content and _is_excluded(predicate, frame):
        return "its complement clause is one the frame excludes"
    if frame.content is not None and not _contents(predicate, frame):
        return "no complement clause that fits"
    return None


def _holds(predicate: Predicate, slot: str, words: frozenset[str]) -> bool:
    fillers = predicate.slot(slot)
    if words == ANY:
        return bool(fillers)
    return any(lemma in words for filler in fillers for lemma in described(filler))


def described(noun: Token, depth: int = 2) -> set[str]:
    """Give the lemmas that say what a noun phrase is: all conjuncts, compounds, "hundreds of tons of X"."""
    out: set[str] = set()
    for head in trees.conjuncts(noun):
        out.update(lemma for part in (head, *_naming(head)) for lemma in _lemmas(part))
        for prep, inner in trees.obliques(head):
            if prep == "of" and depth and not _is_deed(head):
                out |= described(inner, depth - 1)
    return out


def _naming(head: Token) -> Iterator[Token]:
    """Give the words that name what the head is, with what names them: title, compound, describing word."""
    for child in trees.kids(head):
        if child.dep_ in NAMING:
            yield child
            yield from _naming(child)


def _is_deed(noun: Token) -> bool:
    """Say whether a noun names a deed itself: "a suspension of aid" is no aid, "a shipment of aid" is."""
    lemma = noun.lemma_.lower()
    return ("noun", lemma) in vocabulary_of(noun).events.by_trigger and lemma not in vocabulary_of(noun).events.classes[
        "measures"
    ]


def _lemmas(word: Token) -> set[str]:
    """Give the lemma of a word and, for a plural that the pipeline left as it is, the singular by rule."""
    lemma = word.lemma_.lower()
    found = {lemma, "person"} if word.tag_ == "NNPS" else {lemma}
    if word.tag_ in ("NNS", "NNPS") and lemma == word.lower_ and lemma.endswith("s"):
        found.add(lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1])
    return found


def _shown(predicate: Predicate, slot: str) -> str:
    return ", ".join(t.text for t in predicate.slot(slot)) or "none"


def _contents(predicate: Predicate, frame: Frame) -> list[Token]:
    """Give the complement verbs, conjuncts included, that the frame's `content` allows.

    `any` takes all, `to` infinitives, `must` those that are said to be necessary, a class its verbs or objects.
    """
    found = [verb for head in predicate.complements() for verb in trees.conjuncts(head)]
    found = [verb for verb in found if verb.lemma_.lower() not in frame.not_content]
    wanted = frame.content or "any"
    if wanted == "any":
        return found
    if wanted == "to":
        return [
            verb
            for verb in found
            if verb.tag_ == "VB" and (trees.is_infinitive(verb) or verb.dep_ in ("xcomp", "conj"))
        ]
    if wanted == "must":
        return [verb for verb in found if _necessary(verb)]
    allowed = predicate.vocabulary.events.classes[wanted]
    return [verb for verb in found if verb.lemma_.lower() in allowed or _object_in(verb, allowed)]


def _is_excluded(predicate: Predicate, frame: Frame) -> bool:
    verbs = [verb for head in predicate.complements() for verb in trees.conjuncts(head)]
    return any(verb.lemma_.lower() in frame.not_content for verb in verbs)


def _necessary(verb: Token) -> bool:
    """Say whether a verb is told to be necessary: "must go", "should go", "has to go"."""
    if any(c.dep_ == "aux" and c.lower_ in listed(verb, "obliging auxiliaries") for c in trees.kids(verb)):
        return True
    return verb.lemma_ in ("have", "need") and any(c.tag_ == "VB" for c in trees.children(verb, "xcomp"))


def _object_in(verb: Token, allowed: Iterable[str]) -> bool:
    return any(lemma in allowed for obj in trees.patients(verb) for lemma in described(obj))


def _with_contents(frame: Frame, predicate: Predicate) -> list[Match]:
    if frame.content is None:
        return [Match(frame, predicate)]
    verbs = [v for v in _contents(predicate, frame) if not v.dep_.startswith("nsubj")]
    return [Match(frame, predicate, verb) for verb in verbs] or [Match(frame, predicate)]
