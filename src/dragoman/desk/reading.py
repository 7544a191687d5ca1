"""What reads pages, phrases and words for a desk; loaded when it is first asked, for most questions read nothing."""

from collections.abc import Iterable
from pathlib import Path

from dragoman import pipeline
from dragoman.coding.coder import Coder
from dragoman.coding.examples import failing_examples
from dragoman.desk.pages import PageReadings, Source, Tell
from dragoman.desk.words import Assessed, Resolved, assessed, resolved
from dragoman.intake.page import read_bytes
from dragoman.model.dates import checked_date
from dragoman.model.document import Document
from dragoman.model.reading import Notice, Reading
from dragoman.model.trace import Trace
from dragoman.model.treaty import TreatyClaim
from dragoman.settings import Settings
from dragoman.treaty_text.reader import read_treaty
from dragoman.vocab import Vocabulary


class TextReader:
    """Reads in the words of a vocabulary, pages no larger than the settings allow; `Desk` says what each answer is."""

    def __init__(self, vocabulary: Vocabulary, settings: Settings) -> None:
        """Take both."""
        self.vocabulary, self._most = vocabulary, settings.max_page_bytes

    def read(self, raw: bytes, *, name: str, published: str | None = None) -> tuple[Document, tuple[Notice, ...]]:
        """Make a Document of a page's bytes. Raises PageError, DateError."""
        day = checked_date(published, "date")
        return pipeline.read(raw, name=name, published=day, vocabulary=self.vocabulary, max_bytes=self._most)

    def read_file(self, path: Path, *, published: str | None = None) -> Document:
        """Make a Document of the page in a file. Raises PageError, DateError."""
        return self.read(read_bytes(path, max_bytes=self._most), name=str(path), published=published)[0]

    def brief(self, document: Document, notices: tuple[Notice, ...] = ()) -> Reading:
        """Read all claims out of a document."""
        return pipeline.brief(document, notices, vocabulary=self.vocabulary)

    def pages(self, sources: Iterable[Source], published: str | None, tell: Tell) -> PageReadings:
        """Give the readings of pages. Raises DateError."""
        day = checked_date(published, "date")
        return PageReadings(sources, self.vocabulary, published=day, max_bytes=self._most, tell=tell)

    def why(self, document: Document) -> tuple[Reading, Trace]:
        """Read a document and note all that was considered."""
        trace = Trace(full=True)
        return self.vocabulary.made(Coder).read(document, trace), trace

    def treaty(self, document: Document) -> TreatyClaim:
        """Read a treaty's own text."""
        return read_treaty(document, self.vocabulary)

    def actors(self, phrase: str, on: str | None) -> Resolved:
        """Give the actors that a phrase names. Raises DateError."""
        return resolved(phrase, on, self.vocabulary)

    def status(self, text: str, start: int, end: int) -> Assessed:
        """Give how sure the word at two offsets is. Raises InputError."""
        return assessed(text, start, end, self.vocabulary)

    def failing_examples(self) -> list[str]:
        """Give each frame that does not read its own example. Raises VocabError."""
        return failing_examples(self.vocabulary.made(Coder))
