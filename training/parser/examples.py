"""Training documents: groups of consecutive sentences, some of them varied to look like newspaper print."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from random import Random

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from dragoman.syntax.morphology import label_of
from training.parser.treebank import Sentence

GROUP_SIZES = (1, 1, 2, 5, 10, 10, 10)
"""Sentences a document: ten, so that the parser learns to split them, and fewer, as the coder hands over."""

BATCH_WORDS = 1000
"""Words a batch: more or fewer trained worse."""

CURLY, LOWER, UPPER = 0.3, 0.02, 0.02
"""Shares of sentences printed with curly quotes and dashes, in lower case, in capitals (short ones only)."""

SWAP = 0.5
"""Share of the names of countries and capitals, and of their adjectives, that become another: web text has few."""

VERB_SWAP = 0.1
"""Share of the transitive verbs that become a transitive verb of newspapers, in the same form."""

NOT_PLAIN = frozenset(("compound:prt", "xcomp", "ccomp", "iobj", "expl", "cop"))
"""Dependents that bind a verb to its own pattern: such verbs are not swapped."""

BREAK = "\n\n"
KEEP_BREAK = 0.7
"""Share of the paragraph breaks that are kept as white space between sentences; the rest become a blank."""


def vary(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence, at random with other countries, curly quotes, lower case or capitals; the tree stays."""
    words = tuple(_swap_verbs(sentence, list(_swap_names(sentence, random)), random))
    if random.random() < CURLY:
        words = tuple(_curly(words))
    case = random.random()
    if case < LOWER:
        words = tuple(word.lower() for word in words)
    elif case < LOWER + UPPER and len(words) < 15:
        words = tuple(word.upper() for word in words)
    return replace(sentence, words=words)


@cache
def name_pools() -> dict[str, tuple[str, ...]]:
    """Return for each name of `names.csv` the names it may be swapped for: countries, capitals or adjectives."""
    text = files("training.parser").joinpath("names.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    columns = [tuple(row[kind] for row in rows if row[kind]) for kind in ("country", "adjective", "capital")]
    return {name: names for names in columns for name in names}


def _swap_names(sentence: Sentence, random: Random) -> Iterator[str]:
    for word, tag, relation in zip(sentence.words, sentence.tags, sentence.relations, strict=True):
        pool = name_pools().get(word)
        if pool and tag in ("NNP", "JJ") and relation != "flat" and random.random() < SWAP:
            yield random.choice(pool)
        else:
            yield word


@cache
def verb_pools() -> dict[str, tuple[str, ...]]:
    """Return for each Penn tag of verbs that form of every verb in `verbs.csv`."""
    text = files("training.parser").joinpath("verbs.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    pools = {tag: tuple(row[tag] for row in rows) for tag in ("VB", "VBZ", "VBD", "VBG", "VBN")}
    return pools | {"VBP": pools["VB"]}


def _swap_verbs(sentence: Sentence, words: list[str], random: Random) -> list[str]:
    """Put other verbs for some of those that have an object, or a passive subject, and nothing that binds them."""
    below: list[set[str]] = [set() for _ in words]
    for head, relation in zip(sentence.heads, sentence.relations, strict=True):
        if head >= 0:
            below[head].add(relation)
    for i, (tag, dependents) in enumerate(zip(sentence.tags, below, strict=True)):
        pool = verb_pools().get(tag) if sentence.parts[i] == "VERB" else None
        plain = dependents & {"obj", "nsubj:pass"} and not dependents & NOT_PLAIN
        if pool and plain and random.random() < VERB_SWAP:
            verb = random.choice(pool)
            words[i] = verb.capitalize() if words[i][:1].isupper() else verb
    return words


def _curly(words: Iterable[str]) -> Iterator[str]:
    opening = True
    for word in words:
        if word == '"':
            yield "“" if opening else "”"
            opening = not opening
        else:
            yield "—" if word == "--" else word.replace("'", "’")


def make_doc(nlp: Language, sentences: Sequence[Sentence], random: Random) -> Doc:
    """Return one annotated document of consecutive sentences; the tags are the tagger's labels."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    for i, sentence in enumerate(sentences):
        if i:
            spaces[-1] = True
            if sentence.new_paragraph and random.random() < KEEP_BREAK:
                spaces[-1] = False
                heads.append(len(words) - 1)
                words.append(BREAK)
                spaces.append(False)
                tags.append(label_of("_SP", "SPACE"))
                relations.append("dep")
        start = len(words)
        words += sentence.words
        spaces += sentence.spaces
        tags += map(label_of, sentence.tags, sentence.parts)
        heads += [start + (word if head < 0 else head) for word, head in enumerate(sentence.heads)]
        relations += ["ROOT" if name == "root" else name for name in sentence.relations]
    spaces[-1] = False
    return Doc(nlp.vocab, words=words, spaces=spaces, tags=tags, heads=heads, deps=relations)


def make_docs(nlp: Language, sentences: Sequence[Sentence], random: Random) -> list[Doc]:
    """Return all sentences as documents of a few consecutive ones each, in random order: one epoch."""
    docs: list[Doc] = []
    start = 0
    while start < len(sentences):
        size = random.choice(GROUP_SIZES)
        end = start + 1
        while end < min(start + size, len(sentences)) and sentences[end].document == sentences[start].document:
            end += 1
        docs.append(make_doc(nlp, [vary(sentence, random) for sentence in sentences[start:end]], random))
        start = end
    random.shuffle(docs)
    return docs


def example_of(nlp: Language, doc: Doc) -> Example:
    """Pair a document with its bare text as the pipeline's own tokenizer sees it."""
    return Example(nlp.make_doc(doc.text), doc)


def batches(docs: Iterable[Doc], words: int = BATCH_WORDS) -> Iterator[list[Doc]]:
    """Yield the documents in batches of about `words` words."""
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
