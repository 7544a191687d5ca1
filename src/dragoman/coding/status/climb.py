"""From the word up to the root: what each governing word does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.status.assessment import CuesMet
from dragoman.coding.status.conditions import is_condition, mark_of
from dragoman.coding.status.links import INSIDE, Link, governor, is_mandative, link_of
from dragoman.coding.status.speech import speech_above
from dragoman.coding.status.word import is_negated, negators, read_modal, read_subordinator, read_word
from dragoman.syntax import trees
from dragoman.syntax.parsed import vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adj"}


def climb(word: Token, cues: CuesMet) -> None:
    """Visit the governors of the word until a clause boundary cuts it off from the cues above."""
    below = word
    while below.head != below:
        head = governor(below)
        if below.dep_ == "conj":
            _shared(below, head, cues)
        elif not _step(below, head, cues, below == word):
            break
        below = head
        if cues.factive:
            break
    else:
        _root(below, cues)
    speech_above(below, cues)


def _step(below: Token, head: Token, cues: CuesMet, first: bool) -> bool:
    """Take one step up; say whether the climb goes on."""
    link = link_of(below, head)
    if is_mandative(below):
        cues.note("urged", head.text)
    effect = _effect(head, link)
    if link.takes == "inf" and _is_yet(below, head):
        effect = "-|o"
    over = head.head if head.dep_ in ("obj", "nsubj:pass") and head.head.pos_ == "VERB" else None
    if effect is None and over is not None and link.takes in ("of", "with"):
        effect, head = _effect(over, link), over if _effect(over, link) else head
    if effect is None and head.pos_ == "VERB":
        effect = _by_noun_between(below, head, link)
    if link.takes == "nom" and first and _is_message(below):
        if effect in ("denied", "-|+", "-|o", "possible"):
            return False
        cues.shielded = True
    if effect == "+|o" and below.dep_ == "advcl":
        effect = None  # "led a team to help": a purpose, not what was brought about
    if effect is not None and link.governs:
        _govern(effect, below, head, link, cues)
        return True
    if link.takes == "inf" and below.dep_ in ("xcomp", "advcl", "acl", "ccomp"):
        return _infinitive(below, head, cues)
    if head.pos_ == "NOUN" and link.takes == "for" and below.tag_ == "VBG":
        cues.note("possible", head.text)
    if link.inherits:
        read_word(head, cues, link.polarity)
    elif link.passes and link.takes != "fin":
        cues.shielded = True
    return link.inherits or link.passes


def _is_yet(below: Token, head: Token) -> bool:
    """Find "has yet to" and "is yet to": not so far."""
    between = (t.lower_ for t in (*head.children, *below.children) if head.i < t.i < below.i)
    return head.lemma_ in ("have", "be") and "yet" in between and not is_negated(head)


def _is_message(noun: Token) -> bool:
    """Say whether a noun names words rather than deeds: who rejects an offer does not undo the offering."""
    lemma = noun.lemma_.lower()
    return any(
        vocabulary_of(noun).cues.effect_of(lemma, "noun", takes) is not None
        for takes in ("nom", "of", "inf", "fin", "for")
    )


def _effect(head: Token, link: Link) -> str | None:
    kind = KINDS.get(head.pos_, "")
    for lemma in _lemmas(head):
        for takes in link.readings(head):
            found = vocabulary_of(head).cues.effect_of(lemma, kind, takes) or vocabulary_of(head).cues.effect_of(
                lemma, _other_kind(head, lemma, takes), takes
            )
            if found is not None:
                return found
    return None


def _other_kind(head: Token, lemma: str, takes: str) -> str:
    """Give the other kind to look a word up under: "unwilling" may be tagged as a verb, "planned" as an adjective."""
    if KINDS.get(head.pos_) == "adj":
        return "verb"
    if KINDS.get(head.pos_) == "verb" and (trees.is_passive(head) or (takes != "nom" and lemma == head.lower_)):
        return "adj"
    return ""


def _lemmas(word: Token) -> tuple[str, ...]:
    """Give the lemma, the word itself, and the lemma with a final e put right, which lemmatisers get wrong at times."""
    lemma = word.lemma_.lower()
    right = lemma[:-1] if lemma.endswith("e") else lemma + "e"
    particles = [c.lower_ for c in trees.children(word, "compound:prt")]
    return (*(f"{one} {p}" for p in particles for one in (lemma, right)), word.lower_, lemma, right)


def _by_noun_between(below: Token, head: Token, link: Link) -> str | None:
    """Give the effect of a noun just before an infinitive or preposition that the parser hung on the verb.

    "repeated its call to withdraw", "heard a plea for a withdrawal": attachment is where parsers err most.
    """
    before = below.left_edge.i - 1
    for adjective in trees.children(head, "xcomp"):
        if adjective.i < before and adjective.pos_ == "ADJ" and link.takes == "inf":
            return vocabulary_of(below).cues.effect_of(adjective.lemma_.lower(), "adj", "inf")
    subjects = trees.children(head, "nsubj") if link.takes == "of" else []
    for noun in subjects:  # "fears grew of an attack"
        effect = vocabulary_of(below).cues.effect_of(noun.lemma_.lower(), "noun", "of")
        if effect is not None:
            return effect
    for noun in trees.children(head, "obj", "nsubj:pass", "obl"):
        near = noun.i <= before if link.takes == "inf" else noun.i == before and link.takes in ("for", "of", "on")
        effect = vocabulary_of(below).cues.effect_of(noun.lemma_.lower(), "noun", link.takes) if near else None
        if effect is not None:
            return effect
    return None


def _govern(effect: str, below: Token, head: Token, link: Link, cues: CuesMet) -> None:
    if cues.speech is None and head.pos_ == "VERB" and _vouched(head, link):
        cues.speech = head
    if "|" in effect:
        _implicate(effect, head, cues)
    elif effect == "future":
        cues.future = True
        read_word(head, cues)
    elif effect == "denied":
        cues.denied = cues.denied or cues.effect is None
        cues.turn()
    elif effect == "reported":
        read_subordinator(head, cues)
        if is_negated(head):
            cues.note("possible", head.text)
        if head.pos_ == "NOUN":
            _turn_by(head, cues)  # "no reports of losses"
    elif effect == "unlikely":
        cues.note("probable", head.text)
        cues.turn()
        _turn_by(head, cues)
    elif effect == "ended":
        cues.ended = True
        cues.turn()
        read_word(head, cues)
    elif effect == "ongoing":
        read_word(head, cues)
        cues.note("ongoing", head.text)
    else:
        cues.note(effect, head.text)
        _turn_by(head, cues)


def _turn_by(head: Token, cues: CuesMet) -> None:
    """Turn the polarity by the negations of a governor that were not met below it ("expect no talks")."""
    new = [n.i for n in negators(head) if n.i not in cues.negators]
    cues.negators.update(new)
    if len(new) % 2:
        cues.turn()


def _vouched(head: Token, link: Link) -> bool:
    return any(vocabulary_of(head).cues.vouches(head.lemma_.lower(), takes) for takes in link.readings(head))


def _implicate(signature: str, head: Token, cues: CuesMet) -> None:
    """Apply a signature: what the complement is when the governor holds, and when it does not.

    Source: Nairn, Condoravdi and Karttunen, Computing relative polarity for textual inference, ICoS-5, 2006.
    """
    holds, fails = signature.split("|")
    negated = is_negated(head)
    if holds == fails:
        cues.factive = True
        if holds == "-":
            cues.turn()
        return
    found = fails if negated else holds
    if found == "o":
        cues.note("possible", head.text)
    elif found == "-":
        cues.turn()
        cues.by = cues.by or head.text
    read_word(head, cues, polarity=False)


def _infinitive(below: Token, head: Token, cues: CuesMet) -> bool:
    """Read an infinitive under a word that is no cue: a purpose, a possibility ("the right to …") or a fact."""
    if head.pos_ == "ADJ" or (head.pos_ in ("NOUN", "PROPN", "PRON") and below.dep_ in ("acl", "advcl")):
        cues.note("possible" if head.pos_ == "ADJ" else "potential", head.text)
        return True
    if below.dep_ in ("advcl", "xcomp") and head.pos_ in ("VERB", "AUX"):
        read_word(head, cues, polarity=False)
        if not (cues.future or cues.would):
            cues.note("purpose", "to")
        return True
    read_word(head, cues)
    return True


def _shared(below: Token, first: Token, cues: CuesMet) -> None:
    """Let a second conjunct share the modals, negation and condition of the first where its form asks for it."""
    if trees.own_subject(below) is None or below.pos_ not in ("VERB", "AUX"):
        bare = below.tag_ in ("VB", "VBG", "VBN") and not trees.children(below, "aux", "aux:pass")
        for child in first.children:
            if child.dep_ == "aux" and bare and not cues.modal:
                read_modal(child, cues)
        joiners = {c.lower_ for c in below.children if c.dep_ == "cc"}
        shared = (bare and not joiners & {"but", "yet"}) or joiners & {"or", "nor"}
        if shared and is_negated(first) and not is_negated(below) and not cues.shielded:
            cues.turn()
    if is_condition(first):
        cues.note("conditional", mark_of(first))
        cues.condition = cues.condition or first


def _root(root: Token, cues: CuesMet) -> None:
    """Read the mood of the sentence: a yes-or-no question or a command."""
    if root.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and _is_polar_question(root):
        cues.note("question", "?")
    elif root.tag_ == "VB" and trees.own_subject(root) is not None and _has_to(root):
        cues.note("planned", "to")
    elif root.tag_ == "VB" and root.pos_ == "VERB" and not any(c.dep_ in INSIDE for c in root.children):
        cues.note("urged", "imperative")


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)


def _is_polar_question(root: Token) -> bool:
    sentence = list(root.sent)
    if not any(t.text == "?" for t in sentence[-3:]):
        return False
    return not any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in sentence)
