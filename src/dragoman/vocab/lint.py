"""Lint the vocabulary: what a table must not have, and what its loader lets pass but no entry should have.

`lint` reads every table and gives what is wrong in each; it runs no coder (see `coding.examples` for the examples).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter

from dragoman.errors import VocabError
from dragoman.vocab import Vocabulary
from dragoman.vocab.events import CODED, LISTS, Events, Frame
from dragoman.vocab.lint_courses import lint_courses
from dragoman.vocab.lint_treaties import lint_treaties
from dragoman.vocab.lint_wording import lint_wording

Check = Callable[[Vocabulary], Iterable[str]]


def _reads(part: str, names: str) -> tuple[Check, ...]:
    """Give the checks that read some tables of a part, whose loader refuses what no row may be."""
    return tuple(_refuses(attrgetter(f"{part}.{name}")) for name in names.split())


def _refuses(load: Callable[[Vocabulary], object]) -> Check:
    def check(vocabulary: Vocabulary) -> Iterable[str]:
        load(vocabulary)
        return ()

    return check


CHECKS: dict[str, tuple[Check, ...]] = {
    "actors": (
        *_reads("actors", "countries names organisations sector_words offices common_words regions spellings terms"),
        _refuses(lambda vocabulary: vocabulary.actors.grammar("preposition")),
    ),
    "events": (lambda vocabulary: _events(vocabulary.events), *_reads("events", "classes light_verbs intensities")),
    "cues": (
        *_reads("cues", "governors modals conditions topics contexts clauses multiples"),
        _refuses(lambda vocabulary: vocabulary.cues.ordinal("first")),
    ),
    "grammar": _reads("grammar", "lists control abbreviations sentence_words lemma_rules plurals"),
    "times": _reads("times", "words holidays links tenses macros rules"),
    "levels": _reads("levels", "rungs changes"),
    "treaty_wording": _reads("treaty_wording", "classes cues conditions terms triggers layout expressions"),
    "intake": _reads("intake", "clutter patterns kinds sections sources months expressions"),
    "wording": (lint_wording, *_reads("wording", "words phrases")),
    "treaties": (lambda vocabulary: lint_treaties(vocabulary.treaties),),
    "courses": (lambda vocabulary: lint_courses(vocabulary.courses),),
    "agencies": _reads("agencies", "all forms"),
    "weights": _reads("weights", "of_status signs treaty_words treaty_frames"),
    "alarm": (_refuses(lambda vocabulary: vocabulary.alarm),),
}
"""The checks of each part of a vocabulary."""


def lint(vocabulary: Vocabulary, parts: Collection[str] = tuple(CHECKS)) -> list[str]:
    """Give what is wrong in the tables of some parts, a line each: where, what, what to do.

    A table that cannot be read is one finding, and hides none of another table.
    """
    found: list[str] = []
    for check in (check for part in parts for check in CHECKS[part]):
        try:
            found += check(vocabulary)
        except VocabError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def _events(events: Events) -> Iterator[str]:
    yield from _frames(events)
    yield from _classes(events)
    yield from _shadowed(events)


def _frames(events: Events) -> Iterator[str]:
    """Find what is wrong in each frame: none hides behind another."""
    for event_type, entry in events.entries:
        try:
            events.frame(event_type, entry)
        except VocabError as error:
            yield str(error)
            continue
        for key in LISTS:
            yield from _twice(entry.texts(key), f"{entry.where}: {key}")


def _twice(words: Iterable[str], what: str) -> Iterator[str]:
    for word, times in Counter(words).items():
        if times > 1:
            yield f"{what} names {word!r} {times} times; leave one"


def _classes(events: Events) -> Iterator[str]:
    """Find classes that nobody uses, and words that a class names twice."""
    used = {word[1:] for words in events.raw_classes.values() for word in words if word.startswith("@")} | CODED
    for frame, entry in zip(events.frames, (entry for _, entry in events.entries), strict=True):
        lists = [entry.texts(key) for key in LISTS] + list(entry.values.get("prep", {}).values())
        used |= {word[1:] for words in lists for word in words if word.startswith("@")} | {frame.content or ""}
    for name, words in events.raw_classes.items():
        where = f"{events.folder.name}/classes.yaml, class {name!r}"
        if name not in used:
            yield f"{where}: no frame names it; use it or take it out"
        yield from _twice(words, f"{where}:")


def _shadowed(events: Events) -> Iterator[str]:
    """Find frames that can never fire for a trigger: one before them has it with the same constraints.

    One that needs a recipient stands only in the way of those that look for theirs in the same slots: where it finds
    none, the next is tried.
    """
    seen: dict[tuple[object, ...], str] = {}
    for frame in events.frames:
        slots = (frame.actor, frame.recipient) if frame.needs_recipient else ()
        for trigger in frame.triggers:
            terms = (trigger, *_terms(frame))
            first = seen.get(terms) or seen.setdefault((*terms, *slots), frame.id)
            if first != frame.id:
                where = f"{events.folder.name}/{frame.type}.yaml, frame {frame.id!r}"
                yield f"{where}: {first} takes {trigger[1]!r} before it on the same terms; leave it to one of them"


def _terms(frame: Frame) -> tuple[object, ...]:
    excluded = (frame.not_obj, frame.not_subj, frame.not_content)
    return (frame.obj, frame.subj, frame.prep, frame.content, frame.negated, *excluded)
