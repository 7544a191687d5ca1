"""Each cue's example, in which the word it bears on stands between asterisks, is assessed as the cue says."""

import csv
from functools import cache

import pytest

from dragoman.coding.status import Assessment, assess
from dragoman.syntax.pipeline import load
from dragoman.vocab.tables import data

TABLES = ("governors", "modals", "conditions")
ROWS = [
    row
    for name in TABLES
    for row in csv.DictReader((data("en", "cues") / f"{name}.csv").read_text(encoding="utf-8").splitlines())
]
NEGATIVE = {"-|+", "-|o", "-|-", "denied", "ended", "unlikely"}
SO = {"+|+", "+|-", "+|o", "reported"}
STATUS = {
    "o|-": "possible", "probable": "possible", "question": "possible", "future": "expected", "would": "expected",
    "habitual": "ongoing", "purpose": "ongoing",
}  # fmt: skip


@cache
def assessed() -> dict[str, Assessment]:
    """Parse all examples in one go and assess the marked words."""
    examples = [row["example"] for row in ROWS]
    plain = [example.replace("*", "") for example in examples]
    found = {}
    for example, doc in zip(examples, load().pipe(plain, batch_size=128), strict=True):
        word = next(token for token in doc if token.idx == example.index("*"))
        found[example] = assess(word)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['word']}-{row.get('takes', '')}")
def test_example_is_assessed_as_the_cue_says(row: dict[str, str]) -> None:
    axes, effect = assessed()[row["example"]].axes, row["effect"]
    if effect in NEGATIVE:
        assert axes.polarity == "negative"
    elif effect in SO:
        assert (axes.status, axes.polarity) == ("happened", "positive")
    elif "n't" in row["example"] or " not " in row["example"].split("*")[0][-5:]:
        assert axes.status == "negated"
    else:
        assert axes.status == STATUS.get(effect, effect)


@pytest.mark.parametrize("row", [r for r in ROWS if r.get("vouches") == "yes"], ids=lambda row: row["word"])
def test_subject_of_a_vouching_verb_is_the_source(row: dict[str, str]) -> None:
    found = assessed()[row["example"]]
    assert found.source is not None
    assert found.source.text in row["example"].split("*")[0]
