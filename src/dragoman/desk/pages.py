"""Pages in files, folders and streams, read one after the other; what cannot be read is told and passed over."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman import pipeline
from dragoman.errors import DragomanError, InputError, PageError
from dragoman.intake import find_pages
from dragoman.intake.decode import check_size
from dragoman.intake.page import read_bytes
from dragoman.model.reading import Reading
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
        self, sources: Iterable[Source], vocabulary: Vocabulary, *, published: str | None, max_bytes: int, tell: Tell
    ) -> None:
        """Take the sources, the EDTF date that overrules the pages' own, and what is told of each bad page."""
        self._sources, self._vocabulary = sources, vocabulary
        self._published, self._max_bytes, self._tell = published, max_bytes, tell
        self.read = self.bad = self.other = 0
        self.files: list[Path] = []

    def __iter__(self) -> Iterator[Reading]:
        """Yield the reading of every page that can be read."""
        for name, raw in self._raw_pages():
            try:
                document, notices = pipeline.read(
                    raw, name=name, published=self._published, vocabulary=self._vocabulary, max_bytes=self._max_bytes
                )
                reading = pipeline.brief(document, notices, vocabulary=self._vocabulary)
            except (PageError, InputError) as error:
                self._pass_over(error)
                continue
            self.read += 1
            yield reading

    def refuse(self, error: DragomanError) -> None:
        """Count a page that was read as bad after all, and tell why."""
        self.read -= 1
        self._pass_over(error)

    def check(self) -> None:
        """Raise PageError if no page could be read."""
        if not self.read:
            raise PageError("no page could be read; give text or HTML files, a folder of them, or - for standard input")

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
