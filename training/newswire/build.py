"""Build the newswire treebank: read the ``*.ud`` notation, check, write CoNLL-U.

    python build.py            # writes train-*.conllu and test-*.conllu beside the sources

Every check that fails is printed with file and line and ends the run with code 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from checks import faults
from notation import NotationError, Token, read
from rules import resolve
from words import FEATS, UPOS, lemma

HERE = Path(__file__).parent


def analyse(line: str, tokenizer: object) -> tuple[str, list[Token]]:
    """One line of notation as its text and its fully annotated tokens."""
    text, root, tokens = read(line, tokenizer)
    head = resolve(root)
    head.head, head.deprel = 0, "root"
    for token in tokens:
        _finish(token, tokens)
    return text, tokens


def _finish(token: Token, tokens: list[Token]) -> None:
    """Universal tag, lemma and features from the Penn tag and the relation."""
    token.upos = UPOS.get(token.xpos, "")
    if token.xpos == "IN" and token.deprel == "mark":
        token.upos = "SCONJ"
    if token.deprel.startswith(("aux", "cop")):
        token.upos = "AUX"
    if token.xpos == "DT" and token.deprel not in ("det", "fixed"):
        token.upos = "PRON"
    if token.lower in ("not", "n't") and token.xpos == "RB":
        token.upos = "PART"
    if token.form == "%":
        token.upos = "SYM"
    if token.xpos == "NNP" and token.deprel == "amod":
        token.upos = "ADJ"
    token.lemma = lemma(token.form, token.xpos)
    token.feats = FEATS.get(token.xpos, "_") if token.upos != "ADJ" or token.xpos != "NNP" else "Degree=Pos"
    passive = any(other.head == token.index and other.deprel == "aux:pass" for other in tokens)
    if token.xpos == "VBN" and (passive or token.deprel in ("acl", "amod")):
        token.feats += "|Voice=Pass"


def conllu(name: str, text: str, tokens: list[Token]) -> str:
    """A sentence in CoNLL-U, with its name and text."""
    rows = [f"# sent_id = {name}", f"# text = {text}"]
    for token in tokens:
        last = "_" if token.space_after or token.index == len(tokens) else "SpaceAfter=No"
        rows.append(
            "\t".join(
                (
                    str(token.index),
                    token.form,
                    token.lemma,
                    token.upos,
                    token.xpos,
                    token.feats,
                    str(token.head),
                    token.deprel,
                    "_",
                    last,
                )
            )
        )
    return "\n".join(rows) + "\n\n"


def build(source: Path, tokenizer: object) -> tuple[str, list[str], int]:
    """All sentences of one source: CoNLL-U, the faults found, the number of words."""
    blocks, problems, words, number = [], [], 0, 0
    for count, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        number += 1
        try:
            text, tokens = analyse(line.strip(), tokenizer)
        except NotationError as error:
            problems.append(f"{source.name}:{count}: {error}")
            continue
        problems += [f"{source.name}:{count}: {fault}" for fault in faults(text, tokens)]
        blocks.append(conllu(f"newswire-{source.stem}-{number:03d}", text, tokens))
        words += len(tokens)
    return "".join(blocks), problems, words


def main() -> int:
    """Build every source; 0 when all checks pass."""
    tokenizer = spacy.blank("en")
    failed = 0
    for source in sorted(HERE.glob("*.ud")):
        text, problems, words = build(source, tokenizer)
        source.with_suffix(".conllu").write_text(text, encoding="utf-8")
        print(f"{source.name}: {text.count('# sent_id')} sentences, {words} words, {len(problems)} faults")
        print("\n".join(problems))
        failed += len(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
