"""The command line as a whole: lazy commands, exit statuses, errors in one line."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.main import COMMANDS, dragoman


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dragoman", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    result = CliRunner().invoke(dragoman, [name, "--help"])

    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from click.testing import CliRunner; from dragoman.cli.main import dragoman; " \
        "CliRunner().invoke(dragoman, ['--help']); " \
        "print([m for m in ('spacy', 'rich', 'trafilatura', 'jinja2', 'yaml') if m in sys.modules])"  # fmt: skip

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_an_unknown_command_is_misuse() -> None:
    assert run("frobnicate").returncode == 2


def test_an_error_is_told_in_one_line_with_status_2(tmp_path: Path) -> None:
    result = run("code", str(tmp_path / "none.jsonl"), "-o", str(tmp_path / "out.jsonl"))

    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "no such file" in result.stderr
