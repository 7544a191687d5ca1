"""Lint the words that a brief is written with: each must stand for something that other tables or the model know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, get_args

from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.model.reading import NoticeKind
from dragoman.vocab.actors import SECTORS
from dragoman.vocab.intake import KINDS

if TYPE_CHECKING:
    from dragoman.vocab import Vocabulary

NOTICES = (*get_args(NoticeKind), "one piece")
MANNERS = ("announced", "claimed", "denied", "told", "urged")
"""How a source vouches: of its own deeds, of another's, by denial, as a bystander, by urging."""

REASONS = ("nobody", "one side", "not sure")
"""Why an event is held back; see desk/selection.py."""

PARTS = {"words": "", "number": 0, "line": 0, "role": ""}
"""What may stand in braces in a notice."""


def lint_wording(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield every error. Raises VocabError if a table cannot be read."""
    frames = {frame.id for frame in vocabulary.events.frames}
    modes = vocabulary.events.intensities
    for key, phrase in vocabulary.wording.phrases.items():
        where = f"{vocabulary.wording.folder.name}/phrases.yaml, for {key!r}"
        event_type, _, mode = key.partition("/")
        if key not in frames and (event_type, mode) not in modes:
            yield f"{where}: it is no frame, type or type/mode; mend the name"
        if phrase.example != f"Russia {phrase.past} {phrase.after('North Korea')}":
            yield f"{where}: the example is not what is said of Russia and North Korea; mend one of them"
    for event_type in EVENT_TYPES:
        if event_type not in vocabulary.wording.phrases:
            yield f"{vocabulary.wording.folder.name}/phrases.yaml: no phrase for {event_type}; write one"
    yield from _words(vocabulary, frames)


def _words(vocabulary: Vocabulary, frames: Collection[str]) -> Iterator[str]:
    where, words = f"{vocabulary.wording.folder.name}/words.yaml", vocabulary.wording.words
    states = {*vocabulary.actors.countries, *(body.code for body in vocabulary.actors.organisations)}
    modes = {mode for kind, mode in vocabulary.events.intensities if kind == "REQUEST"}
    known: dict[str, Collection[str]] = {
        "content": {*EVENT_TYPES, *frames}, "short_names": states, "sectors": SECTORS, "wanted": modes,
        "rungs": STATUSES, "kinds": KINDS, "notices": NOTICES, "two_sides": EVENT_TYPES, "vouching": MANNERS,
        "held": REASONS,
    }  # fmt: skip
    for table, allowed in known.items():
        for key in words[table]:
            if key not in allowed:
                yield f"{where}, {table!r}: {key!r} stands for nothing; mend it"
    for table in ("rungs", "notices", "vouching", "held"):
        if missing := sorted(set(known[table]) - set(words[table])):
            yield f"{where}, {table!r}: no words for {', '.join(missing)}; write them"
    for table, parts in (("notices", PARTS), ("vouching", {"who": ""})):
        for kind, text in words[table].items():
            try:
                text.format(**parts)
            except (KeyError, IndexError, ValueError):
                yield f"{where}, {table!r}: {kind!r} has other braces than those of {', '.join(parts)}; mend it"
