"""Closed classes, the small lexicon and the lemma rules of the newswire treebank."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def _closed(name: str) -> set[str]:
    """The words of one closed class, from ``closed.tsv``."""
    lines = (HERE / "closed.tsv").read_text(encoding="utf-8").splitlines()
    return set(dict(line.split("\t") for line in lines)[name].split(" "))


DETERMINERS = _closed("determiners")
PREPOSITIONS = _closed("prepositions")
SUBORDINATORS = _closed("subordinators")
CONJUNCTIONS = _closed("conjunctions")
POSSESSIVES = _closed("possessives")
SUBJECTS = _closed("subjects")
OBJECTS = _closed("objects")
NEGATIONS = _closed("negations")
QUESTION_ADVERBS = _closed("question_adverbs")
MODALS = _closed("modals")
BE = {
    "be": "VB",
    "is": "VBZ",
    "are": "VBP",
    "am": "VBP",
    "was": "VBD",
    "were": "VBD",
    "been": "VBN",
    "being": "VBG",
    "'re": "VBP",
    "'m": "VBP",
}
HAVE = {"have": "VBP", "has": "VBZ", "had": "VBD", "having": "VBG", "'ve": "VBP"}
DO = {"do": "VBP", "does": "VBZ", "did": "VBD"}
NUMBERS = _closed("numbers")
MONTHS = _closed("months")
SCALES = {"million", "billion", "trillion", "thousand", "hundred", "dozen"}
FIXED = {
    ("according", "to"): "case",
    ("because", "of"): "case",
    ("such", "as"): "case",
    ("due", "to"): "case",
    ("instead", "of"): "case",
    ("prior", "to"): "case",
    ("as", "well", "as"): "cc",
    ("rather", "than"): "cc",
    ("so", "that"): "mark",
    ("in", "order"): "mark",
    ("as", "of"): "case",
    ("each", "other"): "head",
}
FIXED_TAGS = {
    "according": "VBG",
    "to": "IN",
    "because": "IN",
    "of": "IN",
    "such": "JJ",
    "as": "IN",
    "due": "JJ",
    "instead": "RB",
    "prior": "JJ",
    "rather": "RB",
    "than": "IN",
    "so": "IN",
    "that": "IN",
    "in": "IN",
    "order": "NN",
    "each": "DT",
    "other": "JJ",
    "well": "RB",
}
PUNCTUATION = {
    ",": ",",
    ".": ".",
    "?": ".",
    "!": ".",
    ";": ":",
    ":": ":",
    "--": ":",
    "—": ":",
    "–": ":",
    "-": "HYPH",
    "(": "-LRB-",
    ")": "-RRB-",
    "“": "``",
    "”": "''",
    "‘": "``",
    "’": "''",
    "'": "''",
    '"': "''",
}
UPOS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "CD": "NUM",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "WRB": "ADV",
    "TO": "PART",
    "POS": "PART",
    "DT": "DET",
    "PDT": "DET",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "WDT": "PRON",
    "RP": "ADP",
    "MD": "AUX",
    "EX": "PRON",
    "CC": "CCONJ",
    "$": "SYM",
    "UH": "INTJ",
    "AFX": "X",
    "IN": "ADP",
    ",": "PUNCT",
    ".": "PUNCT",
    ":": "PUNCT",
    "``": "PUNCT",
    "''": "PUNCT",
    "-LRB-": "PUNCT",
    "-RRB-": "PUNCT",
    "HYPH": "PUNCT",
    "VB": "VERB",
    "VBD": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
}
FEATS = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "NNPS": "Number=Plur",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
    "MD": "VerbForm=Fin",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBP": "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
}
PRONOUN_LEMMAS = {
    "him": "he",
    "them": "they",
    "us": "we",
    "me": "I",
    "i": "I",
    "an": "a",
    "n't": "not",
    "these": "this",
    "those": "that",
    "ca": "can",
    "wo": "will",
    "her": "she",
    "'ll": "will",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "’s": "'s",
    "whom": "who",
}


@cache
def irregular() -> dict[str, tuple[tuple[str, ...], str]]:
    """Irregular verb forms: form to (tags, lemma), from ``irregular.tsv``."""
    table: dict[str, tuple[tuple[str, ...], str]] = {}
    for line in (HERE / "irregular.tsv").read_text(encoding="utf-8").splitlines():
        base, past, participle = line.split("\t")
        for form, tag in ((past, "VBD"), (participle, "VBN")):
            tags = table.get(form, ((), base))[0]
            table[form] = ((*tags, tag), base)
    return table


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Words the rules would get wrong: form to (tag, lemma or ""), from ``lexicon.tsv``."""
    table: dict[str, tuple[str, str]] = {}
    for line in (HERE / "lexicon.tsv").read_text(encoding="utf-8").splitlines():
        form, tag, *lemma = line.split("\t")
        table[form] = (tag, lemma[0] if lemma else "")
    return table


@cache
def verb_lemmas() -> dict[str, str]:
    """Regular verb forms whose lemma the rules miss, from ``verbs.tsv``."""
    lines = (HERE / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def lemma(form: str, tag: str) -> str:
    """The lemma of a form with its Penn tag."""
    lower = form.lower()
    entry = lexicon().get(lower)
    if entry and entry[1] and entry[0] == tag:
        return entry[1]
    if tag in ("NNP", "NNPS") or (tag == "JJ" and form[0].isupper() and form in lexicon()):
        return form
    if lower in PRONOUN_LEMMAS and tag != "PRP$":
        return PRONOUN_LEMMAS[lower]
    if tag.startswith("V"):
        return _verb_lemma(lower, tag)
    if tag == "NNS":
        return _singular(lower)
    return lower


def _singular(form: str) -> str:
    endings = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("men", "man"))
    for plural, singular in endings:
        if form.endswith(plural):
            return form[: -len(plural)] + singular
    return form.removesuffix("s")


def _verb_lemma(form: str, tag: str) -> str:
    if form in BE or form == "'s":
        return "be"
    if form in HAVE:
        return "have"
    if form in DO or form in ("done", "doing"):
        return "do"
    if form in verb_lemmas():
        return verb_lemmas()[form]
    if tag in ("VBD", "VBN") and form in irregular():
        return irregular()[form][1]
    if tag == "VBZ":
        return _third_person(form)
    if tag in ("VBD", "VBN", "VBG"):
        return _stem(re.sub("(ed|ing)$", "", form))
    return form


def _third_person(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if re.search("(sh|ch|ss|x|zz)es$", form) else form[:-1]


def _stem(stem: str) -> str:
    """Undo what -ed and -ing do to the end of a verb."""
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if re.search(r"([bdgmnprt])\1$", stem):
        return stem[:-1]
    return stem
