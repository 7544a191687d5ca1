"""A table of words in their texts becomes a table of how sure each is.

{"id","text","event":{"start","end"}} → {"id","status","polarity","certainty","tense","factuality"}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from dragoman.archive.lines import rows
from dragoman.archive.results import Results, results
from dragoman.desk.words import assessed_in, check_offsets
from dragoman.errors import InputError
from dragoman.syntax.parsed import carry
from dragoman.syntax.pipeline import load

if TYPE_CHECKING:
    from dragoman.vocab import Vocabulary

SHAPE = '{"id": …, "text": …, "event": {"start": …, "end": …}}'
BATCH = 64
"""Texts parsed together."""


class WordOffsets(Struct, frozen=True):
    """Where the word begins and ends, in characters of the text."""

    start: int
    end: int


class WordRow(Struct, frozen=True):
    """One input row; the id comes back as it is."""

    id: Any
    text: str
    event: WordOffsets


def assess_file(source: Path, target: Path, vocabulary: Vocabulary) -> Results:
    """Assess the words of `source` into `target`, in order; rows that cannot be read are set aside.

    Raises InputError if `source` cannot be read, OutputError as `results` does.
    """
    with results(target, [source]) as written:
        same = groupby(_good_rows(source, written), attrgetter("text"))  # neighbours of one text: it is parsed once
        texts = ((text, list(words)) for text, words in same)
        for doc, words in load().pipe(texts, as_tuples=True, batch_size=BATCH):
            carry(doc, vocabulary)
            written.write([_answer(word, assessed_in(doc, word.event.start, word.event.end)) for word in words])
    return written


def _answer(word: WordRow, found: Struct) -> bytes:
    return msgspec.json.encode({"id": word.id, **msgspec.structs.asdict(found)})


def _good_rows(source: Path, written: Results) -> Iterator[WordRow]:
    for number, row in rows(source):
        try:
            yield read_row(row)
        except InputError as error:
            written.reject(error, source.name, number, row)


def read_row(row: bytes) -> WordRow:
    """Read one row. Raises InputError if it is none, or its offsets hold no word."""
    try:
        word = msgspec.json.decode(row, type=WordRow)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"not a word in its text ({error}); write one object a line: {SHAPE}") from error
    check_offsets(word.text, word.event.start, word.event.end)
    return word
