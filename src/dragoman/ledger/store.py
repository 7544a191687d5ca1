"""A desk's own ledger file: treaties and visits taken over from tables, as one JSON object."""

from pathlib import Path

import msgspec

from dragoman.errors import TreatyError
from dragoman.files import whole_file
from dragoman.model.ledger import Coding, Treaty, VisitFact


class LedgerFile(msgspec.Struct, frozen=True):
    """What a ledger file holds; `version` is 1."""

    version: int = 1
    treaties: tuple[Treaty, ...] = ()
    visits: tuple[VisitFact, ...] = ()
    codings: tuple[Coding, ...] = ()


def read_file(path: Path) -> LedgerFile:
    """Read a ledger file. Raises TreatyError if it is missing, damaged, or of a newer version."""
    try:
        content = msgspec.json.decode(path.read_bytes(), type=LedgerFile)
    except FileNotFoundError:
        raise TreatyError(
            f"{path}: no such ledger file; make one with: dragoman treaties import atop FILE --ledger {path}"
        ) from None
    except (OSError, msgspec.DecodeError) as error:
        raise TreatyError(f"{path}: cannot be read as a ledger file ({error}); import into a new file") from error
    if content.version != 1:
        raise TreatyError(
            f"{path}: ledger file of version {content.version}, this dragoman reads 1; use a newer dragoman"
        )
    return content


def add_to_file(
    path: Path,
    *,
    treaties: tuple[Treaty, ...] = (),
    visits: tuple[VisitFact, ...] = (),
    codings: tuple[Coding, ...] = (),
) -> LedgerFile:
    """Add to a ledger file, made on first use: a treaty of the same id is replaced, a visit already on file stays one.

    The new file takes the old one's place only when it is whole. Raises OutputError if it cannot be written.
    """
    old = read_file(path) if path.exists() else LedgerFile()
    merged = {treaty.id: treaty for treaty in (*old.treaties, *treaties)}
    new = LedgerFile(
        treaties=tuple(merged.values()),
        visits=tuple(dict.fromkeys((*old.visits, *visits))),
        codings=tuple({coding.name: coding for coding in (*old.codings, *codings)}.values()),
    )
    with whole_file(path) as file:
        file.write(msgspec.json.encode(new))
    return new
