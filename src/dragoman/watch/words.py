"""Why a line stands as it stands, in words."""

from collections.abc import Sequence

from dragoman.watch.nouns import LineStatus, RedLine, Sighting, Withdrawn


def status_words(
    after: LineStatus, line: RedLine, hints: Sequence[Sighting],
    *, told: int, against: int, borne: bool, gone: bool,
) -> str:  # fmt: skip
    """Say by what a line came to a status; `gone`: because sentences grew too old to count."""
    because = f"what was told earlier is more than {counted(line.within or 0, 'day')} ago; " if gone else ""
    if after in ("crossed", "reported"):
        return because + _done_words(line, told, against, borne)
    if after == "hinted":
        return f"{because}not done, but told as {_words(hints)}"
    return because + (
        "told on a condition, and not otherwise" if after != "clear" else "nothing that counts bears on it"
    )


def clear_words(withdrawn: Sequence[Withdrawn]) -> str:
    """Say why a line is clear that never moved."""
    return "what bore on it was withdrawn" if withdrawn else "nothing on record bears on it"


def _done_words(line: RedLine, told: int, against: int, borne: bool) -> str:
    said = f"{counted(told, 'independent source')} {'say' if told > 1 else 'says'} that it was done"
    ledger = ", the ledger among them" if borne else ""
    denied = f"; {counted(against, 'source')} that it was not" if against else ""
    return f"{said}{ledger}{denied}; {line.sources + against} make it crossed"


def _words(hints: Sequence[Sighting]) -> str:
    """List what some hints are, each with who vouches for it."""
    found: dict[str, list[str]] = {}
    for sighting in hints:
        holders = found.setdefault(sighting.word, [])
        if sighting.holder and sighting.holder not in holders:
            holders.append(sighting.holder)
    parts = [f"{word} ({', '.join(holders)})" if holders else word for word, holders in found.items()]
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def counted(number: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
