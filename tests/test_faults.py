"""Whatever goes wrong inside one document is its own error."""

import threading
import time

import pytest

from dragoman.errors import DateError, DocumentError, RecordError
from dragoman.faults import one_document


def nest(depth: int) -> int:
    return nest(depth + 1)


@pytest.mark.parametrize("error", [IndexError("list index out of range"), KeyError("x"), MemoryError()])
def test_what_breaks_off_is_told_with_its_place(error: Exception) -> None:
    said = rf"^page.txt: reading it broke off \({type(error).__name__}.*, test_faults.py line \d+\); "

    with pytest.raises(DocumentError, match=said), one_document("page.txt"):
        raise error


def test_too_deep_a_recursion_is_told_too() -> None:
    with pytest.raises(DocumentError, match="RecursionError"), one_document("page.txt"):
        nest(0)


@pytest.mark.parametrize("error", [DateError("x; y"), RecordError("x; y"), OSError("no room"), KeyboardInterrupt()])
def test_what_is_no_fault_of_the_document_passes(error: BaseException) -> None:
    with pytest.raises(type(error)) as told, one_document("page.txt"):
        raise error

    assert told.value is error


def test_what_takes_too_long_is_ended_even_where_errors_are_swallowed() -> None:
    begun, said = time.process_time(), r"page.txt: took more than 0.1 seconds; .*document_seconds"

    with pytest.raises(DocumentError, match=said), one_document("page.txt", 0.1):
        while time.process_time() - begun < 20:
            try:
                sum(range(1000))
            except Exception:
                pass


def test_the_clock_stops_with_the_block() -> None:
    with one_document("page.txt", 0.05):
        pass
    begun = time.process_time()

    while time.process_time() - begun < 0.2:
        pass


def test_waiting_is_not_counted_for_a_busy_machine_changes_nothing() -> None:
    with one_document("page.txt", 0.05):
        time.sleep(0.2)


def test_other_threads_have_no_limit_and_no_error() -> None:
    told: list[Exception] = []

    def work() -> None:
        try:
            with one_document("page.txt", 0.01):
                sum(range(1_000_000))
        except Exception as error:
            told.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert told == []
