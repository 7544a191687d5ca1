"""A fault in any stage of coding sets aside the document in which it lies, and no other."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest
from tests.calling import Told, call

from dragoman.archive import coding

GOOD = "Hungary's premier met the Slovak president in Vienna on Monday. It was their third meeting."
BAD = (
    "Chile recalled its envoy to Peru on Monday after a row over Zanzibar. "
    "Chile and Peru signed a treaty of friendship over Zanzibar in 1999."
)

STAGES: dict[str, Callable[..., Any]] = {
    "dragoman.archive.coding.document_of": lambda row, *_: row,
    "dragoman.pipeline.language_of": lambda text: text,
    "dragoman.times.find_times": lambda text, *_: text,
    "dragoman.times.hang": lambda text, *_: text,
    "dragoman.actors.finder.ActorFinder": lambda text, *_: text,
    "dragoman.coding.coder.split_sentences": lambda text, _: text,
    "dragoman.coding.candidates.frames.Frames.choose": lambda _, page, __: page.document.text,
    "dragoman.syntax.pipeline.Parser._whole": lambda _, sentence: sentence,
    "dragoman.coding.coder.code_sentence": lambda sentence, *_: sentence.page.document.text,
    "dragoman.coding.coder.ordinal_notes": lambda sentence, _: sentence.page.document.text,
    "dragoman.coding.coder.level_claims": lambda sentence, _: sentence.page.document.text,
    "dragoman.coding.coder.Treaties.read": lambda _, sentence, __: sentence.page.document.text,
    "dragoman.coding.coder.refined": lambda events: [event.evidence.quote for event in events],
    "dragoman.pipeline.checks_of": lambda reading, **_: reading.document.text,
}
"""Each stage of the way of a story, and how its text is found in what the stage is called with."""


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [{"id": str(n), "text": BAD if n == 2 else f"{GOOD} Number {n}.", "date": "2024-03-05"} for n in range(5)]
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def named(stage: str) -> Any:
    """Give what a stage is called by; the module `times.hang` is hidden by its function."""
    holder, _, name = stage.rpartition(".")
    return getattr(resolve_name(holder), name)


def plant(stage: str, monkeypatch: pytest.MonkeyPatch, fault: Callable[[], None]) -> None:
    """Let a stage fail where it is called for the bad story."""
    real, shown = named(stage), STAGES[stage]

    def planted(*given: Any, **more: Any) -> Any:
        if "Zanzibar" in str(shown(*given, **more)):
            fault()
        return real(*given, **more)

    monkeypatch.setattr(stage, planted)


def break_off() -> None:
    raise IndexError("planted")


def check_that_one_is_set_aside(told: Told, reason: str) -> None:
    assert told.status == 1
    assert "1 bad rows kept aside" in told.err
    assert [json.loads(line)["id"] for line in Path("out.jsonl").read_text().splitlines()] == ["0", "1", "3", "4"]
    (bad,) = [json.loads(line) for line in Path("out.rejected.jsonl").read_text().splitlines()]
    assert (bad["line"], json.loads(bad["row"])["text"]) == (3, BAD)
    assert bad["reason"].startswith("in.jsonl, line 3: ") and reason in bad["reason"]


@pytest.mark.parametrize("stage", STAGES)
def test_a_fault_in_one_stage_sets_one_document_aside(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(stage, monkeypatch, break_off)

    told = call("code", "in.jsonl", "-o", "out.jsonl")

    check_that_one_is_set_aside(told, "IndexError: planted")


def test_what_takes_too_long_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def last() -> None:
        begun = time.process_time()
        while time.process_time() - begun < 60:
            sum(range(100_000))

    call("code", "in.jsonl", "-o", "warm.jsonl")  # what words mean is read before the clock runs
    plant("dragoman.coding.coder.code_sentence", monkeypatch, last)
    monkeypatch.setenv("DRAGOMAN_DOCUMENT_SECONDS", "2")

    told = call("code", "in.jsonl", "-o", "out.jsonl")

    check_that_one_is_set_aside(told, "took more than 2 seconds")


def test_without_a_limit_nothing_is_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    real = coding.one_document
    monkeypatch.setattr(coding, "one_document", lambda where, seconds=0: seen.append(seconds) or real(where, seconds))
    monkeypatch.setenv("DRAGOMAN_DOCUMENT_SECONDS", "0")

    told = call("code", "in.jsonl", "-o", "out.jsonl")

    assert (told.status, set(seen)) == (0, {0})
