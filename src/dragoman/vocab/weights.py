"""What an event weighs for a red line, as data: its status (`statuses.csv`), signs (`signs.csv`), treaty words."""

from functools import cached_property
from typing import Literal, cast, get_args

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.model.ledger import OBLIGATIONS
from dragoman.vocab.events import Events
from dragoman.vocab.tables import Folder, once
from dragoman.vocab.word_search import holds

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


class Weights:
    """The tables of the watch. Raises VocabError for an act, a way, a weight or a frame that is none."""

    def __init__(self, folder: Folder, events: Events) -> None:
        """Take the folder `watch` of the world, and the frames that its tables name."""
        self.folder, self.events = folder, events

    @cached_property
    def of_status(self) -> dict[str, Weight | None]:
        """What each status weighs; None for nothing."""
        found: dict[str, Weight | None] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("statuses.csv", "status", "weighs", "reason"):
            weight = row.one_of("weighs", ("nothing", *get_args(Weight)))
            row.filled("reason")
            once(seen, row.one_of("status", STATUSES), row)
            found[row["status"]] = None if weight == "nothing" else cast(Weight, weight)
        if missing := sorted(set(STATUSES) - set(found)):
            raise VocabError(f"{self.folder.name}/statuses.csv: no row for {', '.join(missing)}; write one")
        return found

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """All signs of deeds."""
        columns = ("deed", "sign", "way", "frames", "weighs", "word", "reason", "example")
        known = {frame.id for frame in self.events.frames}
        found = []
        for row in self.folder.rows("signs.csv", *columns):
            acts = (row.one_of("deed", ("*", *EVENT_TYPES)), row.one_of("sign", ("*", *EVENT_TYPES)))
            way, weight = row.one_of("way", get_args(Way)), row.one_of("weighs", get_args(Weight))
            for frame in row.several("frames"):
                row.among("frames", frame, known)
            words = (row.filled("word"), row.filled("reason"), row.filled("example"))
            found.append(Sign(*acts, cast(Way, way), row.several("frames"), cast(Weight, weight), *words))
        return tuple(found)

    @cached_property
    def treaty_words(self) -> dict[str, tuple[str, ...]]:
        """The words that name each obligation in a sentence."""
        found: dict[str, list[str]] = {}
        for row in self.folder.rows("treaty_words.csv", "kind", "words", "example"):
            found.setdefault(row.one_of("kind", OBLIGATIONS), []).append(row.filled("words"))
            if not holds(row.filled("example"), [row["words"]]):
                raise row.wrong(f"the example does not hold {row['words']!r}", "mend it")
        return {kind: tuple(words) for kind, words in found.items()}

    @cached_property
    def treaty_frames(self) -> dict[str, Binding]:
        """The frames that tell of an act on a treaty, and whether it binds by it: `signed` or `in force`."""
        known = {frame.id for frame in self.events.frames}
        found: dict[str, Binding] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("treaty_frames.csv", "frame", "binds", "reason", "example"):
            once(seen, row.one_of("frame", known), row)
            for column in ("reason", "example"):
                row.filled(column)
            found[row["frame"]] = cast(Binding, row.one_of("binds", get_args(Binding)))
        return found
