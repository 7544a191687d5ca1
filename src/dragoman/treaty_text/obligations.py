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
from dragoman.vocab import Vocabulary
from dragoman.vocab.treaty_text import Cue

DUE = frozenset({"defense", "offense", "neutrality"})
"""Obligations that fall due in a case."""

ITEM = re.compile(r";\s+|\s(?=\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s)")
"""Where an item of an enumeration ends."""

CLAUSE_START = re.compile(r"(?:^|[,;]\s*)$")

PASSIVE = 9
"""Characters. Two words of promise no farther apart ("shall be obliged") are one: the duty begins with the first."""


class Part(Struct, frozen=True):
    """A stretch of a sentence, as offsets into the sentence; `opened` if it is a clause with "if" or its like."""

    start: int
    end: int
    opened: bool = False


class ClauseReader:
    """Reads the obligations off the articles of a treaty; `vocabulary.made(ClauseReader)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: which words promise what, in which case."""
        self._vocabulary = vocabulary
        self._wording = vocabulary.treaty_wording
        self._expressions = self._wording.expressions
        self._promise, self._case = self._wording.phrase("<promise>"), self._wording.phrase("<threat>")
        self._attack, self._pointing_back = self._wording.phrase("<attack>"), self._wording.phrase("<pointing-back>")

    def read(
        self, text: str, articles: tuple[Article, ...], parties: tuple[str, ...], on: str | None
    ) -> Iterator[ClauseClaim]:
        """Give the obligations of the articles in order: one clause for each sentence and obligation.

        `on` is the date (EDTF) whose names of states hold.
        """
        for article in articles:
            promised, told, before = bool(article.number), None, ""
            for start, end in sentences(text, article.start, article.end, self._vocabulary):
                sentence = text[start:end]
                promised = promised or self._promise.search(sentence) is not None
                for span, cue, match in self._found(text, (start, end), before) if promised else ():
                    clause = self._clause(text, span, (start, end), article, cue, match, (parties, on))
                    if clause.trigger is None and clause.obligation in DUE and self._pointing_back.search(sentence):
                        clause = replace(clause, trigger=told)
                    told = clause.trigger or told
                    yield clause
                before = sentence

    def _found(self, text: str, whole: Span, before: str) -> Iterator[tuple[Span, Cue, re.Match[str]]]:
        """Give the cues of a sentence, then those of its items that only hold for the item alone, with their spans."""
        seen: set[str | None] = set()
        sentence = text[slice(*whole)]
        lead = sentence.partition(":")[0] if ":" in sentence else ""
        for span in (whole, *_items(sentence, whole[0])):
            words = text[slice(*span)]
            context = f"{before} {words}" if span == whole and self._pointing_back.search(words) else f"{lead} {words}"
            for cue, match in self.held(words, context):
                if cue.obligation not in seen and (cue.obligation or not seen):
                    seen.add(cue.obligation)
                    yield span, cue, match

    def held(self, sentence: str, context: str | None = None) -> list[tuple[Cue, re.Match[str]]]:
        """Give the cues that hold for a sentence, the first of each obligation; a general duty where no other holds.

        A cue that stands in the case itself ("if it joins in a war, …") does not count. What a cue needs is looked for
        in `context`: the sentence, or more where it points back ("in such a case …") or is an item of a list.
        """
        context = sentence if context is None else context
        found: dict[str | None, tuple[Cue, re.Match[str]]] = {}
        case = self.trigger(sentence)
        told = case if case and case.opened else Part(0, 0)
        for cue in self._wording.cues:
            if cue.obligation in found or (cue.obligation is None and found):
                continue
            match = next((m for m in cue.phrase.finditer(sentence) if not _within(m, told)), None)
            excluded = any(p.search(sentence) for p in cue.excludes) if match else True
            if match and not excluded and all(p.search(context) for p in cue.needs):
                found[cue.obligation] = (cue, match)
        return list(found.values())

    def _clause(
        self, text: str, span: Span, whole: Span, article: Article, cue: Cue, match: re.Match[str],
        named: tuple[tuple[str, ...], str | None],
    ) -> ClauseClaim:  # fmt: skip
        sentence = text[slice(*span)]
        case = self.trigger(sentence) if cue.obligation != "nonaggression" else None
        what = self.duty(sentence, match, case)
        owed_by, owed_to, foes = direction(
            sentence, (case.start, case.end) if case else None, (what.start, what.end), *named, self._vocabulary
        )
        told = [*self.conditions_of(sentence, case), *([f"against:{' '.join(foes)}"] if foes else [])]
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

    def trigger(self, sentence: str) -> Part | None:
        """Give the case in which the duty falls due: a conditional clause that tells of a danger, or the attack."""
        for match in self._wording.triggers["opening"].finditer(sentence):
            inverted = self._expressions["inverted"].fullmatch(match.group())
            if inverted and not CLAUSE_START.search(sentence[: match.start()]):
                continue
            main = self._main_clause(sentence, match.end())
            semicolon = sentence.find(";", match.end())
            ends = [main.start() if main else len(sentence), semicolon if semicolon > 0 else len(sentence)]
            part = _trimmed(sentence, match.start(), min(ends))
            if self._case.search(sentence, part.start, part.end) and not self._is_repeat(sentence, part):
                return Part(part.start, part.end, opened=True)
        noun = self._wording.triggers["noun"].search(sentence)
        if noun is None or self._expressions["repeated attack"].match(noun.group()):
            return None
        end = self._expressions["end of case"].search(sentence, noun.end())
        return _trimmed(sentence, noun.start(), end.start() if end else len(sentence))

    def _main_clause(self, sentence: str, start: int) -> re.Match[str] | None:
        """Find where the main clause begins behind `start`: at a comma, else where no comma stands before it."""
        places = (self._expressions[name].search(sentence, start) for name in ("main clause", "bare main clause"))
        return next((place for place in places if place), None)

    def _is_repeat(self, sentence: str, part: Part) -> bool:
        """Say whether a case only points back to an attack told before it in the sentence ("if such an attack …")."""
        pointing = self._expressions["repeated"].search(sentence[part.start : part.end])
        return pointing is not None and self._attack.search(sentence, 0, part.start) is not None

    def duty(self, sentence: str, match: re.Match[str], case: Part | None) -> Part:
        """Give what is to be done: from the last word of promise before the cue, or in it, to the end or the case."""
        promises = self._promise.finditer(sentence, 0, match.end())
        opened = [m.start() for m in promises if case is None or not _inside(m, case)]
        before = [place for place in opened if place <= match.start()]
        start = before[-1] if before else opened[0] if opened else match.start()
        start = next((place for place in before if start - place <= PASSIVE), start)
        end = case.start if case and case.start >= max(start, match.end()) else len(sentence)
        return _trimmed(sentence, start, end)

    def conditions_of(self, sentence: str, case: Part | None) -> list[str]:
        """Give the conditions a sentence sets, in the ledger's words, the region of the attack among them."""
        found = [named.name for named in self._wording.conditions if named.phrase.search(sentence)]
        place = self._expressions["region"].search(sentence, case.start, case.end) if case else None
        region = [f"region:{place[1].strip()}"] if place else []
        return list(dict.fromkeys(found + region))


def _items(sentence: str, offset: int) -> list[Span]:
    """Give the items of an enumeration, by semicolons and "(a)"; none if the sentence is not one."""
    cuts = [0, *(match.end() for match in ITEM.finditer(sentence)), len(sentence)]
    spans = [(offset + first, offset + last) for first, last in pairwise(cuts) if sentence[first:last].strip()]
    return spans if len(spans) > 1 else []


def _within(match: re.Match[str], part: Part) -> bool:
    return part.start <= match.start() and match.end() <= part.end


def _inside(match: re.Match[str], part: Part) -> bool:
    return part.start <= match.start() < part.end


def _trimmed(sentence: str, start: int, end: int) -> Part:
    words = sentence[start:end]
    return Part(start, start + len(words.rstrip(" ,;.:—-\n\t")))
