"""`dragoman actors IN -o OUT`: phrases (and dates) to actors."""

import json
from pathlib import Path
from typing import Any

import click

from dragoman.errors import DragomanError, InputError


def resolve_line(line: str, place: str) -> dict[str, Any]:
    """Turn one input line, {"id","text","date"?}, into {"id","country","sector","actors"}.

    Raises InputError, naming `place`, if the line is no such object.
    """
    from dragoman.actors.countries import country_of
    from dragoman.actors.dates import first_day
    from dragoman.actors.flat import resolve_phrase
    from dragoman.vocab import shipped

    row, words = read_line(line, place), shipped()
    if row.get("date") and first_day(str(row["date"]), words) is None:
        raise InputError(f'{place}: cannot read the date {row["date"]!r}. Write it as "2022-06-01" or "12 April 2022".')
    actors = resolve_phrase(row["text"], str(row.get("date") or ""), words)
    country = next((country_of(actor.code, words) for actor in actors if actor.code), "")
    sector = next((actor.sector for actor in actors if actor.sector), "")
    cells = [{"text": actor.text, "code": actor.code, "sector": actor.sector, "name": actor.name} for actor in actors]
    return {"id": row["id"], "country": country, "sector": sector, "actors": cells}


def read_line(line: str, place: str) -> dict[str, Any]:
    """Read one JSON line that must have `id` and a text `text`. Raises InputError naming `place`."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(
            f'{place}: not JSON ({error.msg}). Write one object a line: {{"id": …, "text": …}}.'
        ) from error
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise InputError(f'{place}: no "id" or no "text". Write one object a line: {{"id": …, "text": …}}.')
    return row


def resolve_file(source: Path, target: Path) -> tuple[int, int]:
    """Resolve every line of `source` into `target`; give how many were resolved and how many set aside.

    Bad lines go to `target` + `.rejected.jsonl` with the reason; with none, no such file is left.
    """
    rejected: list[dict[str, Any]] = []
    done = 0
    with source.open(encoding="utf-8", errors="replace") as lines, target.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = resolve_line(line, f"{source}, line {number}")
            except InputError as error:
                rejected.append({"line": number, "reason": str(error), "text": line.rstrip("\n")})
                continue
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            done += 1
    _write_rejected(Path(f"{target}.rejected.jsonl"), rejected)
    return done, len(rejected)


def _write_rejected(path: Path, rejected: list[dict[str, Any]]) -> None:
    if rejected:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rejected), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


@click.command()
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Where the actors go."
)
def actors(source: Path, output: Path) -> None:
    """Resolve phrases to actors: {"id","text","date"?} a line in, {"id","country","sector","actors"} a line out."""
    try:
        done, bad = resolve_file(source, output)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    click.echo(
        f"{done} phrases resolved, {bad} set aside" + (f" in {output}.rejected.jsonl." if bad else "."), err=True
    )
