"""What a command writes is written whole or not at all, never over what it read, nor over files of others."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calling import Told, call

STORY = json.dumps({"id": "a", "text": "Chile recalled its envoy to Peru.", "date": "2024-06-01"}) + "\n"
WORD = json.dumps({"id": "a", "text": "They met.", "event": {"start": 5, "end": 8}}) + "\n"

Writing = Callable[[str], Told]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text(STORY, encoding="utf-8")
    Path("words.jsonl").write_text(WORD, encoding="utf-8")
    Path("page.txt").write_text("A page\n\nNorway’s premier met the Danish king on Tuesday.", encoding="utf-8")
    Path("visits.csv").write_text("visitor,country,start,end,who,role,locale,remarks\n", encoding="utf-8")
    Path("redlines.toml").write_bytes((Path(__file__).parents[2] / "src/dragoman/watch/example.toml").read_bytes())
    return tmp_path


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    (folder / "page.txt").write_text("A page\n\nNorway’s premier met the Danish king on Tuesday.", encoding="utf-8")
    assert call("add", folder / "page.txt", "--date", "2024-06-19", "--db", folder / "d.sqlite").status == 0
    return folder / "d.sqlite"


TABLES: dict[str, Writing] = {
    "code": lambda out: call("code", "in.jsonl", "-o", out),
    "actors": lambda out: call("actors", "in.jsonl", "-o", out),
    "status": lambda out: call("status", "words.jsonl", "-o", out),
}
PAGES: dict[str, Writing] = {
    "brief": lambda out: call("brief", "page.txt", "--html", out),
    "relations": lambda out: call("relations", "RUS", "PRK", "--db", "d.sqlite", "--html", out),
    "precedents": lambda out: call("precedents", "RUS", "PRK", "--db", "d.sqlite", "--html", out),
    "watch": lambda out: call("watch", "--peek", "--db", "d.sqlite", "--html", out),
    "import": lambda out: call("treaties", "import", "visits", "visits.csv", "--ledger", out),
    "watch --init": lambda out: call("watch", "--init", "--lines", out),
}
ALL = TABLES | PAGES


@pytest.fixture
def with_record(record: Path) -> None:
    shutil.copy(record, "d.sqlite")


@pytest.mark.parametrize("writing", ALL)
@pytest.mark.parametrize(
    "out", ["folder.jsonl", "none/out.jsonl", "x" * 300 + ".jsonl", "/proc/out.jsonl", "loop.jsonl"]
)
def test_an_output_that_cannot_be_is_told_in_one_line(writing: str, out: str, with_record: None) -> None:
    Path("folder.jsonl").mkdir()
    Path("loop.jsonl").symlink_to("loop.jsonl")
    before = sorted(Path().iterdir())

    told = ALL[writing](out)

    assert (told.status, told.out) == (2, "")
    (error,) = [line for line in told.err.splitlines() if not line.startswith("dragoman: ")]
    assert error.startswith("error: ") and "; " in error
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    ("writing", "given"),
    [
        *((name, "words.jsonl" if name == "status" else "in.jsonl") for name in TABLES),
        ("brief", "page.txt"),
        ("relations", "d.sqlite"),
        ("precedents", "d.sqlite"),
        ("watch", "d.sqlite"),
        ("watch", "redlines.toml"),
        ("relations", "redlines.toml"),
    ],
)
@pytest.mark.parametrize("link", [None, os.symlink, os.link], ids=["itself", "symbolic link", "hard link"])
def test_an_input_is_never_written_over(
    writing: str, given: str, link: Callable[[str, str], None] | None, with_record: None
) -> None:
    before = Path(given).read_bytes()
    out = f"./{given}"
    if link:
        out = "out.jsonl"
        link(given, out)

    told = ALL[writing](out)

    assert told.status == 2
    assert "is one of the inputs, and would be lost; name another file" in told.err
    assert Path(given).read_bytes() == before


def test_a_page_of_a_folder_is_an_input_too() -> None:
    Path("pages").mkdir()
    Path("pages/page.html").write_bytes(Path("page.txt").read_bytes())

    told = call("brief", "pages", "--html", "pages/page.html")

    assert told.status == 2
    assert "is one of the inputs" in told.err


def test_the_file_of_bad_rows_is_no_input_either() -> None:
    Path("out.rejected.jsonl").write_text(STORY, encoding="utf-8")

    told = call("code", "out.rejected.jsonl", "-o", "out.jsonl")

    assert told.status == 2
    assert told.err.startswith("error: out.rejected.jsonl: is one of the inputs")
    assert Path("out.rejected.jsonl").read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("writing", TABLES)
@pytest.mark.parametrize("mine", ["mine", "", '{"file": "x", "line": 1}\n'])
def test_a_file_of_somebody_else_under_the_name_of_the_bad_rows_is_left_alone(writing: str, mine: str) -> None:
    Path("out.rejected.jsonl").write_text(mine, encoding="utf-8")

    told = TABLES[writing]("out.jsonl")

    assert told.status == 2
    assert told.err.startswith(
        "error: out.rejected.jsonl: bad rows would be written here, and the file holds something"
    )
    assert Path("out.rejected.jsonl").read_text(encoding="utf-8") == mine
    assert not Path("out.jsonl").exists()


@pytest.mark.parametrize("writing", TABLES)
def test_bad_rows_of_an_earlier_run_give_way(writing: str) -> None:
    given = Path("words.jsonl" if writing == "status" else "in.jsonl")
    good = given.read_bytes()
    given.write_bytes(b"{bad\n" + good)
    TABLES[writing]("out.jsonl")
    (first,) = Path("out.rejected.jsonl").read_text(encoding="utf-8").splitlines()
    given.write_bytes(good + b"\n{bad\n")
    TABLES[writing]("out.jsonl")
    (second,) = Path("out.rejected.jsonl").read_text(encoding="utf-8").splitlines()
    given.write_bytes(good)
    TABLES[writing]("out.jsonl")

    assert (json.loads(first)["line"], json.loads(second)["line"]) == (1, 3)
    assert not Path("out.rejected.jsonl").exists()


@pytest.mark.parametrize("writing", ALL)
def test_a_part_of_somebody_else_is_left_alone(writing: str, with_record: None) -> None:
    Path("out.jsonl.part").write_text("mine", encoding="utf-8")

    ALL[writing]("out.jsonl")

    assert Path("out.jsonl.part").read_text(encoding="utf-8") == "mine"
    assert Path("out.jsonl").exists()


@pytest.mark.parametrize("out", ["-", "", "out.csv", "/dev/null", "/dev/full"])
def test_code_writes_jsonl_only(out: str) -> None:
    told = call("code", "in.jsonl", "-o", out)

    assert (told.status, told.out) == (2, "")
    assert "`code` writes .jsonl so far; give the output that ending" in told.err


@pytest.mark.parametrize("name", ["in.jsonl", "x.csv"])
def test_a_table_that_may_not_be_read_or_is_none_is_told(name: str) -> None:
    if name == "x.csv":
        Path(name).write_text('id,text\n1,"' + "a" * 60_000_000 + '"\n', encoding="utf-8")
        told = call("code", name, "-o", "out.jsonl")
        assert told.err.startswith("error: x.csv: cannot be read (field larger than field limit")
    else:
        Path(name).unlink()
        Path(name).mkdir()
        told = call("code", name, "-o", "out.jsonl")

    assert told.status == 2
    assert not Path("out.jsonl").exists()
