"""Lint the tables of the watch: each error with its file and line."""

from collections.abc import Iterator

from dragoman.errors import VocabError
from dragoman.vocab import agencies, alarm, weights
from dragoman.vocab.word_search import holds

LOADERS = (
    agencies.agencies, agencies.credit_forms, weights.weights, weights.signs, weights.treaty_words,
    weights.treaty_frames, alarm.constants,
)  # fmt: skip
"""What reads the tables: each refuses what no row may be."""


def check() -> list[str]:
    """Give every error of the tables; empty if all is well."""
    refused = [str(error) for loader in LOADERS if (error := _refusal(loader))]
    return refused or [*_without_example(), *_unheld()]


def _refusal(loader: object) -> VocabError | None:
    try:
        loader()  # type: ignore[operator]
    except VocabError as error:
        return error
    return None


def _without_example() -> Iterator[str]:
    for name in ("agencies.csv", "credits.csv", "signs.csv", "treaty_words.csv", "treaty_frames.csv"):
        for line, row in agencies.table(name):
            if not row["example"].strip():
                yield f"vocab/data/world/watch/{name}, line {line}: there is no example; write one"


def _unheld() -> Iterator[str]:
    for line, row in agencies.table("treaty_words.csv"):
        if not holds(row["example"], [row["words"]]):
            where = f"vocab/data/world/watch/treaty_words.csv, line {line}"
            yield f"{where}: the example does not hold {row['words']!r}; mend it"
