"""What a desk has on file: record, ledger, red lines, words; each is opened when it is first asked, and read once."""

from functools import cached_property
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.ledger.book import Ledger, open_ledger
from dragoman.precedents import Course, gather_all, named_courses, other_courses
from dragoman.record import Record
from dragoman.record.pool import Snapshot
from dragoman.settings import Settings
from dragoman.vocab import Vocabulary
from dragoman.watch.lines import example_lines, read_lines
from dragoman.watch.nouns import Lines


class OnFile:
    """The files of a desk; those that were not named are those of the settings, or stand empty."""

    def __init__(
        self,
        record: Record | Path | None,
        ledger: Ledger | Path | None,
        lines: Lines | Path | None,
        vocabulary: Vocabulary,
        settings: Settings,
    ) -> None:
        """Take each as it is, or as the file that it stands in."""
        self.path = record.path if isinstance(record, Record) else record
        self.vocabulary, self.settings = vocabulary, settings
        self._record = self._given = record if isinstance(record, Record) else None
        self._ledger, self._lines = ledger, lines

    @property
    def record(self) -> Record:
        """The record. Raises RecordError if there is none, or it cannot be used."""
        if self._record is None:
            if self.path is None:
                raise RecordError("this desk has no record; name a file for it")
            self._record = Record.open(self.path, self.vocabulary, create=False)
        return self._record

    @property
    def record_if_there(self) -> Record | None:
        """The record; None if no file was named, or there is none there yet. Raises RecordError if it is unusable."""
        return self.record if self._record or (self.path and self.path.exists()) else None

    def record_to_fill(self) -> Record:
        """Give the record to put pages into, made if there is none; what was read of it before is read anew."""
        if self._record is None and self.path is not None:
            self._record = Record.open(self.path, self.vocabulary)
        self.forget()
        return self.record

    def forget(self) -> None:
        """Read the record anew when it is asked next: it is written to."""
        self.__dict__.pop("snapshot", None)
        self.__dict__.pop("_courses", None)

    def close(self) -> None:
        """Close the record, if it was opened here."""
        self.forget()
        if self._record is not None and self._record is not self._given:
            self._record.close()
            self._record = None

    @cached_property
    def ledger(self) -> Ledger:
        """The shipped treaties and those of the desk's own file. Raises TreatyError."""
        return self._ledger if isinstance(self._ledger, Ledger) else open_ledger(self._ledger, self.vocabulary)

    @property
    def lines_path(self) -> Path:
        """The file of the red lines: the one that was named, or the setting's."""
        return self._lines if isinstance(self._lines, Path) else Path(self.settings.lines)

    @property
    def lines(self) -> Lines:
        """The red lines: of the file that was named, or of the setting's, or else the example. Raises LinesError."""
        return self._read_lines[0]

    @property
    def lines_note(self) -> str | None:
        """What is to be said of the red lines: that there is no file of them, and the example stands in."""
        return self._read_lines[1]

    @cached_property
    def _read_lines(self) -> tuple[Lines, str | None]:
        if isinstance(self._lines, Lines):
            return self._lines, None
        if self._lines or self.lines_path.exists():
            return read_lines(self.lines_path, self.vocabulary), None
        return example_lines(self.vocabulary), (
            f"there is no {self.lines_path}: the red lines of the example are watched; `dragoman watch --init` writes "
            "them there to be edited"
        )

    @cached_property
    def snapshot(self) -> Snapshot | None:
        """What answers many questions on the record, if there is one."""
        record = self.record_if_there
        return record.snapshot() if record else None

    def courses(self, until: str | None) -> list[Course]:
        """Give the named courses and those of all dyads on file, up to the EDTF time `until`."""
        if until not in self._courses:
            events, levels = gather_all(self.snapshot, self.ledger)
            others = other_courses(self.ledger, events=events, levels=levels, until=until)
            self._courses[until] = [*named_courses(self.vocabulary), *others]
        return self._courses[until]

    @cached_property
    def _courses(self) -> dict[str | None, list[Course]]:
        return {}

    @property
    def files(self) -> list[Path]:
        """The files that answers may be made from: none of them is to be overwritten."""
        files = (self.path, self._ledger, self.lines_path)
        return [file for file in files if isinstance(file, Path)]
