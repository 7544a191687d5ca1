"""Fill in what the notation leaves unsaid: heads, relations and tags of a phrase."""

from __future__ import annotations

from itertools import pairwise

from notation import RELATIONS, NotationError, Phrase, Token
from tags import Unit, has_subject, open_tag, tag_head, word_tag
from units import attach, join
from words import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    MONTHS,
    NEGATIONS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    PUNCTUATION,
    QUESTION_ADVERBS,
    SUBJECTS,
    SUBORDINATORS,
    lexicon,
)

CLOSING = {'"', "“", "”", "'", "(", ")", ".", "?", "!"}
RIGHT = {
    "conj",
    "appos",
    "advcl",
    "acl:relcl",
    "acl",
    "parataxis",
    "obl",
    "nmod",
    "ccomp",
    "advmod",
    "advcl:relcl",
    "obl:unmarked",
    "nmod:unmarked",
    "list",
}
FUNCTIONS = {"det", "case", "aux", "mark", "cc"}
INTERRUPTS = {"advmod", "obl", "advcl", "parataxis", "discourse", "obl:unmarked"}


def resolve(phrase: Phrase, parent_tag: str = "") -> Token:
    """Analyse a phrase and all in it; returns its head."""
    units = join(phrase)
    words = [unit for unit in units if unit.phrase is None and not unit.punctuation]
    for unit in words:
        unit.relation = unit.relation or _closed(unit, units, phrase)
    head = _head(words, phrase)
    phrase.head = head
    tag_head(head, words, units, phrase, parent_tag)
    for unit in units:
        if unit.phrase is not None:
            unit.head = resolve(unit.phrase, head.xpos)
            unit.relation = RELATIONS[unit.phrase.code]
            attach(unit.head, head, unit.relation)
        elif unit.head is not head and not unit.punctuation:
            _attach_word(unit, head, words, units, phrase)
    _neighbors(units)
    _passive(head, units)
    _punctuate(units, head)
    return head


def _neighbors(units: list[Unit]) -> None:
    """A conjunction belongs to the conjunct after it, a possessive ending to the word before it."""
    for unit, other in pairwise(units):
        if unit.relation == "cc" and other.relation == "conj":
            unit.head.head = other.head.index
        if other.head.code == "ca" and other.head.form in ("'s", "’s", "'", "’"):
            attach(other.head, unit.head, "case", "POS")


def _closed(unit: Unit, units: list[Unit], phrase: Phrase) -> str:
    """The relation of a closed-class word; empty for open words and possible heads."""
    word = unit.head.lower
    if unit.joined or unit.head.code == "h":
        return ""
    alone = sum(1 for other in units if other.phrase is None and not other.punctuation) == 1
    if alone and word not in ("'s", "’s", "'"):
        return ""
    place = units.index(unit)
    if word == "that" and place == 0 and phrase.code in ("c", "a", "ac", "cs"):
        return "mark"
    if word in DETERMINERS:
        return "det"
    if word in CONJUNCTIONS:
        return "cc"
    if word in POSSESSIVES:
        return "nmod:poss"
    if word in NEGATIONS or word in QUESTION_ADVERBS:
        return "advmod"
    if word in SUBJECTS:
        return "nsubj"
    if word in OBJECTS:
        return "obj"
    if word == "there" and phrase.clausal:
        return "expl"
    if unit.head.form in ("'s", "’s", "'") and place:
        return "case"
    if word in SUBORDINATORS | PREPOSITIONS and not unit.head.given:
        return "case"
    return ""


def _head(words: list[Unit], phrase: Phrase) -> Token:
    given = [unit for unit in words if unit.head.code == "h"]
    if given:
        return given[0].head
    flat = [number for number, unit in enumerate(words) if unit.relation == "flat"]
    pool = words[: flat[0]] if flat else words
    candidates = [unit for unit in pool if not unit.relation]
    if not candidates:
        raise NotationError(f"no head in {' '.join(unit.head.form for unit in words)!r}")
    if phrase.clausal:
        solid = [unit for unit in candidates if open_tag(unit.head, "modifier") not in ("RB", "RBR")] or candidates
        return solid[-1].head
    return candidates[-1].head


def _attach_word(unit: Unit, head: Token, words: list[Unit], units: list[Unit], phrase: Phrase) -> None:
    token, relation = unit.head, unit.relation
    before = token.index < head.index
    verbal = head.xpos.startswith("VB") and phrase.clausal
    if not relation and phrase.clausal and before:
        relation = _auxiliary(token, head, words)
    if not relation:
        relation = _open_relation(token, before, phrase)
    if token.lower in ("late", "early") and head.form.endswith("day"):
        relation, token.xpos = "advmod", "RB"
    if relation == "case":
        relation = _case_or_mark(token, verbal, units, head)
    attach(token, head, relation, word_tag(token, relation, head))


def _auxiliary(token: Token, head: Token, words: list[Unit]) -> str:
    lower = token.lower
    if lower in MODALS or lower in DO:
        return "aux"
    if lower in HAVE:
        return "aux"
    if lower not in BE and token.form not in ("'s", "’s"):
        return ""
    later = any(unit.head.lower in BE and token.index < unit.head.index < head.index for unit in words)
    if later:
        return "aux"
    if head.xpos == "VBN":
        return "aux:pass"
    return "aux" if head.xpos == "VBG" else "cop"


def _open_relation(token: Token, before: bool, phrase: Phrase) -> str:
    if token.lower == "it":
        return "nsubj" if before else "obj"
    if token.form in MONTHS:
        return "nmod:unmarked"
    tag = token.xpos or open_tag(token, "modifier")
    if tag.startswith("RB"):
        return "advmod"
    if not before:
        raise NotationError(f"{token.form!r} after the head needs a code")
    if tag == "CD":
        return "nummod"
    named = tag == "NNP" and lexicon().get(token.lower, ("", ""))[0] == "JJ"
    if tag in ("JJ", "JJR", "JJS", "VBN", "VBG", "AFX") or named:
        return "amod"
    return "compound"


def _case_or_mark(token: Token, verbal: bool, units: list[Unit], head: Token) -> str:
    place = next(number for number, unit in enumerate(units) if unit.head is token)
    subject_later = has_subject(units[place:])
    if token.lower in ("if", "unless", "because", "although", "though", "while", "whether", "once", "whereas"):
        return "mark"
    if token.lower == "that" or ((verbal or subject_later) and place <= 3 + 6 * (token.lower == "to")):
        return "mark"
    if head.xpos.startswith("VB") and verbal:
        raise NotationError(f"preposition {token.form!r} in a clause needs a code")
    return "mark" if token.lower == "to" and any(unit.head.lower == "be" for unit in units) else "case"


def _passive(head: Token, units: list[Unit]) -> None:
    """A subject of a verb with a passive auxiliary is a passive subject."""
    if any(unit.head.deprel == "aux:pass" and unit.head.head == head.index for unit in units):
        for unit in units:
            if unit.relation in ("nsubj", "csubj"):
                unit.head.deprel = unit.relation + ":pass"
    modal = False
    for unit in units:
        token = unit.head
        if (token.deprel.startswith(("aux", "cop")) and token.head == head.index) or token is head:
            if modal and token.lower in ("have", "do") and not token.given:
                token.xpos = "VB"
            modal = modal or token.lower in MODALS or (token.deprel == "aux" and token.lower in DO)
        if token.deprel == "mark" and token.lower == "to":
            modal = True


def _punctuate(units: list[Unit], head: Token) -> None:
    """Attach each mark: to the phrase it sets off, else to the head of the phrase."""
    for number, unit in enumerate(units):
        if not unit.punctuation:
            continue
        target = head
        if unit.head.form not in CLOSING:
            target = _set_off(units, number, head)
        opening = unit.head.form in ('"', "'") and number == 0
        attach(unit.head, target, "punct", "``" if opening else PUNCTUATION[unit.head.form])


def _set_off(units: list[Unit], number: int, head: Token) -> Token:
    before = units[number - 1] if number else None
    after = units[number + 1] if number + 1 < len(units) else None
    if after is not None and after.head.index > head.index and after.relation in RIGHT:
        return after.head
    if before is None or before.head.index >= head.index or before.punctuation or before.relation in FUNCTIONS:
        return head
    interrupts = after is not None and after.head.index < head.index and after.relation in INTERRUPTS
    closed = number + 2 < len(units) and units[number + 2].head.form == ","
    return after.head if after is not None and interrupts and closed else before.head
