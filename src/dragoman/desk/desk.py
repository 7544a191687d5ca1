"""The desk: one method a question. What it gives are nouns, what it raises stands in `errors`; it prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from dragoman import __version__
from dragoman.desk.adding import Added, add
from dragoman.desk.events import FoundEvents, find
from dragoman.desk.names import Resolver
from dragoman.desk.on_file import OnFile
from dragoman.desk.outlook import Outlook, of_dyad, of_page
from dragoman.desk.selection import Selection, select, sure_part
from dragoman.desk.treaties import difference_rows, findings, place, tables_in
from dragoman.desk.watch import send_moves, write_example
from dragoman.errors import VocabError
from dragoman.ledger.between import between
from dragoman.ledger.book import Ledger, shipped_ledger
from dragoman.ledger.casus import Casus, casus
from dragoman.ledger.checks import checks_of
from dragoman.ledger.export import export_ledger
from dragoman.model.dates import checked_date
from dragoman.model.reading import Readers, Reading
from dragoman.model.treaty import Check
from dragoman.precedents import Precedents, precedents
from dragoman.record import Filter, NotedMove, Record, StoredClaim
from dragoman.relations import Relations, derive, gather
from dragoman.relations.checks import earlier_events_of, event_checks, record_checks
from dragoman.relations.sides import Sides
from dragoman.settings import Settings, load_settings
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.lint import lint
from dragoman.watch.look import look
from dragoman.watch.nouns import Lines, Watch

if TYPE_CHECKING:
    from dragoman.desk.pages import PageReadings, Source, Tell
    from dragoman.desk.reading import TextReader
    from dragoman.desk.words import Assessed, Resolved
    from dragoman.model.document import Document
    from dragoman.model.reading import Notice
    from dragoman.model.trace import Trace
    from dragoman.model.treaty import TreatyClaim


class Desk:
    """Answers questions from record, ledger, red lines and words (`on_file`).

    In any question states and organisations are named by code, name, alias or demonym, and dates are EDTF; UsageError
    and DateError say what is wrong with them. What is written through the desk counts at once; what another process
    writes meanwhile is sure to be seen by a new Desk only. Use it as a context manager, or call `close`; one thread at
    a time.
    """

    def __init__(
        self,
        record: Record | Path | str | None = None,
        *,
        ledger: Ledger | Path | None = None,
        lines: Lines | Path | None = None,
        vocabulary: Vocabulary | None = None,
        settings: Settings | None = None,
    ) -> None:
        """Take a record (open, or its file), a ledger file beside the shipped treaties, the red lines, and the words.

        Nothing is opened before it is asked. Without a record, questions that need none are answered.
        """
        self.vocabulary, self.settings = vocabulary or shipped(), settings or Settings()
        path = Path(record) if isinstance(record, str) else record
        self.on_file = OnFile(path, ledger, lines, self.vocabulary, self.settings)

    @classmethod
    def open(
        cls,
        record: Path | None = None,
        *,
        ledger: Path | None = None,
        lines: Path | None = None,
        reader: Readers | None = None,
    ) -> Desk:
        """Give the desk that the settings describe; what is given here overrules them. Raises SettingsError."""
        settings = load_settings()
        settings = replace(settings, reader=reader or settings.reader)
        return cls(record or Path(settings.db), ledger=ledger, lines=lines, settings=settings)

    def __enter__(self) -> Desk:
        """Give the desk itself."""
        return self

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close the record, unless it came open."""
        self.on_file.close()

    @cached_property
    def _reader(self) -> TextReader:
        from dragoman.desk.reading import TextReader  # a quarter of a second, and most questions read nothing

        return TextReader(self.vocabulary, self.settings)

    def code(self, words: str) -> str:
        """Give the code of a state or an organisation, by code, name, alias or demonym. Raises UsageError."""
        return self.vocabulary.made(Resolver).code(words)

    def state(self, words: str) -> str:
        """Give the code of a state, present or former, by code, name, alias or demonym. Raises UsageError."""
        return self.vocabulary.made(Resolver).state(words)

    # Pages

    def read(self, raw: bytes, *, name: str, published: str | None = None) -> tuple[Document, tuple[Notice, ...]]:
        """Make a Document of a page's bytes; `published` (day, month or year) overrules its own date.

        Raises PageError if it cannot be read.
        """
        return self._reader.read(raw, name=name, published=published)

    def read_file(self, path: Path, *, published: str | None = None) -> Document:
        """Make a Document of the page in a file. Raises PageError."""
        return self._reader.read_file(path, published=published)

    def brief(self, document: Document, notices: tuple[Notice, ...] = ()) -> Reading:
        """Read all claims out of a document, and hold them against the shipped ledger."""
        return self._reader.brief(document, notices)

    def pages(
        self, sources: Iterable[Source], *, published: str | None = None, tell: Tell = lambda _: None
    ) -> PageReadings:
        """Give the readings of pages in files, folders and streams; `tell` gets the error of each that is bad."""
        return self._reader.pages(sources, published, tell)

    def add(self, reading: Reading) -> Added:
        """Put a page on record, made if there is none; when this returns, it is on the disk.

        Raises PageError if it cannot be stored, RecordError if the record cannot be used.
        """
        return add(self.on_file.record_to_fill(), reading)

    def add_pages(self, pages: PageReadings) -> Iterator[Added]:
        """Put pages on record one by one; what cannot be stored is told and passed over. Raises RecordError."""
        self.on_file.record_to_fill()
        for reading in pages:
            added = None
            with pages.passing_over(reading):
                added = self.add(reading)
            if added:
                yield added

    def checks(self, reading: Reading) -> tuple[Check, ...]:
        """Hold a page against the ledger and the record, if there is one: treaties, relations, counts, dated events."""
        told, record = checks_of(reading, ledger=self.on_file.ledger), self.on_file.record_if_there
        if record is None:
            return told
        return told + record_checks(reading, earlier_events_of(record, reading), self.vocabulary)

    def outlook(self, reading: Reading) -> Outlook | None:
        """Give red lines, alarms and precedents of the states that a page is about; None if it has none or no date.

        Raises RecordError if the desk's record is not there.
        """
        if self.on_file.path is not None:
            _ = self.on_file.record
        return of_page(sure_part(reading, self.vocabulary, self.settings), self.on_file)

    def selection(self, reading: Reading) -> Selection:
        """Say which events of a page a brief prints, which it holds back and why, and which sentences gave none."""
        return select(reading, self.vocabulary, self.settings)

    def known(self, reading: Reading) -> frozenset[str]:
        """Give the ids of a page's events that other documents on record tell too; none without a record."""
        record = self.on_file.record_if_there
        if record is None:
            return frozenset()
        agreeing = event_checks(reading, earlier_events_of(record, reading))
        told = {check.evidence for check in agreeing if check.verdict == "agrees"}
        return frozenset(event.id for event in reading.events if event.evidence in told)

    def why(self, document: Document) -> tuple[Reading, Trace]:
        """Read a document and note all that the coder considered."""
        return self._reader.why(document)

    def treaty(self, document: Document) -> TreatyClaim:
        """Read a treaty's own text: parties, signature, terms, and who owes whom what by which article."""
        return self._reader.treaty(document)

    # The record

    def events(self, asked: Filter | None = None) -> FoundEvents:
        """Give the events that fit, by time, each once however many documents tell of it, and whether there are more.

        Raises RecordError.
        """
        return find(self.on_file.record, asked or Filter(), self.code)

    def claim(self, claim: str) -> StoredClaim:
        """Give a claim by its id or the first six figures of it, with all that is known of where it came from."""
        return self.on_file.record.claim(claim)

    def withdraw(self, item: str, *, by: str, why: str, on: str | None = None) -> bool:
        """Withdraw a claim, a judgement or a withdrawal, today or `on` an ISO day; false if that was done already."""
        self.on_file.forget()
        return self.on_file.record.withdraw(item, by, why, on)

    # Two states

    def relations(self, a: str, b: str, *, until: str | None = None) -> Relations:
        """Give level, encounters, treaties and run of deeds of two, up to an EDTF time.

        Without a record the ledger answers alone, and a note says so. Raises RecordError if the record is unusable.
        """
        one, other = self.code(a), self.code(b)
        end = checked_date(until, "until", "time")
        sides = Sides(one, other, self.vocabulary)
        ledger, snapshot = self.on_file.ledger, self.on_file.snapshot
        if snapshot is None:
            return derive(one, other, ledger=ledger, until=end, notes=(self._alone(),))
        events, levels = gather(snapshot, sides)
        return derive(one, other, ledger=ledger, events=events, levels=levels, until=end)

    def _alone(self) -> str:
        there = f"there is no record at {self.on_file.path}" if self.on_file.path else "no record was named"
        return f"{there}: the ledger answers alone; `dragoman add` makes one, --db names another"

    def relations_outlook(self, found: Relations) -> tuple[Relations, Outlook | None]:
        """Give red lines, alarm and precedents of two states, and their relations with what those stand on."""
        return of_dyad(found, self.on_file)

    def precedents(self, a: str, b: str, *, until: str | None = None, most: int = 3) -> Precedents:
        """Give the past courses that the course of two states is most like, `most` of each sort."""
        found = self.relations(a, b, until=until)
        return precedents(found, self.on_file.courses(found.until), most=most, ledger=self.on_file.ledger)

    def treaties(self, a: str, b: str, *, on: str | None = None, strictly: bool = False) -> dict[str, Any]:
        """Give what two states owe each other on an ISO day, or what has not ended, in the shape of `ledger.between`.

        `strictly` counts from entry into force, not from signature.
        """
        day = checked_date(on, "on", "day")
        return between(self.state(a), self.state(b), day, ledger=self.on_file.ledger, strictly=strictly)

    def casus(self, attacker: str, attacked: str, *, on: str, at: str | None = None, depth: int = 2) -> Casus:
        """Give who is obliged to do what on an ISO day if one state attacks another, allies of allies to a `depth`.

        `at` is the code of the place where the attack falls, if not the attacked state itself. Raises UsageError if the
        ledger knows no such place.
        """
        one, other = self.state(attacker), self.state(attacked)
        Sides(one, other, self.vocabulary)
        day, ledger = checked_date(on, "on", "day"), self.on_file.ledger
        return casus(one, other, day, at=place(at, ledger) if at else None, depth=depth, ledger=ledger)

    # The watch

    def watch(self, on: str | None = None) -> Watch:
        """Give how red lines and alarms stand as of the latest page, or on an ISO day; for the latest, what moved.

        Nothing is noted by it: see `note`. Raises RecordError.
        """
        day = checked_date(on, "on", "day")
        return look(self.on_file.record, self.on_file.lines, self.on_file.ledger, day)

    def write_lines(self) -> Path:
        """Write the commented example where the red lines are to stand; give the file. Raises OutputError."""
        write_example(self.on_file.lines_path)
        return self.on_file.lines_path

    def note(self, found: Watch) -> None:
        """Note a look and what it saw move, so that the next tells only what is new; a day asked for is not noted."""
        if found.on and not found.asked:
            self.on_file.record.note_look(found.on, found.moves)

    def send_moves(self) -> int:
        """Send the moves that the webhook does not have yet; give how many. Raises SettingsError, WebhookError."""
        return send_moves(self.on_file.record, self.settings)

    def moves(self) -> list[NotedMove]:
        """Give all moves that were ever noted, in order."""
        return self.on_file.record.all_moves()

    # Words and tables

    def actors(self, phrase: str, *, on: str | None = None) -> Resolved:
        """Give the actors that a phrase names as of a date. Raises DateError."""
        return self._reader.actors(phrase, on)

    def status(self, text: str, start: int, end: int) -> Assessed:
        """Give how sure the word at two character offsets of a text is. Raises InputError if there is no word."""
        return self._reader.status(text, start, end)

    def vocabulary_findings(self, *, examples: bool = True) -> list[str]:
        """Give what is wrong in the tables of the vocabulary, and each frame whose own `examples` it does not read."""
        found = lint(self.vocabulary)
        try:
            found += self._reader.failing_examples() if examples else []
        except VocabError as error:
            found.append(str(error))
        return list(dict.fromkeys(found))

    def treaty_findings(self, folder: Path | None = None) -> list[str]:
        """Give what is wrong in the treaty tables of a folder, or in those that ship, by file and line."""
        return findings(tables_in(folder, self.vocabulary) if folder else self.vocabulary.treaties)

    def treaty_differences(self) -> list[tuple[str, ...]]:
        """Give all in which the shipped treaties and a data set in the ledger file (ATOP) differ: a head, then rows."""
        return difference_rows(self.on_file.ledger)

    def export_treaties(self, folder: Path, *, parquet: bool = False) -> dict[str, int]:
        """Write the shipped ledger as tidy tables into a folder; give the rows of each. Raises OutputError."""
        return export_ledger(shipped_ledger(self.vocabulary), folder, __version__, parquet=parquet)
