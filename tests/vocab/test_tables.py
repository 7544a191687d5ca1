"""Tables are read in one way, and every error names the file and the line or entry."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import VocabError
from dragoman.vocab.expressions import read_expressions
from dragoman.vocab.tables import Folder, Row, once

HEAD = ("name", "kind", "size", "from")


def folder(tmp_path: Path, text: str, file: str = "t.csv") -> Folder:
    (tmp_path / file).write_text(text, encoding="utf-8")
    return Folder(tmp_path, "data")


def row(tmp_path: Path, cells: str) -> Row:
    """Give the row of a table that has one."""
    (found,) = folder(tmp_path, f"{','.join(HEAD)}\n{cells}\n").rows("t.csv", *HEAD)
    return found


def test_a_row_gives_its_cells_and_where_they_stand(tmp_path: Path) -> None:
    found = row(tmp_path, 'Oslo,"town, big",3,1991')

    assert (found["name"], found["kind"], found.where) == ("Oslo", "town, big", "data/t.csv, line 2")


def test_what_is_right_is_given(tmp_path: Path) -> None:
    found = row(tmp_path, "a b,x,-3,1991-12")

    assert (found.filled("name"), found.one_of("kind", ("x", "")), found.whole("size")) == ("a b", "x", -3)
    assert (found.number("size"), found.date("from"), found.several("name")) == (-3.0, "1991-12", ("a", "b"))
    assert found.pattern("kind").pattern == "x"


@pytest.mark.parametrize(
    ("cells", "ask", "told"),
    [
        (" ,x,1,", lambda r: r.filled("name"), "there is no name; write one"),
        ("a,y,1,", lambda r: r.one_of("kind", ("x", "")), "kind is 'y'; write one of (empty), x"),
        ("a,y,1,", lambda r: r.known("kind", {"x"}, "x.csv"), "kind 'y' does not stand in x.csv; mend it"),
        ("a,x,many,", lambda r: r.number("size"), "size 'many' is no number; write one"),
        ("a,x,1.5,", lambda r: r.whole("size"), "size '1.5' is no whole number; write one"),
        ("(a,x,1,", lambda r: r.pattern("name"), "the pattern '(a' cannot be read"),
        ("a,x,1,1991-13", lambda r: r.date("from"), "from '1991-13' is no date; write 1991"),
        ("a,x,1,then", lambda r: r.date("from"), "from 'then' is no date"),
    ],
)
def test_a_cell_that_will_not_do_is_told_with_file_and_line(
    tmp_path: Path, cells: str, ask: Callable[[Row], object], told: str
) -> None:
    with pytest.raises(VocabError) as caught:
        ask(row(tmp_path, cells))

    assert str(caught.value).startswith(f"data/t.csv, line 2: {told}")


@pytest.mark.parametrize(
    ("begin", "end", "right"),
    [("1991", "1990", False), ("1991-12", "1991-11-30", False), ("1991-12-26", "1991", True), ("", "1990", True)],
)
def test_a_spell_does_not_end_before_it_begins(tmp_path: Path, begin: str, end: str, right: bool) -> None:
    (found,) = folder(tmp_path, f"begin,end\n{begin},{end}\n").rows("t.csv", "begin", "end")

    if right:
        found.spell()
    else:
        with pytest.raises(VocabError, match=r"data/t\.csv, line 2: the end .* is before the beginning"):
            found.spell()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,kind,size\na,b,1\n", "data/t.csv, line 1: the columns are name,kind,size; write name,kind,size,from"),
        ("name,size,kind,from\n", "data/t.csv, line 1: the columns are name,size,kind,from; write"),
        ("", "data/t.csv, line 1: the columns are ; write"),
        ("name,kind,size,from\na,b,1,\na,b,1\n", "data/t.csv, line 3: 3 cells, not 4; quote cells with a comma"),
        ("name,kind,size,from\na,b,1,,x\n", "data/t.csv, line 2: 5 cells, not 4"),
    ],
    ids=["a column missing", "another order", "empty", "too few cells", "too many cells"],
)
def test_a_table_of_another_shape_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(VocabError) as caught:
        list(folder(tmp_path, text).rows("t.csv", *HEAD))

    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("file", ["none.csv", "none/t.csv", "t.csv/t.csv"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    with pytest.raises(VocabError) as caught:
        folder(tmp_path, "").text(file)

    assert str(caught.value) == f"data/{file}: there is no such file; put it there, or mend the name"


def test_a_key_may_stand_once(tmp_path: Path) -> None:
    seen: dict[str, str] = {}
    first, second = folder(tmp_path, "name\na\na\n").rows("t.csv", "name")
    once(seen, first["name"], first)

    with pytest.raises(VocabError, match=r"data/t\.csv, line 3: 'a' stands in line 2 too; leave one"):
        once(seen, second["name"], second)


def test_a_folder_names_what_stands_below_it(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "b.csv").write_text("x", encoding="utf-8")
    (tmp_path / "en" / "a.csv").write_text("x", encoding="utf-8")
    below = Folder(tmp_path, "data") / "en"

    assert (below.name, below.files(".csv"), below.text("a.csv")) == ("data/en", ["a.csv", "b.csv"], "x")


@pytest.mark.parametrize(
    ("text", "read", "told"),
    [
        ("- [", lambda f: f.yaml("t.yaml"), "data/t.yaml: not valid YAML: "),
        ("a: b", lambda f: f.entries("t.yaml"), "data/t.yaml: no list of entries; "),
        ("- k: a\n- b", lambda f: f.entries("t.yaml", "k"), "data/t.yaml, entry 2: 'b' has no keys; "),
        ("- b", lambda f: f.lists("t.yaml"), "data/t.yaml: its entries have no names; "),
        ("a: [1]", lambda f: f.lists("t.yaml"), "data/t.yaml, 'a': [1] is no list of words; "),
        ("a: []", lambda f: f.lists("t.yaml"), "data/t.yaml, 'a': the list is empty; "),
        ("- k: a\n  l: 1", lambda f: f.entries("t.yaml", "k")[0].text("l"), "data/t.yaml, k 'a': l is 1; write words"),
        ("- k: a\n  l: b", lambda f: f.entries("t.yaml", "k")[0].texts("l"), "data/t.yaml, k 'a', l: 'b' is no list"),
        ("- l: [a]", lambda f: f.entries("t.yaml")[0].one_of("l", ("b",)), "data/t.yaml, entry 1: l is ['a']; write"),
        ("- k: a", lambda f: f.entries("t.yaml")[0].only(("l",)), "data/t.yaml, entry 1: unknown key ['k']; "),
        ("- k: a", lambda f: f.entries("t.yaml")[0].only("kl", "kl"), "data/t.yaml, entry 1: no key ['l']; "),
        ('"a": "("', lambda f: read_expressions(f, "t.yaml"), "data/t.yaml: 'a' cannot be read"),
        (
            '"a": "<<a>>"',
            lambda f: read_expressions(f, "t.yaml"),
            "data/t.yaml: 'a' cannot be read, or names none, or it",
        ),
        ('"a": "<<b>>"', lambda f: read_expressions(f, "t.yaml"), "data/t.yaml: 'a' cannot be read, or names none"),
        ('"a": 1', lambda f: read_expressions(f, "t.yaml"), "data/t.yaml: 'a' is 1; write a regular expression"),
    ],
)
def test_a_yaml_table_that_will_not_do_is_told_by_file_and_entry(
    tmp_path: Path, text: str, read: Callable[[Folder], object], told: str
) -> None:
    with pytest.raises(VocabError) as caught:
        read(folder(tmp_path, text, "t.yaml"))

    assert str(caught.value).startswith(told)
