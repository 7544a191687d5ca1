"""Signs that a terminal would obey never reach it, whatever file or name they come from."""

import json
from pathlib import Path

import pytest

from tests.calling import call

ESCAPE = "\x1b[31m"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_name_of_a_file_is_told_without_them() -> None:
    told = call("brief", f"none{ESCAPE}.txt")

    assert told.status == 2
    assert "none [31m.txt: no such file" in told.err


def test_a_treaty_of_a_ledger_file_is_printed_without_them() -> None:
    party = {"code": "FRA", "signed": "1999-01-01"}
    treaty = {
        "id": "fra-tgo-1999", "name": f"Red {ESCAPE}treaty\u202e\u009b", "kind": "defense", "signed": "1999-01-01",
        "clauses": [{"article": "1", "obligation": "defense", "trigger": "an attack", "duty": "to help"}],
        "parties": [party, {**party, "code": "TGO"}], "source": "own",
    }  # fmt: skip
    Path("ledger.json").write_text(json.dumps({"version": 1, "treaties": [treaty]}), encoding="utf-8")

    told = call("treaties", "FRA", "TGO", "--ledger", "ledger.json")

    assert told.status == 0
    assert "Red" in told.out and "treaty" in told.out
    assert not [sign for sign in told.out + told.err if not sign.isprintable() and sign != "\n"]
