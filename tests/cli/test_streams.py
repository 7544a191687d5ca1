"""Standard output that is closed, full, or read no further; signs that it cannot show. All as a shell does it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DRAGOMAN = f"{sys.executable} -m dragoman"

PRINTING = [
    "--help",
    "brief page.txt",
    "brief page.txt --json",
    "treaties RUS PRK",
    "treaties RUS PRK --json",
    "casus --attack PRK:KOR --on 2024-12-05",
    "relations RUS PRK",
    "precedents RUS PRK --json",
    "events --db d.sqlite",
    "why page.txt",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("streams")
    (path / "page.txt").write_text("A page\n\nChile’s president visited Peru on Tuesday.", encoding="utf-8")
    done = shell("add page.txt --date 2024-06-19 --db d.sqlite", path)
    assert done.returncode == 0
    return path


def shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{DRAGOMAN} {line}"],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", **environment},
        timeout=120,
    )


@pytest.mark.parametrize("command", PRINTING)
def test_a_reader_that_has_seen_enough_is_no_error(command: str, folder: Path) -> None:
    done = shell(f"{command} | head -c 20 > /dev/null", folder)

    assert done.returncode in (0, 141)
    assert "error" not in done.stderr and "Exception" not in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("command", PRINTING)
@pytest.mark.parametrize(("where", "why"), [("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
def test_an_output_that_takes_nothing_is_an_error_without_a_traceback(
    command: str, where: str, why: str, folder: Path
) -> None:
    done = shell(f"{command} {where}", folder)

    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines() if not line.startswith("dragoman: ")]
    assert lines == [f"error: standard output: cannot be read or written ({why}); check it, its rights and its room"]


@pytest.mark.parametrize("command", ["code none.jsonl -o out.jsonl", "events --db none.sqlite", "nonsense"])
@pytest.mark.parametrize("where", ["2>&-", "2> /dev/full"])
def test_an_error_that_nobody_can_hear_keeps_its_status(command: str, where: str, folder: Path) -> None:
    done = shell(f"{command} {where}", folder)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


def test_a_closed_input_is_told(folder: Path) -> None:
    done = shell("brief - <&-", folder)

    assert done.returncode == 2
    assert done.stderr == "error: standard input is closed; give a page as a file\n"


@pytest.mark.parametrize("command", ["brief page.txt", "brief page.txt --json", "treaties RUS PRK", "why page.txt"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_signs_that_the_output_does_not_know_are_no_error(command: str, encoding: str, folder: Path) -> None:
    done = shell(command, folder, PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_a_closed_output_matters_only_to_who_prints(folder: Path) -> None:
    (folder / "in.jsonl").write_text('{"id": "a", "text": "Oslo"}\n', encoding="utf-8")

    done = shell("actors in.jsonl -o out.jsonl >&-", folder)

    assert (done.returncode, done.stderr) == (0, "1 phrases resolved, 0 set aside.\n")
    assert (folder / "out.jsonl").exists()
