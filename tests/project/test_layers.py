"""Which room may import which: the table of docs/architecture.md, held against every import of the package."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import dragoman

ROOT = Path(dragoman.__file__).parent

LEFT_OF_DESK = {
    "model", "vocab", "intake", "syntax", "actors", "times", "treaty_text", "coding", "ledger", "record", "relations",
    "alarm", "watch", "precedents",
}  # fmt: skip

MAY_IMPORT = {
    "model": set(),
    "vocab": {"model"},
    "intake": {"model", "vocab"},
    "syntax": {"model", "vocab"},
    "actors": {"model", "vocab", "syntax"},
    "times": {"model", "vocab", "syntax"},
    "coding": {"model", "vocab", "syntax", "actors", "times", "treaty_text"},
    "treaty_text": {"model", "vocab", "syntax", "actors", "times"},
    "record": {"model", "vocab"},
    "ledger": {"model", "vocab"},
    "relations": {"model", "vocab", "record", "ledger"},
    "watch": {"model", "vocab", "record", "ledger", "relations", "alarm"},
    "alarm": {"model", "vocab", "record", "ledger", "relations"},
    "precedents": {"model", "vocab", "record", "ledger", "relations"},
    "pipeline": {"model", "vocab", "intake", "times", "coding", "ledger"},
    "desk": {*LEFT_OF_DESK, "pipeline"},
    "render": {*LEFT_OF_DESK - {"coding", "intake", "treaty_text"}, "desk"},
    "archive": {"model", "vocab", "syntax", "pipeline", "desk"},
    "cli": {"model", "record", "ledger", "desk", "render", "archive"},
}
"""A room may import itself and what stands in EVERYWHERE, and the rooms named here."""

FREE = {"__main__"}
EVERYWHERE = {"errors", "settings", "files"}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dragoman"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("dragoman.")}
    return found


FILES = sorted(p for p in ROOT.rglob("*.py") if room_of(p) not in FREE | EVERYWHERE | {"__init__"})


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_stands_left_of_it(path: Path) -> None:
    room = room_of(path)

    allowed = MAY_IMPORT[room] | {room} | EVERYWHERE | {"__version__"}

    assert imported_rooms(path) <= allowed


def test_every_room_is_in_the_table() -> None:
    rooms = {p.name for p in ROOT.iterdir() if p.is_dir() and (p / "__init__.py").exists()}

    assert rooms - FREE <= set(MAY_IMPORT)


def test_only_the_syntax_room_loads_spacy() -> None:
    loaders = {
        room_of(path)
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "spacy" for alias in node.names)
    }

    assert loaders == {"syntax"}


def test_a_class_name_means_one_thing() -> None:
    names = Counter(
        node.name
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )

    assert [name for name, count in names.items() if count > 1] == []
