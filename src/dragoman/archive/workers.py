"""Several processes, whose results come in order; one that dies loses nothing but the document that killed it."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context

from dragoman.archive.coding import Coded, StoryRow, joined
from dragoman.errors import DocumentError

AHEAD = 2
"""Chunks read ahead for each process: none waits for work, and memory holds no more of the table than these."""

Chunk = list[StoryRow]
Work = Callable[[Chunk], Coded]
Waiting = deque[tuple[Chunk, "Future[Coded]"]]


def by_others(chunks: Iterator[Chunk], jobs: int, work: Work, tell: Callable[[str], None]) -> Iterator[Coded]:
    """Do `work` on chunks in several processes, in order.

    When one dies, `tell` is told, and what the processes had in hand is done anew, row by row in one process.
    """
    waiting: Waiting = deque()
    while True:
        try:
            with _processes(jobs) as pool:
                yield from _in_order(pool, chunks, waiting, jobs, work)
            return
        except BrokenProcessPool:
            tell("a process that coded stories died, as when memory runs out; its stories are tried again one by one")
        while waiting:
            chunk, future = waiting.popleft()
            succeeded = future.done() and not future.cancelled() and future.exception() is None
            yield future.result() if succeeded else joined(_one_by_one(chunk, work))


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterator[Chunk], waiting: Waiting, jobs: int, work: Work
) -> Iterator[Coded]:
    """Hand out chunks and give what comes of them; what was handed out stands in `waiting` until it is done."""
    for chunk in chunks:
        waiting.append((chunk, Future()))
        waiting[-1] = (chunk, pool.submit(work, chunk))
        if len(waiting) > AHEAD * jobs:
            yield _first(waiting)
    while waiting:
        yield _first(waiting)


def _first(waiting: Waiting) -> Coded:
    done = waiting[0][1].result()
    waiting.popleft()
    return done


def _one_by_one(chunk: Chunk, work: Work) -> Iterator[Coded]:
    """Do each row by itself, in another process; the one that kills it is set aside."""
    rows = deque(chunk)
    while rows:
        try:
            with _processes(1) as pool:
                while rows:
                    done = pool.submit(work, [rows[0]]).result()
                    rows.popleft()
                    yield done
        except BrokenProcessPool:
            row = rows.popleft()
            error = DocumentError(
                f"{row.where}: the process that coded it died, as when memory runs out; give it in parts"
            )
            yield Coded(bad=[row.bad(error)], faults=1)


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes; when the block is left by an error or a stop, they are ended at once."""
    others = active_children()
    context = get_context("fork" if os.name == "posix" else "spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(os.getpid(),))
    try:
        with _signals_waiting():
            pool.submit(os.getpid)  # this starts all processes
        yield pool
    except BrokenProcessPool:
        raise  # the pool has ended the others itself
    except BaseException:
        for child in active_children():
            if child not in others:
                child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


STOPS = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Let a stop wait in this process, and in those that it starts until they have begun."""
    if os.name != "posix":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def _begin(first: int) -> None:
    """Leave it to the first process what an interruption means: it ends the others, and they end when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    threading.Thread(target=_end_with, args=(first,), daemon=True).start()


def _end_with(first: int) -> None:
    while os.getppid() == first:
        time.sleep(1)
    os._exit(1)
