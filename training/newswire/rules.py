"""Fill in what the notation leaves unsaid: heads, relations and tags of a phrase."""

from __future__ import annotations

from dataclasses import dataclass

from notation import RELATIONS, NotationError, Phrase, Token
from words import (
    MONTHS, BE, CONJUNCTIONS, DETERMINERS, DO, FIXED, FIXED_TAGS, HAVE, MODALS, NEGATIONS, NUMBERS, OBJECTS,
    POSSESSIVES, PREPOSITIONS, PUNCTUATION, QUESTION_ADVERBS, SCALES, SUBJECTS, SUBORDINATORS,
    irregular, lexicon,
)

RIGHT = {"conj", "appos", "advcl", "acl:relcl", "acl", "parataxis", "obl", "nmod", "ccomp", "advmod",
         "advcl:relcl", "obl:unmarked", "nmod:unmarked", "list"}
INTERRUPTS = {"advmod", "obl", "advcl", "parataxis", "discourse", "obl:unmarked"}


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


def attach(token: Token, head: Token, deprel: str, xpos: str = "") -> None:
    """Make ``token`` depend on ``head``; a given tag is kept."""
    token.head, token.deprel = head.index, deprel
    if xpos and not token.given:
        token.xpos = xpos


def resolve(phrase: Phrase, parent_tag: str = "") -> Token:
    """Analyse a phrase and all in it; returns its head."""
    units = _units(phrase)
    words = [unit for unit in units if unit.phrase is None and not unit.punctuation]
    for unit in words:
        unit.relation = unit.relation or _closed(unit, units, phrase)
    head = _head(words, phrase)
    phrase.head = head
    _tag_head(head, words, units, phrase, parent_tag)
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
    for unit, other in zip(units, units[1:], strict=False):
        if unit.relation == "cc" and other.relation == "conj":
            unit.head.head = other.head.index
        if other.head.code == "ca" and other.head.form in ("'s", "’s", "'", "’"):
            attach(other.head, unit.head, "case", "POS")


def _units(phrase: Phrase) -> list[Unit]:
    """Group the parts of a phrase: hyphened words, fixed expressions, quantities."""
    units: list[Unit] = []
    parts = phrase.parts
    place = 0
    while place < len(parts):
        part = parts[place]
        if isinstance(part, Phrase):
            units.append(Unit(Token(0, "", 0, False), _first(part), "", part))
            place += 1
            continue
        run = [part]
        for other in parts[place + 1 :]:
            if not isinstance(other, Token) or other.index != run[-1].index + 1:
                break
            run.append(other)
        unit, taken = _hyphened(run) or _fixed(run) or _quantity(run) or (Unit(part, part), 1)
        if not unit.relation and unit.head.code and unit.head.code != "h":
            unit.relation = RELATIONS[unit.head.code]
        units.append(unit)
        place += taken
    return units


def _first(phrase: Phrase) -> Token:
    part = phrase.parts[0]
    return part if isinstance(part, Token) else _first(part)


def _hyphened(run: list[Token]) -> tuple[Unit, int] | None:
    """``Iran-backed``, ``two-day``, ``al-Assad``: joined words, the last the head."""
    count = 1
    while count + 1 < len(run) and run[count].form == "-" and not (run[count - 1].space_after or run[count].space_after):
        count += 2
    if count == 1:
        return None
    words, hyphens = run[:count:2], run[1:count:2]
    last = words[-1]
    if last.code == "fl":
        for word in words[:-1]:
            word.code = "fl"
        for hyphen, word in zip(hyphens, words[1:], strict=True):
            attach(hyphen, word, "punct", "HYPH")
        return Unit(words[0], run[0], "flat"), 1
    if any(token.code == "fl" for token in run[count : count + 3]):
        return _name(words, hyphens, run[0]), count
    last.xpos = last.xpos or open_tag(last, "modifier")
    for number, word in enumerate(words[:-1]):
        target = words[number + 1] if last.lower == "old" else last
        attach(word, target, *_hyphen_relation(word, target))
        attach(hyphens[number], word, "punct", "HYPH")
    return Unit(last, run[0], joined=True), count


def _name(words: list[Token], hyphens: list[Token], first: Token) -> Unit:
    """``Abdul-Malik`` before a surname: the first part the head, the others flat."""
    for hyphen, word in zip(hyphens, words[1:], strict=True):
        attach(word, words[0], "flat", "NNP")
        attach(hyphen, word, "punct", "HYPH")
    return Unit(words[0], first)


def _hyphen_relation(word: Token, head: Token) -> tuple[str, str]:
    tag = word.xpos or open_tag(word, "modifier")
    if tag == "AFX":
        return "amod", tag
    if tag == "CD":
        return "nummod", tag
    if tag.startswith("RB"):
        return "advmod", tag
    if tag.startswith("JJ") and not (word.form[0].isupper() and head.xpos == "VBN" and word.form in lexicon()):
        return "amod", tag
    if tag.startswith("JJ"):
        return "obl:unmarked", tag
    if head.xpos in ("VBN", "VBG", "JJ") and tag.startswith("NN"):
        return ("compound" if head.xpos == "VBG" else "obl:unmarked"), tag
    return "compound", tag


def _fixed(run: list[Token]) -> tuple[Unit, int] | None:
    for words, relation in FIXED.items():
        if tuple(token.lower for token in run[: len(words)]) == words and not any(token.code for token in run[: len(words)]):
            first = run[0]
            for token in run[1 : len(words)]:
                attach(token, first, "fixed", FIXED_TAGS[token.lower])
            first.xpos = FIXED_TAGS[first.lower] if words != ("as", "well", "as") else "RB"
            return Unit(first, first, "" if relation == "head" else relation, joined=True), len(words)
    return None


def is_number(token: Token) -> bool:
    """Whether the token is written as a number."""
    return token.form[0].isdigit() and token.lower[-2:] not in ("th", "st", "nd", "rd") or token.lower in NUMBERS


def _quantity(run: list[Token]) -> tuple[Unit, int] | None:
    """``at least 20``, ``more than $5 million``, ``some three``: number or $ the head."""
    words = [token.lower for token in run[:5]]
    lead = 0
    if words[:2] in (["at", "least"], ["at", "most"], ["up", "to"]) or (
        len(words) > 1 and words[0] in ("more", "less", "fewer") and words[1] == "than"
    ):
        lead = 2
    elif words[:3] in (["as", "many", "as"], ["as", "much", "as"]):
        lead = 3
    elif words[0] in ("nearly", "about", "almost", "roughly", "around", "over", "only", "approximately", "just"):
        lead = 1
    number = _number(run[lead:])
    if number is None:
        return None
    head, count = number
    _approximate(run[:lead], head)
    return Unit(head, run[0], joined=lead > 0 or count > 1), lead + count


def _number(run: list[Token]) -> tuple[Token, int] | None:
    if run and run[0].form in ("$", "€", "£") and len(run) > 1 and is_number(run[1]):
        inner = _number(run[1:])
        assert inner is not None
        run[0].xpos = "$"
        attach(inner[0], run[0], "nummod", "CD")
        return run[0], inner[1] + 1
    if not run or not is_number(run[0]):
        return None
    run[0].xpos = run[0].xpos or "CD"
    if len(run) > 1 and run[1].lower in SCALES:
        run[1].xpos = run[1].xpos or "CD"
        attach(run[0], run[1], "compound", "CD")
        return run[1], 2
    return run[0], 1


def _approximate(lead: list[Token], head: Token) -> None:
    if len(lead) == 2 and lead[0].lower == "at":
        attach(lead[0], lead[1], "case", "IN")
        attach(lead[1], head, "nmod", "JJS")
    elif lead:
        first = lead[0].lower
        tag = "RB" if len(lead) != 2 else "IN" if first == "up" else "JJR"
        attach(lead[0], head, "advmod", tag)
        for token in lead[1:]:
            attach(token, lead[0], "fixed", "JJ" if token.lower in ("many", "much") else "IN")


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


def open_tag(token: Token, place: str) -> str:
    """The Penn tag of an open-class word; ``place`` is "head" or "modifier"."""
    if token.given:
        return token.xpos
    form, lower = token.form, token.lower
    if is_number(token):
        return "CD"
    if form in lexicon():
        return lexicon()[form][0]
    if form[0].isupper() and (not token.initial or lower not in lexicon()) and not (token.initial and lower.endswith("ly")):
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
        if not lower.endswith("ment") and lower.endswith(("al", "ic", "ive", "ous", "ful", "ary", "able", "ible", "less", "ish", "ian", "ese", "nt", "th", "ern")):
            return "JJ"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return "NNS"
    return "NN"


def _tag_head(head: Token, words: list[Unit], units: list[Unit], phrase: Phrase, parent: str) -> None:
    if head.given or (head.xpos and head.xpos in ("CD", "$", "DT")):
        return
    lower = head.lower
    if lower in OBJECTS | SUBJECTS | {"it", "themselves", "itself", "himself", "herself", "ourselves"} or (lower == "her" and len(words) == 1):
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
        if head.xpos in ("JJ", "RB") and not phrase.clausal and (phrase.code not in ("am", "av", "j") or any(unit.relation in ("det", "nmod:poss") for unit in words)) and lower not in ("abroad", "ago"):
            head.xpos = "NN"


def _before(head: Token, words: list[Unit]) -> list[str]:
    return [unit.head.lower for unit in words if unit.head.index < head.index and (not unit.relation or unit.relation.startswith("aux"))]


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
        return verb_form and not listed and not any(unit.relation in ("det", "case") and unit.head.lower not in ("to", "that") for unit in words)
    if phrase.code == "x":
        described = listed or open_tag(head, "modifier") == "JJ"
        return any(unit.head.lower == "to" for unit in words) or not (described or any(unit.relation == "det" for unit in words))
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
    subject = any((unit.phrase is not None and unit.phrase.code in ("s", "cs")) or unit.relation in ("nsubj", "csubj", "expl") for unit in units)
    if lower.endswith("ed") and lower not in ("proceed", "succeed", "exceed", "need", "feed", "speed", "heed") or tags:
        participle = not subject and (phrase.code in ("ac", "a", "x") or (phrase.code == "jv" and parent == "VBN"))
        wanted = "VBN" if participle else "VBD"
        return wanted if not tags or wanted in tags else tags[0]
    if not subject and phrase.code == "jv" and parent in ("VB", "VBP"):
        return parent
    if phrase.code == "x":
        return "VB"
    return "VBZ" if lower.endswith("s") and not lower.endswith("ss") else "VBP"


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
    attach(token, head, relation, _word_tag(token, relation, head))


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
    subject_later = any(
        (unit.phrase is not None and unit.phrase.code in ("s", "cs")) or unit.relation in ("nsubj", "expl")
        for unit in units[place:]
    )
    if token.lower in ("if", "unless", "because", "although", "though", "while", "whether", "once", "whereas"):
        return "mark"
    if token.lower == "that" or (verbal or subject_later) and place <= 3 + 6 * (token.lower == "to"):
        return "mark"
    if head.xpos.startswith("VB") and verbal:
        raise NotationError(f"preposition {token.form!r} in a clause needs a code")
    return "mark" if token.lower == "to" and any(unit.head.lower == "be" for unit in units) else "case"


def _word_tag(token: Token, relation: str, head: Token) -> str:
    if token.xpos:
        return token.xpos
    if token.lower == "to" and relation == "mark" and head.xpos == "VBG":
        return "IN"
    lower = token.lower
    simple = {"det": "DT", "cc": "CC", "nmod:poss": "PRP$", "mark": "TO" if lower == "to" else "IN",
              "case": "IN", "expl": "EX", "compound:prt": "RP", "det:predet": "PDT", "cc:preconj": "CC"}
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


def _passive(head: Token, units: list[Unit]) -> None:
    """A subject of a verb with a passive auxiliary is a passive subject."""
    if any(unit.head.deprel == "aux:pass" and unit.head.head == head.index for unit in units):
        for unit in units:
            if unit.relation in ("nsubj", "csubj"):
                unit.head.deprel = unit.relation + ":pass"
    modal = False
    for unit in units:
        token = unit.head
        if token.deprel.startswith(("aux", "cop")) and token.head == head.index or token is head:
            if modal and token.lower in ("have", "do") and not token.given:
                token.xpos = "VB"
            modal = modal or token.lower in MODALS or token.deprel == "aux" and token.lower in DO
        if token.deprel == "mark" and token.lower == "to":
            modal = True


def _punctuate(units: list[Unit], head: Token) -> None:
    """Attach each mark: to the phrase it sets off, else to the head of the phrase."""
    for number, unit in enumerate(units):
        if not unit.punctuation:
            continue
        target = head
        if unit.head.form not in ('"', "“", "”", "'", "(", ")", ".", "?", "!") or unit.head.form == ")" and False:
            target = _set_off(units, number, head)
        opening = unit.head.form in ('"', "'") and number == 0
        attach(unit.head, target, "punct", "``" if opening else PUNCTUATION[unit.head.form])


def _set_off(units: list[Unit], number: int, head: Token) -> Token:
    before = units[number - 1] if number else None
    after = units[number + 1] if number + 1 < len(units) else None
    if after is not None and after.head.index > head.index and after.relation in RIGHT:
        return after.head
    if before is not None and before.head.index < head.index and not before.punctuation and before.relation not in ("det", "case", "aux", "mark", "cc"):
        last = units[number + 2] if number + 2 < len(units) else None
        if after is not None and after.head.index < head.index and after.relation in INTERRUPTS and last is not None and last.head.form == ",":
            return after.head
        return before.head
    return head
