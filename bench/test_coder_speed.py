"""How fast the coder is, as ratios against the parser and the tokenizer in the same run.

`./dev bench` prints sentences and words a second. The mix: one sentence in five bears an event.
"""

import itertools
import time

import pytest

from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import shipped

STATES = ("Chile", "Kenya", "Norway", "Peru", "Ghana", "Japan", "Poland", "Oman", "Laos", "Cuba")
EVENTS = (
    "{a}'s foreign minister met his {b} counterpart on Tuesday to discuss the border dispute.",
    "{a} recalled its ambassador to {b} after the raid near the river.",
    "{a} accused {b} of violating the ceasefire, an official said on Monday.",
    "The government of {a} will send food aid to {b} if the road is opened.",
)
OTHERS = (
    "The weather stayed warm along the coast and the ferries ran on time all week.",
    "Shares rose slightly in early trading before giving up most of the gains at noon.",
    "The museum opened a new wing for visitors, with a garden behind the old house.",
    "Farmers brought in a good harvest this year in spite of the late rain.",
)


def stories(count: int) -> list[Document]:
    pairs = list(itertools.permutations(STATES, 2))
    out = []
    for i in range(count):
        a, b = pairs[i % len(pairs)]
        body = [EVENTS[i % 4].format(a=a, b=b), *OTHERS, EVENTS[(i + 1) % 4].format(a=b, b=a), *OTHERS]
        out.append(Document(id=str(i), text=" ".join(f"{s}" for s in body), published="2024-03-05"))
    return out


@pytest.fixture(scope="module")
def coder() -> Coder:
    coder = Coder(shipped())
    list(coder.read_all(stories(40)))
    return coder


def test_the_coder_is_at_least_as_fast_as_the_parser_alone(coder: Coder, benchmark) -> None:  # type: ignore[no-untyped-def]
    """Sentences a second over a news-like mix: at least as many as parsing every sentence gives."""
    documents = stories(200)
    sentences = [d.text[s:e] for d in documents for s, e in split_sentences(d.text, shipped())]
    started = time.process_time()
    parsed = list(coder.parser.nlp.pipe(sentences, batch_size=256))
    parser = len(sentences) / (time.process_time() - started)
    started = time.process_time()
    words = sum(len(coder.parser.nlp.tokenizer(s)) for s in sentences)
    tokenizer = words / (time.process_time() - started)

    started = time.process_time()
    benchmark.pedantic(lambda: list(coder.read_all(documents)), rounds=1)
    coded = len(sentences) / (time.process_time() - started)

    per_sentence = sum(map(len, parsed)) / len(parsed)
    benchmark.extra_info.update(
        coder_sentences=round(coded), parser_sentences=round(parser), coder_words=round(coded * per_sentence),
        parser_words=round(parser * per_sentence), tokenizer_words=round(tokenizer), ratio=round(coded / parser, 2),
    )  # fmt: skip
    print(benchmark.extra_info)
    assert coded >= parser
