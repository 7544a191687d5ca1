"""How a word hangs on its governor: as clause, infinitive, gerund or noun, and what passes through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.status.conditions import is_condition
from dragoman.syntax import trees
from dragoman.syntax.parsed import listed, vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Token

INSIDE = frozenset({"nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True)
class Link:
    """The tie between a word and its governor.

    `governs`: the governor's cue bears on the word; `inherits`: so do the governor's own modals, and with `polarity`
    its negation; `passes`: the climb goes on though nothing is inherited.
    """

    takes: str
    governs: bool = True
    inherits: bool = False
    polarity: bool = False
    passes: bool = False

    def readings(self, head: Token) -> tuple[str, ...]:
        """Give the constructions to look the governor up in, best first."""
        if self.takes == "inf":
            reduced = head.tag_ == "VBN" and trees.own_subject(head) is None
            return ("pass", "inf") if trees.is_passive(head) or reduced else ("inf",)
        if self.takes in ("ger", "fin", "nom", "compound"):
            return {"ger": ("ger", "nom"), "compound": ("nom",)}.get(self.takes, (self.takes,))
        return (self.takes,) if self.takes else ()


def clause_form(clause: Token) -> str:
    """Give "inf", "fin" or "ger" for a clause, "" for a bare participle or phrase."""
    helpers = trees.children(clause, "aux", "aux:pass", "cop")
    bare = clause.tag_ == "VB"
    if any(c.lower_ == "to" and (c.dep_ in ("mark", "aux") or (bare and c.dep_ == "case")) for c in clause.children):
        return "inf"
    if any(c.tag_ in FINITE for c in helpers) or clause.tag_ in ("VBD", "VBZ", "VBP"):
        return "fin"
    if clause.tag_ == "VBG" or any(c.tag_ == "VBG" for c in helpers):
        return "ger"
    return "inf" if clause.tag_ == "VB" else ""


def is_mandative(clause: Token) -> bool:
    """Find the subjunctive of demands: "insisted that the child be returned"."""
    if clause.dep_ not in ("ccomp", "csubj", "acl") or _mark(clause) != "that":
        return False
    verb = (*trees.children(clause, "aux", "aux:pass", "cop"), clause)[0]
    tells = vocabulary_of(clause).cues.effect_of(clause.head.lemma_.lower(), "verb", "fin") in ("reported", "+|+")
    return verb.tag_ == "VB" and (verb.lower_ == "be" or not tells)  # "said they leave" is a tagger's slip


def governor(below: Token) -> Token:
    """Give what a word hangs on.

    A gerund with "by" or "from" after an object belongs to the verb; a participle after a comma to the main verb.
    """
    head = below.head
    if below.tag_ != "VBG" or head == below:
        return head
    if below.dep_ == "acl" and _mark(below) in ("by", "from") and head.dep_ in ("obj", "nsubj:pass", "obl"):
        return head.head
    trailing = below.dep_ == "advcl" and below.left_edge.i and below.left_edge.nbor(-1).text == ","
    return head.head if trailing and head.dep_ in ("xcomp", "acl") and below.i > head.i else head


def link_of(below: Token, head: Token) -> Link:
    """Describe how `below` hangs on `head`."""
    dep = below.dep_
    if dep in ("ccomp", "csubj", "csubj:pass", "csubj:outer", "parataxis"):
        form = clause_form(below)
        if _is_indirect(below) or (dep == "parataxis" and _only_tells(below, head)):
            return Link("", governs=False)
        if dep.startswith("csubj") and head.pos_ == "VERB" and not trees.is_passive(head):
            return Link("", governs=False)
        return Link(form, governs=bool(form), inherits=not form, polarity=not form, passes=dep != "parataxis")
    if dep == "xcomp":
        form = clause_form(below)
        return Link(form or ("nom" if below.pos_ == "NOUN" else "small"), inherits=True, polarity=True)
    if dep in ("acl", "advcl") or (below.tag_ == "VB" and dep in ("obl", "nmod")):
        return _clause(below)
    if dep in ("acl:relcl", "advcl:relcl"):
        return _relative(below, head)
    return _nominal(below, head)


def _clause(below: Token) -> Link:
    """Describe an adnominal or adverbial clause: infinitives and gerunds may be governed, the rest is cut off."""
    form, mark = clause_form(below), _mark(below)
    if form == "inf" and not any(c.lower_ == "to" for c in below.children):
        form = ""
    if form == "ger" and mark in listed(below, "governing prepositions") and mark:
        return Link(mark)
    if form == "ger":
        bare = mark in ("", "by", "while", "in") and trees.own_subject(below) is None
        return Link("ger", governs=mark == "" and below.i - below.head.i in (1, 2), inherits=bare)
    if form == "fin":
        return Link("fin", governs=below.dep_ == "acl" or mark == "that", passes=False)
    return Link(form, governs=form == "inf")


def _only_tells(clause: Token, head: Token) -> bool:
    """Say whether a clause set beside another only names who says it ("…, the ministry said")."""
    return (
        clause.i > head.i and vocabulary_of(clause).cues.effect_of(clause.lemma_.lower(), "verb", "fin") == "reported"
    )


def _is_indirect(clause: Token) -> bool:
    """Say whether a clause is opened by a question word ("what they signed"), which takes the deed for granted."""
    return any(t.tag_ in ("WP", "WDT", "WRB") and t.lower_ != "that" for t in clause.subtree if t.i < clause.i)


def _relative(below: Token, head: Token) -> Link:
    """Describe a relative clause; "the claim that they attacked" is often parsed as one, but states the claim."""
    content = vocabulary_of(below).cues.effect_of(head.lemma_.lower(), "noun", "fin") is not None
    stated = content and any(c.lower_ == "that" and not c.dep_.startswith("nsubj") for c in below.children)
    return Link("fin") if stated else Link("", governs=False)


def _mark(clause: Token) -> str:
    return next((c.lower_ for c in clause.children if c.dep_ in ("mark", "case") and c.lower_ != "to"), "")


def _nominal(below: Token, head: Token) -> Link:
    """Describe a noun phrase in a slot of its governor."""
    dep = below.dep_
    if below.tag_ == "VBG" and dep in ("obj", "obl") and not (trees.preposition(below) or _mark(below)):
        return Link("ger")
    if dep in ("obj", "nsubj:pass", "iobj"):
        free = not _is_definite(below)
        return Link("nom", inherits=free, polarity=free)
    if dep.startswith("nsubj"):
        happening = head.lemma_ in listed(below, "happening verbs")
        if head.lemma_ == "take":
            happening = any(c.lower_ == "place" for c in head.children)
        adjective = head.pos_ == "ADJ" and not trees.children(head, "xcomp", "ccomp", "csubj", "advcl")
        within = (is_condition(head) or _is_hypothetical(head)) and not _is_definite(below)
        return Link("nom", governs=adjective, inherits=happening or within, polarity=happening)
    if dep in ("obl", "nmod", "obl:arg"):
        preposition = trees.preposition(below) or _mark(below)
        free = (
            dep.startswith("obl")
            and preposition not in listed(below, "adjunct prepositions")
            and not _is_definite(below)
        )
        governs = not preposition or preposition in listed(below, "governing prepositions")
        return Link(preposition, governs=governs, passes=preposition == "of", inherits=free,
                    polarity=free and preposition == "for")  # fmt: skip
    return Link("nom", governs=dep in ("compound", "nmod:poss") and below.pos_ == "NOUN", passes=dep == "compound")


def _is_hypothetical(verb: Token) -> bool:
    """Say whether a verb speaks of what might be: "an attack would end the talks" tells of none."""
    return any(child.lower_ in listed(verb, "hypothetical auxiliaries") for child in trees.children(verb, "aux"))


def _is_definite(noun: Token) -> bool:
    """Say whether a noun points to something known, so that its being there is taken for granted."""
    if noun.pos_ == "PROPN":
        return True
    if trees.children(noun, "nmod:poss", "acl", "acl:relcl", "ccomp"):
        return True
    return any(c.lower_ in listed(noun, "definite determiners") for c in trees.children(noun, "det"))
