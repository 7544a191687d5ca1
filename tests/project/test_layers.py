"""Which room may import which: the table of docs/architecture.md, held against every import of the package."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
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

MODULE = re.compile(r"dragoman(?:\.\w+)+")
"""A string that names a module, as `import_module` takes it."""

FREE = {"__main__"}
EVERYWHERE = {"errors", "settings", "files"}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(node: ast.AST, path: Path) -> Iterator[str]:
    """Yield the full names of what a node imports: modules, names out of them, and modules named in a string."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = ("dragoman", *path.relative_to(ROOT).parts)[: -node.level] if node.level else ()
        module = ".".join((*package, *filter(None, [node.module])))
        yield from (f"{module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and MODULE.fullmatch(node.value):
        yield from (name for name in [node.value] if (ROOT / name.split(".")[1]).is_dir())


def imported_rooms(path: Path) -> set[str]:
    names = (name.split(".") for node in ast.walk(tree_of(path)) for name in imported(node, path))
    return {parts[1] for parts in names if parts[0] == "dragoman" and len(parts) > 1}


FILES = sorted(p for p in ROOT.rglob("*.py") if room_of(p) not in FREE | EVERYWHERE | {"__init__"})


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_stands_left_of_it(path: Path) -> None:
    room = room_of(path)

    allowed = MAY_IMPORT[room] | {room} | EVERYWHERE | {"__version__"}

    assert imported_rooms(path) <= allowed


def test_every_room_is_in_the_table() -> None:
    rooms = {p.name for p in ROOT.iterdir() if p.is_dir() and (p / "__init__.py").exists()}

    assert rooms - FREE <= set(MAY_IMPORT)


@pytest.mark.parametrize(
    ("code", "room"),
    [
        ("import dragoman.record.rows", "record"),
        ("from dragoman import record", "record"),
        ("from dragoman.record import Record", "record"),
        ("from dragoman.record.rows import encoded", "record"),
        ("from ..record import Record", "record"),
        ("from .. import record", "record"),
        ("import_module('dragoman.record.rows')", "record"),
        ("def late():\n    from dragoman.record import Record", "record"),
        ("print('dragoman reads pages')", None),
    ],
)
def test_an_import_is_seen_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, room: str):
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    (tmp_path / "watch").mkdir()
    (tmp_path / "record").mkdir()
    (tmp_path / "watch/look.py").write_text(code)

    assert imported_rooms(tmp_path / "watch/look.py") == ({room} if room else set())


OWN = {"_replace", "_fields", "_asdict", "_make", "_exit"}
"""Names of named tuples, and of `os`, that are public in spite of their underscore."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__") and name not in OWN


def private_names(room: str) -> set[str]:
    """Give the private names that a room makes: functions, classes, attributes, constants."""
    nodes = [node for path in ROOT.rglob("*.py") if room_of(path) == room for node in ast.walk(tree_of(path))]
    made = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    made |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    made |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    return {name for name in made if is_private(name)}


@pytest.mark.parametrize("room", sorted({room_of(path) for path in ROOT.rglob("*.py")}))
def test_private_names_stay_in_their_room(room: str) -> None:
    own, crossing = private_names(room), []
    for path in (path for path in ROOT.rglob("*.py") if room_of(path) == room):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in own:
                crossing.append(f"{path.name}: {ast.unparse(node)}")
            for name in imported(node, path):
                if (
                    name.startswith("dragoman.")
                    and any(map(is_private, name.split(".")))
                    and room not in name.split(".")
                ):
                    crossing.append(f"{path.name}: {name}")

    assert crossing == []


STATEMENT = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|BEGIN|COMMIT|ROLLBACK|WITH)\b[^a-z]*\s")
"""How a statement of SQL begins, as it is written here: in capitals."""


def test_only_the_record_speaks_sql_and_holds_a_connection() -> None:
    speakers = set()
    for path in (path for path in ROOT.rglob("*.py") if room_of(path) != "record"):
        for node in ast.walk(tree_of(path)):
            called = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
            said = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if called.lstrip("_") in ("sqlite3", "connection", "execute", "executemany") or STATEMENT.match(said):
                speakers.add(f"{path.relative_to(ROOT)}: {called or said}")
            speakers |= {f"{path.relative_to(ROOT)}: {name}" for name in imported(node, path) if name == "sqlite3"}

    assert speakers == set()


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
