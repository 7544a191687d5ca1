"""How sure a reported deed is: status, FactBank's axes, the condition it hangs on, and who vouches.

The word is read together with its modals and negation, then with each word that governs it, up to the root.
The nearest cue decides the status; speech verbs above decide the holder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding import trees
from dragoman.model.event import Axes, Certainty, Status, Tense
from dragoman.vocab.cues import conditions, governors, modals

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "hardly", "nobody"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
CERTAINTY: dict[str, Certainty] = {
    "expected": "probable", "planned": "probable", "possible": "possible", "conditional": "possible",
    "sought": "underspecified", "urged": "underspecified",
}  # fmt: skip
CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "csubj", "csubj:pass", "advcl", "acl:relcl", "parataxis"})


@dataclass(frozen=True)
class Assessment:
    """The axes of a word, the speech verb whose subject vouches for it, its condition clause, and why."""

    axes: Axes
    speech: Token | None = None
    condition: Token | None = None
    why: str = ""
    by_modal: bool = False

    def with_axes(self, axes: Axes) -> Assessment:
        """Give the same assessment with other axes."""
        return replace(self, axes=axes)


@dataclass
class _Cues:
    """What was met on the way from the word to the root."""

    effect: str | None = None
    by: str = ""
    negative: bool = False
    future: bool = False
    would: bool = False
    condition: Token | None = None
    speech: Token | None = None


def assess(token: Token, light: Token | None = None) -> Assessment:
    """Assess the deed that `token` names; `light` is the light verb that carries its tense and modals."""
    cues, word = _Cues(), light if light is not None else token
    if light is not None:
        _own_cues(token, cues)
    _own_cues(word, cues)
    _climb(word, cues)
    if cues.condition is None:
        cues.condition = _condition_below(word)
    return _conclude(word, cues)


def _own_cues(word: Token, cues: _Cues) -> None:
    """Read negation, modals and describing words on the word itself."""
    for child in word.children:
        lower = child.lower_
        if lower in NEGATIONS and child.dep_ in ("advmod", "cc", "cc:preconj", "aux", "det"):
            cues.negative = not cues.negative
        elif child.dep_ == "det" and lower in NEGATIVE_DETERMINERS:
            cues.negative = True
        elif child.dep_ == "aux":
            _modal(child, cues)
        elif child.dep_ == "amod" and (child.lemma_.lower(), "adj") in governors() and word.pos_ == "NOUN":
            _note(cues, governors()[child.lemma_.lower(), "adj"], child)
        elif child.dep_ == "mark" and lower in conditions():
            _note(cues, "conditional" if conditions()[lower] == "conditional" else "possible", child)
            cues.condition = cues.condition or (word if conditions()[lower] == "conditional" else None)
        elif child.dep_ in ("nsubj", "nsubj:pass") and any(c.lower_ in NEGATIVE_DETERMINERS for c in child.children):
            cues.negative = True


def _modal(aux: Token, cues: _Cues) -> None:
    effect = modals().get(aux.lower_)
    if effect == "future":
        cues.future = True
    elif effect == "would":
        cues.would = True
    elif effect is not None:
        _note(cues, effect, aux)


def _note(cues: _Cues, effect: str, by: Token) -> None:
    """Keep the nearest cue; a negating governor turns the polarity instead."""
    if effect == "negated":
        cues.negative = True
    elif cues.effect is None and effect not in ("reported", "ongoing"):
        cues.effect, cues.by = effect, by.text


def _climb(word: Token, cues: _Cues) -> None:
    """Visit the governors of the word; a relative or adverbial clause cuts it off from the cues of its main clause."""
    below = word
    for head in trees.up(word):
        dep = below.dep_
        if dep == "conj":
            _shared_cues(head, cues)
        elif dep in ("xcomp", "ccomp", "acl", "csubj", "csubj:pass", "obj", "nsubj:pass", "nsubj", "nmod", "obl"):
            _governor(below, head, cues)
        elif dep == "parataxis" and (head.lemma_, KINDS.get(head.pos_, "")) in governors():
            _governor(below, head, cues)
        elif dep in ("advcl", "acl:relcl") and not _open(below):
            _speech_above(head, cues)
            return
        if dep not in ("conj",) and head.pos_ in ("VERB", "AUX") and dep in CLAUSAL and head != word:
            _own_cues(head, cues) if _transparent(below) else _condition_on(head, cues)
        below = head
    _quoted(below, cues)


def _open(clause: Token) -> bool:
    """Say whether a clause borrows its subject and thus its modals from the main clause."""
    return clause.tag_ in ("VBG", "VB") and trees.own_subject(clause) is None


def _transparent(below: Token) -> bool:
    """Say whether the governor's modals reach down to the word: in infinitives and participles they do."""
    return below.dep_ in ("xcomp", "acl", "advcl") and below.tag_ in ("VB", "VBG")


def _shared_cues(first: Token, cues: _Cues) -> None:
    """Let a second conjunct share the modals and conditions of the first."""
    for child in first.children:
        if child.dep_ == "aux" and cues.effect is None and not cues.future:
            _modal(child, cues)
        if child.dep_ == "mark" and conditions().get(child.lower_) == "conditional":
            _note(cues, "conditional", child)
            cues.condition = cues.condition or first


def _governor(below: Token, head: Token, cues: _Cues) -> None:
    effect = governors().get((head.lemma_.lower(), KINDS.get(head.pos_, "")))
    if effect is None:
        return
    clausal = below.dep_ in CLAUSAL
    if effect == "reported" or (effect in ("possible", "denied", "expected", "planned") and clausal and head.pos_ == "VERB"):
        if cues.speech is None and below.dep_ in ("ccomp", "parataxis", "xcomp"):
            cues.speech = head
    if below.dep_.startswith("nsubj") and head.pos_ == "VERB":
        return
    if clausal or head.pos_ in ("NOUN", "ADJ") or effect in ("negated", "sought", "urged", "planned", "denied", "expected"):
        _note(cues, effect, head)
        if _negated(head) and effect not in ("reported",):
            cues.negative = not cues.negative


def _negated(word: Token) -> bool:
    return any(c.lower_ in NEGATIONS and c.dep_ == "advmod" for c in word.children)


def _condition_on(head: Token, cues: _Cues) -> None:
    for child in head.children:
        if child.dep_ == "mark" and conditions().get(child.lower_) == "conditional":
            _note(cues, "conditional", child)
            cues.condition = cues.condition or head


def _speech_above(head: Token, cues: _Cues) -> None:
    """Look for the speech verb over a relative or adverbial clause."""
    for word in [head, *trees.up(head)]:
        if governors().get((word.lemma_.lower(), "verb")) == "reported" and cues.speech is None:
            if any(c.dep_ == "ccomp" for c in word.children):
                cues.speech = word
    _quoted(head, cues)


def _quoted(root: Token, cues: _Cues) -> None:
    """Find a speech verb that follows or interrupts its sentence ("…, the ministry said")."""
    if cues.speech is not None:
        return
    for word in [root, *trees.up(root)]:
        for child in trees.children(word, "parataxis", "ccomp"):
            if governors().get((child.lemma_.lower(), "verb")) == "reported" and trees.own_subject(child) is not None:
                cues.speech = child
                return


def _condition_below(word: Token) -> Token | None:
    """Give the if-clause that hangs on the word or on the clause it belongs to."""
    for verb in [word, *trees.up(word)]:
        for child in trees.children(verb, "advcl"):
            if any(c.dep_ == "mark" and conditions().get(c.lower_) == "conditional" for c in child.children):
                return child
        if verb.dep_ in ("ccomp", "acl:relcl", "parataxis"):
            return None
    return None


def _conclude(word: Token, cues: _Cues) -> Assessment:
    tense = _tense(word, cues)
    status = _status(word, cues, tense)
    if cues.negative and status != "denied":
        shown: Status = "negated"
    else:
        shown = status
    certainty = CERTAINTY.get(status, "certain")
    axes = Axes(shown, "negative" if cues.negative or status == "denied" else "positive", certainty, tense)
    why = f"“{cues.by}”" if cues.by else f"{tense} tense"
    return Assessment(axes, cues.speech, cues.condition, why, cues.future or cues.would or cues.by in modals())


def _tense(word: Token, cues: _Cues) -> Tense:
    if cues.future or cues.would or cues.effect in ("planned", "expected", "urged", "sought"):
        return "future"
    tags = {c.tag_ for c in word.children if c.dep_ in ("aux", "aux:pass", "cop")} | {word.tag_}
    if tags & {"VBD"} or (word.tag_ == "VBN" and tags & {"VBZ", "VBP"} and any(c.lemma_ == "have" for c in word.children)):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return "past" if word.tag_ in ("VBN", "VBD") else "none" if word.pos_ == "NOUN" else "present"


def _status(word: Token, cues: _Cues, tense: Tense) -> Status:
    if cues.condition is not None and (cues.future or cues.would or cues.effect in ("conditional", "urged", "possible", "expected")):
        return "conditional"
    for effect in ("planned", "expected", "conditional", "sought", "urged", "possible", "denied"):
        if cues.effect == effect:
            return effect  # type: ignore[return-value]
    if cues.future or cues.would:
        return "expected"
    progressive = word.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in word.children)
    return "ongoing" if progressive else "happened"
