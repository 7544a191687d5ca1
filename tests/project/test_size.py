"""Files and functions stay small; an exception needs a line here with its reason."""

import ast
from pathlib import Path

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parent
FILE_LIMIT, FUNCTION_LIMIT = 400, 50

LARGER: dict[str, str] = {}

FILES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > FUNCTION_LIMIT]

    assert str(path.relative_to(ROOT)) in LARGER or (source.count("\n") <= FILE_LIMIT and not long)


def test_the_main_path_is_short() -> None:
    assert (ROOT / "pipeline.py").read_text(encoding="utf-8").count("\n") < 150


COMMAND_LIMIT = 40
"""Lines of a command: it parses, asks and prints; what is more belongs into the desk, or into render."""

COMMANDS = [
    pytest.param(function, id=f"{path.stem}.{function.name}")
    for path in sorted((ROOT / "cli").glob("*.py"))
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(function, ast.FunctionDef)
]


@pytest.mark.parametrize("function", COMMANDS)
def test_a_command_is_thin(function: ast.FunctionDef) -> None:
    assert (function.end_lineno or function.lineno) - function.lineno + 1 <= COMMAND_LIMIT
