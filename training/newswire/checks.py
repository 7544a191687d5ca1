"""What a sentence of the treebank must satisfy."""

from __future__ import annotations

from notation import RELATIONS, Token
from words import UPOS

KNOWN = set(RELATIONS.values()) | {"nsubj:pass", "csubj:pass", "punct"}
NO_CHILDREN = {"case", "mark", "det", "aux", "aux:pass", "cop", "punct", "cc"}
ALLOWED_BELOW = {"fixed", "advmod", "conj", "cc", "punct"}
VERBAL_CHILDREN = {"aux:pass", "obj", "iobj", "xcomp", "compound:prt", "obl:agent"}
PREDICATES = {"cop", "nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"}
CLAUSES = {"root", "ccomp", "acl:relcl", "advcl", "parataxis"}
PARTICLES = {"al", "bin", "de"}


def faults(text: str, tokens: list[Token]) -> list[str]:
    """Every fault of one sentence, in words; empty when it is sound."""
    if not tokens:
        return ["no tokens"]
    found = _rebuilt(text, tokens) + _labels(tokens)
    roots = [token.form for token in tokens if token.head == 0]
    if len(roots) != 1:
        found.append(f"{len(roots)} roots {roots}: {text}")
    if any(not 0 <= token.head <= len(tokens) for token in tokens):
        return [*found, f"head out of range: {text}"]
    if _cycle(tokens):
        return [*found, f"cycle: {text}"]
    return found + _crossing(tokens, text) + _children(tokens, text)


def _rebuilt(text: str, tokens: list[Token]) -> list[str]:
    joined = "".join(token.form + " " * token.space_after for token in tokens).rstrip()
    if any(not token.form.strip() for token in tokens):
        return [f"blank token: {text}"]
    return [] if joined == text else [f"tokens do not give the text: {text}"]


def _labels(tokens: list[Token]) -> list[str]:
    return [
        f"unknown label {token.form} {token.upos} {token.xpos} {token.deprel}"
        for token in tokens
        if token.deprel not in KNOWN or token.xpos not in UPOS or not token.upos
    ]


def _cycle(tokens: list[Token]) -> bool:
    for token in tokens:
        seen, here = set(), token.index
        while here:
            if here in seen:
                return True
            seen.add(here)
            here = tokens[here - 1].head
    return False


def _crossing(tokens: list[Token], text: str) -> list[str]:
    arcs = [(min(t.index, t.head), max(t.index, t.head)) for t in tokens if t.head]
    crossed = [(a, b) for a in arcs for b in arcs if a[0] < b[0] < a[1] < b[1]]
    return [f"crossing arcs {crossed[0]}: {text}"] if crossed else []


def _children(tokens: list[Token], text: str) -> list[str]:
    found = []
    for token in tokens:
        children = [other for other in tokens if other.head == token.index]
        kinds = {child.deprel for child in children}
        if token.deprel in NO_CHILDREN and kinds - ALLOWED_BELOW:
            found.append(f"{token.form} ({token.deprel}) has {kinds}: {text}")
        if kinds & VERBAL_CHILDREN and not token.xpos.startswith(("VB", "JJ")) and "cop" not in kinds:
            found.append(f"{token.form}/{token.xpos} is no verb but has {kinds & VERBAL_CHILDREN}: {text}")
        for relation in ("nsubj", "nsubj:pass", "obj", "iobj", "cop"):
            if sum(child.deprel == relation for child in children) > 1:
                found.append(f"{token.form} has two {relation}: {text}")
        found += _agreement(token, kinds, children, text)
    return found


def _agreement(token: Token, kinds: set[str], children: list[Token], text: str) -> list[str]:
    """Verb form against auxiliaries, finite clauses against subjects."""
    found = []
    predicate = token.deprel in CLAUSES | {"xcomp", "conj"}
    aux = {child.lower for child in children if child.deprel == "aux"}
    if "aux:pass" in kinds and token.xpos != "VBN":
        found.append(f"passive of {token.form}/{token.xpos}: {text}")
    if aux & {"has", "have", "had"} and "cop" not in kinds and token.xpos not in ("VBN", "VBG"):
        found.append(f"perfect of {token.form}/{token.xpos}: {text}")
    if any(child.xpos == "TO" for child in children) and token.xpos != "VB" and not kinds & {"cop", "aux:pass", "aux"}:
        found.append(f"infinitive of {token.form}/{token.xpos}: {text}")
    if token.xpos in ("VBD", "VBZ", "VBP") and token.deprel in CLAUSES and not kinds & PREDICATES:
        found.append(f"finite {token.form}/{token.xpos} without subject: {text}")
    if token.upos in ("NOUN", "PROPN") and not predicate and kinds & {"obl", "obl:unmarked"}:
        found.append(f"oblique of the noun {token.form}: {text}")
    if token.upos == "VERB" and token.deprel != "amod" and kinds & {"nmod", "nmod:poss", "amod", "acl:relcl", "appos"}:
        found.append(f"nominal child of the verb {token.form}: {text}")
    if token.deprel in ("nsubj", "obj", "obl", "nmod") and token.upos in ("VERB", "ADV"):
        found.append(f"{token.form}/{token.xpos} as {token.deprel}: {text}")
    if token.xpos == "NNP" and token.form.islower() and token.form not in PARTICLES:
        found.append(f"{token.form}/{token.xpos}: {text}")
    return found
