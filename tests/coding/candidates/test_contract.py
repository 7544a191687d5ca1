"""What every proposer must do; a new one joins PROPOSERS and passes the same tests."""

from collections.abc import Callable

import pytest

from dragoman.coding.candidates import Candidate, Proposer
from dragoman.coding.candidates.frames import Frames
from dragoman.coding.coder import prepare
from dragoman.coding.page import Page, Sentence
from dragoman.model.document import Document, Span
from dragoman.model.event import EVENT_TYPES
from dragoman.model.trace import Trace
from dragoman.syntax.pipeline import Parser
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import Vocabulary

PROPOSERS: list[Callable[[], Proposer]] = [Frames]

TEXT = (
    "Chile recalled its ambassador to Peru on Monday. The weather was mild. "
    "Rebels in Mali killed three soldiers, and the government asked Niger for help. "
    "Norway beat Sweden by two goals to one."
)


@pytest.fixture(params=PROPOSERS, ids=lambda make: make().name)
def proposer(request: pytest.FixtureRequest) -> Proposer:
    made: Proposer = request.param()
    return made


@pytest.fixture
def page(vocabulary: Vocabulary) -> Page:
    return prepare(Document(id="d", text=TEXT, published="2024-06-19", published_basis="given"), vocabulary)


def sentences_of(page: Page, spans: list[Span]) -> list[Sentence]:
    docs = Parser(page.vocabulary).parse(page.document.text[start:end] for start, end in spans)
    found = []
    for doc, (start, end) in zip(docs, spans, strict=True):
        page.finder.begin(doc, start)
        found += [Sentence(page, span, start, start, end) for span in doc.sents]
    return found


def candidates_of(proposer: Proposer, page: Page) -> list[tuple[Sentence, Candidate]]:
    chosen = proposer.choose(page, split_sentences(page.document.text, page.vocabulary))
    found = []
    for sentence in sentences_of(page, chosen):
        trace = Trace()
        trace.begin(sentence.start, sentence.end)
        for readings in proposer.propose(sentence, trace):
            found += [(sentence, candidate) for reading in readings for candidate in reading]
    return found


def test_what_it_chooses_are_sentences_of_the_page_in_order(proposer: Proposer, page: Page) -> None:
    sentences = split_sentences(page.document.text, page.vocabulary)
    chosen = proposer.choose(page, sentences)

    assert [span for span in sentences if span in chosen] == chosen
    assert sentences[0] in chosen
    assert sentences[1] not in chosen


def test_a_recalled_ambassador_is_among_what_it_proposes(proposer: Proposer, page: Page) -> None:
    sides = {
        (c.act, tuple(a.code for a in c.actors), tuple(a.code for a in c.recipients))
        for _, c in candidates_of(proposer, page)
    }

    assert ("SANCTION", ("CHL",), ("PER",)) in sides


def test_a_candidate_is_of_a_known_type_and_points_into_its_sentence(proposer: Proposer, page: Page) -> None:
    found = candidates_of(proposer, page)

    assert found
    for sentence, candidate in found:
        start, end = sentence.place(candidate.predicate.token)
        assert candidate.act in EVENT_TYPES
        assert candidate.type in EVENT_TYPES
        assert candidate.rule
        assert sentence.start <= start < end <= sentence.end


def test_the_words_of_its_actors_are_slices_of_the_document(proposer: Proposer, page: Page) -> None:
    for _, candidate in candidates_of(proposer, page):
        for actor in candidate.actors + candidate.recipients:
            assert page.document.text[actor.start : actor.end] == actor.text


def test_the_same_page_gives_the_same_candidates(proposer: Proposer, page: Page, vocabulary: Vocabulary) -> None:
    again = prepare(page.document, vocabulary)

    def told(of: Page) -> list[tuple[str, int, str]]:
        found = candidates_of(proposer, of)
        return [(c.rule, s.place(c.predicate.token)[0], repr((c.actors, c.recipients))) for s, c in found]

    assert told(page) == told(again)


def test_a_page_without_a_possible_actor_is_not_parsed(proposer: Proposer, vocabulary: Vocabulary) -> None:
    text = "The bridge was closed. It rained."
    empty = prepare(Document(id="d", text=text, published="2024-06-19"), vocabulary)

    assert proposer.choose(empty, split_sentences(text, vocabulary)) == []
