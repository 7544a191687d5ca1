"""The wording of treaties: which phrases promise what, how texts are laid out. `FORMAT.md` tells the notation."""

import re
from functools import cache
from typing import Any, cast

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.ledger import OBLIGATIONS
from dragoman.model.treaty import Obligation, TermKind
from dragoman.vocab.phrases import phrase
from dragoman.vocab.yaml_file import read_yaml


class Cue(Struct, frozen=True):
    """A wording that promises `obligation` (None: a duty outside ATOP's five kinds).

    It holds for a sentence that has `phrase` and all of `needs`, and none of `excludes`.
    """

    name: str
    obligation: Obligation | None
    phrase: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]
    excludes: tuple[re.Pattern[str], ...]
    example: str


class Named(Struct, frozen=True):
    """A phrase and the condition or kind of term that it stands for."""

    name: str
    phrase: re.Pattern[str]
    example: str


class Layout(Struct, frozen=True):
    """What the parts of a treaty text begin with."""

    headings: re.Pattern[str]
    parts: re.Pattern[str]
    closings: re.Pattern[str]
    agreed: re.Pattern[str]
    recitals: re.Pattern[str]


def _read(name: str) -> Any:
    return read_yaml("en", "treaty_text", name)


@cache
def cues() -> tuple[Cue, ...]:
    """Give all cues, file by file in ATOP's order, general duties last; raises VocabError naming file and cue."""
    found = [_cue(row, f"{kind}.yaml", kind) for kind in OBLIGATIONS for row in _read(f"{kind}.yaml")]
    for row in _read("other_languages.yaml"):
        kind = row.pop("obligation", None)
        if kind not in OBLIGATIONS:
            raise VocabError(
                f"vocab/data/en/treaty_text/other_languages.yaml: {row}: give one of {', '.join(OBLIGATIONS)}."
            )
        found.append(_cue(row, "other_languages.yaml", kind))
    return (*found, *(_cue(row, "general.yaml", None) for row in _read("general.yaml")))


def _cue(row: dict[str, Any], file: str, kind: Obligation | None) -> Cue:
    if set(row) != {"cue", "phrase", "with", "without", "example"}:
        raise VocabError(
            f"vocab/data/en/treaty_text/{file}: {row}: give cue, phrase, with, without and example, and no more."
        )
    needs, excludes = (tuple(phrase(text) for text in row[key]) for key in ("with", "without"))
    return Cue(row["cue"], kind, phrase(row["phrase"]), needs, excludes, row["example"])


@cache
def conditions() -> tuple[Named, ...]:
    """Give the phrases that set a condition on a duty."""
    return tuple(Named(row["condition"], phrase(row["phrase"]), row["example"]) for row in _read("conditions.yaml"))


@cache
def terms() -> tuple[Named, ...]:
    """Give the phrases of entry into force, duration, renewal and withdrawal; the name is a `TermKind`."""
    return tuple(
        Named(cast(TermKind, row["kind"]), phrase(row["phrase"]), row["example"]) for row in _read("terms.yaml")
    )


@cache
def triggers() -> dict[str, re.Pattern[str]]:
    """Give what the case begins with: `opening` a clause ("if …"), or `noun` the attack itself ("any attack …")."""
    return {
        kind: re.compile("|".join(phrase(text).pattern for text in texts), re.IGNORECASE)
        for kind, texts in _read("triggers.yaml").items()
    }


@cache
def layout() -> Layout:
    """Give the patterns that cut a text into preamble, articles and closing."""
    table: dict[str, list[str]] = _read("layout.yaml")
    joined = {name: "|".join(f"(?:{pattern})" for pattern in patterns) for name, patterns in table.items()}
    return Layout(
        headings=re.compile(
            rf"^[ \t#*_]*(?:{joined['headings']})[ \t]+"
            r"(?P<number>\d{1,3}(?:[a-z]\b|\s?bis\b)?|[IVXL]+)\b[.:)\]*_ \t–—-]*"
            r"(?!\s*(?:of|to|and|or|shall|above|below|is|was)\b)",
            re.MULTILINE,
        ),
        parts=re.compile(rf"^[ \t#*_]*(?:{joined['parts']})", re.MULTILINE),
        closings=re.compile(rf"^[ \t#*_]*(?:{joined['closings']})", re.MULTILINE),
        agreed=re.compile(joined["agreed"]),
        recitals=re.compile(rf"\b(?:{joined['recitals']})\b", re.IGNORECASE),
    )
