"""The documents tell of every setting, command and error."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dragoman import errors
from dragoman.cli.main import COMMANDS
from dragoman.settings import ALLOWED, Settings

DOCS = Path(__file__).parents[2] / "docs"


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"dragoman {command}" in text_of("commands.md")


@pytest.mark.parametrize("setting", ALLOWED)
def test_every_setting_is_documented_with_what_it_means_and_what_is_allowed(setting: str) -> None:
    (row,) = [line for line in text_of("commands.md").splitlines() if line.startswith(f"| `{setting}` |")]
    (field,) = [field for field in fields(Settings) if field.name == setting]
    _, default, means, allowed = (cell.strip() for cell in row.strip("|").split("|"))

    assert default.strip("`") == str(field.default)
    assert means == field.metadata["help"]
    assert allowed == ALLOWED[setting].words


@pytest.mark.parametrize(
    "name", [n for n, e in vars(errors).items() if isinstance(e, type) and issubclass(e, Exception)]
)
def test_every_error_stands_in_the_tree(name: str) -> None:
    assert name in (errors.__doc__ or "")


@pytest.mark.parametrize("name", ["precedents.md", "relations.md", "watch.md"])
def test_the_python_examples_of_a_document_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    code = [block for block in re.findall(r"```python\n(.*?)```", text_of(name), re.DOTALL) if "dragoman" in block]

    for block in code:
        exec(compile(block, name, "exec"), {})

    assert code
