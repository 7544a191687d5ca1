"""The command line as a whole: lazy commands, exit statuses, the one shape of errors."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.cli.main import COMMANDS
from tests.calling import call


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every call is made in a folder with one page, and no record."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("A page\n\nThe harbour is open.", encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    told = call(name, "--help")

    assert (told.status, told.err) == (0, "")
    assert told.out.startswith(f"Usage: dragoman {name}")


@pytest.mark.parametrize(
    "code", ["import dragoman", "from dragoman.cli.main import run; import sys; sys.argv[1:] = ['--help']; run()"]
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    heavy = ("spacy", "rich", "trafilatura", "jinja2", "yaml", "msgspec", "sqlite3", "urllib.request")
    code = f"import atexit, sys; atexit.register(lambda: print([m for m in {heavy} if m in sys.modules])); {code}"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [("-c", "import dragoman"), ("-m", "dragoman", "--help")])
def test_it_starts_at_once(words: tuple[str, ...]) -> None:
    """Under 0.1 seconds of the processor, the best of five: a start is not to be felt."""
    spent = min(_seconds(words) for _ in range(5))

    assert spent < 0.1


def _seconds(words: tuple[str, ...]) -> float:
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("brief",),
        ("brief", "page.txt", "--nonsense"),
        ("brief", "page.txt", "--db", "x.sqlite"),
        ("brief", "none.txt"),
        ("brief", ""),
        ("add", "none.txt"),
        ("code", "none.jsonl", "-o", "out.jsonl"),
        ("code", "page.txt", "-o", "out.jsonl"),
        ("code", ".", "-o", "out.jsonl"),
        ("code", "page.txt", "-o", "out.csv"),
        ("code", "page.txt", "-o", "out.jsonl", "--jobs", "-1"),
        ("actors", "none.jsonl", "-o", "out.jsonl"),
        ("status", ".", "-o", "out.jsonl"),
        ("events",),
        ("events", "--type", "nope"),
        ("events", "--limit", "-1"),
        ("events", "--acting", "--db", "none.sqlite"),
        ("show", "0" * 16),
        ("show", "%"),
        ("withdraw", "x", "--by", "Ada", "--why", "misread"),
        ("treaties", "KOR"),
        ("treaties", "KOR", "QQQ"),
        ("treaties", "KOR", "USA", "--ledger", "none.json"),
        ("treaties", "KOR", "USA", "--ledger", "page.txt"),
        ("treaties", "KOR", "USA", "--ledger", "."),
        ("treaties", "read", "none.txt"),
        ("treaties", "import", "atop", "none.csv", "--ledger", "l.json"),
        ("treaties", "import", "visits", "page.txt", "--ledger", "l.json"),
        ("treaties", "import", "tables", ".", "--ledger", "l.json"),
        ("casus", "--attack", "PRK", "--on", "2024-01-01"),
        ("casus", "--attack", "::", "--on", "2024-01-01"),
        ("casus", "--attack", "PRK:PRK", "--on", "2024-01-01"),
        ("casus", "--attack", "RUS:SUN", "--on", "2024-01-01"),
        ("relations", "RUS", "RUS"),
        ("relations", "RUS", "PRK", "--db", "page.txt"),
        ("precedents", "RUS", "PRK", "--most", "0"),
        ("watch", "--db", "none.sqlite"),
        ("watch", "--lines", "none.toml"),
        ("watch", "--lines", "page.txt"),
        ("why", "none.txt"),
        ("why", "."),
        ("why", "page.txt", "page.txt"),
        ("vocab", "nonsense"),
    ],
    ids=" ".join,
)
def test_what_a_user_does_wrong_is_told_in_one_shape(words: tuple[str, ...]) -> None:
    """`error: what happened, where; what to do`, a line each, and status 2."""
    told = call(*words)

    assert (told.status, told.out) == (2, "")
    assert told.err
    for line in told.err.splitlines():
        assert line.startswith("error: ")
        assert "; " in line
        assert not line.endswith(".")


def test_the_program_alone_prints_its_help() -> None:
    told = call()

    assert told.status == 2
    assert told.err.startswith("Usage: dragoman [OPTIONS] COMMAND")


def test_findings_give_status_1(tmp_path: Path) -> None:
    (tmp_path / "treaties.csv").write_text("id,name\n", encoding="utf-8")

    told = call("treaties", "check", str(tmp_path))

    assert told.status == 1
    assert told.out == "1 errors in the treaty tables.\n"


def test_that_it_was_stopped_is_told_without_a_traceback() -> None:
    code = "import sys; sys.argv[1:] = ['brief', '-']; from dragoman.cli.main import run; run()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as waiting:  # fmt: skip
        time.sleep(1.5)
        waiting.terminate()
        _, err = waiting.communicate(timeout=20)

    assert (waiting.returncode, err) == (143, "")
