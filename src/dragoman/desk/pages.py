"""Pages in files, folders and streams, read one after the other; what cannot be read is told and passed over."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman import pipeline
from dragoman.errors import DocumentError, DragomanError, PageError
from dragoman.faults import one_document
from dragoman.intake import find_pages
from dragoman.intake.decode import check_size
from dragoman.intake.page import read_bytes
from dragoman.model.reading import Readers, Reading
from dragoman.vocab import Vocabulary

Source = Path | tuple[str, BinaryIO]
"""A file, a folder of pages, or an open stream with the name that errors give it."""

Tell = Callable[[DragomanError], None]


class PageReadings:
    """The readings of some pages: iterate once, then ask `read`, `bad` and `other` how many there were of each.

    `read` pages were read, `bad` could not be, `other` files lay in folders and are no pages. `files` are the files
    that were read.
    """

    def __init__(
        self, sources: Iterable[Source], vocabulary: Vocabulary, *, published: str | None, max_bytes: int,
        seconds: float, reader: Readers, tell: Tell,
    ) -> None:  # fmt: skip
        """Take the sources, the EDTF date that overrules the pages' own, and what is told of each bad page.

        A page may have so many bytes, and take so many seconds (0: any); `reader` says who reads events.
        """
        self._sources, self._vocabulary, self._reader = sources, vocabulary, reader
        self._published, self._max_bytes, self._seconds, self._tell = published, max_bytes, seconds, tell
        self.read = self.bad = self.other = 0
        self.files: list[Path] = []

    def __iter__(self) -> Iterator[Reading]:
        """Yield the reading of every page that can be read."""
        for name, raw in self._raw_pages():
            try:
                with one_document(name, self._seconds):
                    reading = self._reading(name, raw)
            except DocumentError as error:
                self._pass_over(error)
                continue
            self.read += 1
            yield reading

    @contextmanager
    def passing_over(self, reading: Reading) -> Iterator[None]:
        """Whatever goes wrong in the block makes a page that was read a bad one after all; it is told and counted."""
        try:
            with one_document(reading.document.title or reading.id):
                yield
        except DocumentError as error:
            self.read -= 1
            self._pass_over(error)

    def check(self) -> None:
        """Raise PageError if no page could be read."""
        if not self.read:
            raise PageError("no page could be read; give text or HTML files, a folder of them, or - for standard input")

    def _reading(self, name: str, raw: bytes) -> Reading:
        document, notices = pipeline.read(
            raw, name=name, published=self._published, vocabulary=self._vocabulary, max_bytes=self._max_bytes
        )
        return pipeline.brief(document, notices, vocabulary=self._vocabulary, reader=self._reader)

    def _raw_pages(self) -> Iterator[tuple[str, bytes]]:
        for source in self._sources:
            if isinstance(source, Path):
                yield from self._files(source)
                continue
            name, stream = source
            try:
                yield name, self._bytes_of(name, stream)
            except PageError as error:
                self._pass_over(error)

    def _files(self, path: Path) -> Iterator[tuple[str, bytes]]:
        for file in self._walk(path):
            try:
                raw = read_bytes(file, max_bytes=self._max_bytes)
            except PageError as error:
                self._pass_over(error)
                continue
            self.files.append(file)
            yield str(file), raw

    def _walk(self, path: Path) -> Iterator[Path]:
        try:
            yield from find_pages([path], other=self._note_other)
        except PageError as error:
            self._pass_over(error)
        except OSError as error:
            where = error.filename or path
            self._pass_over(PageError(f"{where}: cannot be read ({error.strerror}); check the path and its rights"))

    def _bytes_of(self, name: str, stream: BinaryIO) -> bytes:
        try:
            raw = stream.read(self._max_bytes + 1)
        except OSError as error:
            raise PageError(f"{name}: cannot be read ({error.strerror}); give a page as a file") from error
        check_size(len(raw), name=name, max_bytes=self._max_bytes)
        return raw

    def _note_other(self, path: Path) -> None:
        self.other += 1

    def _pass_over(self, error: DragomanError) -> None:
        self.bad += 1
        self._tell(error)
