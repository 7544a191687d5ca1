"""Several processes read and write one record."""

import multiprocessing
from pathlib import Path

from tests.record.killing import page

from dragoman.record import Filter, Record
from dragoman.vocab import shipped

PAGES, READERS, WRITERS = 30, 3, 2


def read_on(path: Path, done: object, out: object) -> None:
    """Ask until told to stop, and once more; give how often, and what was held. No state may be torn, or go back."""
    asked, held, last = 0, 0, False
    with Record.open(path, shipped(), create=False) as record:
        while not last:
            last = done.is_set() and asked > 0  # type: ignore[attr-defined]
            found = record.events(Filter(actor="RUS"))
            counts = record.counts()
            asked += 1
            assert len(found) <= counts["events"] and counts["event"] == 6 * counts["documents"]
            assert counts["documents"] >= held
            held = counts["documents"]
    out.put((asked, held))  # type: ignore[attr-defined]


def write_on(path: Path, start: int) -> None:
    with Record.open(path, shipped()) as record:
        for number in range(start, start + PAGES):
            record.add(page(number))


def test_several_processes_read_while_others_write(path: Path) -> None:
    Record.open(path, shipped()).close()
    fork = multiprocessing.get_context("fork")
    done, out = fork.Event(), fork.Queue()
    readers = [fork.Process(target=read_on, args=(path, done, out)) for _ in range(READERS)]
    writers = [fork.Process(target=write_on, args=(path, n * PAGES)) for n in range(WRITERS)]
    for process in (*readers, *writers):
        process.start()
    for writer in writers:
        writer.join()
    done.set()
    told = [out.get(timeout=60) for _ in readers]
    for reader in readers:
        reader.join()

    assert [process.exitcode for process in (*readers, *writers)] == [0] * (READERS + WRITERS)
    assert all(asked >= 2 and held == PAGES * WRITERS for asked, held in told)


def make(path: Path) -> None:
    Record.open(path, shipped()).close()


def test_several_processes_may_make_the_record_at_once(path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    makers = [fork.Process(target=make, args=(path,)) for _ in range(6)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()

    assert [maker.exitcode for maker in makers] == [0] * 6
    with Record.open(path, shipped(), create=False) as record:
        assert record.counts()["documents"] == 0
