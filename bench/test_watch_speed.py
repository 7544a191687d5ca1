"""How long the watch takes: 100 red lines and the alarms of their dyads over 100,000 event claims.

Run with `-s` to see the figures. The record is that of `test_record_speed.py`.
"""

import random
import time

from click.testing import CliRunner
from test_record_speed import CODES, filled  # noqa: F401

from dragoman.cli.watch import watch
from dragoman.ledger.book import shipped_ledger
from dragoman.record import Record
from dragoman.vocab import shipped
from dragoman.watch.lines import read_text
from dragoman.watch.look import look

LINES, AIM = 100, 1.0
"""Red lines, and the seconds that a look may take."""

SORTS = (
    'who = "{a}"\nto = "{b}"\nact = ["AID", "COOPERATE"]',
    'between = ["{a}", "{b}"]\nact = "ASSAULT"',
    'treaty = "defense"\nbetween = ["{a}", "{b}"]\nwords = ["word1776"]',
    'who = "{a}"\nto = "{b}"\nact = "SANCTION"\nwords = ["word177", "word19999"]',
)


def lines_text() -> str:
    """Give a file of red lines on the dyads that make most of the news."""
    states, chance = [code for code in CODES if code in shipped().treaties.states], random.Random(1)
    parts = []
    for number in range(LINES):
        a, b = (states[int(len(states) * chance.random() ** 2)] for _ in range(2))
        when = SORTS[number % len(SORTS)].format(a=a, b=b if b != a else states[-1])
        parts.append(f'[[line]]\nname = "line {number}"\n[[line.when]]\n{when}\n')
    return "\n".join(parts)


def test_a_look_takes_less_than_a_second(filled: Record) -> None:  # noqa: F811
    lines = read_text(lines_text(), "bench", shipped())
    look(filled, lines, shipped_ledger(shipped()))
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        found = look(filled, lines, shipped_ledger(shipped()))
        taken.append(time.perf_counter() - start)
    seen = sum(len(standing.sightings) for standing in found.lines)
    print(f"\nlook: {min(taken):.2f} s, best of 5; {LINES} lines, {len(found.alarms)} alarms, {seen} sentences")
    assert min(taken) < AIM


def test_the_command_prints_it_in_time(filled: Record, tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    file = tmp_path / "lines.toml"
    file.write_text(lines_text(), encoding="utf-8")
    arguments = ["--peek", "--json", "--db", str(filled.path), "--lines", str(file)]
    CliRunner().invoke(watch, arguments)
    start = time.perf_counter()
    answer = CliRunner().invoke(watch, arguments)
    taken = time.perf_counter() - start
    print(f"watch --json: {taken:.2f} s, {len(answer.stdout) / 1e6:.1f} MB")
    assert answer.exit_code == 1
    assert taken < 2 * AIM
