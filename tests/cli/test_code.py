"""`dragoman code` as it is called: what it asks, tells and gives as its status."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.calling import Told, call

TEXT = "Chile recalled its envoy to Peru on Monday."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def code(words: str | bytes, *options: str, name: str = "in.csv") -> Told:
    Path(name).write_bytes(words.encode() if isinstance(words, str) else words)
    return call("code", name, "-o", "out.jsonl", *options)


def documents() -> list[dict[str, Any]]:
    return [json.loads(line)["document"] for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_column_is_named() -> None:
    told = code(f"nr;Words\n1;{TEXT}\n", "--map", "text=Words", "--map", "id=nr")

    assert (told.status, told.err) == (0, "1 documents, 1 events: out.jsonl\n")
    assert [(page["id"], page["text"]) for page in documents()] == [("1", TEXT)]


@pytest.mark.parametrize("pair", ["Words", "text=", "words=Words", "=Words"])
def test_what_names_no_column_is_told(pair: str) -> None:
    told = code(f"id,Words\n1,{TEXT}\n", "--map", pair)

    assert told.status == 2
    assert told.err.startswith(f"error: --map: {pair!r} is no field and column; write one of id, text, date")


def test_a_table_without_a_text_is_refused_and_nothing_is_written() -> None:
    told = code(f"id,Words\n1,{TEXT}\n")

    assert told.status == 2
    assert told.err == (
        "error: in.csv: no column is known as the text; there are id, Words: say which with --map text=COLUMN\n"
    )
    assert not Path("out.jsonl").exists()


def test_the_day_leads_where_it_is_said() -> None:
    code(f"text,date\n{TEXT},05/06/2024\n", "--dates", "mdy")

    assert documents()[0]["published"] == "2024-05-06"


def test_another_encoding_is_told_or_named() -> None:
    words = "id,text\n1,The talks in Málaga ended on Monday after three days.\n"

    told = code(words.encode("latin-1"))
    assert (told.status, documents()[0]["text"][13:19]) == (0, "Málaga")
    assert "in.csv: not UTF-8, and read as cp1252" in told.err

    assert "cp1252" not in code(words.encode("latin-1"), "--encoding", "latin-1").err
    assert code(words, "--encoding", "klingon").err.startswith("error: --encoding: 'klingon' is none; write cp1252")
    assert code(words, "--encoding", "hex").status == 2


def test_when_most_rows_are_bad_the_status_says_so_and_the_cause_is_told_once() -> None:
    bad = "".join(f'{{"id": "{n}", "text": "x", "date": "soon"}}\n' for n in range(6))

    told = code('{"id": "a"}\n' + bad + f'{{"id": "b", "text": "{TEXT}"}}\n', name="in.jsonl")

    assert told.status == 1
    assert told.err.splitlines()[-2:] == [
        "7 bad rows kept aside: out.rejected.jsonl",
        "error: most rows were set aside, 7 of 8, as this one: in.jsonl, line 2: date: 'soon' is no date that fits; "
        "write 2024-06-19, 2024-06, 2024 or 2024-06-18/2024-06-19, of the years 0001 to 2999",
    ]
    assert len(documents()) == 1


def test_half_of_the_rows_are_not_most() -> None:
    assert code(f'{{"id": "a"}}\n{{"id": "b", "text": "{TEXT}"}}\n', name="in.jsonl").status == 0


def test_ids_that_come_twice_are_told() -> None:
    row = f'{{"id": "a", "text": "{TEXT}"}}\n'

    told = code(row * 3, name="in.jsonl")

    assert told.status == 0
    assert "dragoman: 2 rows have the id of an earlier one, the first is 'a'; all are written" in told.err
    assert len(documents()) == 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Außenminister reiste am Montag nach Warschau und sprach dort mit der Regierung über den Vertrag.", "de"),
        ("日本の外相は月曜日にソウルで韓国の外相と会談した。", "ja"),
        ("The foreign minister travelled to Warsaw on Monday and spoke with the government about the treaty.", "en"),
        ("Oslo, Monday", "en"),
    ],
)
def test_a_text_is_marked_with_its_language(text: str, language: str) -> None:
    code(json.dumps({"id": "a", "text": text}) + "\n", name="in.jsonl")

    assert documents()[0]["language"] == language
