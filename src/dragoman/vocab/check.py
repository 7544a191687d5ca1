"""Lint the event vocabulary: what the loader lets pass but no frame should have.

`lint()` reads the files as they stand and gives findings; it runs no coder (see `coding.examples` for the examples).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from dragoman.vocab.frames import Frame, frames, raw_classes, sources
from dragoman.vocab.tables import data

LISTS = ("verbs", "nouns", "adjs", "obj", "not_obj", "subj", "not_subj", "not_content")
"""Keys whose value is a list of lemmas and `@classes`."""
CONTENTS = frozenset({"any", "to", "must"})
"""Values of `content` that name no class."""
PREPOSITIONS = frozenset(
    (
        "with",
        "to",
        "from",
        "on",
        "upon",
        "of",
        "in",
        "at",
        "into",
        "against",
        "for",
        "between",
        "by",
        "over",
        "about",
        "near",
        "off",
        "along",
        "behind",
        "toward",
        "towards",
        "outside",
        "around",
        "under",
        "before",
        "across",
        "after",
        "during",
        "through",
        "inside",
        "among",
        "within",
        "as",
        "out",
    )
) | {"out of", "in absentia", "belonging"}
SLOTS = frozenset({"subj", "obj", "iobj", "obj.poss", "obj.compound", "subj.poss", "comp", "comp.subj", "comp.obj"}) | (
    PREPOSITIONS | {f"subj.{preposition}" for preposition in PREPOSITIONS}
)


class Finding(Struct, frozen=True):
    """Something wrong in the vocabulary: where it stands, and what to do."""

    where: str
    what: str


def lint() -> list[Finding]:
    """Give what is wrong in `vocab/data/en/events`, in the order of the files; raises VocabError for a bad file."""
    entries = [(stem, entry) for stem, group in sources() for entry in group]
    found = [finding for stem, entry in entries for finding in _entry(stem, entry)]
    return [*found, *_classes(entries), *_shadowed(frames()), *_light_verbs()]


def _entry(stem: str, entry: dict[str, Any]) -> Iterator[Finding]:
    where = f"vocab/data/en/events/{stem}.yaml, frame {entry.get('frame')!r}"
    for key in LISTS:
        for word, times in Counter(entry.get(key) or []).items():
            if times > 1:
                yield Finding(where, f"{key} names {word!r} {times} times; leave one")
    for key in ("actor", "recipient"):
        for slot in entry.get(key) or []:
            if slot not in SLOTS:
                yield Finding(where, f"{key} names the slot {slot!r}, which is none; see FORMAT.md")
    if entry.get("mode") and (stem, entry["mode"]) not in modes():
        yield Finding(where, f"{entry['mode']!r} is no mode of {stem} in intensity.csv")
    content = entry.get("content")
    if content and content not in CONTENTS and content not in raw_classes():
        yield Finding(where, f"content names the class {content!r}, which classes.yaml has not")
    if not str(entry.get("example", "")).endswith("."):
        yield Finding(where, "the example is no whole sentence; end it with a full stop")


def modes() -> frozenset[tuple[str, str]]:
    """Give the (type, mode) pairs of the codebook that `intensity.csv` scores."""
    text = (data("en", "events") / "intensity.csv").read_text(encoding="utf-8")
    return frozenset((row["type"], row["mode"]) for row in csv.DictReader(text.splitlines()))


def _classes(entries: list[tuple[str, dict[str, Any]]]) -> Iterator[Finding]:
    """Find classes that nobody uses, and words that a class names twice."""
    text = yaml.safe_dump([entry for _, entry in entries])
    used = {word[1:] for words in raw_classes().values() for word in words if word.startswith("@")} | CODED
    for name, words in raw_classes().items():
        if name not in used and f"@{name}" not in text and not any(e.get("content") == name for _, e in entries):
            yield Finding(
                f"vocab/data/en/events/classes.yaml, class {name!r}", "no frame names it; use it or take it out"
            )
        for word, times in Counter(words).items():
            if times > 1:
                yield Finding(
                    f"vocab/data/en/events/classes.yaml, class {name!r}", f"names {word!r} {times} times; leave one"
                )


CODED = frozenset(
    {"people", "captives", "pondering", "measures", "happening", "texts", "documents", "object_control", "empty_nouns"}
) | {"calendar", "pronouns"}
"""Classes that code names: `@persons` is made of the first two; the others are read by the room `coding`."""


def _shadowed(loaded: tuple[Frame, ...]) -> Iterator[Finding]:
    """Find frames that can never fire for a trigger: one before them has it with the same constraints."""
    seen: dict[tuple[object, ...], str] = {}
    for frame in loaded:
        terms = (
            frame.obj,
            frame.not_obj,
            frame.subj,
            frame.not_subj,
            frame.prep,
            frame.content,
            frame.not_content,
            frame.negated,
        )
        for trigger in frame.triggers:
            first = seen.setdefault((trigger, *terms), frame.id)
            if first != frame.id:
                where = f"vocab/data/en/events/{frame.type}.yaml, frame {frame.id!r}"
                yield Finding(
                    where, f"{first} takes {trigger[1]!r} before it on the same terms; leave it to one of them"
                )


def _light_verbs() -> Iterator[Finding]:
    text = (data("en", "events") / "light_verbs.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    for verb, times in Counter(row["verb"] for row in rows).items():
        if times > 1:
            yield Finding("vocab/data/en/events/light_verbs.csv", f"{verb!r} stands {times} times; leave one")
    for row in rows:
        if not (row.get("example") or "").strip():
            yield Finding("vocab/data/en/events/light_verbs.csv", f"{row['verb']!r} has no example; write one")
