"""Score a pipeline on raw text against a treebank, as the CoNLL 2018 shared task did.

A word counts when its characters are a word of the treebank, its attachment when its head's characters are too.
Every figure is F1 over all words, so words and sentences that were cut differently count as errors.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.syntax.morphology import JOIN
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import shipped
from training.parser.treebank import Sentence

BATCH = 256
"""Documents a batch when words per second are taken."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Word:
    """A word of the treebank, by its place in the raw text; `head` is None for a root."""

    span: Span
    head: Span | None
    relation: str
    tag: str
    pos: str
    lemma: str
    features: frozenset[str]


def raw_texts(sentences: Sequence[Sentence], split: bool) -> Iterator[tuple[str, list[Word], set[Span]]]:
    """Yield each document's text, its words and the spans of its sentences; with `split` a text for each sentence."""
    groups = [[s] for s in sentences] if split else [list(g) for _, g in groupby(sentences, lambda s: s.document)]
    for group in groups:
        text = ""
        words: list[Word] = []
        bounds: set[Span] = set()
        for i, sentence in enumerate(group):
            if i:
                text += "\n\n" if sentence.new_paragraph else " "
            words += _words(sentence, len(text))
            bounds.add((len(text), len(text) + len(sentence.text())))
            text += sentence.text()
        yield text, words, bounds


def _words(sentence: Sentence, offset: int) -> list[Word]:
    spans: list[Span] = []
    for form, space in zip(sentence.words, sentence.spaces, strict=True):
        spans.append((offset, offset + len(form)))
        offset += len(form) + space
    return [
        Word(
            span,
            spans[sentence.heads[i]] if sentence.heads[i] >= 0 else None,
            sentence.relations[i],
            sentence.tags[i],
            sentence.parts[i],
            sentence.lemmas[i],
            frozenset(sentence.features[i].split("|")) - {"_"},
        )
        for i, span in enumerate(spans)
    ]


def score(nlp: Language, sentences: Sequence[Sentence], split: bool = False) -> dict[str, float]:
    """Return F1 in per cent: words, sentences, tag, pos, lemma, verbs' features, uas and three sorts of las.

    `las` compares universal relations over all words, `las_full` subtypes too; `las_unpointed` leaves out punctuation,
    as spaCy's own scorer does: treebanks attach it by different conventions.

    The pipeline splits the documents itself; with `split` it is given each sentence alone, as the coder does.
    """
    counts: dict[str, int] = dict.fromkeys(
        ("words", "tag", "pos", "lemma", "uas", "las", "las_full", "las_unpointed", "verbs", "verb_features"), 0
    )
    gold = system = gold_bounds = found_bounds = right_bounds = unpointed = 0
    texts = list(raw_texts(sentences, split))
    for doc, (_, words, bounds) in zip(nlp.pipe([text for text, *_ in texts], batch_size=BATCH), texts, strict=True):
        tokens = {_span(token): token for token in doc if not token.is_space}
        gold += len(words)
        system += len(tokens)
        unpointed += sum(word.relation != "punct" for word in words)
        unpointed += sum(token.dep_ != "punct" for token in tokens.values())
        found = _bounds(doc)
        gold_bounds, found_bounds = gold_bounds + len(bounds), found_bounds + len(found)
        right_bounds += len(bounds & found)
        for word in words:
            if word.span in tokens:
                _count(counts, word, tokens[word.span])
    verbs, features, right_unpointed = (counts.pop(name) for name in ("verbs", "verb_features", "las_unpointed"))
    result = {name: _f1(count, gold, system) for name, count in counts.items()}
    result["las_unpointed"] = _f1(right_unpointed, unpointed, 0)
    result["sentences"] = _f1(right_bounds, gold_bounds, found_bounds)
    result["verb_features"] = round(100 * features / verbs, 2) if verbs else 0.0
    return result


def _f1(right: int, gold: int, system: int) -> float:
    return round(200 * right / (gold + system), 2) if gold + system else 0.0


def _span(token: Token) -> Span:
    return token.idx, token.idx + len(token)


def _bounds(doc: Doc) -> set[Span]:
    """The spans of the sentences of `doc`, white space left out."""
    sentences = ([token for token in sent if not token.is_space] for sent in doc.sents)
    return {(words[0].idx, _span(words[-1])[1]) for words in sentences if words}


def score_splitter(sentences: Sequence[Sentence]) -> float:
    """Return F1 in per cent of the sentence spans that the splitter by rule finds in the raw text."""
    gold = found = right = 0
    for text, _, bounds in raw_texts(sentences, split=False):
        spans = set(split_sentences(text, shipped()))
        gold, found, right = gold + len(bounds), found + len(spans), right + len(spans & bounds)
    return _f1(right, gold, found)


def _count(counts: dict[str, int], word: Word, token: Token) -> None:
    """Add to the counts what the pipeline got right about one word."""
    tag, _, label_pos = token.tag_.partition(JOIN)
    counts["words"] += 1
    counts["tag"] += tag == word.tag
    counts["pos"] += (token.pos_ or label_pos) == word.pos
    counts["lemma"] += token.lemma_ == word.lemma
    if word.pos == "VERB":
        counts["verbs"] += 1
        kept = {name for name in word.features if name.startswith(("VerbForm", "Tense", "Mood", "Voice"))}
        counts["verb_features"] += kept <= set(str(token.morph).split("|"))
    root = token.head.i == token.i
    if (None if root else _span(token.head)) == word.head:
        relation = "root" if root else token.dep_
        counts["uas"] += 1
        agrees = relation.split(":")[0] == word.relation.split(":")[0]
        counts["las"] += agrees
        counts["las_unpointed"] += agrees and word.relation != "punct"
        counts["las_full"] += relation == word.relation


def words_per_second(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, int]:
    """Return words per CPU second of the tagger and parser, and of the whole pipeline with its tokenizer.

    Sentences are given one by one; the best of three runs counts.
    """
    texts = [sentence.text() for sentence in sentences]
    words = sum(len(nlp.make_doc(text)) for text in texts)
    whole = min(_seconds(nlp, texts) for _ in range(3))
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        network = min(_seconds(nlp, texts) for _ in range(3))
    return {"tagger and parser": round(words / network), "pipeline": round(words / whole)}


def _seconds(nlp: Language, texts: list[str]) -> float:
    begun = time.process_time()
    for _ in nlp.pipe(texts, batch_size=BATCH):
        pass
    return time.process_time() - begun
