"""A fault in any stage of a page's way sets that page aside; the others are read, added and printed."""

from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest

from tests.calling import call

PAGE = "{title}\n\nATHENS, 20 June 2024 - {who} met his Turkish counterpart on Tuesday. It was the third meeting.\n"

STAGES: dict[str, Callable[..., Any]] = {
    "dragoman.intake.page.decode": lambda raw, **_: raw,
    "dragoman.intake.page.lines_of": lambda text, **_: text,
    "dragoman.intake.page.language_of": lambda text, _: text,
    "dragoman.pipeline.dated": lambda document, _: document.text,
    "dragoman.times.find_times": lambda text, *_: text,
    "dragoman.coding.coder.code_sentence": lambda sentence, *_: sentence.page.document.text,
}
"""Stages of a page's way before it is added or printed, and how its text is found in what each is called with."""

LATER: dict[str, Callable[..., Any]] = {
    "dragoman.record.record.Prepared": lambda reading, _: reading.document.text,
    "dragoman.record.record.write": lambda _, made, __: made.document.text,
    "dragoman.desk.adding.earlier_events_of": lambda _, reading: reading.document.text,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    for number in range(3):
        who = "Zanzibar's envoy" if number == 1 else "Greece's foreign minister"
        page = PAGE.format(title=f"Harbour talks {number}", who=who)
        Path(f"pages/{number}.txt").write_text(page, encoding="utf-8")


def named(stage: str) -> Any:
    """Give what a stage is called by; the module `times.hang` is hidden by its function."""
    holder, _, name = stage.rpartition(".")
    return getattr(resolve_name(holder), name)


def plant(stage: str, shown: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    real = named(stage)

    def planted(*given: Any, **more: Any) -> Any:
        if "Zanzibar" in str(shown(*given, **more)):
            raise IndexError("planted")
        return real(*given, **more)

    monkeypatch.setattr(stage, planted)


@pytest.mark.parametrize("stage", STAGES)
def test_a_fault_in_one_page_leaves_the_others(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(stage, STAGES[stage], monkeypatch)

    told = call("brief", "pages")

    assert told.status == 1
    assert "Harbour talks 0" in told.out and "Harbour talks 2" in told.out and "Harbour talks 1" not in told.out
    assert "error: pages/1.txt: reading it broke off (IndexError: planted" in told.err
    assert told.err.endswith("dragoman: 1 of 3 pages could not be read\n")


@pytest.mark.parametrize("stage", [*list(STAGES)[-1:], *LATER])
def test_a_fault_while_one_page_is_added_leaves_the_others(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(stage, (STAGES | LATER)[stage], monkeypatch)

    told = call("add", "pages", "--db", "d.sqlite")

    assert told.status == 1
    assert [line.split()[-1] for line in told.out.splitlines() if line.startswith("added")] == ["0", "2"]
    assert "IndexError: planted" in told.err and "1 of 3 pages could not be read" in told.err


def test_a_fault_while_one_page_is_printed_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    plant("dragoman.render.text.print_sheet", lambda sheet, *_: sheet, monkeypatch)

    told = call("brief", "pages")

    assert told.status == 1
    assert "Harbour talks 0" in told.out and "Harbour talks 2" in told.out
    assert "IndexError: planted" in told.err and "1 of 3 pages could not be read" in told.err


def test_a_fault_while_one_page_is_drawn_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    plant("dragoman.desk.desk.of_page", lambda reading, _: reading.document.text, monkeypatch)

    told = call("brief", "pages", "--html", "out.html")

    page = Path("out.html").read_text(encoding="utf-8")
    assert (told.status, "Harbour talks 0" in page, "Harbour talks 1" in page) == (1, True, False)


def test_a_page_whose_encoding_is_none_is_no_end() -> None:
    Path("pages/1.txt").write_bytes(
        b'<html><meta charset="undefined"><p>Zanzibar\xff met Greece on Tuesday.</p></html>'
    )

    told = call("brief", "pages", "--json")

    assert told.status in (0, 1)
    assert told.out.count('"Harbour talks') == 2
