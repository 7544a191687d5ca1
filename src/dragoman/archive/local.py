"""Code a corpus on this machine: several processes, output in input order, bad rows kept aside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from dragoman.archive.lines import BadRow, bad_row, document_of, rows
from dragoman.errors import DragomanError
from dragoman.model.document import Document

CHUNK = 32
"""Rows handed to a process at a time."""

ALONE = 400
"""Rows below which one process is quicker than starting more."""

Row = tuple[str, int, bytes]


@dataclass
class Tally:
    """What a run did."""

    documents: int = 0
    events: int = 0
    rejected: int = 0


def code_files(
    inputs: list[Path], output: Path, *, jobs: int = 0, tick: Callable[[int], None] = lambda _: None
) -> Tally:
    """Code all stories of the input files into `output`, one JSON line a document, in input order.

    Bad rows go to `OUTPUT.rejected.jsonl` (written only if there are any). `tick` is told how many rows are done.
    The output is written under another name and renamed at the end, so a killed run leaves no half file.
    """
    tally, aside = Tally(), rejected_path(output)
    part = output.with_name(output.name + ".part")
    bad: list[BadRow] = []
    with part.open("wb") as file:
        for lines, events, failed in _results(_chunks(_all_rows(inputs)), jobs or os.cpu_count() or 1):
            file.write(b"".join(lines))
            tally.documents, tally.events = tally.documents + len(lines), tally.events + events
            bad += failed
            tick(len(lines) + len(failed))
    part.replace(output)
    tally.rejected = len(bad)
    aside.unlink(missing_ok=True)
    if bad:
        aside.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in bad))
    return tally


def rejected_path(output: Path) -> Path:
    """Give the file that bad rows go to: OUT.jsonl has OUT.rejected.jsonl."""
    return output.with_name(f"{output.stem}.rejected.jsonl")


def _all_rows(inputs: list[Path]) -> Iterator[Row]:
    for path in inputs:
        for number, row in rows(path):
            yield path.name, number, row


def _chunks(items: Iterable[Row]) -> Iterator[list[Row]]:
    stream = iter(items)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk


Result = tuple[list[bytes], int, list[BadRow]]


def _results(chunks: Iterator[list[Row]], jobs: int) -> Iterator[Result]:
    """Code the first rows in this process; start others only for what is more than a few hundred rows."""
    head = list(islice(chunks, ALONE // CHUNK))
    more = next(chunks, None)
    if jobs == 1 or more is None:
        yield from map(_code_chunk, head)
        for chunk in [more] if more else []:
            yield _code_chunk(chunk)
        yield from map(_code_chunk, chunks)
        return
    with get_context("fork" if os.name == "posix" else "spawn").Pool(jobs) as pool:
        yield from pool.imap(_code_chunk, _bounded([*head, more], chunks))


def _bounded(head: list[list[Row]], rest: Iterator[list[Row]]) -> Iterator[list[Row]]:
    yield from head
    yield from rest


def _code_chunk(chunk: list[Row]) -> Result:
    from dragoman.pipeline import code

    good: list[Document] = []
    bad: list[BadRow] = []
    for file, number, row in chunk:
        try:
            good.append(document_of(row, file, number))
        except DragomanError as error:
            bad.append(bad_row(error, file, number, row))
    readings = list(code(good))
    return [msgspec.json.encode(r) + b"\n" for r in readings], sum(len(r.events) for r in readings), bad
