"""`dragoman watch` as the desk calls it."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.watch import watch
from dragoman.errors import DateError, LinesError, OutputError, RecordError
from dragoman.record import Record
from dragoman.vocab import shipped
from tests.watch.test_webhook import Receiver, receiver  # noqa: F401
from tests.watch.world import told

LINES = """\
[[line]]
name = "radar"
title = "Chile gives Peru a <radar>"
response = "Call the envoy in"
owner = "Desk"
  [[line.when]]
  who = "CHL"
  to = "PER"
  act = "AID"
  words = "radar"
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    for name in ("WEBHOOK", "WEBHOOK_SECRET", "WEBHOOK_SECONDS", "LINES", "DB", "SETTINGS"):
        monkeypatch.delenv(f"DRAGOMAN_{name}", raising=False)
    (tmp_path / "redlines.toml").write_text(LINES, encoding="utf-8")
    with Record.open("dragoman.sqlite", shipped()) as record:
        record.add(told())
    yield tmp_path


def call(*words: str) -> Result:
    return CliRunner().invoke(watch, list(words), catch_exceptions=True)


def test_it_exits_with_1_when_something_moved_and_with_0_when_not(desk: Path) -> None:
    first, second = call(), call()

    assert (first.exit_code, second.exit_code) == (1, 0)
    assert "MOVED" in first.stdout
    assert "since the last look nothing moved" in second.stdout


def test_it_prints_the_line_with_sentence_response_and_owner(desk: Path) -> None:
    printed = call().stdout

    for words in (
        "REPORTED",
        "Chile gives Peru a <radar>",
        "“Chile sent a radar to Peru.”",
        "Call the envoy in",
        "Desk",
    ):
        assert words in printed


def test_peeking_notes_nothing(desk: Path) -> None:
    assert [call("--peek").exit_code, call("--peek").exit_code, call().exit_code, call().exit_code] == [1, 1, 1, 0]


def test_json_holds_lines_alarms_moves_and_citations_and_is_the_same_twice(desk: Path) -> None:
    one, other = call("--peek", "--json"), call("--peek", "--json")

    found = json.loads(one.stdout)
    assert one.stdout == other.stdout
    assert found["lines"][0]["status"] == "reported"
    assert found["moves"][0]["after"] == "reported"
    assert found["alarms"][0]["band"] == "calm"
    assert found["citations"][0]["quote"] == "Chile sent a radar to Peru."


def test_html_is_one_page_in_which_everything_is_escaped(desk: Path) -> None:
    with Record.open("dragoman.sqlite", shipped()) as record:
        record.add(told("Chile sent a radar <script>alert(1)</script> to Peru.", source="<b>Post</b>"))

    assert call("--html", "watch.html").exit_code == 1

    page = (desk / "watch.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "Chile gives Peru a &lt;radar&gt;" in page
    assert 'class="strip reported"' in page or 'class="strip crossed"' in page
    assert page.count('id="s1"') == 1


def test_a_page_on_which_nothing_bears_says_so(desk: Path) -> None:
    assert call("--html", "watch.html", "--on", "2001-01-01").exit_code == 0

    page = (desk / "watch.html").read_text(encoding="utf-8")
    assert "No sentence on record bears on the lines" in page
    assert "Alarm: Chile and Peru: calm" in page


def test_every_link_of_the_page_leads_somewhere(desk: Path) -> None:
    import re

    call("--html", "watch.html")
    page = (desk / "watch.html").read_text(encoding="utf-8")

    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_moves_are_listed_with_time_and_reason(desk: Path) -> None:
    call()

    listed = call("--moves").stdout

    assert "radar: clear → reported (as of 2024-05-02)" in listed
    assert "1 independent source says that it was done" in listed
    assert json.loads(call("--moves", "--json").stdout)[0]["move"]["name"] == "radar"


def test_init_writes_the_example_and_never_over_a_file(desk: Path) -> None:
    assert call("--init", "--lines", "new.toml").exit_code == 0
    assert "[[line]]" in (desk / "new.toml").read_text(encoding="utf-8")

    again = call("--init", "--lines", "new.toml")

    assert isinstance(again.exception, OutputError)
    assert "there is a file already" in str(again.exception)


def test_without_a_file_the_example_is_watched_and_that_is_told(desk: Path) -> None:
    (desk / "redlines.toml").unlink()

    result = call("--json")

    assert "there is no redlines.toml" in result.stderr
    assert len(json.loads(result.stdout)["lines"]) == 2


def test_a_file_that_is_named_must_be_there(desk: Path) -> None:
    assert isinstance(call("--lines", "none.toml").exception, LinesError)


def test_a_record_must_be_there(desk: Path) -> None:
    assert isinstance(call("--db", "none.sqlite").exception, RecordError)


@pytest.mark.parametrize("day", ["2024", "2024-13-01", "yesterday"])
def test_the_day_must_be_one(desk: Path, day: str) -> None:
    assert isinstance(call("--on", day).exception, DateError)


def test_the_day_asked_for_is_kept_to(desk: Path) -> None:
    found = json.loads(call("--peek", "--json", "--on", "2024-05-01").stdout)

    assert (found["on"], found["lines"][0]["status"]) == ("2024-05-01", "clear")


def test_a_day_that_is_asked_for_notes_nothing_and_moves_nothing(desk: Path) -> None:
    call()

    then = call("--on", "2024-05-01")

    assert then.exit_code == 0
    assert "since the last look" not in then.stdout
    assert call().exit_code == 0


def set_webhook(monkeypatch: pytest.MonkeyPatch, address: str, seconds: str = "2") -> None:
    monkeypatch.setenv("DRAGOMAN_WEBHOOK", address)
    monkeypatch.setenv("DRAGOMAN_WEBHOOK_SECRET", "key")
    monkeypatch.setenv("DRAGOMAN_WEBHOOK_SECONDS", seconds)


def test_moves_are_sent_once(desk: Path, monkeypatch: pytest.MonkeyPatch, receiver: Receiver) -> None:  # noqa: F811
    set_webhook(monkeypatch, receiver.address)

    assert (call().exit_code, call().exit_code) == (1, 0)

    assert len(receiver.came) == 1


def test_a_webhook_that_never_answers_holds_nothing_up(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.watch.webhook.PAUSES", ())
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        set_webhook(monkeypatch, f"http://127.0.0.1:{deaf.getsockname()[1]}/", seconds="1")
        begun = time.monotonic()
        result = call()

    assert result.exit_code == 1
    assert "REPORTED" in result.stdout
    assert "no answer in time" in result.stderr
    assert time.monotonic() - begun < 15


def test_what_could_not_be_sent_is_sent_the_next_time(
    desk: Path, monkeypatch: pytest.MonkeyPatch, receiver: Receiver  # noqa: F811
) -> None:  # fmt: skip
    receiver.answers[:] = [403]
    set_webhook(monkeypatch, receiver.address)

    first, second = call(), call()

    assert "answered 403" in first.stderr
    assert second.exit_code == 0
    assert [json.loads(body)["moves"][0]["name"] for _, body in receiver.came] == ["radar", "radar"]


def test_a_webhook_without_a_secret_is_told_and_the_watch_goes_on(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_WEBHOOK", "https://desk.example/")

    result = call()

    assert result.exit_code == 1
    assert "webhook_secret" in result.stderr


def test_what_nobody_could_read_has_not_been_seen(desk: Path) -> None:
    """Moves are noted after they were printed: where the output takes nothing, they are told again."""
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m dragoman watch > /dev/full"], cwd=desk, check=False)

    assert done.returncode == 2
    assert (call().exit_code, call().exit_code) == (1, 0)
