"""Read CoNLL-U files into sentences whose words add up to the printed text; set bad ones aside, with the reason."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from dragoman.errors import LanguageError

# fmt: off
RELATIONS = frozenset((
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
    "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
    "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root",
    "vocative", "xcomp",
))
# fmt: on
"""The universal relations of Universal Dependencies 2; a subtype may follow after a colon."""


@dataclass(frozen=True)
class Sentence:
    """One annotated sentence; `heads` are word indices, -1 for the root; `spaces` says what a blank follows."""

    id: str
    document: str
    new_paragraph: bool
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]
    features: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]

    def text(self) -> str:
        """Return the sentence as printed."""
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(word + " " * space for word, space in pairs).rstrip()


@dataclass
class Treebank:
    """Sentences that can be used, and the reasons why others cannot (file, sentence, fault)."""

    sentences: list[Sentence] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)


def read_treebank(paths: Iterable[Path]) -> Treebank:
    """Read .conllu or .conllu.gz files in the order given.

    Raises LanguageError if a file is missing; a sentence that is not a tree of known relations is set aside.
    """
    bank = Treebank()
    for path in paths:
        if not path.is_file():
            raise LanguageError(f"The treebank file {path} is missing. Pass the folder that holds it as --treebanks.")
        for number, (comments, rows, new_document, new_paragraph) in enumerate(_blocks(path), 1):
            where = f"{path.name}: sentence {comments.get('sent_id', number)}"
            try:
                sentence = _sentence(comments, rows, new_document, new_paragraph)
                fault = find_fault(sentence, comments.get("text"))
            except (ValueError, IndexError) as error:
                fault = f"not CoNLL-U ({error})"
            if fault:
                bank.rejected.append(f"{where}: {fault}")
            else:
                bank.sentences.append(sentence)
    return bank


def _lines(path: Path) -> Iterator[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from file
    yield "\n"


def _blocks(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]], str, bool]]:
    """Yield each sentence's comments, its rows, the document it belongs to and whether a paragraph begins with it."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    document, paragraph = path.name, True
    for line in _lines(path):
        line = line.rstrip("\r\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            key = key.strip()
            if key == "newdoc id":
                document = value.strip()
            paragraph = paragraph or key.startswith(("newdoc", "newpar"))
            comments[key] = value.strip()
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows, document, paragraph
            comments, rows, paragraph = {}, [], False


def _sentence(comments: dict[str, str], rows: list[list[str]], document: str, paragraph: bool) -> Sentence:
    words = [row for row in rows if row[0].isdigit()]
    forms = [row[1] for row in words]
    spaces = ["SpaceAfter=No" not in row[9] for row in words]
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            forms[first - 1 : last] = _share(row[1], forms[first - 1 : last])
            spaces[first - 1 : last] = [False] * (last - first) + ["SpaceAfter=No" not in row[9]]
    return Sentence(
        id=comments.get("sent_id", ""),
        document=document,
        new_paragraph=paragraph,
        words=tuple(forms),
        spaces=tuple(spaces),
        lemmas=tuple(row[2] for row in words),
        tags=tuple(row[4] for row in words),
        parts=tuple(_part(row[4], row[3]) for row in words),
        features=tuple(row[5] for row in words),
        heads=tuple(int(row[6]) - 1 for row in words),
        relations=tuple(row[7] for row in words),
    )


def _part(tag: str, part: str) -> str:
    """Return the part of speech; "United" in a name is an adjective as in EWT, not a verb as in GUM."""
    return "ADJ" if part == "VERB" and tag in ("NNP", "NNPS") else part


def _share(surface: str, words: list[str]) -> list[str]:
    """Share the characters of a contraction ("don't") among its words; the last ones get one each if they differ."""
    lengths = [len(word) for word in words]
    if sum(lengths) != len(surface):
        lengths = [max(1, len(surface) - len(words) + 1)] + [1] * (len(words) - 1)
    cuts = [sum(lengths[:i]) for i in range(len(words) + 1)]
    return [surface[start:end] for start, end in pairwise(cuts)]


def find_fault(sentence: Sentence, text: str | None = None) -> str:
    """Return what is wrong with a sentence, or '' if it is one tree of known relations that adds up to `text`."""
    if not all(sentence.words):
        return "an empty word"
    if text is not None and sentence.text() != " ".join(text.split()):
        return f"the words make {sentence.text()!r}, not {text!r}"
    unknown = [name for name in sentence.relations if name.split(":")[0] not in RELATIONS]
    if unknown:
        return f"unknown relation {unknown[0]!r}"
    roots = [i for i, head in enumerate(sentence.heads) if head == -1]
    if len(roots) != 1:
        return f"{len(roots)} roots"
    if sentence.relations[roots[0]] != "root" or sentence.relations.count("root") != 1:
        return "the root is not labelled root, or another word is"
    if any(not -1 <= head < len(sentence.words) for head in sentence.heads):
        return "a head outside the sentence"
    return "" if _is_tree(sentence.heads) else "a cycle"


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word leads up to the root."""
    for word in range(len(heads)):
        steps = 0
        while word != -1:
            word, steps = heads[word], steps + 1
            if steps > len(heads):
                return False
    return True
