"""A noun phrase as an actor: the names in it give the state, its head noun the sector."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.actors.gazetteer import NameHit, over
from dragoman.actors.guards import word_after
from dragoman.actors.nouns import IN_POWER, Nouns
from dragoman.actors.persons import Persons
from dragoman.model.actor import Actor
from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

STATES = frozenset(("country", "people", "capital", "seat", "short"))


class Word(NamedTuple):
    """A word and where it stands in the document."""

    text: str
    start: int
    end: int


class Phrase(NamedTuple):
    """A noun phrase: the words up to its head (and a name after it), what hangs on it, and what renames it."""

    words: tuple[Word, ...]
    complements: tuple[tuple[str, tuple["Phrase", ...]], ...] = ()
    appositions: tuple["Phrase", ...] = ()

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end


class PhraseReader:
    """Reads noun phrases of one text as actors."""

    def __init__(self, text: str, names: Sequence[NameHit], on: str | None, vocabulary: Vocabulary) -> None:
        self.text = text
        self.names = names
        self.on = on
        self._nouns, self._persons = vocabulary.made(Nouns), vocabulary.made(Persons)
        self._marks = vocabulary.made(_Marks)
        self._parts, self._offices = vocabulary.actors.grammar, vocabulary.actors.offices
        self._links = vocabulary.grammar

    def actors(self, phrase: Phrase) -> tuple[Actor, ...]:
        """Give the actors of a phrase: one, or one for each state that its modifiers or complements join."""
        own = self._own_names(phrase)
        joined = self._joined(own)
        if len(joined) > 1:
            return self._one_for_each(phrase, own, joined)
        sector = self._sector(phrase, own)
        code = _state(own)
        if code is not None:
            home = self._links["prepositions of belonging"] if self._is_people(phrase, own) else frozenset[str]()
            return self._placed(phrase, sector, home) or (self._actor(phrase, own, code, sector),)
        placed = self._placed(phrase, sector)
        if placed:
            return placed
        renamed = self._renamed(phrase, sector)
        return (renamed or self._actor(phrase, own, None, sector),)

    def _own_names(self, phrase: Phrase) -> list[NameHit]:
        inside = over(self.names, phrase.start, phrase.end)
        return [hit for hit in inside if not self.is_foreign(hit) and not self._is_faced(hit, phrase)]

    def is_foreign(self, hit: NameHit) -> bool:
        """Tell if a name only says who backs or opposes the head ("Iran-backed"), or its people ("ethnic Serb")."""
        after, before = self.text[hit.end : hit.end + 25], self.text[max(0, hit.start - 7) : hit.start]
        backed = self._marks.sponsor.match(after)
        if backed and not backed["hyphen"]:
            noun = word_after(after, backed.end()).lower()
            backed = backed if hit.kind == "people" and noun in self._nouns.heads else None
        return bool(backed or self._marks.against.search(before))

    def _is_faced(self, hit: NameHit, phrase: Phrase) -> bool:
        """Tell if a name is of whom the head of a phrase is the neighbour, ally or foe: "Chad's neighbours"."""
        noun = phrase.words[-1].text.lower()
        if noun not in self._links["nouns of another"] or hit.end >= phrase.end:
            return False
        return self._owns(hit, phrase.end) or (hit.kind == "country" and noun not in self._links["nouns of a like"])

    def _owns(self, hit: NameHit, end: int) -> bool:
        """Tell if a name is only the owner of what a phrase that ends at `end` means: "Putin's envoy"."""
        return hit.end < end and self.text[hit.end : hit.end + 2] in ("'s", "’s", "' ", "’ ")

    def _joined(self, own: Sequence[NameHit]) -> list[NameHit]:
        """Give the names that stand in one coordination of states, if there is one."""
        group: list[NameHit] = []
        for hit in own:
            if hit.kind not in STATES and hit.kind not in ("IGO", "place"):
                continue
            if group and self._marks.joint.match(self.text[group[-1].end : hit.start]):
                group.append(hit)
            elif len(group) < 2:
                group = [hit]
        return group if len({hit.code for hit in group}) > 1 else []

    def _one_for_each(self, phrase: Phrase, own: Sequence[NameHit], joined: list[NameHit]) -> tuple[Actor, ...]:
        actors = []
        for hit in joined:
            sector = self._sector(phrase, [other for other in own if other not in joined] + [hit])
            end = phrase.end if hit is joined[-1] else hit.end
            actors.append(self._build(hit.start, end, hit.code, sector, [hit]))
        return tuple(actors)

    def _sector(self, phrase: Phrase, own: Sequence[NameHit]) -> str | None:
        words = self._plain_words(phrase)
        bodies = [hit for hit in own if hit.kind not in STATES | {"person", "place"} and hit.sector]
        body = bodies[-1].sector if bodies else self._seat_sector(own)
        sector = self._nouns.of_phrase(words, body)
        persons = [hit for hit in own if hit.kind == "person" and not self._owns(hit, phrase.end)]
        if persons:
            return self._person_sector(persons[-1], words, sector)
        head = self._nouns.find(words)
        if head is not None and (head.weak or head.noun in self._parts("presiding")):
            return self._whole_sector(phrase, own) or sector
        if sector is None and not any(words):
            return _lone_sector(own)
        if sector is None and head is None:
            return self._whole_sector(phrase, own) or _lone_sector(own)
        return sector

    @staticmethod
    def _seat_sector(own: Sequence[NameHit]) -> str | None:
        seats = [hit.sector for hit in own if hit.kind == "seat" or (hit.kind == "people" and hit.sector)]
        return seats[-1] if seats else None

    def _plain_words(self, phrase: Phrase) -> list[str]:
        """Give the words of a phrase in lower case, those inside names masked by empty strings, articles left out."""
        names = over(self.names, phrase.start, phrase.end)
        words = []
        for word in phrase.words:
            masked = any(hit.start < word.end and word.start < hit.end for hit in names)
            plain = "" if masked else word.text.lower().removesuffix("'s").removesuffix("’s").strip(".,'’\"")
            words += plain.split("-") if plain.startswith(tuple(self._links["former prefixes"])) else [plain]
        return [word for word in words if word not in self._parts("article")]

    @staticmethod
    def _person_sector(person: NameHit, words: Sequence[str], sector: str | None) -> str | None:
        if sector is None or (person.sector == "ELI" and sector in IN_POWER):
            return person.sector
        return sector

    def _whole_sector(self, phrase: Phrase, own: Sequence[NameHit]) -> str | None:
        """Give the sector of the body that a leader, member or spokesman belongs to: "members of the junta"."""
        for preposition, parts in phrase.complements:
            if preposition in self._links["prepositions of a whole"] and parts:
                if _is_bare_state(self, parts[0]):
                    return None
                return self._sector(parts[0], self._own_names(parts[0]))
        return None

    def _is_people(self, phrase: Phrase, own: Sequence[NameHit]) -> bool:
        """Tell if a phrase is the name of a people alone: the "Serbs" of Bosnia belong there."""
        return (
            [hit.kind for hit in own] == ["people"]
            and own[0].text.endswith(tuple(self._links["plural endings"]))
            and not self._plain_words(phrase)[-1]
        )

    def _placed(self, phrase: Phrase, sector: str | None, links: frozenset[str] | None = None) -> tuple[Actor, ...]:
        """Give the actors of a phrase by the place or body that hangs on it by a preposition, or by one of `links`."""
        if links is None:
            links = self._parts("placed")
            links |= self._links["prepositions of service"] if self._speaks_for(phrase) else frozenset()
        own = self._links["prepositions of belonging"] | self._links["prepositions of service"]
        own |= self._links["prepositions of origin"]
        if phrase.words[-1].text.lower() in self._links["nouns of another"]:
            links = links - own
        for preposition, parts in phrase.complements:
            if preposition not in links or (preposition not in own and self._is_abroad(phrase)):
                continue
            found = [actor for part in parts for actor in self.actors(part) if actor.code is not None]
            if found:
                end = max(actor.end for actor in found)
                same = {actor.code: actor for actor in found}
                return tuple(
                    self._build(phrase.start, end, code, sector, [], name=actor.name) for code, actor in same.items()
                )
        return ()

    def _speaks_for(self, phrase: Phrase) -> bool:
        """Tell if "for" after the head tells where it belongs: a spokesman or inspector for a body."""
        head = self._nouns.find(self._plain_words(phrase))
        return head is not None and head.human and (head.weak or head.sector == "GOV")

    def _is_abroad(self, phrase: Phrase) -> bool:
        """Tell if an actor may stand in a country that is not its own: "troops in Iraq" are seldom Iraqi."""
        head = self._nouns.find(self._plain_words(phrase))
        return head is not None and head.noun in self._parts("abroad")

    def _renamed(self, phrase: Phrase, sector: str | None) -> Actor | None:
        for apposition in phrase.appositions:
            for actor in self.actors(apposition):
                if actor.code is not None:
                    return self._build(
                        phrase.start, phrase.end, actor.code, sector or actor.sector, [], name=actor.name
                    )
        return None

    def _actor(self, phrase: Phrase, own: Sequence[NameHit], code: str | None, sector: str | None) -> Actor:
        if sector is None:
            for apposition in phrase.appositions:
                sector = self._sector(apposition, self._own_names(apposition))
                break
        office, alone = self._office(phrase)
        return self._build(phrase.start, phrase.end, code, sector, own, office=office, alone=alone)

    def _office(self, phrase: Phrase) -> tuple[str | None, bool]:
        """Give the office that the title in a phrase names, and whether it stands without a name after it."""
        words = self._plain_words(phrase)
        head = self._nouns.find(words)
        title = self._offices.get(head.noun) if head else None
        return (title.office, not any(words[head.last + 1 :])) if head and title else (None, False)

    def _build(
        self,
        start: int,
        end: int,
        code: str | None,
        sector: str | None,
        own: Sequence[NameHit],
        *,
        name: str | None = None,
        office: str | None = None,
        alone: bool = False,
    ) -> Actor:
        named = [hit for hit in own if hit.name and not self._owns(hit, end)]
        named = [hit for hit in named if hit.kind == "person"] or named
        if named:
            name, office = named[-1].name, office or named[-1].office
        elif code and office and office != "other" and alone and sector not in ("ELI", "OPP"):
            person = self._persons.holder(code, office, self.on)
            name = person.name if person else name
        return Actor(
            text=self.text[start:end], start=start, end=end, code=code, sector=sector, name=name, office=office
        )


class _Marks:
    """What stands beside names: `sponsor`, `against` and `joint` are patterns.

    `sponsor` is what follows the name of a sponsor or occupier: "-backed", "-occupied". Without a hyphen it may as well
    be a verb ("Russia backed"): then only a noun of actors after it tells. `against` stands before the name of an
    opponent or a mere origin: "anti-", "ethnic". `joint` stands between names that are coordinated.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        grammar = vocabulary.grammar
        sponsors, prefixes = either(vocabulary.actors.grammar("sponsor")), either(grammar["opposing prefixes"])
        origins, joints = either(grammar["adjectives of origin"]), either(grammar["joints of names"])
        the = either(grammar["definite articles"])
        self.sponsor = re.compile(rf"(?:(?P<hyphen>[-–])| ){sponsors}\b")
        self.against = re.compile(rf"(?:\b{prefixes}-|\b{origins} )$", re.IGNORECASE)
        self.joint = re.compile(rf"^(?:\s*(?:,|/|&|{joints})\s*)+(?:{the}\s+)?$|^-$")


def _state(own: Sequence[NameHit]) -> str | None:
    """Give the state that a phrase names: nationality before place, body and person; the nearest to the head."""
    for kinds in (STATES, frozenset(("place",))):
        found = [hit for hit in own if hit.kind in kinds and hit.code]
        if found:
            return found[-1].code
    found = [hit for hit in own if hit.kind != "person" and hit.code] or [hit for hit in own if hit.code]
    return found[-1].code if found else None


def _lone_sector(own: Sequence[NameHit]) -> str | None:
    """Give the sector of a name alone: a capital stands for its government, another place for its people."""
    if not own:
        return None
    hit = own[-1]
    return hit.sector or {"capital": "GOV", "place": "CVL"}.get(hit.kind)


def _is_bare_state(reader: PhraseReader, phrase: Phrase) -> bool:
    own = reader._own_names(phrase)
    return bool(own) and own[-1].kind in STATES | {"place"} and not any(reader._plain_words(phrase))
