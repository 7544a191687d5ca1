"""When two names are one person's: titles and middle initials come and go, the other words stay."""

import re

_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of(name: str) -> frozenset[str]:
    """Give the words of a name: case, hyphens and single letters do not count ("Kim Jong-un" is "Kim Jong Un")."""
    return frozenset(_WORD.findall(name.casefold()))


def same_person(one: str, other: str) -> bool:
    """Tell whether all words of the shorter name stand in the longer ("President Jane M. Doe", "Jane Doe")."""
    a, b = words_of(one), words_of(other)
    return bool(a and b) and (a <= b or b <= a)


def may_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two lists of persons may be those of one encounter: nobody named, or somebody in both."""
    return not one or not other or any(same_person(a, b) for a in one for b in other)


def joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Give all persons of two lists, each once, by the shorter name."""
    found: list[str] = []
    for name in (*one, *other):
        at = next((n for n, known in enumerate(found) if same_person(known, name)), None)
        if at is None:
            found.append(name)
        else:
            found[at] = min(found[at], name, key=len)
    return tuple(found)
