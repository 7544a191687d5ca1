"""The documents tell of every setting, command and error."""

from pathlib import Path

import pytest

from dragoman import errors
from dragoman.cli.main import COMMANDS
from dragoman.settings import SETTINGS

DOCS = Path(__file__).parents[2] / "docs"


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"dragoman {command}" in text_of("commands.md")


@pytest.mark.parametrize("setting", [name for name, _, _ in SETTINGS])
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in text_of("commands.md")


@pytest.mark.parametrize(
    "name", [n for n, e in vars(errors).items() if isinstance(e, type) and issubclass(e, Exception)]
)
def test_every_error_stands_in_the_tree(name: str) -> None:
    assert name in (errors.__doc__ or "")
