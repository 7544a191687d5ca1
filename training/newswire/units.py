"""Join the words that belong together: hyphened words, fixed expressions, quantities."""

from __future__ import annotations

from notation import RELATIONS, Phrase, Token
from tags import Unit, is_number, open_tag
from words import FIXED, FIXED_TAGS, SCALES, lexicon


def attach(token: Token, head: Token, deprel: str, xpos: str = "") -> None:
    """Make ``token`` depend on ``head``; a given tag is kept."""
    token.head, token.deprel = head.index, deprel
    if xpos and not token.given:
        token.xpos = xpos


def join(phrase: Phrase) -> list[Unit]:
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
    while count + 1 < len(run) and run[count].form == "-" and not _spaced(run[count - 1], run[count]):
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


def _spaced(word: Token, hyphen: Token) -> bool:
    return word.space_after or hyphen.space_after


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
        start = run[: len(words)]
        if tuple(token.lower for token in start) == words and not any(token.code for token in start):
            first = run[0]
            for token in run[1 : len(words)]:
                attach(token, first, "fixed", FIXED_TAGS[token.lower])
            first.xpos = FIXED_TAGS[first.lower] if words != ("as", "well", "as") else "RB"
            return Unit(first, first, "" if relation == "head" else relation, joined=True), len(words)
    return None


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
