"""How fast pages go into the record, and how fast it answers at 100,000 events.

Run with `-s` to see the figures. Pages are made by hand: reading them is measured elsewhere.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner
from tests.record.readings import document, event, reading

from dragoman.cli.events import events
from dragoman.cli.show import show
from dragoman.model.event import EVENT_TYPES
from dragoman.model.reading import Reading
from dragoman.record import Filter, Record
from dragoman.vocab import shipped

EVENTS, A_PAGE = 100_000, 5
CODES = sorted(shipped().actors.countries)[:120]
STATUSES = ("happened", "happened", "happened", "planned", "sought", "conditional", "denied")
WORDS = [f"word{n}" for n in range(20_000)]
AIM = 0.200
"""Seconds that a question may take inside the process."""


def made(number: int) -> Reading:
    """Give page `number`: five events in some 1,400 characters. Every fifth page is a near copy of the one before."""
    copy = number % 5 == 4
    chance = random.Random(number - copy)
    lines = [" ".join(chance.choices(WORDS, k=35)) + "." for _ in range(A_PAGE)]
    text = " ".join(lines) + (" Copyright agency." if copy else "")
    page = document(text, source=f"Paper {number % 40}", published=f"{chance.randrange(2000, 2025)}-06-01")
    found = []
    at = 0
    for line in lines:
        # A few dyads make most of the news.
        who, whom = (CODES[int(len(CODES) * chance.random() ** 2)] for _ in range(2))
        day = f"{chance.randrange(2000, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        found.append(
            event(page, actors=who, recipients=whom, act=chance.choice(EVENT_TYPES), mode=None, start=at,
                  end=at + len(line), when=chance.choice([day, day, day, day[:7], None]),
                  status=chance.choice(STATUSES))  # type: ignore[arg-type]
        )  # fmt: skip
        at += len(line) + 1
    return reading(page, *found)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = tmp_path_factory.mktemp("record") / "desk.sqlite"
    with Record.open(path, shipped()) as record:
        spent = 0.0
        pages = EVENTS // A_PAGE
        for number in range(pages):
            page = made(number)
            start = time.perf_counter()
            record.add(page)
            spent += time.perf_counter() - start
        size = path.stat().st_size / 1e6
        print(f"\n{pages / spent:,.0f} pages a second ({pages:,} pages of {A_PAGE} events), {size:,.0f} MB")
        print(record.counts())
        yield record


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Give the median time of `work`, the first time left out."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


QUESTIONS = {
    "no filter": {},
    "actor": {"actor": CODES[0]},
    "rare actor": {"actor": CODES[-1]},
    "dyad": {"actor": CODES[0], "other": CODES[1]},
    "type": {"event_type": "ASSAULT"},
    "status": {"status": "denied"},
    "days": {"since": "2010-03-01", "until": "2010-03-31"},
    "long ago": {"until": "1900"},
    "lately": {"since": "2024-12-20"},
    "rare word": {"search": "word17"},
    "two words": {"search": "word17 word18"},
    "all at once": {"actor": CODES[0], "other": CODES[1], "status": "happened", "since": "2005", "search": "word1*"},
    "nothing fits": {"actor": CODES[-1], "event_type": "ASSAULT", "status": "denied", "since": "2024-12-25"},
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_in_time(filled: Record, name: str) -> None:
    asked = Filter(limit=100, **QUESTIONS[name])  # type: ignore[arg-type]
    found = len(filled.events(asked))
    taken = seconds(lambda: filled.events(asked))
    print(f"{name}: {1000 * taken:.1f} ms, {found} events")
    assert taken < AIM


def test_the_commands_answer_in_time(filled: Record) -> None:
    claim = filled.events(Filter(limit=1))[0].event.id
    db = ["--db", str(filled.path)]
    calls = {
        "events --actor, the first 50": (events, [*db, "--actor", CODES[0]]),
        "events --json, a dyad's month": (events, [*db, "--since", "2010-03", "--until", "2010-03", "--json"]),
        "events --search": (events, [*db, "--search", "word17"]),
        "show": (show, [*db, claim]),
    }
    taken = {}
    for name, (command, arguments) in calls.items():
        answer = CliRunner().invoke(command, arguments, catch_exceptions=False)
        assert answer.exit_code == 0 and len(answer.stdout) > 1000
        taken[name] = seconds(lambda: CliRunner().invoke(command, arguments))  # noqa: B023
        print(f"{name}: {1000 * taken[name]:.1f} ms")
    assert max(taken.values()) < AIM


def test_a_rebuild_gives_the_same_counts(filled: Record) -> None:
    before = filled.counts()
    start = time.perf_counter()
    filled.rebuild()
    print(f"rebuild: {time.perf_counter() - start:.1f} s")
    assert filled.counts() == before
