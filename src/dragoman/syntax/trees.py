"""Walk a dependency tree in UD's terms: who is the subject of this word, and what hangs on it.

All functions take spaCy tokens of one parsed sentence; nothing here knows events or actors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.syntax.parsed import listed, vocabulary_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
OBLIQUES = frozenset({"obl", "obl:agent", "nmod", "obl:arg", "obl:unmarked", "nmod:unmarked", "advcl"})
_LAST: list[tuple[Doc, list[list[Token]]] | None] = [None]
"""The document asked about last and the children of each of its words: spaCy searches for them on every call."""


def kids(token: Token) -> list[Token]:
    """Give the children of a word in text order."""
    last, doc = _LAST[0], token.doc
    if last is None or last[0] is not doc:
        found: list[list[Token]] = [[] for _ in range(len(doc))]
        for word in doc:
            if word.head.i != word.i:
                found[word.head.i].append(word)
        last = _LAST[0] = (doc, found)
    return last[1][token.i]


def children(token: Token, *deps: str) -> list[Token]:
    """Give the children of `token` whose relation is one of `deps`, in text order."""
    return [child for child in kids(token) if child.dep_ in deps]


def conjuncts(token: Token) -> list[Token]:
    """Give `token` and the words coordinated below it ("France, Germany and Spain")."""
    out = [token]
    for child in kids(token):
        if child.dep_ == "conj":
            out.extend(conjuncts(child))
    return out


def preposition(token: Token) -> str:
    """Give the preposition of a nominal, lower case ("in", "out of"), or the empty string.

    A preposition that the parser hung on the number before the noun ("to 67 nationals") is the noun's.
    """
    own = [child for child in kids(token) if child.dep_ == "case"]
    if not own:
        own = [c for number in children(token, "nummod") for c in kids(number) if c.dep_ == "case"]
    for child in own[:1]:
        fixed = [grand.lower_ for grand in kids(child) if grand.dep_ == "fixed"]
        if child.lower_ == "of" and child.i and child.nbor(-1).lower_ in listed(token, "paired prepositions"):
            return f"{child.nbor(-1).lower_} of"
        if child.lower_ in listed(token, "paired prepositions") and child.nbor(1).lower_ == "of":
            return f"{child.lower_} of"
        return " ".join([child.lower_, *fixed])
    return ""


def obliques(token: Token) -> list[tuple[str, Token]]:
    """Give the prepositional phrases hanging on `token` as (preposition, noun)."""
    found = [(preposition(c), c) for c in kids(token) if c.dep_ in OBLIQUES and c.pos_ != "VERB"]
    return found + [
        (preposition(c), c) for c in kids(token) if c.dep_ == "xcomp" and c.pos_ == "NOUN" and preposition(c)
    ]


def is_passive(verb: Token) -> bool:
    """Say whether a verb is passive: a passive subject or auxiliary, or a bare participle on a noun or a verb.

    "Two were reported wounded" says that somebody wounded them.
    """
    if any(c.dep_ == "aux:pass" for c in kids(verb)) or reduced_on(verb) is not None:
        return True
    if any(c.dep_ == "nsubj:pass" for c in kids(verb)):
        return not any(c.dep_ == "obj" and c.i > verb.i for c in kids(verb))
    if swallowed_subject(verb) is not None or any(c.dep_ == "nsubj" and c.i < verb.i for c in kids(verb)):
        return False
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "xcomp") and not children(verb, "aux")


def reduced_on(verb: Token) -> Token | None:
    """Give the object that a bare participle right behind it describes, where the parser made it a clause of its own.

    "Rebels freed two priests kidnapped this week": the priests were kidnapped.
    """
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBD", "VBN") or verb.i == 0:
        return None
    before = verb.nbor(-1)
    bare = not children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "obj")
    return before if bare and before.dep_ == "obj" and before.head == verb.head else None


def swallowed_subject(verb: Token) -> Token | None:
    """Give the subject of a finite verb that the parser took for a participle before its object.

    "Chad mobilised reservists" read as one noun phrase: a name before the participle gives it away, for a compound
    never stands before a describing word. Likewise "a rebel leader surrendered to the army" without another verb.
    """
    head = verb.head
    if verb.dep_ == "amod" and head.pos_ in ("NOUN", "PROPN", "NUM", "SYM") and verb.i < head.i:
        before = [c for c in head.lefts if c.i < verb.i and _names_who(c)]
        return before[-1] if before and not (before[-1].dep_ == "nmod" and preposition(before[-1])) else None
    alone = head.dep_ in ("ROOT", "root") and head.pos_ in ("NOUN", "PROPN") and not children(head, "cop", "nsubj")
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and alone and verb.doc[-1].lower_ == "." and verb.i > head.i:
        return head if not any(prep == "by" for prep, _ in obliques(verb)) else None
    return None


def _names_who(word: Token) -> bool:
    return (word.dep_ in ("compound", "nsubj", "nmod") and word.pos_ in ("PROPN", "NOUN")) or (
        word.dep_ == "amod" and word.tag_ == "NNP"
    )


def _relative_antecedent(word: Token, verb: Token) -> Token:
    """Replace a relative pronoun by the noun its clause hangs on."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
        clause = clause.head
    return clause.head if word.lower_ in listed(verb, "relative pronouns") and clause.dep_.startswith("acl") else word


def own_subject(verb: Token) -> Token | None:
    """Give the surface subject, relative pronouns resolved; None if the verb has none."""
    for child in kids(verb):
        if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS:
            return _relative_antecedent(_not_a_day(child), verb)
    if verb.dep_ in ("ROOT", "root") and verb.pos_ == "VERB":
        return next((c for c in verb.lefts if c.dep_ == "compound" and c.pos_ in ("PROPN", "NOUN")), None)
    return swallowed_subject(verb)


def _not_a_day(subject: Token) -> Token:
    """Give the name before a day that the parser took for the subject ("The minister Wednesday rejected …")."""
    if subject.lemma_.lower() not in vocabulary_of(subject).events.classes["calendar"]:
        return subject
    names = [c for c in kids(subject) if c.pos_ in ("PROPN", "NOUN") and c.i < subject.i]
    return names[-1] if names else subject


def objects(verb: Token) -> list[Token]:
    """Give the direct objects of a verb, relative pronouns resolved; a relative clause's gap is filled by its noun."""
    found = [_relative_antecedent(c, verb) for c in kids(verb) if c.dep_ == "obj"]
    if verb.dep_ == "amod" and not found and not is_passive(verb):
        return [verb.head]
    if not found and not is_passive(verb):
        found = children(verb, "iobj") or _described_objects(verb)
    gap = verb.dep_ == "acl:relcl" and not found and own_subject(verb) is not None
    if gap and not is_passive(verb) and verb.head != own_subject(verb):
        found.append(verb.head)
    return found


def _described_objects(verb: Token) -> list[Token]:
    """Give the object that the parser hung on the participle before it: "attacked neighbouring Mali"."""
    described = [c for c in children(verb, "xcomp") if c.lower_ in listed(verb, "describing participles")]
    return [noun for participle in described for noun in children(participle, "obj")]


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """Give the subject of a verb: its own, or by control, coordination, participle or adverbial clause.

    At most six steps up the tree.
    """
    own = own_subject(verb)
    if own is not None or depth > 6:
        return own
    head, dep = verb.head, verb.dep_
    if head == verb:
        return None
    if dep == "xcomp" or (dep == "advcl" and is_infinitive(verb)) or (dep == "ccomp" and is_infinitive(verb)):
        target = children(head, "iobj") or objects(head) or _oblique_controllers(head)
        nominal = bool(target) and target[0].pos_ in ("NOUN", "PROPN", "PRON")
        words = vocabulary_of(verb)
        controls = head.lemma_ in words.events.classes["object_control"] or head.lemma_ in words.grammar.control
        if nominal and controls and not is_passive(head):
            return target[0]
        return surface_subject(head, depth + 1)
    if dep == "conj":
        return surface_subject(head, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
    if dep in ("advcl", "parataxis") and verb.tag_ in ("VBG", "VBN", "VB"):
        return surface_subject(head, depth + 1)
    if dep == "acl":
        return _subject_from_noun(verb, head, depth)
    return None


def _oblique_controllers(verb: Token) -> list[Token]:
    wanted = vocabulary_of(verb).grammar.control.get(verb.lemma_, ())
    return [noun for prep, noun in obliques(verb) if prep in wanted]


def _subject_from_noun(verb: Token, noun: Token, depth: int) -> Token | None:
    """Give the subject of a clause that hangs on a noun: the noun itself, its owner, or the subject of the verb above.

    "by handing over" and a purpose clause ("the deal to get missiles") are the verb's, wherever the parser put them.
    """
    adverbial = any(c.dep_ in ("mark", "case") and c.lower_ != "to" for c in kids(verb))
    if noun.pos_ in ("NOUN", "PROPN", "PRON") and not adverbial:
        if verb.tag_ in ("VBG", "VBN") and noun.lemma_.lower() not in vocabulary_of(noun).events.classes["texts"]:
            return noun
        owner = noun_owner(noun, depth + 1)
        if owner is not None:
            return owner
    above = next((word for word in up(noun) if word.pos_ in ("VERB", "AUX")), None)
    return surface_subject(above, depth + 1) if above is not None else None


def noun_owner(noun: Token, depth: int = 0) -> Token | None:
    """Give who has a plan, duty or right: the possessor of `noun`, or the subject of the verb it completes."""
    owned = children(noun, "nmod:poss")
    if owned:
        return owned[0]
    if noun.dep_ in ("obj", "obl") and noun.head.pos_ == "VERB":
        return surface_subject(noun.head, depth + 1)
    return None


def is_infinitive(verb: Token) -> bool:
    """Say whether a verb is a to-infinitive."""
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in kids(verb))


def agents(verb: Token) -> list[Token]:
    """Give the deep subject: who does it. In the passive, the by-phrase."""
    if is_passive(verb):
        return [noun for prep, noun in obliques(verb) if prep == "by"]
    subject = surface_subject(verb)
    return [subject] if subject is not None else []


def patients(verb: Token) -> list[Token]:
    """Give the deep object: whom or what it is done to. In the passive, the surface subject."""
    if not is_passive(verb):
        return objects(verb)
    described = verb.head if verb.dep_ in ("acl", "amod") else reduced_on(verb)
    if described is not None and own_subject(verb) is None:
        return [described]
    subject = surface_subject(verb)
    return ([subject] if subject is not None else []) + objects(verb)


def up(token: Token) -> Iterator[Token]:
    """Walk from `token` to the root, `token` left out."""
    while token.head != token:
        token = token.head
        yield token
