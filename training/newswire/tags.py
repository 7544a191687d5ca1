"""Penn tags: of open-class words, of the head of a phrase, of the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from notation import Phrase, Token
from words import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NUMBERS,
    OBJECTS,
    POSSESSIVES,
    PUNCTUATION,
    QUESTION_ADVERBS,
    SUBJECTS,
    irregular,
    lexicon,
)

ADJECTIVE_ENDINGS = (
    "al",
    "ic",
    "ive",
    "ous",
    "ful",
    "ary",
    "able",
    "ible",
    "less",
    "ish",
    "ian",
    "ese",
    "nt",
    "th",
    "ern",
)
REFLEXIVES = {"it", "themselves", "itself", "himself", "herself", "ourselves"}
BASES_IN_ED = {"proceed", "succeed", "exceed", "need", "feed", "speed", "heed"}
SUBJECT_RELATIONS = {"nsubj", "csubj", "expl"}


@dataclass
class Unit:
    """A word with what the rules joined to it, or a phrase, inside a phrase."""

    head: Token
    first: Token
    relation: str = ""
    phrase: Phrase | None = None
    joined: bool = False

    @property
    def punctuation(self) -> bool:
        """Whether the unit is a punctuation mark."""
        return self.head.form in PUNCTUATION and not self.joined


def is_number(token: Token) -> bool:
    """Whether the token is written as a number."""
    return (token.form[0].isdigit() and token.lower[-2:] not in ("th", "st", "nd", "rd")) or token.lower in NUMBERS


def open_tag(token: Token, place: str) -> str:
    """The Penn tag of an open-class word; ``place`` is "head" or "modifier"."""
    if token.given:
        return token.xpos
    form, lower = token.form, token.lower
    if is_number(token):
        return "CD"
    if form in lexicon():
        return lexicon()[form][0]
    if form[0].isupper() and not (token.initial and (lower in lexicon() or lower.endswith("ly"))):
        return "NNP"
    if lower in lexicon():
        return lexicon()[lower][0]
    if lower.endswith("ly"):
        return "RB"
    if place == "modifier":
        if lower.endswith("ed") or "VBN" in irregular().get(lower, ((), ""))[0]:
            return "VBN"
        if lower.endswith("ing"):
            return "VBG"
        if not lower.endswith("ment") and lower.endswith(ADJECTIVE_ENDINGS):
            return "JJ"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return "NNS"
    return "NN"


def tag_head(head: Token, words: list[Unit], units: list[Unit], phrase: Phrase, parent: str) -> None:
    """Set the Penn tag of the head of a phrase; ``parent`` is the tag of the head above."""
    if head.given or (head.xpos and head.xpos in ("CD", "$", "DT")):
        return
    lower = head.lower
    if lower in OBJECTS | SUBJECTS | REFLEXIVES or (lower == "her" and len(words) == 1):
        head.xpos = "PRP"
    elif lower in ("who", "whom", "what"):
        head.xpos = "WP"
    elif lower == "which":
        head.xpos = "WDT"
    elif lower in DETERMINERS:
        head.xpos = "DT"
    elif lower in ("when", "where", "why", "how"):
        head.xpos = "WRB"
    elif phrase.clausal and _verbal(head, words, phrase):
        head.xpos = _verb_tag(head, words, units, phrase, parent)
    else:
        head.xpos = head.xpos or open_tag(head, "head" if not phrase.clausal else "modifier")
        determined = any(unit.relation in ("det", "nmod:poss") for unit in words)
        nominal = not phrase.clausal and (phrase.code not in ("am", "av", "j") or determined)
        if head.xpos in ("JJ", "RB") and nominal and lower not in ("abroad", "ago"):
            head.xpos = "NN"


def _before(head: Token, words: list[Unit]) -> list[str]:
    """The words before the head that may be auxiliaries."""
    earlier = [unit for unit in words if unit.head.index < head.index]
    return [unit.head.lower for unit in earlier if not unit.relation or unit.relation.startswith("aux")]


def has_subject(units: list[Unit]) -> bool:
    """Whether one of the units is a subject or an expletive."""
    phrases = {unit.phrase.code for unit in units if unit.phrase is not None}
    return bool(phrases & {"s", "cs"}) or any(unit.relation in SUBJECT_RELATIONS for unit in units)


def _verbal(head: Token, words: list[Unit], phrase: Phrase) -> bool:
    """Whether the head of a clause is a verb (else a noun or adjective, with or without copula)."""
    before = _before(head, words)
    lower = head.lower
    if lower in BE or lower in HAVE or lower in DO:
        return True
    copula = any(word in BE for word in before)
    listed = lexicon().get(lower, ("", ""))[0]
    if copula:
        verb_form = lower.endswith(("ing", "ed")) or "VBN" in irregular().get(lower, ((), ""))[0]
        nominal = any(unit.relation in ("det", "case") and unit.head.lower not in ("to", "that") for unit in words)
        return verb_form and not listed and not nominal
    if phrase.code == "x":
        described = listed or open_tag(head, "modifier") == "JJ"
        nominal = any(unit.relation == "det" for unit in words)
        return any(unit.head.lower == "to" for unit in words) or not (described or nominal)
    return True


def _verb_tag(head: Token, words: list[Unit], units: list[Unit], phrase: Phrase, parent: str) -> str:
    before = _before(head, words)
    lower = head.lower
    infinitive = any(unit.head.lower == "to" and unit.head.index < head.index for unit in words)
    bare = infinitive or any(word in MODALS or word in DO for word in before)
    if lower.endswith("ing") and lower not in ("bring", "sing", "ring", "cling", "swing", "fling"):
        return "VBG"
    tags = irregular().get(lower, ((), ""))[0]
    if bare and not any(word in HAVE or word in BE for word in before):
        return "VB"
    if any(word in HAVE or word in BE for word in before):
        return "VBN"
    if lower in BE or lower in HAVE or lower in DO:
        return {**BE, **HAVE, **DO}[lower]
    subject = has_subject(units)
    if (lower.endswith("ed") and lower not in BASES_IN_ED) or tags:
        participle = not subject and (phrase.code in ("ac", "a", "x") or (phrase.code == "jv" and parent == "VBN"))
        wanted = "VBN" if participle else "VBD"
        return wanted if not tags or wanted in tags else tags[0]
    if not subject and phrase.code == "jv" and parent in ("VB", "VBP"):
        return parent
    if phrase.code == "x":
        return "VB"
    return "VBZ" if lower.endswith("s") and not lower.endswith("ss") else "VBP"


def word_tag(token: Token, relation: str, head: Token) -> str:
    """The Penn tag of a word that depends on ``head`` by ``relation``."""
    if token.xpos:
        return token.xpos
    if token.lower == "to" and relation == "mark" and head.xpos == "VBG":
        return "IN"
    lower = token.lower
    simple = {
        "det": "DT",
        "cc": "CC",
        "nmod:poss": "PRP$",
        "mark": "TO" if lower == "to" else "IN",
        "case": "IN",
        "expl": "EX",
        "compound:prt": "RP",
        "det:predet": "PDT",
        "cc:preconj": "CC",
    }
    if relation == "case" and token.form in ("'s", "’s", "'", "’"):
        return "POS"
    if relation == "case" and lower in ("including", "following", "concerning", "regarding", "pending"):
        return "VBG"
    if relation == "expl" and lower == "it":
        return "PRP"
    if relation == "nmod:poss" and lower == "whose":
        return "WP$"
    if relation == "mark" and token.form.lower() == "that":
        return "IN"
    if relation in simple and not (relation == "nmod:poss" and lower not in POSSESSIVES):
        return simple[relation]
    if relation.startswith(("aux", "cop")):
        return _auxiliary_tag(lower, token)
    if lower in SUBJECTS | OBJECTS | {"it", "themselves", "itself", "himself"}:
        return "PRP"
    if lower in ("who", "whom", "what"):
        return "WP"
    if lower in ("which", "that"):
        return "WDT"
    if relation == "advmod" and lower in QUESTION_ADVERBS:
        return "WRB"
    if lower in NEGATIONS:
        return "RB"
    if relation == "flat" and not is_number(token):
        return "NNP"
    return open_tag(token, "modifier")


def _auxiliary_tag(lower: str, token: Token) -> str:
    if lower in MODALS:
        return "MD"
    if token.form in ("'s", "’s"):
        return "VBZ"
    return {**BE, **HAVE, **DO}[lower]
