"""`dragoman brief`, with a coder that finds nothing put in the place of the real one."""

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.model.document import Document
from dragoman.model.reading import Notice, Reading
from tests import calling

PAGE = "A calm week\n\nThe Norwegian prime minister visited Finland on Tuesday. The talks were short.\n"

Call = Callable[..., calling.Told]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Give a function that calls `dragoman brief` in a folder with one page."""

    def nothing_coded(document: Document, notices: tuple[Notice, ...] = (), **_: object) -> Reading:
        return Reading(id=document.id, document=document, notices=notices)

    monkeypatch.setattr(pipeline, "brief", nothing_coded)
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    return partial(calling.call, "brief")


def test_a_page_is_printed(call: Call) -> None:
    status, out, err = call("page.txt", "--date", "2024-06-19")

    assert (status, err) == (0, "")
    assert out.startswith("A calm week\nnews · 19 June 2024 (given)\n")


def test_json_is_one_reading_for_one_page(call: Call) -> None:
    status, out, _ = call("page.txt", "--date", "2024-06", "--json")

    assert (status, json.loads(out)["document"]["published"]) == (0, "2024-06")


def test_json_is_a_list_for_several_pages(call: Call) -> None:
    _, out, _ = call("page.txt", "page.txt", "--json")

    assert len(json.loads(out)) == 2


def test_json_of_a_folder_is_a_list_even_of_one(call: Call) -> None:
    Path("pages").mkdir()
    Path("pages/one.txt").write_text(PAGE, encoding="utf-8")

    assert len(json.loads(call("pages", "--json")[1])) == 1


def test_standard_input_is_read(call: Call) -> None:
    status, out, _ = call("-", "--json", stdin=PAGE.encode())

    assert (status, json.loads(out)["document"]["title"]) == (0, "A calm week")


@pytest.mark.parametrize("day", ["yesterday", "2024-13", "2024-02-30", "2024-06-18/2024-06-19", "199X", "2024-22", ""])
def test_a_date_that_is_no_day_month_or_year_is_refused(call: Call, day: str) -> None:
    status, out, err = call("page.txt", "--date", day)

    assert (status, out) == (2, "")
    assert err.startswith("error: date: ")


def test_a_bad_page_is_told_and_counted_and_the_run_goes_on(call: Call) -> None:
    Path("bad.txt").write_bytes(b"\x00\x01\x02\xff" * 100)

    status, out, err = call("bad.txt", "missing.txt", "page.txt", "--json")

    assert (status, len(json.loads(out))) == (1, 1)
    assert "bad.txt" in err
    assert "missing.txt: no such file or folder" in err
    assert err.endswith("dragoman: 2 of 3 pages could not be read\n")


def test_status_is_2_when_nothing_could_be_read(call: Call) -> None:
    status, out, err = call("missing.txt")

    assert (status, out) == (2, "")
    assert "no page could be read" in err


def test_files_of_other_kinds_in_a_folder_are_counted(call: Call) -> None:
    Path("picture.png").write_bytes(b"\x89PNG")

    status, _, err = call(".", "--json")

    assert status == 0
    assert "files in folders that are no pages, left alone: 1" in err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(call: Call) -> None:
    Path("closed").mkdir(mode=0)

    assert "closed: cannot be read" in call("closed", "page.txt")[2]


def test_a_page_over_the_limit_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_MAX_PAGE_MB", "1")

    status, _, err = call("-", stdin=b"word " * 300_000)

    assert status == 2
    assert "standard input" in err


def test_html_is_one_file(call: Call) -> None:
    status, out, err = call("page.txt", "--html", "brief.html")

    assert (status, out, err) == (0, "", "brief written to brief.html\n")
    assert "A calm week" in Path("brief.html").read_text(encoding="utf-8")


def test_html_and_json_go_together(call: Call) -> None:
    _, out, _ = call("page.txt", "--html", "brief.html", "--json")

    assert json.loads(out)["document"]["title"] == "A calm week"
    assert Path("brief.html").exists()


def test_html_that_cannot_be_written_is_told(call: Call) -> None:
    status, _, err = call("page.txt", "--html", "no/such/folder.html")

    assert status == 2
    assert err.startswith("error: no/such/folder.html: cannot be written")


def test_several_pages_are_parted_by_a_rule(call: Call) -> None:
    assert "\n" + "─" * 100 + "\n" in call("page.txt", "page.txt")[1]


@pytest.mark.parametrize(("form", "start"), [("--markdown", "# A calm week\n"), ("--mail", "<!DOCTYPE html>")])
def test_other_shapes_go_to_standard_output(call: Call, form: str, start: str) -> None:
    status, out, _ = call("page.txt", form)

    assert (status, out.startswith(start)) == (0, True)


def test_json_and_another_shape_do_not_go_together(call: Call) -> None:
    status, out, err = call("page.txt", "--json", "--mail")

    assert (status, out) == (2, "")
    assert err.startswith("error: --json and --mail")


def test_json_has_what_the_brief_says(call: Call) -> None:
    told = json.loads(call("page.txt", "--json")[1])

    assert {"lead", "sections", "sentences", "notes"} == set(told["brief"])
    events = {event for part in told["brief"]["sections"] for line in part["lines"] for event in line["events"]}
    assert events <= {event["id"] for event in told["events"]}


def test_a_setting_says_from_which_confidence_on_lines_are_printed(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_SURE_FRAMES", "1")

    assert "lines are printed from a confidence of 1.00 on" in call("page.txt")[1]
