"""The main job, by the installed program alone: run by `.ci/run` from outside the checkout, and with the suite."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman

TOOL = os.environ.get("DRAGOMAN") or str(Path(sys.executable).parent / "dragoman")
NEAR = (Path(__file__).parents[1] / "examples", Path(__file__).parents[2] / "examples")
EXAMPLES = Path(os.environ.get("DRAGOMAN_EXAMPLES") or next(folder for folder in NEAR if folder.is_dir()))


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([TOOL, *words], cwd=cwd, capture_output=True, text=True, check=False)


def test_a_page_becomes_a_brief_whose_quotes_are_slices(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "editorial.txt", tmp_path)

    done = run("brief", "editorial.txt", "--date", "2024-11-26", "--json", cwd=tmp_path)

    found = json.loads(done.stdout)
    reading = found[0] if isinstance(found, list) else found
    text = reading["document"]["text"]
    spans = [event["evidence"] for event in reading["events"]]
    assert done.returncode == 0
    assert len(spans) > 5
    assert all(text[span["start"] : span["end"]] == span["quote"] for span in spans)


def test_stories_become_events_in_input_order(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "stories.jsonl", tmp_path)
    stories = [json.loads(line) for line in (tmp_path / "stories.jsonl").read_text(encoding="utf-8").splitlines()]

    done = run("code", "stories.jsonl", "-o", "out.jsonl", cwd=tmp_path)

    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert done.returncode == 0
    assert [line["id"] for line in out] == [str(story["id"]) for story in stories]
    assert any(line["events"] for line in out)


@pytest.mark.parametrize(
    "words",
    [
        ("treaties", "RUS", "PRK", "--on", "2024-12-05"),
        ("casus", "--attack", "PRK:KOR", "--on", "2024-12-05"),
        ("precedents", "RUS", "PRK", "--db", "none.sqlite"),
        ("--help",),
    ],
)
def test_commands_answer_without_a_record(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(*words, cwd=tmp_path)

    assert "Traceback" not in done.stderr
    assert done.stdout


def test_the_package_ships_its_data() -> None:
    folder = Path(dragoman.__file__).parent

    assert (folder / "syntax" / "model" / "config.cfg").is_file()
    assert (folder / "vocab" / "data" / "world" / "treaties" / "treaties.csv").is_file()
    assert (folder / "py.typed").is_file()
