"""What an event weighs for a red line, as data: its status (`statuses.csv`), signs (`signs.csv`), treaty words."""

from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.event import EVENT_TYPES, Status
from dragoman.vocab.agencies import table
from dragoman.vocab.frames import frames

Weight = Literal["done", "hint", "condition", "against"]
Way = Literal["same", "reverse", "either"]
Binding = Literal["signed", "in force"]


class Sign(Struct, frozen=True):
    """Another act that is a sign of a deed ("*" is any deed).

    `way` says who does it: the one who would do the deed, the one to whom it would be done, or either; `frames` are the
    only frames that count, all if empty; `word` says in a line what it is.
    """

    deed: str
    sign: str
    way: Way
    frames: tuple[str, ...]
    weighs: Weight
    word: str
    reason: str
    example: str


@cache
def weights() -> dict[str, Weight | None]:
    """Give what each status weighs; None for nothing. Raises VocabError if a status is missing or a weight is none."""
    found: dict[str, Weight | None] = {}
    for line, row in table("statuses.csv"):
        found[row["status"]] = None if row["weighs"] == "nothing" else _weight(row["weighs"], "statuses.csv", line)
    if set(found) != set(get_args(Status)):
        missing = ", ".join(sorted(set(get_args(Status)) ^ set(found)))
        raise VocabError(
            f"vocab/data/world/watch/statuses.csv: these are missing or no statuses: {missing}; mend the table"
        )
    return found


@cache
def signs() -> tuple[Sign, ...]:
    """Give all signs; raises VocabError for an act, a way or a weight that is none."""
    found = []
    for line, row in table("signs.csv"):
        where = f"vocab/data/world/watch/signs.csv, line {line}"
        for act in (row["deed"], row["sign"]):
            if act != "*" and act not in EVENT_TYPES:
                raise VocabError(f"{where}: {act!r} is no PLOVER type; write one, or * for any deed")
        if row["way"] not in get_args(Way):
            raise VocabError(f"{where}: {row['way']!r} is no way; write one of {', '.join(get_args(Way))}")
        frames, weight = tuple(row["frames"].split()), _weight(row["weighs"], "signs.csv", line)
        words = (row["word"], row["reason"], row["example"])
        found.append(Sign(row["deed"], row["sign"], row["way"], frames, weight, *words))  # type: ignore[arg-type]
    return tuple(found)


@cache
def treaty_words() -> dict[str, tuple[str, ...]]:
    """Give the words that name each obligation in a sentence."""
    found: dict[str, list[str]] = {}
    for _, row in table("treaty_words.csv"):
        found.setdefault(row["kind"], []).append(row["words"])
    return {kind: tuple(words) for kind, words in found.items()}


@cache
def treaty_frames() -> dict[str, Binding]:
    """Give the frames that tell of an act on a treaty, and whether it binds by it: `signed` or `in force`.

    Raises VocabError for a frame that the events have not, or a binding that is none.
    """
    known, found = {frame.id for frame in frames()}, {}
    for line, row in table("treaty_frames.csv"):
        if row["frame"] not in known or row["binds"] not in get_args(Binding):
            told = f"no frame is called {row['frame']!r}, or {row['binds']!r} is none of {', '.join(get_args(Binding))}"
            raise VocabError(f"vocab/data/world/watch/treaty_frames.csv, line {line}: {told}; mend the row")
        found[row["frame"]] = row["binds"]
    return found  # type: ignore[return-value]


def _weight(word: str, name: str, line: int) -> Weight:
    if word not in get_args(Weight):
        raise VocabError(
            f"vocab/data/world/watch/{name}, line {line}: {word!r} is no weight; "
            f"write one of {', '.join(get_args(Weight))}"
        )
    return word  # type: ignore[return-value]
