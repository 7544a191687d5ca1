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

    A party named in the case is owed (it is the one attacked); a party named outside the case and before the duty owes;
    a state named in the case after "by", "from" or "with" is the foe. Offsets are into the sentence; `on` is the date
    whose names hold.
    """
    if case is None:
        return (), (), ()
    names = Gazetteer.of(vocabulary).find_names(sentence, on)
    by = vocabulary.treaty_wording.expressions["attacker"]
    hits = [h for h in names if h.code and h.kind in ("country", "people")]
    inside = [h for h in hits if case[0] <= h.start < case[1]]
    foes = _codes(h.code for h in inside if by.search(sentence[case[0] : h.start]) and h.code not in parties)
    owed = _codes(h.code for h in inside if h.code in parties)
    owing = _codes(h.code for h in hits if h not in inside and h.start < duty[0] and h.code in parties)
    return tuple(code for code in owing if code not in owed), owed, foes


def _codes(found: Iterable[str | None]) -> Codes:
    return tuple(dict.fromkeys(code for code in found if code))
