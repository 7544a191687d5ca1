"""Code a corpus on this machine: several processes, output in input order, bad rows kept aside."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from dragoman.archive.coding import Coded, StoryRow, code_rows
from dragoman.archive.lines import check_table, rows
from dragoman.archive.results import Results, results
from dragoman.archive.stories import Form, form_of
from dragoman.archive.workers import by_others
from dragoman.model.reading import Readers

CHUNK = 32
"""Rows handed to a process at a time."""

ALONE = 400
"""Rows below which one process is quicker than starting more."""


class Tally(Struct):
    """What a run did: documents and events written, rows set aside, `faults` among these (`coding.Coded`)."""

    documents: int = 0
    events: int = 0
    rejected: int = 0
    faults: int = 0
    cause: str | None = None
    """Why most of the rows that were set aside were, in the words of one of them."""


def code_files(
    inputs: Sequence[Path], output: Path, *, jobs: int = 0, seconds: float = 0, reader: Readers = "both",
    form: Form | None = None, tick: Callable[[int], None] = lambda _: None,
    tell: Callable[[str], None] = lambda _: None,
) -> Tally:  # fmt: skip
    """Code all stories of the input tables into `output`, one JSON line a document, in input order.

    `jobs` are the processes, 0 one a processor; `seconds` what one document may take, 0 any time; `reader` says who
    reads events, `form` how the tables are written. `tick` is told how many rows are done, `tell` what is worth
    knowing. Rows in are lines out and rows set aside. Raises UsageError and InputError for what is no table of stories,
    OutputError as `results` does.
    """
    for path in inputs:
        check_table(path)
    forms = [form_of(path, form or Form()) for path in inputs]
    for path, found in zip(inputs, forms, strict=True):
        if found.encoding == "cp1252" and not (form and form.encoding):
            tell(f"{path}: not UTF-8, and read as cp1252, of which Latin-1 is a part; --encoding says otherwise")
    tally, repeated = Tally(), _Repeated()
    with results(output, inputs) as written:
        work = partial(code_rows, seconds=seconds, reader=reader)
        for done in _coded(_chunks(_all_rows(inputs, forms)), jobs or os.cpu_count() or 1, work, tell):
            _enter(done, tally, written)
            repeated.see(done.ids)
            tick(len(done.lines) + len(done.bad))
    tally.documents, tally.rejected, tally.cause = written.done, written.rejected, written.cause
    if repeated.count:
        tell(f"{repeated.count} rows have the id of an earlier one, the first is {repeated.first!r}; all are written")
    return tally


def _enter(done: Coded, tally: Tally, written: Results) -> None:
    written.write(done.lines)
    written.bad += done.bad
    tally.events += done.events
    tally.faults += done.faults


class _Repeated:
    """Counts the ids that came before."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self.count, self.first = 0, ""

    def see(self, ids: Iterable[str]) -> None:
        for one in ids:
            if one in self._seen:
                self.count, self.first = self.count + 1, self.first or one
            self._seen.add(one)


def _all_rows(inputs: Sequence[Path], forms: Sequence[Form]) -> Iterator[StoryRow]:
    for path, form in zip(inputs, forms, strict=True):
        for number, row in rows(path, form.encoding):
            yield StoryRow(path.name, number, row, form)


def _chunks(items: Iterator[StoryRow]) -> Iterator[list[StoryRow]]:
    while chunk := list(islice(items, CHUNK)):
        yield chunk


def _coded(
    chunks: Iterator[list[StoryRow]], jobs: int, work: Callable[[list[StoryRow]], Coded], tell: Callable[[str], None]
) -> Iterator[Coded]:
    """Code the first rows in this process; start others only for what is more than a few hundred rows."""
    head = list(islice(chunks, ALONE // CHUNK))
    more = list(islice(chunks, 1))
    everything = chain(head, more, chunks)
    return by_others(everything, jobs, work, tell) if more and jobs > 1 else map(work, everything)
