"""Every error says what happened, where, and, behind a semicolon, what to do."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman import errors
from dragoman.errors import DragomanError

ROOT = Path(dragoman.__file__).parent
OURS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, DragomanError)}


def raised(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and wording of each error that has words of its own; `{}` stands for what is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OURS and node.args:
            words = wording(node.args[0])
            if words and words.replace("{}", "").strip(": \n"):
                yield node.lineno, words


def wording(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


MESSAGES = [
    pytest.param(words, id=f"{path.relative_to(ROOT)}:{line}")
    for path in sorted(ROOT.rglob("*.py"))
    for line, words in raised(path)
]


@pytest.mark.parametrize("words", MESSAGES)
def test_an_error_says_what_to_do(words: str) -> None:
    assert "; " in words
    assert not words.endswith(".")
