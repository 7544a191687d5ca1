"""The desk's file: what it may say, and errors that name file, line and key."""

from pathlib import Path

import pytest

from dragoman.errors import LinesError
from dragoman.vocab import shipped
from dragoman.watch.lines import example_lines, example_text, places_of, read_lines, read_text
from dragoman.watch.nouns import DeedCondition, LevelCondition, TreatyCondition

GOOD = """\
# lines
[[line]]
name = "radar"
title = "Chile gives Peru a radar"
sources = 3
since = "2024"

  [[line.when]]
  who = ["CHL"]
  to = "PER"
  act = "AID"
  words = ["radar"]

  [[line.when]]
  treaty = "defense"
  between = ["CHL", "PER"]

[[line]]
name = "alliance"
  [line.when]
  level = "alliance"
  between = ["CHL", "BOL"]
"""


def test_a_file_gives_lines_with_their_conditions() -> None:
    found = read_text(GOOD, "desk.toml", shipped())

    radar, alliance = found.lines
    assert radar.conditions == (
        DeedCondition(acts=("AID",), who=("CHL",), to=("PER",), words=("radar",)),
        TreatyCondition(treaty="defense", between=("CHL", "PER")),
    )
    assert (radar.sources, radar.since, radar.within) == (3, "2024", None)
    assert alliance.title == "alliance"
    assert isinstance(alliance.conditions[0], LevelCondition)


def test_an_organisation_may_do_a_deed_and_has_no_alarm() -> None:
    (line,) = read_text(
        '[[line]]\nname = "n"\n[line.when]\nwho = "NATO"\nto = "SRB"\nact = "ASSAULT"\n', "x", shipped()
    ).lines

    assert line.conditions == (DeedCondition(acts=("ASSAULT",), who=("NATO",), to=("SRB",)),)
    assert (
        read_text('[[line]]\nname = "n"\n[line.when]\nwho = "NATO"\nto = "SRB"\nact = "AID"\n', "x", shipped()).dyads
        == ()
    )


def test_the_dyads_of_the_lines_are_watched_unless_others_are_named() -> None:
    assert read_text(GOOD, "x", shipped()).dyads == (("CHL", "PER"), ("CHL", "BOL"))
    assert read_text(GOOD + '[alarm]\ndyads = [["ARG", "CHL"]]\n', "x", shipped()).dyads == (("ARG", "CHL"),)


def test_what_is_only_shown_makes_no_other_line() -> None:
    one, other = (
        read_text(GOOD, "x", shipped()).lines[0],
        read_text(GOOD.replace("gives", "hands"), "x", shipped()).lines[0],
    )
    third = read_text(GOOD.replace("sources = 3", "sources = 2"), "x", shipped()).lines[0]

    assert one.definition == other.definition != third.definition


BAD = [
    ("sources = 3", "sources = 0", "desk.toml, line 5, key 'sources': wants a whole number from 1 up, not 0"),
    ("sources = 3", 'sources = "3"', "desk.toml, line 5, key 'sources': wants a whole number from 1 up, not '3'"),
    ('since = "2024"', "since = 2024-01-01", "line 6, key 'since': wants a date in quotes"),
    ('since = "2024"', 'since = "spring"', "line 6, key 'since': date: 'spring' is no date that fits; write"),
    ('since = "2024"', 'since = "2024/.."', "line 6, key 'since': date: '2024/..' is no date that fits"),
    ('"CHL"]\n  to', '"CHILE"]\n  to', "line 9, key 'who': 'CHILE' is no code of a state or an organisation"),
    ('act = "AID"', 'act = "HELP"', "line 11, key 'act': 'HELP' is no PLOVER type; known are ACCUSE"),
    ('act = "AID"', 'act = "AID"\n  mode = "visit"', "line 12, key 'mode': 'visit' is no mode of AID"),
    ('act = "AID"', 'act = "AID"\n  status = "done"', "line 12, key 'status': 'done' is no status"),
    ('act = "AID"', 'act = "AID"\n  about = "boats"', "line 12, key 'about': 'boats' is no topic"),
    ('words = ["radar"]', "words = []", "line 12, key 'words': the list is empty"),
    ('words = ["radar"]', "wrods = 1", "line 12, key 'wrods': no key is called 'wrods' here; known are who, to"),
    ('act = "AID"', "", "line 8: a condition has one of act (a deed), treaty (an obligation) or level; this has none"),
    ('treaty = "defense"', 'treaty = "peace"', "line 15, key 'treaty': 'peace' is no obligation"),
    ('treaty = "defense"', 'treaty = "defense"\n  who = "CHL"', "line 16, key 'who': 'who' does not go with 'treaty'"),
    ('between = ["CHL", "PER"]', "", "line 14: a condition on a treaty says between which two states"),
    ('between = ["CHL", "PER"]', 'between = ["CHL"]', "line 16, key 'between': wants two codes"),
    ('between = ["CHL", "PER"]', 'between = ["RUS", "SUN"]', "line 16, key 'between': RUS and SUN are one state"),
    ('"CHL", "BOL"', '"CHL", 5', "line 22, key 'between': 5 is no code of a state"),
    ('level = "alliance"', 'level = "pals"', "line 21, key 'level': 'pals' is no level"),
    ('name = "alliance"', 'name = "radar"', "line 19, key 'name': two lines are called 'radar'"),
    ('name = "alliance"\n', "", "line 18: the line has no 'name'"),
    ('name = "radar"', 'name = " "', "line 3, key 'name': wants words in quotes"),
    ("# lines", "desk = 1", "line 1, key 'desk': no key is called 'desk' here"),
    ("# lines", 'alarm = "all"', "wants a table: write [alarm]"),
    ("# lines", "[[line", "desk.toml: not valid TOML"),
    ("# lines", '[alarm]\ndyads = ["CHL"]', "line 2, key 'dyads': wants pairs of codes"),
]


@pytest.mark.parametrize(("old", "new", "told"), BAD)
def test_what_is_wrong_is_told_with_line_and_key(old: str, new: str, told: str) -> None:
    assert old in GOOD

    with pytest.raises(LinesError) as error:
        read_text(GOOD.replace(old, new), "desk.toml", shipped())

    assert told in str(error.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(LinesError) as error:
        read_text(GOOD.replace("sources = 3", "sources = -1").replace('"AID"', '"HELP"'), "desk.toml", shipped())

    assert str(error.value).count("desk.toml, line") == 2


@pytest.mark.parametrize("text", ["", "[alarm]\ndyads = []\n", "line = 3\n", "line = []\n", "line = [3]\n"])
def test_a_file_without_lines_is_refused(text: str) -> None:
    with pytest.raises(LinesError, match="no red line"):
        read_text(text, "desk.toml", shipped())


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")

    with pytest.raises(LinesError, match="not UTF-8"):
        read_lines(tmp_path / "latin.toml", shipped())
    with pytest.raises(LinesError, match="cannot be read"):
        read_lines(tmp_path / "none.toml", shipped())


def test_the_example_is_a_good_file_and_watches_the_two_lines() -> None:
    found = example_lines(shipped())

    assert [line.name for line in found.lines] == ["submarine and re-entry technology", "automatic intervention"]
    assert len(found.dyads) == 3


def test_the_line_that_the_example_keeps_back_is_good_too() -> None:
    text = example_text()
    kept = text[text.index('# [[line]]\n# name = "partnership"') : text.index("# The dyads")]

    found = read_text(kept.replace("# ", "").replace("#   ", "  "), "example", shipped())

    assert isinstance(found.lines[0].conditions[0], LevelCondition)


def test_keys_are_found_within_their_own_table() -> None:
    found = places_of(GOOD)

    assert found["line", (0,), "name"] == 3
    assert found["line", (1,), "name"] == 19
    assert found["line.when", (0, 0), "act"] == 11
    assert found["line.when", (0, 1), "treaty"] == 15
    assert found["line.when", (1,), "level"] == 21
