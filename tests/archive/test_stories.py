"""Tables of stories as others write them: read whole, asked about, or refused; never lost in silence."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.archive.lines import cells, encoding_of, rows
from dragoman.archive.stories import Form, day_of, document_of, fields_of, form_of
from dragoman.errors import DateError, InputError, UsageError
from dragoman.model.document import Document

TEXT = "Chile recalled its envoy to Peru."


def table(folder: Path, words: str | bytes, name: str = "in.csv") -> Path:
    path = folder / name
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    return path


def documents(path: Path, form: Form | None = None) -> list[Document]:
    found = form_of(path, form or Form())
    return [document_of(row, f"line {line}", found) for line, row in rows(path, found.encoding)]


def reasons(path: Path) -> list[str]:
    told = []
    for line, row in rows(path):
        try:
            document_of(row, f"line {line}", Form())
        except InputError as error:
            told.append(str(error))
    return told


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_first_line_shows_what_separates_the_cells(tmp_path: Path, sign: str) -> None:
    path = table(tmp_path, f"id{sign}text{sign}title\n1{sign}{TEXT}{sign}News\n")

    assert [(d.id, d.text, d.title) for d in documents(path)] == [("1", TEXT, "News")]


def test_a_comma_in_a_quoted_name_of_a_column_separates_nothing(tmp_path: Path) -> None:
    path = table(tmp_path, f'"a, b, c";text\nx;{TEXT}\n')

    assert [d.text for d in documents(path)] == [TEXT]


@pytest.mark.parametrize(
    "header",
    [
        "Id,Text,Date,Title",
        "ID,body,published,headline",
        "id,Content,SQLDATE,Headline",
        "GLOBALEVENTID,Body,Event Date,title",
    ],
)
def test_columns_go_by_other_names_too(tmp_path: Path, header: str) -> None:
    path = table(tmp_path, f"{header}\n7,{TEXT},2024-06-19,News\n")

    assert [(d.id, d.text, d.published, d.title) for d in documents(path)] == [("7", TEXT, "2024-06-19", "News")]


def test_json_lines_go_by_other_names_too(tmp_path: Path) -> None:
    path = table(tmp_path, json.dumps({"ID": 7, "Body": TEXT, "published": 20240619}), "in.jsonl")

    assert [(d.id, d.text, d.published) for d in documents(path)] == [("7", TEXT, "2024-06-19")]


def test_the_very_name_comes_before_one_like_it() -> None:
    assert fields_of(["content", "text", "Date", "date"], {}) == {"text": "text", "date": "date"}


def test_which_column_is_the_text_is_asked_where_several_may_be(tmp_path: Path) -> None:
    path = table(tmp_path, f"id,body,content\n1,short,{TEXT}\n")

    with pytest.raises(UsageError, match="'body' and 'content' may each be the text; say which with --map text=body"):
        documents(path)
    assert [d.text for d in documents(path, Form(columns={"text": "content"}))] == [TEXT]


@pytest.mark.parametrize(
    ("header", "columns", "said"),
    [
        ("id,words", {}, "no column is known as the text; there are id, words: say which with --map text=COLUMN"),
        ("id,text", {"text": "Body"}, "no column 'Body'; there are id, text"),
        ("text,text", {}, "there are several columns 'text'; give each a name of its own"),
    ],
)
def test_a_table_without_its_text_is_refused_as_a_whole(
    tmp_path: Path, header: str, columns: dict[str, str], said: str
) -> None:
    path = table(tmp_path, f"{header}\n1,{TEXT}\n")

    with pytest.raises(UsageError, match=f"in.csv: {said}"):
        documents(path, Form(columns=columns))


def test_a_story_without_an_id_gets_one_of_its_content(tmp_path: Path) -> None:
    one, same, other = documents(table(tmp_path, f"text\n{TEXT}\n{TEXT}\nAnother.\n"))

    assert one.id == same.id != other.id


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_of_the_byte_order_costs_no_row(tmp_path: Path, name: str, encoding: str) -> None:
    words = f"id,text\n1,Málaga\n2,{TEXT}\n" if name == "in.csv" else '{"id":1,"text":"Málaga"}\n{"id":2,"text":"x"}\n'

    found = documents(table(tmp_path, words.encode(encoding), name))

    assert [d.id for d in found] == ["1", "2"]
    assert found[0].text == "Málaga"


def test_western_letters_of_one_byte_are_read_right(tmp_path: Path) -> None:
    path = table(tmp_path, f"id,text\n1,The talks in Málaga – “frank” – went on.\n2,{TEXT}\n".encode("cp1252"))

    assert encoding_of(path) == "cp1252"
    assert documents(path)[0].text == "The talks in Málaga – “frank” – went on."


def test_latin_1_is_read_right(tmp_path: Path) -> None:
    assert documents(table(tmp_path, "id,text\n1,Málaga and Köln\n".encode("latin-1")))[0].text == "Málaga and Köln"


def test_another_script_is_refused_unless_its_encoding_is_named(tmp_path: Path) -> None:
    path = table(tmp_path, "id,text\n1,Чили отозвала посла\n".encode("cp1251"))

    with pytest.raises(InputError, match="is not in UTF-8; save it so, or say with --encoding what it is in"):
        documents(path)
    assert documents(path, Form(encoding="cp1251"))[0].text == "Чили отозвала посла"


def test_a_damaged_byte_sets_its_row_aside_and_spoils_no_other(tmp_path: Path) -> None:
    path = table(
        tmp_path, "id,text\n1,Málaga\n2,M".encode() + b"\xff" + f"laga and so on\n3,Köln and {TEXT}\n".encode()
    )

    (reason,) = reasons(path)

    assert reason.startswith("line 3: holds bytes that are not UTF-8")
    assert [cells(row)["text"] for line, row in rows(path) if line != 3] == ["Málaga", f"Köln and {TEXT}"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (f"1,{TEXT},x,y", "has 4 cells for 2 columns; put text that holds a comma in quotes"),
        ('1,"Chile" recalled', "is no row of a .csv"),
        ('1,"Chile recalled', "is no row of a .csv"),
        ("1", "missing required field `text`"),
        ('1,"  "', "the text is empty"),
    ],
)
def test_a_row_that_is_not_whole_is_set_aside(tmp_path: Path, row: str, said: str) -> None:
    (reason,) = reasons(table(tmp_path, f"id,text\n{row}\n"))

    assert reason.startswith("line 2: ") and said in reason


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{"id":"a","text":"x","section":' + "[" * 5000 + "]" * 5000 + "}", "too deep in each other"),
        ('{"id":"a","text":"x"', "one object a line"),
        ("[]", "one object a line"),
        ('{"id":"a","text":5}', "Expected `str`, got `int`"),
        ('{"id":true,"text":"x"}', "got `bool`"),
    ],
)
def test_a_line_that_is_no_story_is_set_aside(tmp_path: Path, row: str, said: str) -> None:
    (reason,) = reasons(table(tmp_path, row + "\n", "in.jsonl"))

    assert reason.startswith("line 1: ") and said in reason


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-06-19", "2024-06-19"),
        ("2024-06", "2024-06"),
        (2024, "2024"),
        ("2024-06-18/2024-06-19", "2024-06-18/2024-06-19"),
        ("2024-06-19 00:00:00", "2024-06-19"),
        ("2024-06-19T08:00:00Z", "2024-06-19"),
        ("2024-06-19 08:00:00+00:00", "2024-06-19"),
        ("2024/6/9", "2024-06-09"),
        (20240619, "2024-06-19"),
        (20240619.0, "2024-06-19"),
        ("20240619120000", "2024-06-19"),
        (1718755200000, "2024-06-19"),
        ("19/06/2024", "2024-06-19"),
        ("06/19/2024 10:00", "2024-06-19"),
        ("6/6/2024", "2024-06-06"),
        ("05.06.2024", "2024-06-05"),
        ("NaT", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_as_pandas_gdelt_and_icews_write_them(given: Any, day: str | None) -> None:
    assert day_of(given, None) == day


@pytest.mark.parametrize("given", ["20241319", "2024-02-30", "31/02/2024", "soon", "05/06/2024", "0000-01-01", 5])
def test_what_is_no_day_or_may_be_two_is_refused(given: Any) -> None:
    with pytest.raises(DateError, match=r"^date: "):
        day_of(given, None)


@pytest.mark.parametrize(
    ("others", "day"),
    [(["19/06/2024"], "2024-06-05"), (["06/19/2024"], "2024-05-06"), ([], None), (["19/06/2024", "06/19/2024"], None)],
)
def test_the_other_rows_tell_whether_the_day_leads(tmp_path: Path, others: list[str], day: str | None) -> None:
    dates = ["05/06/2024", *others]
    path = table(tmp_path, "id,text,date\n" + "".join(f"{n},{TEXT},{date}\n" for n, date in enumerate(dates)))
    form = form_of(path, Form())
    ((_, first), *_) = rows(path, form.encoding)

    if day:
        assert document_of(first, "line 2", form).published == day
    else:
        with pytest.raises(InputError, match="line 2: date: '05/06/2024' may be two days, and no other row tells"):
            document_of(first, "line 2", form)
    assert document_of(first, "line 2", Form(day_first=True)).published == "2024-06-05"
