"""Write the annotated texts of our own with the network's view of them, which `dragoman why` finds the nearest in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.coding.candidates.reader.network import Network
from dragoman.coding.candidates.reader.passes import Marks, asked
from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import Vocabulary
from dragoman.vocab.expectations import Expectation
from training.reader.bank import Item, Label, windows_of_item
from training.reader.learn import example_of

MOST = 2500
"""Examples at most: a megabyte of views."""


def write_examples(folder: Path, items: Iterable[Item], vocabulary: Vocabulary) -> None:
    """Write examples.npy and examples.jsonl beside the weights in `folder`: one sure event of each text of our own."""
    network = Network(folder)
    rows, views = [], []
    for item in sorted((item for item in items if item.part == "own"), key=lambda item: item.id):
        for label, vector in list(_views(item, network, vocabulary))[: 1 if len(rows) < MOST else 0]:
            rows.append({"source": f"bank {item.id}", "text": _sentence(item, label, vocabulary), "line": _line(label)})
            views.append(np.rint(vector / max(float(np.abs(vector).max()), 1e-6) * 127).astype(np.int8))
    np.save(folder / "examples.npy", np.array(views, dtype=np.int8))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "examples.jsonl").write_text(lines, encoding="utf-8")


def _views(item: Item, network: Network, vocabulary: Vocabulary) -> Iterator[tuple[Label, NDArray[np.float32]]]:
    marks = Marks(network.pieces)
    for window, labels in windows_of_item(item, network.pieces, vocabulary):
        for label, pieces, _, _ in example_of(window, labels).targets:
            if label.sure:
                yield label, network.ask(asked(window, pieces[0], EVENT_TYPES.index(label.act), marks)).vector


def _sentence(item: Item, label: Label, vocabulary: Vocabulary) -> str:
    """Give the sentence that a trigger stands in, on one line."""
    spans = split_sentences(item.text, vocabulary)
    start, end = next(span for span in spans if span[0] <= label.trigger[0] < span[1])
    return " ".join(item.text[start:end].split())


def _line(label: Label) -> str:
    status = next(known for known in STATUSES if known == label.status)
    return str(Expectation(frozenset(label.actors), frozenset(label.recipients), status, label.act))
