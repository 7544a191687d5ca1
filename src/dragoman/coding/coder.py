"""Documents in, readings out: choose the sentences worth a parse, parse them in batches, code each.

`Coder.read` takes one document, `Coder.read_all` a stream; both give the same readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.coding.candidates import Proposer
from dragoman.coding.candidates.frames import Frames
from dragoman.coding.claims.levels import level_claims
from dragoman.coding.claims.ordinals import Note, asides, ordinal_notes, recount, restating
from dragoman.coding.claims.treaties import Treaties
from dragoman.coding.dating import refined
from dragoman.coding.entries import entries_of, times_of_entries
from dragoman.coding.judge import Judge
from dragoman.coding.page import Page, Sentence, inside, points
from dragoman.coding.passages import of_antiquity, silent, within, without_datelines
from dragoman.coding.sentence import code_sentence
from dragoman.model.document import Document, Span, evidence_at
from dragoman.model.reading import Reading, Rejected
from dragoman.model.time import Timex
from dragoman.model.trace import Attempt, Trace
from dragoman.model.treaty import LevelClaim, TreatyClaim
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dragoman.coding.candidates.reader import Reader

BATCH = 64
"""Documents parsed together: large enough to fill the parser's batches, small enough to keep memory flat."""

DATELINE = re.compile(r"[A-Z][A-Z.' ]{2,30}(?:, [\w. ]{2,30}?)?(?: \([^)\n]{2,30}\))? ?[-–—]{1,2} (?=[\"“A-Z])")
"""The place, and the agency, before the first words of a report."""

LONGEST = 1200
"""Characters; a longer "sentence" is a table or a list, and is cut there rather than parsed whole."""


class Coder:
    """Holds the parser, the vocabulary and the proposers; no state is kept between documents."""

    def __init__(self, vocabulary: Vocabulary, nlp: Language | None = None, *, reader: Reader | None = None) -> None:
        """Take the vocabulary, a spaCy pipeline with UD labels (or the shipped one), and a trained reader, if any.

        Without a reader the frames alone propose: faster by far, and less sure.
        """
        from dragoman.syntax.pipeline import Parser

        self.vocabulary = vocabulary
        self.parser = Parser(vocabulary, nlp)
        self.proposers: tuple[Proposer, ...] = (Frames(), reader) if reader is not None else (Frames(),)
        self.judge = Judge.shipped(reader is not None)

    def read(self, document: Document, trace: Trace | None = None) -> Reading:
        """Code one document; what was considered goes into `trace`."""
        page = prepare(document, self.vocabulary)
        return next(self._code([page], [trace or Trace()]))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Code documents in order; memory holds one batch at a time."""
        stream = iter(documents)
        while batch := list(islice(stream, BATCH)):
            pages = [prepare(document, self.vocabulary) for document in batch]
            yield from self._code(pages, [Trace() for _ in pages])

    def _code(self, pages: list[Page], traces: list[Trace]) -> Iterator[Reading]:
        chosen = [self._choose(page, trace) for page, trace in zip(pages, traces, strict=True)]
        texts = (page.text[s:e] for page, spans in zip(pages, chosen, strict=True) for s, e in spans)
        parsed = self.parser.parse(texts)
        for page, spans, trace in zip(pages, chosen, traces, strict=True):
            yield self._reading(page, [(next(parsed), start) for start, _ in spans], trace)

    def _choose(self, page: Page, trace: Trace) -> list[Span]:
        """Give the spans of the sentences that a proposer wants parsed, overlong ones cut; the trace notes the others.

        None in another language than that of the vocabulary, and none in the text of a treaty: what its articles say is
        owed, not done. None in corrections and the like, and none that tells of antiquity.
        """
        if page.document.language != self.vocabulary.language or page.document.kind == "treaty":
            return []
        sentences = split_sentences(page.text, self.vocabulary)
        wanted = {span for proposer in self.proposers for span in proposer.choose(page, sentences)}
        notices = silent(page.document.text, self.vocabulary)
        wanted -= {span for span in sentences if of_antiquity(inside(page.times, *span)) or within(notices, span)}
        for start, end in sentences:
            if (start, end) not in wanted:
                trace.begin(start, end, parsed=False)
        chosen = [(start, min(end, start + LONGEST)) for start, end in sentences if (start, end) in wanted]
        return [(_past_dateline(page.document.text, start, end), end) for start, end in chosen]

    def _reading(self, page: Page, docs: list[tuple[Doc, int]], trace: Trace) -> Reading:
        deeds = page.events
        unsure: set[str] = set()
        rejected: list[Rejected] = []
        notes: list[Note] = []
        levels: list[LevelClaim] = []
        treaties = Treaties()
        for doc, offset in docs:
            page.finder.begin(doc, offset)
            for sentence in _sentences(page, doc, offset):
                sure, doubtful = code_sentence(sentence, self.proposers, self.judge, trace)
                found = sure + doubtful
                notes += ordinal_notes(sentence, found)
                told = restating(sentence, found)
                page.asides |= asides(sentence, found)
                deeds += [event for event in found if event.id not in told]
                unsure |= {event.id for event in doubtful}
                rejected += [_rejected(attempt, page) for attempt in trace.rejected()]
                levels += level_claims(sentence, found)
                treaties.read(sentence, found)
        deeds = refined(deeds)
        treaties.redate(deeds)
        events = [event for event in deeds if event.id not in unsure]
        return Reading(
            id=page.document.id, document=page.document, events=tuple(events), times=page.times_told(),
            ordinals=tuple(recount(notes, deeds)), treaties=_treaties(page, treaties),
            levels=tuple(levels), rejected=tuple(rejected),
        )  # fmt: skip


def _past_dateline(text: str, start: int, end: int) -> int:
    """Give where a sentence begins after its dateline ("TOKYO, Japan (AP) – "), which parsers take for its subject."""
    dateline = DATELINE.match(text, start, end)
    return dateline.end() if dateline else start


def _rejected(attempt: Attempt, page: Page) -> Rejected:
    evidence = evidence_at(page.document.text, attempt.start, attempt.end)
    return Rejected(f"“{evidence.quote}”: {attempt.reason}", evidence)


def prepare(document: Document, vocabulary: Vocabulary) -> Page:
    """Find the actors and times of a document; its datelines are no part of what is coded."""
    from dragoman.actors.finder import ActorFinder
    from dragoman.times import find_times, hang

    text = without_datelines(document.text, vocabulary)
    times = find_times(text, document.published, vocabulary)
    entries = entries_of(text, times)
    if entries:
        times = times_of_entries(text, entries, times, vocabulary)
    finder = ActorFinder(text, document.published, vocabulary)
    hung = hang(text, times, vocabulary, document.published)
    distances = tuple(h for h in hung if h.edtf is None and h.anchor)
    return Page(
        document, finder, vocabulary, tuple(times), points(times, hung), distances, text=text, entries=entries,
        beside=_times_beside(document, text, vocabulary),
    )  # fmt: skip


def _times_beside(document: Document, text: str, vocabulary: Vocabulary) -> tuple[Timex, ...]:
    """Give the times of the datelines that `text` has blanks for."""
    from dragoman.times import find_times

    if text == document.text:
        return ()
    times = find_times(document.text, document.published, vocabulary)
    return tuple(time for time in times if not text[time.start : time.end].strip())


def _treaties(page: Page, told: Treaties) -> tuple[TreatyClaim, ...]:
    """Give the treaties a page tells of; the text of a treaty is read as such, whatever its language."""
    if page.document.kind != "treaty":
        return tuple(told.found)
    from dragoman.treaty_text.reader import read_treaty

    return (read_treaty(page.document, page.vocabulary),)


def _sentences(page: Page, doc: Doc, offset: int) -> Iterator[Sentence]:
    """Give the parsed parts of one text; their evidence is the whole text that was parsed."""
    end = offset + len(doc.text)
    for span in doc.sents:
        yield Sentence(page, span, offset, offset, end)
