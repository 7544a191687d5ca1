"""Try the frames of a trigger and keep the one that fits best; say of each other one why it failed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding import trees
from dragoman.coding.predicates import Predicate
from dragoman.vocab.frames import Frame, frames_by_trigger, word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

ANY = frozenset({"*"})


@dataclass(frozen=True)
class Match:
    """A frame that fits a predicate; `content` is the complement verb it was matched with, if the frame wants one."""

    frame: Frame
    predicate: Predicate
    content: Token | None = None


def match(predicate: Predicate) -> tuple[list[Match], list[tuple[str, str]]]:
    """Give the matches of the best frame (one per coordinated complement), and (frame id, reason) for those that failed."""
    failed: list[tuple[str, str]] = []
    for frame in frames_by_trigger().get((predicate.kind, predicate.lemma), ()):
        reason = misfit(frame, predicate)
        if reason is None:
            return _with_contents(frame, predicate), failed
        failed.append((frame.id, reason))
    return [], failed


def misfit(frame: Frame, predicate: Predicate) -> str | None:
    """Say why a frame does not fit, or None if it does."""
    if frame.obj is not None and not _holds(predicate, "obj", frame.obj):
        return f"its object is none of the words the frame wants ({_shown(predicate, 'obj')})"
    if frame.not_obj and _holds(predicate, "obj", frame.not_obj):
        return f"its object is one the frame excludes ({_shown(predicate, 'obj')})"
    if frame.subj is not None and not _holds(predicate, "subj", frame.subj):
        return f"its subject is none of the words the frame wants ({_shown(predicate, 'subj')})"
    for prep, words in frame.prep:
        if not _holds(predicate, prep, words):
            return f"no fitting phrase with {prep!r}"
    if frame.content is not None and not _contents(predicate, frame.content):
        return "no complement clause that fits"
    return None


def _holds(predicate: Predicate, slot: str, words: frozenset[str]) -> bool:
    fillers = predicate.slot(slot)
    if words == ANY:
        return bool(fillers)
    return any(lemma in words for filler in fillers for lemma in described(filler))


def described(noun: Token, depth: int = 2) -> set[str]:
    """Give the lemmas that say what a noun phrase is: heads of all conjuncts, their compounds, "hundreds of tons of X"."""
    out: set[str] = set()
    for head in trees.conjuncts(noun):
        out.add(head.lemma_.lower())
        out.update(c.lemma_.lower() for c in head.children if c.dep_ in ("compound", "amod", "flat"))
        for prep, inner in trees.obliques(head):
            if prep == "of" and depth:
                out |= described(inner, depth - 1)
    return out


def _shown(predicate: Predicate, slot: str) -> str:
    return ", ".join(t.text for t in predicate.slot(slot)) or "none"


def _contents(predicate: Predicate, wanted: str) -> list[Token]:
    """Give the complement verbs, conjuncts included, that the frame's `content` allows (`any` or a verb class)."""
    found = [verb for head in predicate.complements() for verb in trees.conjuncts(head)]
    if wanted == "any":
        return found
    allowed = word_classes()[wanted]
    return [verb for verb in found if verb.lemma_.lower() in allowed or _object_in(verb, allowed)]


def _object_in(verb: Token, allowed: Iterable[str]) -> bool:
    return any(lemma in allowed for obj in trees.patients(verb) for lemma in described(obj))


def _with_contents(frame: Frame, predicate: Predicate) -> list[Match]:
    if frame.content is None:
        return [Match(frame, predicate)]
    verbs = [v for v in _contents(predicate, frame.content) if not v.dep_.startswith("nsubj")]
    return [Match(frame, predicate, verb) for verb in verbs] or [Match(frame, predicate)]
