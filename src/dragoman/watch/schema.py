"""What may stand in a file of red lines: each key with what it takes, and what the keys of a table give together."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from msgspec import Struct

from dragoman.errors import DateError
from dragoman.model.dates import checked_date
from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.model.ledger import OBLIGATIONS
from dragoman.vocab import Vocabulary

ValueCheck = Callable[[Any, Vocabulary], str | None]
"""Gives what is wrong with a value; None: nothing."""


class Field(Struct, frozen=True):
    """A key with the check of its value; `many` takes a list of such values too."""

    check: ValueCheck
    many: bool = False

    def errors(self, value: Any, vocabulary: Vocabulary) -> Iterator[str]:
        """Yield what is wrong with a value."""
        if self.many and isinstance(value, list) and not value:
            yield "the list is empty; name at least one, or take the key out"
        for one in value if self.many and isinstance(value, list) else [value]:
            told = self.check(one, vocabulary)
            if told:
                yield told


def _text(value: Any, _: Vocabulary) -> str | None:
    return None if isinstance(value, str) and value.strip() else f"wants words in quotes, not {value!r}"


def _count(least: int) -> ValueCheck:
    def check(value: Any, _: Vocabulary) -> str | None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return None if whole and value >= least else f"wants a whole number from {least} up, not {value!r}"

    return check


def _one_of(what: str, known: Callable[[Vocabulary], Collection[str]]) -> ValueCheck:
    def check(value: Any, vocabulary: Vocabulary) -> str | None:
        names = known(vocabulary)
        if isinstance(value, str) and value in names:
            return None
        shown = f"; known are {', '.join(sorted(names))}" if len(names) <= 40 else ""
        return f"{value!r} is no {what}{shown}"

    return check


def _state(value: Any, vocabulary: Vocabulary) -> str | None:
    if isinstance(value, str) and value in vocabulary.treaties.states:
        return None
    return f'{value!r} is no code of a state; write ISO 3166-1 alpha-3 in capitals, as in "RUS" or "PRK"'


def _actor(value: Any, vocabulary: Vocabulary) -> str | None:
    if isinstance(value, str) and value in {body.code for body in vocabulary.actors.organisations}:
        return None
    told = _state(value, vocabulary)
    return told.replace("no code of a state", "no code of a state or an organisation") if told else None


def _edtf(value: Any, _: Vocabulary) -> str | None:
    if not isinstance(value, str):
        return f'wants a date in quotes, as in "2024-06-19", not {value}'
    try:
        checked_date(value, "date", "time")
    except DateError as error:
        return str(error)
    return None


def _dyad(value: Any, vocabulary: Vocabulary) -> str | None:
    if not isinstance(value, list) or len(value) != 2:
        return f'wants pairs of codes, as in [["RUS", "PRK"]], not {value!r}'
    told = (_state(code, vocabulary) for code in value)
    return next(filter(None, told), None) or _two(value, vocabulary)


def _two(codes: list[str], vocabulary: Vocabulary) -> str | None:
    same = vocabulary.treaties.is_same(*codes)
    return f"{codes[0]} and {codes[1]} are one state, or one carries the other on; name two states" if same else None


def rung_called(name: str, vocabulary: Vocabulary) -> int | None:
    """Give the rung of a level by its name in `vocab/data/en/levels/levels.yaml`; None if there is none."""
    return next((rung.rung for rung in vocabulary.levels.rungs if rung.name == name), None)


def _modes(vocabulary: Vocabulary) -> set[str]:
    return {mode for _, mode in vocabulary.events.intensities if mode}


LINE = {
    "name": Field(_text), "title": Field(_text), "response": Field(_text), "owner": Field(_text),
    "sources": Field(_count(1)), "since": Field(_edtf), "within": Field(_count(1)),
    "when": Field(lambda value, _: None if isinstance(value, dict) else "wants tables: write [[line.when]]", many=True),
}  # fmt: skip
WHEN = {
    "who": Field(_actor, many=True), "to": Field(_actor, many=True), "between": Field(_state, many=True),
    "act": Field(_one_of("PLOVER type", lambda _: EVENT_TYPES), many=True),
    "mode": Field(_one_of("mode", _modes), many=True),
    "about": Field(_one_of("topic", lambda words: words.cues.topic_kinds), many=True), "words": Field(_text, many=True),
    "status": Field(_one_of("status", lambda _: STATUSES), many=True),
    "treaty": Field(_one_of("obligation", lambda _: OBLIGATIONS)),
    "binds": Field(_one_of("binding", lambda _: ("in force", "signed"))),
    "level": Field(_one_of("level", lambda words: [rung.name for rung in words.levels.rungs])),
    "way": Field(_one_of("way", lambda _: ("up", "down"))),
}  # fmt: skip
ALARM = {"dyads": Field(_dyad, many=True)}

SORTS = {
    "act": {"act", "mode", "who", "to", "between", "about", "words", "status"},
    "treaty": {"treaty", "between", "binds", "words"},
    "level": {"level", "between", "way"},
}
"""The three sorts of condition, by the key that makes them, and the keys that each may have."""


def whole_errors(table: str, row: dict[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield (key, what is wrong) about the keys of a table together."""
    if table == "line":
        for key in ("name", "when"):
            if key not in row:
                yield "", f"the line has no {key!r}; {'give it a short name of its own' if key == 'name' else WHENS}"
    if table == "line.when":
        yield from _when_errors(row, vocabulary)


WHENS = "write what crosses it under [[line.when]]"


def _when_errors(row: dict[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    sorts = [sort for sort in SORTS if sort in row]
    if len(sorts) != 1:
        yield (
            "",
            "a condition has one of act (a deed), treaty (an obligation) or level; this has "
            + (" and ".join(sorts) or "none"),
        )
        return
    for key in row:
        if key in WHEN and key not in SORTS[sorts[0]]:
            yield key, f"{key!r} does not go with {sorts[0]!r}; it takes {', '.join(sorted(SORTS[sorts[0]]))}"
    yield from _party_errors(row, sorts[0], vocabulary)


def _party_errors(row: dict[str, Any], sort: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    between = row.get("between")
    if sort != "act" and between is None:
        yield "", f'a condition on a {sort} says between which two states: between = ["RUS", "PRK"]'
    if between is not None and (not isinstance(between, list) or len(between) != 2):
        yield "between", f'wants two codes, as in ["RUS", "PRK"], not {between!r}'
    elif between is not None and not any(_state(code, vocabulary) for code in between):
        told = _two(between, vocabulary)
        if told:
            yield "between", told
    if sort == "act" and between is not None and ("who" in row or "to" in row):
        yield "between", "'between' means either way; it does not go with 'who' and 'to'"
    if sort == "act" and not {"who", "to", "between"} & set(row):
        yield "", "a condition on a deed names at least who, to or between"
    if sort == "act" and "mode" in row and isinstance(row.get("act"), str):
        yield from _mode_errors(row["act"], row["mode"], vocabulary)


def _mode_errors(act: str, mode: Any, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    known = {name for kind, name in vocabulary.events.intensities if kind == act and name}
    for one in mode if isinstance(mode, list) else [mode]:
        if one in _modes(vocabulary) and one not in known:
            yield "mode", f"{one!r} is no mode of {act}; known are {', '.join(sorted(known)) or 'none'}"
