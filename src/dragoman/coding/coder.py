"""Documents in, readings out: choose the sentences worth a parse, parse them in batches, code each.

`Coder.read` takes one document, `Coder.read_all` a stream; both give the same readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.coding import prefilter
from dragoman.coding.context import Page, Sentence
from dragoman.coding.dating import refined
from dragoman.coding.gate import BODIES, FIRMS, MASSES
from dragoman.coding.levels import level_claims
from dragoman.coding.ordinals import Note, asides, ordinal_notes, recount, restating
from dragoman.coding.sentence import code_sentence
from dragoman.coding.treaties import Treaties
from dragoman.model.document import Document
from dragoman.model.reading import Reading, Rejected
from dragoman.model.time import Timex
from dragoman.model.treaty import LevelClaim, TreatyClaim

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dragoman.actors.gazetteer import NameHit
    from dragoman.times import HungTime

BATCH = 64
"""Documents parsed together: large enough to fill the parser's batches, small enough to keep memory flat."""

LONGEST = 1200
"""Characters; a longer "sentence" is a table or a list, and is cut there rather than parsed whole."""

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\t": " ", "′": "'"})
"""Characters that the treebanks write otherwise, replaced one for one so that offsets stay."""

WORD = re.compile(r"[A-Za-z]{2,}")

REFERRING = frozenset({"he", "she", "they", "both", "leader", "leaders"})
"""Words that may stand for an actor named before."""

Span = tuple[int, int]


class Coder:
    """Holds the pipeline; no state is kept between documents."""

    def __init__(self, nlp: Language | None = None) -> None:
        """Take a spaCy pipeline with UD labels, or load the shipped one."""
        if nlp is None:
            from dragoman.syntax.pipeline import load

            nlp = load()
        self.nlp = nlp

    def read(self, document: Document) -> Reading:
        """Code one document."""
        return next(self.read_all([document]))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Code documents in order; memory holds one batch at a time."""
        stream = iter(documents)
        while batch := list(islice(stream, BATCH)):
            yield from self._batch(batch)

    def _batch(self, documents: list[Document]) -> Iterator[Reading]:
        pages = [prepare(document) for document in documents]
        chosen = [choose(page) for page in pages]
        texts = [
            page.document.text[s:e].translate(STRAIGHT)
            for page, spans in zip(pages, chosen, strict=True)
            for s, e in spans
        ]
        parsed = iter(self.nlp.pipe(map(self._whole, texts), batch_size=256))
        for page, spans in zip(pages, chosen, strict=True):
            yield _reading(page, [(next(parsed), start) for start, _ in spans])

    def _whole(self, text: str) -> Doc:
        """Make a Doc that the parser may not cut: the text is one sentence already, and its cuts inside are slips."""
        doc = self.nlp.make_doc(text)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc


def prepare(document: Document) -> Page:
    """Find the actors and times of a document."""
    from dragoman.actors.finder import ActorFinder
    from dragoman.times import find_times, hang

    times = find_times(document.text, document.published)
    finder = ActorFinder(document.text, document.published)
    hung = hang(document.text, times)
    return Page(
        document, finder, tuple(times), points(times, hung), tuple(h for h in hung if h.edtf is None and h.anchor)
    )


def points(times: list[Timex], hung: list[HungTime]) -> tuple[Timex, ...]:
    """Give the times that can date an event: those worked out ("two months after May 2000"), and the rest."""
    derived = [Timex(h.start, h.end, h.text, "DATE", h.edtf, h.edtf, h.how) for h in hung if h.edtf]
    apart = [
        t for t in times
        if t.edtf and t.type in ("DATE", "TIME") and not any(d.start <= t.start and t.end <= d.end for d in derived)
    ]  # fmt: skip
    return tuple(sorted([*derived, *apart], key=lambda t: (t.start, t.end)))


def choose(page: Page) -> list[Span]:
    """Give the spans of the sentences that are worth a parse, overlong ones cut.

    None in another language than English, and none in the text of a treaty: what its articles say is owed, not done.
    """
    from dragoman.syntax.sentences import split_sentences

    text = page.document.text
    if page.document.language != "en" or page.document.kind == "treaty":
        return []
    sentences = split_sentences(text)
    actors, people = possible_actors(text, page.finder.names)
    kept = prefilter.worth_parsing(sentences, prefilter.trigger_places(text), actors, people)
    return [(start, min(end, start + LONGEST)) for start, end in kept]


def possible_actors(text: str, names: list[NameHit]) -> tuple[list[int], list[int]]:
    """Give where the text may name an actor (names, and nouns such as "rebels" or "sides"), and where other people."""
    from dragoman.actors.nouns import noun_sector, nouns

    known = nouns()
    acting, people = [name.start for name in names], list[int]()
    for match in WORD.finditer(text):
        word = match.group().lower()
        if word in BODIES or (word in REFERRING and names and names[0].start < match.start()):
            acting.append(match.start())
        elif word in known:
            found = noun_sector([word])
            (people if found is not None and found.sector in MASSES | FIRMS else acting).append(match.start())
    return sorted(acting), people


def _reading(page: Page, docs: list[tuple[Doc, int]]) -> Reading:
    events = page.events
    rejected: list[Rejected] = []
    notes: list[Note] = []
    levels: list[LevelClaim] = []
    treaties = Treaties()
    for doc, offset in docs:
        page.finder.begin(doc, offset)
        for sentence in _sentences(page, doc, offset):
            found, failed = code_sentence(sentence)
            notes += ordinal_notes(sentence, found)
            told = restating(sentence, found)
            page.asides |= asides(sentence, found)
            events += [event for event in found if event.id not in told]
            rejected += failed
            levels += level_claims(sentence, found)
            treaties.read(sentence, found)
    events = refined(events)
    treaties.redate(events)
    return Reading(
        id=page.document.id, document=page.document, events=tuple(events), times=page.times,
        ordinals=tuple(recount(notes, events)), treaties=_treaties(page.document, treaties),
        levels=tuple(levels), rejected=tuple(rejected),
    )  # fmt: skip


def _treaties(document: Document, told: Treaties) -> tuple[TreatyClaim, ...]:
    """Give the treaties a page tells of; the text of a treaty is read as such, whatever its language."""
    if document.kind != "treaty":
        return tuple(told.found)
    from dragoman.treaty_text.reader import read_treaty

    return (read_treaty(document),)


def _sentences(page: Page, doc: Doc, offset: int) -> Iterator[Sentence]:
    """Give the parsed parts of one text; their evidence is the whole text that was parsed."""
    end = offset + len(doc.text)
    for span in doc.sents:
        yield Sentence(page, span, offset, offset, end)
