"""The command `dragoman actors`."""

import json

import pytest
from click.testing import CliRunner

from dragoman.cli.actors import actors, resolve_line
from dragoman.errors import InputError


def test_a_line_gives_country_sector_and_actors():
    row = resolve_line('{"id": "a", "text": "Peruvian police"}', "in.jsonl, line 1")

    assert (row["id"], row["country"], row["sector"]) == ("a", "PER", "COP")
    assert row["actors"] == [{"text": "Peruvian police", "code": "PER", "sector": "COP", "name": None}]


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 5}', '{"id": 1, "text": "x", "date": "soon"}']
)
def test_a_bad_line_is_named(line):
    with pytest.raises(InputError, match=r"in\.jsonl, line 7"):
        resolve_line(line, "in.jsonl, line 7")


def test_bad_lines_are_kept_aside(tmp_path):
    """Good lines are written in order; bad ones go to OUT.rejected.jsonl with their number and reason."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": 1, "text": "Oslo"}\nnot json\n\n{"id": 2, "text": "a cat"}\n', encoding="utf-8")

    result = CliRunner().invoke(actors, [str(source), "-o", str(out)])

    assert result.exit_code == 0 and "1 set aside" in result.output
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == [1, 2]
    assert json.loads((tmp_path / "out.jsonl.rejected.jsonl").read_text(encoding="utf-8"))["line"] == 2
