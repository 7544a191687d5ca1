"""Who owes whom: the states that a sentence names in its case and in its duty."""

from collections.abc import Iterable

from dragoman.actors.gazetteer import Gazetteer
from dragoman.vocab import Vocabulary

Span = tuple[int, int]
Codes = tuple[str, ...]


def direction(
    sentence: str, case: Span | None, duty: Span, parties: Codes, on: str | None, vocabulary: Vocabulary
) -> tuple[Codes, Codes, Codes]:
    """Give the codes of those who owe, those who are owed, and the foes; empty means every party, or any foe.

    A party named in the case is owed (it is the one attacked), else one named in the duty; a party named outside the
    case and before the duty owes; another state that the case begins with ("should X invade …"), or that it names after
    "by", "from" or "with", is the foe. Without a case, both who owes and who is owed must be named, or every party is
    meant. Offsets are into the sentence; `on` is the date whose names hold.
    """
    names = Gazetteer.of(vocabulary).find_names(sentence, on)
    foe = [vocabulary.treaty_wording.expressions[name] for name in ("attacker", "attacker first")]
    hits = [h for h in names if h.code and h.kind in ("country", "people")]
    start, end = case or (0, 0)
    inside = [h for h in hits if start <= h.start < end]
    before = [(h.code, sentence[start : h.start]) for h in inside if h.code not in parties]
    foes = _codes(code for code, words in before if any(pattern.search(words) for pattern in foe))
    ours = [h for h in hits if h not in inside and h.code in parties]
    owing = _codes(h.code for h in ours if h.start < duty[0])
    in_duty = (h.code for h in ours if duty[0] <= h.start < duty[1] and h.code not in owing)
    owed = _codes(h.code for h in inside if h.code in parties) or _codes(in_duty)
    if case is None and not (owing and owed):
        return (), (), ()
    return tuple(code for code in owing if code not in owed), owed, foes


def _codes(found: Iterable[str | None]) -> Codes:
    return tuple(dict.fromkeys(code for code in found if code))
