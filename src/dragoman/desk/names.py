"""The one resolver of names: a state or an organisation by code, name, alias or demonym, as a person types it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from dragoman.actors.folding import fold
from dragoman.errors import UsageError
from dragoman.vocab import Vocabulary


class Bearer(NamedTuple):
    """Who bears a name; `kind` is that of the table of names, or "body"; `former` says that it passed to another."""

    name: str
    code: str
    kind: str
    former: bool = False


def folded(words: str) -> str:
    """Give words as names are compared: no case, accents or signs."""
    return " ".join(fold(words).split())


class Resolver:
    """What states and organisations are called. Get it through `vocabulary.made(Resolver)`, which builds it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary whose names count."""
        self._actors, self._treaties = vocabulary.actors, vocabulary.treaties
        self._articles = vocabulary.grammar["definite articles"]
        countries, bodies = self._actors.countries, self._actors.organisations
        self._codes = {
            **self._treaties.line_names,
            **{body.code: body.name for body in bodies},
            **{country.code: country.name for country in countries.values()},
        }
        self._bearers: defaultdict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._all():
            self._bearers[folded(bearer.name)].append(bearer)

    def _all(self) -> Iterator[Bearer]:
        """Yield whoever bears a name, states as they are called now first."""
        for country in self._actors.countries.values():
            yield Bearer(country.name, country.code, "country")
        for name in self._actors.names:
            if name.code:
                yield Bearer(name.alias, name.code, name.kind, bool(name.end))
        for body in self._actors.organisations:
            for alias in (body.name, *body.aliases):
                yield Bearer(alias, body.code, "body")
        for code, called in self._treaties.line_names.items():
            yield Bearer(called, code, "country")

    def code(self, words: str) -> str:
        """Give the code of a state or an organisation: by the code itself, or by what it is called.

        A name that has passed from state to state means the one that bears it now. Raises UsageError for a name that
        nothing bears or several do; then it lists them.
        """
        return self._one(words, self._codes)

    def state(self, words: str) -> str:
        """Do as `code`, for a state, present or former. Raises UsageError for an organisation too."""
        return self._one(words, self._treaties.states)

    def _one(self, words: str, wanted: Collection[str]) -> str:
        known = self._called(words.strip())
        found = [code for code in known if code in wanted]
        if not known:
            raise UsageError(f"nothing is known by the name {words!r}; give a code, as RUS or NATO")
        if not found:
            raise UsageError(f"{words!r} is {self._codes[known[0]]}, which is no state; give a state's code or name")
        if len({self._treaties.line_of(code) for code in found}) > 1:
            listed = ", ".join(f"{code} ({self._codes[code]})" for code in sorted(found))
            raise UsageError(f"{words!r} may be any of {listed}; give the code of one")
        return found[0]

    def _called(self, given: str) -> list[str]:
        """Give the codes of whoever may be meant, each once; a code as it stands means that code alone.

        Short for one state in the news ("Korea") is, outside a page, short for each whose name holds it.
        """
        if given in self._codes or given.upper() in self._actors.countries:
            return [given if given in self._codes else given.upper()]
        key = folded(given)
        article, _, rest = key.partition(" ")
        found = self._bearers.get(key) or (self._bearers.get(rest, []) if article in self._articles else [])
        found = [bearer for bearer in found if not bearer.former] or found
        codes = [bearer.code for bearer in found]
        if any(bearer.kind == "short" for bearer in found):
            codes += [code for name in self._bearers if f" {key} " in f" {name} " for code in self._states(name)]
        if given.upper() in self._codes:
            codes.append(given.upper())
        return list(dict.fromkeys(codes))

    def _states(self, name: str) -> list[str]:
        return [bearer.code for bearer in self._bearers[name] if bearer.kind in ("country", "people")]
