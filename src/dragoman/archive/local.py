"""Code a corpus on this machine: several processes, output in input order, bad rows kept aside."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from dragoman import pipeline
from dragoman.archive.lines import check_table, document_of, rows
from dragoman.archive.results import BadRow, bad_row, results
from dragoman.errors import ArchiveError, DragomanError
from dragoman.model.document import Document

CHUNK = 32
"""Rows handed to a process at a time."""

ALONE = 400
"""Rows below which one process is quicker than starting more."""

AHEAD = 2
"""Chunks read ahead for each process: none waits for work, and memory holds no more of the table than these."""

Row = tuple[str, int, bytes]
Result = tuple[list[bytes], int, list[BadRow]]


@dataclass
class Tally:
    """What a run did."""

    documents: int = 0
    events: int = 0
    rejected: int = 0


def code_files(
    inputs: Sequence[Path], output: Path, *, jobs: int = 0, tick: Callable[[int], None] = lambda _: None
) -> Tally:
    """Code all stories of the input tables into `output`, one JSON line a document, in input order.

    `jobs` are the processes, 0 one a processor; `tick` is told how many rows are done. Raises UsageError for what is no
    table, OutputError as `results` does, ArchiveError if a process dies.
    """
    for path in inputs:
        check_table(path)
    tally = Tally()
    with results(output, inputs) as written:
        for lines, events, bad in _coded(_chunks(_all_rows(inputs)), jobs or os.cpu_count() or 1):
            written.write(lines)
            written.bad += bad
            tally.events += events
            tick(len(lines) + len(bad))
    tally.documents, tally.rejected = written.done, written.rejected
    return tally


def _all_rows(inputs: Iterable[Path]) -> Iterator[Row]:
    for path in inputs:
        for number, row in rows(path):
            yield path.name, number, row


def _chunks(items: Iterable[Row]) -> Iterator[list[Row]]:
    stream = iter(items)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk


def _coded(chunks: Iterator[list[Row]], jobs: int) -> Iterator[Result]:
    """Code the first rows in this process; start others only for what is more than a few hundred rows."""
    head = list(islice(chunks, ALONE // CHUNK))
    more = list(islice(chunks, 1))
    everything = chain(head, more, chunks)
    return _by_others(everything, jobs) if more and jobs > 1 else map(_code_chunk, everything)


def _by_others(chunks: Iterable[list[Row]], jobs: int) -> Iterator[Result]:
    """Code chunks in several processes, in order. Raises ArchiveError if one of them dies."""
    context = get_context("fork" if os.name == "posix" else "spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(os.getpid(),))
    waiting: deque[Future[Result]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_code_chunk, chunk))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ArchiveError(
            "a process that coded stories died, as when memory runs out, and nothing was written; try fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(first: int) -> None:
    """Leave it to the first process what an interruption means: it ends the others, and they end when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(first,), daemon=True).start()


def _end_with(first: int) -> None:
    while os.getppid() == first:
        time.sleep(1)
    os._exit(1)


def _code_chunk(chunk: list[Row]) -> Result:
    good: list[Document] = []
    bad: list[BadRow] = []
    for file, number, row in chunk:
        try:
            good.append(document_of(row, file, number))
        except DragomanError as error:
            bad.append(bad_row(error, file, number, row))
    readings = list(pipeline.code(good))
    return [msgspec.json.encode(r) for r in readings], sum(len(r.events) for r in readings), bad
