"""Each cue's example, in which the word it bears on stands between asterisks, is assessed as the cue says."""

from functools import cache

import pytest

from dragoman.coding.attribution import source_of
from dragoman.coding.status import Assessment, assess
from dragoman.syntax.parsed import carry
from dragoman.syntax.pipeline import load
from dragoman.vocab import shipped

TABLES = {
    "governors.csv": ("word", "kind", "takes", "effect", "vouches", "example"),
    "modals.csv": ("word", "effect", "example"),
    "conditions.csv": ("word", "effect", "example"),
}
ROWS = [row.cells for name, columns in TABLES.items() for row in shipped().cues.folder.rows(name, *columns)]
NEGATIVE = {"-|+", "-|o", "-|-", "denied", "ended", "unlikely"}
SO = {"+|+", "+|-", "+|o", "reported"}
STATUS = {
    "o|-": "possible", "probable": "possible", "question": "possible", "future": "expected", "would": "expected",
    "habitual": "ongoing", "purpose": "ongoing",
}  # fmt: skip


@cache
def assessed() -> dict[str, tuple[Assessment, str | None]]:
    """Parse all examples in one go and assess the marked words; with each, the source that vouches for it."""
    examples = [row["example"] for row in ROWS]
    plain = [example.replace("*", "") for example in examples]
    found = {}
    for example, doc in zip(examples, load().pipe(plain, batch_size=128), strict=True):
        word = next(token for token in carry(doc, shipped()) if token.idx == example.index("*"))
        assessment = assess(word)
        source = source_of(word, assessment.speech)
        found[example] = assessment, source.text if source is not None else None
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['word']}-{row.get('takes', '')}")
def test_example_is_assessed_as_the_cue_says(row: dict[str, str]) -> None:
    axes, effect = assessed()[row["example"]][0].axes, row["effect"]
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
    _, source = assessed()[row["example"]]
    assert source is not None
    assert source in row["example"].split("*")[0]
