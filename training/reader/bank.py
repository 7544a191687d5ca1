"""The annotated texts that the reader learns from, and the windows that it sees of them.

Annotations of shared texts are stand-off (`training/bank/*.jsonl`: ids, offsets, labels); the texts are read from the
folder that the caller names. Texts of the project's own stand with their annotations.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.actors.gazetteer import Gazetteer
from dragoman.coding.candidates.reader.pieces import Pieces
from dragoman.coding.candidates.reader.windows import NamedActor, Window, windows_of
from dragoman.model.document import Span
from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import Vocabulary

HERE = Path(__file__).parents[1] / "bank"
SAME = {"ISIS": "ISI", "XKX": "KOS"}
"""Codes that the shared annotations write otherwise than the actor tables."""

FOLDS = 10
"""Every tenth text is kept apart from training (fold 0): the judge is fitted and its confidence calibrated on it."""


@dataclass(frozen=True)
class Label:
    """An annotated event: type, status and codes; where its trigger stands; whether two careful people would agree."""

    act: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: Span
    sure: bool


@dataclass(frozen=True)
class Item:
    """An annotated text with its names; `part` says where it is from."""

    id: str
    part: str
    date: str
    text: str
    names: tuple[NamedActor, ...]
    labels: tuple[Label, ...]

    @property
    def fold(self) -> int:
        """Which fold the text is in, by its id alone."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % FOLDS


def read_bank(shared: Path | None, vocabulary: Vocabulary, own: Path = HERE) -> list[Item]:
    """Read all annotated texts: those of `own`, and with `shared` (bank/ and corpus/) the shared ones too.

    Raises ValueError for an annotation whose trigger is not in its text.
    """
    texts = _texts(shared / "corpus") if shared else {}
    rows = [*_checked(own, "own", "own")]
    if shared:
        rows += [*_lines(shared / "bank" / "train.jsonl", "train"), *_checked(own, "items", "train")]
        rows += _checked(own, "stories", "story")
    names = Gazetteer.of(vocabulary)
    return [_item(row, part, texts, names) for row, part in rows]


def _checked(folder: Path, name: str, part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Give the lines of a file; an event that a second hand did not find in the same text is marked unsure."""
    path = folder / f"{name}_second.jsonl"
    second = {row["id"]: row["events"] for row, _ in _lines(path, part)} if path.exists() else {}
    for row, _ in _lines(folder / f"{name}.jsonl", part):
        shared = {_line(event) for event in second.get(row["id"], row["events"])}
        yield row | {"events": [e | {"sure": e["sure"] * (_line(e) in shared)} for e in row["events"]]}, part


def _line(event: dict[str, Any]) -> tuple[object, ...]:
    return (event["type"], event["status"], tuple(sorted(event["actors"])), tuple(sorted(event["recipients"])))


def _lines(path: Path, part: str) -> Iterator[tuple[dict[str, Any], str]]:
    with path.open(encoding="utf-8") as file:
        yield from ((json.loads(line), part) for line in file if line.strip())


def _texts(folder: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found |= {row["id"]: row for row in map(json.loads, file)}
    return found


def _item(row: dict[str, Any], part: str, texts: dict[str, dict[str, Any]], names: Gazetteer) -> Item:
    source = row if "text" in row else texts[row["id"]]
    text, date = source["text"], source["date"]
    hits = tuple(NamedActor(hit.start, hit.end, hit.code) for hit in names.find_names(text, date) if hit.code)
    labels = tuple(label for event in row["events"] if (label := label_of(event, text, hits, row["id"])) is not None)
    return Item(row["id"], part, date, text, hits, labels)


def label_of(event: dict[str, Any], text: str, names: Iterable[NamedActor], where: str) -> Label | None:
    """Read an annotated event; None if its trigger is told in words that are not in the text.

    `trigger` is a pair of offsets, or the words. Raises ValueError, naming `where`, for a type or status that is none.
    """
    if event["type"] not in EVENT_TYPES or event["status"] not in STATUSES:
        raise ValueError(f"{where}: no type {event['type']!r} or status {event['status']!r}; see GUIDE.md")
    span = _trigger(event["trigger"], text)
    if span is None:
        return None
    known = {name.code for name in names}
    actors, recipients = (
        tuple(dict.fromkeys(code if code in known else SAME.get(code, code) for code in event[side] if code))
        for side in ("actors", "recipients")
    )
    return Label(event["type"], event["status"], actors, recipients, span, bool(event.get("sure", 1)))


def _trigger(told: Any, text: str) -> Span | None:
    if not isinstance(told, str):
        start, end = told
        return (start, end) if 0 <= start < end <= len(text) else None
    start = text.lower().find(told.lower())
    return (start, start + len(told)) if told and start >= 0 else None


def windows_of_item(item: Item, pieces: Pieces, vocabulary: Vocabulary) -> list[tuple[Window, tuple[Label, ...]]]:
    """Cut a text as the reader does, and give with each window the labels of its own sentences."""
    windows = windows_of(item.text, split_sentences(item.text, vocabulary), item.names, pieces)
    return [
        (window, tuple(label for label in item.labels if window.start <= label.trigger[0] < window.end))
        for window in windows
    ]
