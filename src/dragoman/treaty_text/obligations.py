"""What each sentence of a treaty obliges to: who, to whom, in which case, to do what, on which conditions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dragoman.model.document import evidence_at
from dragoman.model.treaty import ClauseClaim
from dragoman.treaty_text.articles import Article, Span, sentences
from dragoman.treaty_text.directions import direction
from dragoman.vocab.phrases import phrase
from dragoman.vocab.treaty_text import Cue, conditions, cues, triggers

MAIN_CLAUSE = re.compile(
    r",\s+(?=[^,;]{0,90}\b(?:shall|will|would|undertakes?|agrees?|binds?|pledges?|engages?|must)\b"
    r"|[^,;]{0,90}\b(?:is|are) (?:bound|obliged)\b"
    r"|(?:the |both |each )(?:(?:two|other|high|contracting) ){0,3}(?:part(?:y|ies)|sides?|states?|powers?|members?)\b"
    r"|(?:they|the other|the others|the latter)\b)",
    re.IGNORECASE,
)
"""A comma before the main clause: the words up to the next comma hold a word of promise, or begin with the parties."""

BARE_MAIN_CLAUSE = re.compile(
    r"\s(?=(?:each|both|they|the (?:other|others|two|remaining))\b(?:\s\w+){0,5}?"
    r"\s(?:shall|will|would|must|undertakes?)\b)",
    re.IGNORECASE,
)
"""The same where no comma stands before it."""

END_OF_CASE = re.compile(r"\s(?:shall|will|would|to be|is|are|constitutes?)\b|;")
"""What ends a case told by a noun ("any attack on one Member | shall be …")."""

POINTING_BACK = phrase("such|that|this|so …1 case|event|attack|attacked|aggression|act|situation")
"""Words of a sentence whose case was told in the sentence before it, in the same article."""

DUE = frozenset({"defense", "offense", "neutrality"})
"""Obligations that fall due in a case."""

ITEM = re.compile(r";\s+|\s(?=\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s)")
"""Where an item of an enumeration ends."""

PROMISE = phrase("<promise>")
CASE = phrase("<threat>")
REGION = re.compile(r"\bin (?:the )?((?:[A-Z][\w-]+(?: (?:or|and) )?\s?){1,5}(?:[Aa]rea|[Rr]egion|[Zz]one)?)")
ATTACK = phrase("<attack>")


class Part(Struct, frozen=True):
    """A stretch of a sentence, as offsets into the sentence; `opened` if it is a clause with "if" or its like."""

    start: int
    end: int
    opened: bool = False


def read_clauses(
    text: str, articles: tuple[Article, ...], parties: tuple[str, ...], on: str | None = None
) -> Iterator[ClauseClaim]:
    """Give the obligations of the articles in order: one clause for each sentence and obligation.

    `on` is the date (EDTF) whose names of states hold.
    """
    for article in articles:
        promised, told, before = bool(article.number), None, ""
        for start, end in sentences(text, article.start, article.end):
            sentence = text[start:end]
            promised = promised or PROMISE.search(sentence) is not None
            for span, cue, match in _found(text, (start, end), before) if promised else ():
                clause = _clause(text, span, (start, end), article, cue, match, (parties, on))
                if clause.trigger is None and clause.obligation in DUE and POINTING_BACK.search(sentence):
                    clause = replace(clause, trigger=told)
                told = clause.trigger or told
                yield clause
            before = sentence


def _found(text: str, whole: Span, before: str) -> Iterator[tuple[Span, Cue, re.Match[str]]]:
    """Give the cues of a sentence, then those of its items that only hold for the item alone, with their spans."""
    seen: set[str | None] = set()
    sentence = text[slice(*whole)]
    lead = sentence.partition(":")[0] if ":" in sentence else ""
    for span in (whole, *_items(sentence, whole[0])):
        words = text[slice(*span)]
        context = f"{before} {words}" if span == whole and POINTING_BACK.search(words) else f"{lead} {words}"
        for cue, match in held(words, context):
            if cue.obligation not in seen and (cue.obligation or not seen):
                seen.add(cue.obligation)
                yield span, cue, match


def _items(sentence: str, offset: int) -> list[Span]:
    """Give the items of an enumeration, by semicolons and "(a)"; none if the sentence is not one."""
    cuts = [0, *(match.end() for match in ITEM.finditer(sentence)), len(sentence)]
    spans = [(offset + first, offset + last) for first, last in pairwise(cuts) if sentence[first:last].strip()]
    return spans if len(spans) > 1 else []


def held(sentence: str, context: str | None = None) -> list[tuple[Cue, re.Match[str]]]:
    """Give the cues that hold for a sentence, the first of each obligation; a general duty only where no other holds.

    A cue that stands in the case itself ("if it joins in a war, …") does not count. What a cue needs is looked for in
    `context`: the sentence, or more where it points back ("in such a case …") or is an item of a list.
    """
    context = sentence if context is None else context
    found: dict[str | None, tuple[Cue, re.Match[str]]] = {}
    case = trigger(sentence)
    told = case if case and case.opened else Part(0, 0)
    for cue in cues():
        if cue.obligation in found or (cue.obligation is None and found):
            continue
        match = next((m for m in cue.phrase.finditer(sentence) if not _within(m, told)), None)
        if match and all(p.search(context) for p in cue.needs) and not any(p.search(sentence) for p in cue.excludes):
            found[cue.obligation] = (cue, match)
    return list(found.values())


def _clause(
    text: str, span: Span, whole: Span, article: Article, cue: Cue, match: re.Match[str],
    named: tuple[tuple[str, ...], str | None],
) -> ClauseClaim:  # fmt: skip
    sentence = text[slice(*span)]
    case = trigger(sentence) if cue.obligation != "nonaggression" else None
    what = duty(sentence, match, case)
    owed_by, owed_to, foes = direction(
        sentence, (case.start, case.end) if case else None, (what.start, what.end), *named
    )
    told = [*conditions_of(sentence, case), *([f"against:{' '.join(foes)}"] if foes else [])]
    name = f"Article {article.number}" if article.number else cue.name
    return ClauseClaim(
        name=f"{article.part}, {name}" if article.part else name,
        obligation=cue.obligation,
        trigger=sentence[case.start : case.end] if case else None,
        duty=sentence[what.start : what.end],
        article=article.number or None,
        owed_by=owed_by,
        owed_to=owed_to,
        conditions=tuple(told) if cue.obligation not in (None, "nonaggression") else (),
        evidence=evidence_at(text, *whole),
    )


def trigger(sentence: str) -> Part | None:
    """Give the case in which the duty falls due: a conditional clause that tells of a danger, or the attack itself."""
    for match in triggers()["opening"].finditer(sentence):
        if match.group().lower() in ("should", "were") and not re.search(r"(?:^|[,;]\s*)$", sentence[: match.start()]):
            continue
        main = MAIN_CLAUSE.search(sentence, match.end()) or BARE_MAIN_CLAUSE.search(sentence, match.end())
        semicolon = sentence.find(";", match.end())
        ends = [main.start() if main else len(sentence), semicolon if semicolon > 0 else len(sentence)]
        part = _trimmed(sentence, match.start(), min(ends))
        if CASE.search(sentence, part.start, part.end) and not _is_repeat(sentence, part):
            return Part(part.start, part.end, opened=True)
    noun = triggers()["noun"].search(sentence)
    if noun is None or noun.group().lower().startswith("such"):
        return None
    end = END_OF_CASE.search(sentence, noun.end())
    return _trimmed(sentence, noun.start(), end.start() if end else len(sentence))


def _is_repeat(sentence: str, part: Part) -> bool:
    """Say whether a case only points back to an attack told before it in the sentence ("if such an attack occurs")."""
    pointing = re.search(r"\bsuch\b", sentence[part.start : part.end])
    return pointing is not None and ATTACK.search(sentence, 0, part.start) is not None


def duty(sentence: str, match: re.Match[str], case: Part | None) -> Part:
    """Give what is to be done: from the last word of promise before the cue (or in it) to the end or to the case."""
    opened = [m.start() for m in PROMISE.finditer(sentence, 0, match.end()) if case is None or not _inside(m, case)]
    before = [place for place in opened if place <= match.start()]
    start = before[-1] if before else opened[0] if opened else match.start()
    start = next((place for place in before if start - place <= len("shall be ")), start)
    end = case.start if case and case.start >= max(start, match.end()) else len(sentence)
    return _trimmed(sentence, start, end)


def _within(match: re.Match[str], part: Part) -> bool:
    return part.start <= match.start() and match.end() <= part.end


def _inside(match: re.Match[str], part: Part) -> bool:
    return part.start <= match.start() < part.end


def _trimmed(sentence: str, start: int, end: int) -> Part:
    words = sentence[start:end]
    return Part(start, start + len(words.rstrip(" ,;.:—-\n\t")))


def conditions_of(sentence: str, case: Part | None) -> list[str]:
    """Give the conditions a sentence sets, in the ledger's words, the region of the attack among them."""
    found = [named.name for named in conditions() if named.phrase.search(sentence)]
    place = REGION.search(sentence, case.start, case.end) if case else None
    region = [f"region:{place[1].strip()}"] if place else []
    return list(dict.fromkeys(found + region))
