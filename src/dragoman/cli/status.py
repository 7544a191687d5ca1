"""`dragoman status IN -o OUT`: how sure the word at an offset is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.errors import InputError, UsageError

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHAPE = '{"id": …, "text": …, "event": {"start": …, "end": …}}'
BATCH = 64

Row = dict[str, Any]


def read_row(line: str, place: str) -> Row:
    """Read one JSON line with `id`, a text `text` and the offsets `event.start`, `event.end`, in characters.

    Raises InputError, naming `place`, if it is no such object or the offsets hold no word of the text.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: not JSON ({error.msg}). Write one object a line: {SHAPE}.") from error
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise InputError(f'{place}: no "id" or no "text". Write one object a line: {SHAPE}.')
    event = row.get("event")
    start, end = (event.get("start"), event.get("end")) if isinstance(event, dict) else (None, None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(row["text"]):
        raise InputError(f'{place}: "event" needs whole numbers 0 <= start < end <= {len(row["text"])}, the length.')
    if not row["text"][start:end].strip():
        raise InputError(f"{place}: there is no word at {start}-{end}, only white space. Give the offsets of a word.")
    return row


def word_at(doc: Doc, start: int, end: int) -> Token:
    """Give the syntactic head of the words that overlap two character offsets."""
    inside = [t for t in doc if t.idx < end and t.idx + len(t) > start and not t.is_space]
    return next(t for t in inside if t.head == t or t.head not in inside)


def describe(row: Row, doc: Doc) -> Row:
    """Give the answer to one row, its text parsed."""
    from dragoman.coding.predicates import light_verb
    from dragoman.coding.status import assess

    word = word_at(doc, row["event"]["start"], row["event"]["end"])
    light = light_verb(word) if word.pos_ in ("NOUN", "PROPN") else None
    found = assess(word, light)
    axes = found.axes
    return {
        "id": row["id"], "status": axes.status, "polarity": axes.polarity, "certainty": axes.certainty,
        "tense": axes.tense, "factuality": found.factuality,
    }  # fmt: skip


def assess_file(source: Path, target: Path) -> tuple[int, int]:
    """Assess every line of `source` into `target`, in order; give how many were assessed and how many set aside.

    Bad lines go to `target` + `.rejected.jsonl` with the reason; with none, no such file is left.
    """
    from dragoman.syntax.parsed import carry
    from dragoman.syntax.pipeline import load
    from dragoman.vocab import shipped

    rejected: list[Row] = []
    done = 0
    with source.open(encoding="utf-8", errors="replace") as lines, target.open("w", encoding="utf-8") as out:
        good = ((row["text"], row) for row in _good_rows(lines, source, rejected))
        for doc, row in load().pipe(_once(good), as_tuples=True, batch_size=BATCH):
            for one in row:
                out.write(json.dumps(describe(one, carry(doc, shipped())), ensure_ascii=False) + "\n")
                done += 1
    _write_rejected(Path(f"{target}.rejected.jsonl"), rejected)
    return done, len(rejected)


def _good_rows(lines: Any, source: Path, rejected: list[Row]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield read_row(line, f"{source}, line {number}")
        except InputError as error:
            rejected.append({"line": number, "reason": str(error), "text": line.rstrip("\n")})


def _once(rows: Iterator[tuple[str, Row]]) -> Iterator[tuple[str, list[Row]]]:
    """Bundle neighbouring rows of the same text, so that it is parsed once."""
    held: list[Row] = []
    for text, row in rows:
        if held and held[0]["text"] != text:
            yield held[0]["text"], held
            held = []
        held.append(row)
    if held:
        yield held[0]["text"], held


def _write_rejected(path: Path, rejected: list[Row]) -> None:
    if rejected:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rejected), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


@click.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where the answers go."
)
def status(source: Path, output: Path) -> None:
    """Say how sure the word at an offset is.

    One line in: {"id","text","event":{"start","end"}}; one line out: {"id","status","polarity","certainty","tense",
    "factuality"}, factuality from -3 (surely not) to 3 (surely).
    """
    if source.resolve() == output.resolve():
        raise UsageError(f"{output}: is the input; give another file for the answers")
    done, bad = assess_file(source, output)
    click.echo(f"{done} words assessed, {bad} set aside" + (f" in {output}.rejected.jsonl." if bad else "."), err=True)
