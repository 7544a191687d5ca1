"""Whatever goes wrong inside one document is told as its error, so that the others go on."""

import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.errors import DocumentError, DragomanError

AGAIN = 1.0
"""Seconds after which the clock rings again, should what is called have swallowed it."""


class _OutOfTime(BaseException):
    """No Exception: what is called may catch all of those as its own."""


@contextmanager
def one_document(where: str, seconds: float = 0) -> Iterator[None]:
    """Raise DocumentError, which names `where`, for whatever goes wrong in the block, or takes it over `seconds`.

    The seconds are of the processor, so that a busy machine changes nothing; 0 is no limit. Errors of dragoman's own
    and of files (OSError) pass as they are.
    """
    try:
        with _limit(seconds):
            yield
    except (DragomanError, OSError):
        raise
    except _OutOfTime:
        raise DocumentError(
            f"{where}: took more than {seconds:g} seconds; give it in parts, or raise the setting document_seconds"
        ) from None
    except Exception as error:
        raise DocumentError(
            f"{where}: reading it broke off ({_told(error)}); it is set aside: report it with this message"
        ) from error


def _told(error: Exception) -> str:
    """Say what broke off, and where in the program."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(str(error).split())[:200]
    name = last.filename.replace("\\", "/").rpartition("/")[2]
    return f"{type(error).__name__}{': ' * bool(words)}{words}, {name} line {last.lineno}"


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise _OutOfTime in the block after some seconds; only where a clock can ring: in the main thread, on POSIX."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def ring(*_: object) -> None:
        if running:
            raise _OutOfTime

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        if callable(before):  # else the silent clock stays: by default one last late ring would end the process
            signal.signal(signal.SIGPROF, before)
