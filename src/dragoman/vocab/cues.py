"""Cue words: what a governing word, a modal or a conjunction does to the status of what stands below it.

Also the words that tell a topic, a PLOVER context, an ordinal number, and a treaty's obligation in the press.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import cast

from dragoman.model.event import STATUSES
from dragoman.model.ledger import OBLIGATIONS
from dragoman.model.treaty import Obligation
from dragoman.vocab.events import PREPOSITIONS
from dragoman.vocab.tables import Folder, Row, once

NO_TOPIC = "none"
"""The kind in `topics.csv` of what is no topic though its noun alone is one ("into force")."""

CONSTRUCTIONS = ("inf", "fin", "ger", "nom", "pass", "any")
SIGNATURE = re.compile(r"[-+o]\|[-+o]")
EFFECTS = frozenset({*STATUSES, "probable", "unlikely", "reported", "future", "habitual", "ended", "purpose"})
MODAL_EFFECTS = frozenset({*STATUSES, "future", "would"})
CONDITION_EFFECTS = frozenset({"conditional", "question", "expected"})
TOPICS = (
    "aid", "arms", "election", "energy", "human rights", "money", "none", "nuclear", "peace", "prisoners",
    "recognition", "refugees", "relations", "sanctions relief", "talks", "technology", "territory", "terrorism",
    "trade", "treaty", "troops",
)  # fmt: skip
"""What an event can be about, and what tells of no topic."""
CONTEXTS = (
    "asylum", "cbrn", "corruption", "crime", "cyber", "diplomatic", "disasters", "economic", "election",
    "environment", "executive", "gender", "health", "human_rights", "human_security", "illegal_drugs", "inequality",
    "intelligence", "legal", "legislative", "lgbt", "migration", "military", "misinformation", "natural_resource",
    "peacekeeping", "political_institutions", "pro_autocracy", "pro_democracy", "religion_ethnicity", "reparations",
    "repression", "rights_freedoms", "technology", "territory", "terrorism", "trafficking",
)  # fmt: skip
"""The contexts of the PLOVER codebook."""
_FIGURE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


class Cues:
    """The tables of `cues`; each table raises VocabError for an effect or kind that is none."""

    def __init__(self, folder: Folder) -> None:
        """Take the folder `cues` of a language."""
        self.folder = folder

    @cached_property
    def governors(self) -> dict[tuple[str, str, str], tuple[str, bool]]:
        """The effect of a governing word, and whether its subject vouches, by (lemma, kind, construction).

        Constructions: `inf` (to do), `fin` (that …), `ger` (doing), `nom` (a noun), `pass` (was … to do), `any`, or a
        preposition. Effects: a status, `probable`, `unlikely`, `reported`, `future`, or a signature such as `-|+`:
        what is below when the word holds | does not (+ so, - not so, o open).
        """
        found: dict[tuple[str, str, str], tuple[str, bool]] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("governors.csv", "word", "kind", "takes", "effect", "vouches", "example"):
            row.filled("word")
            row.one_of("kind", ("verb", "noun", "adj", "adv"))
            row.one_of("takes", (*CONSTRUCTIONS, *PREPOSITIONS))
            _marked(row)
            if not SIGNATURE.fullmatch(row["effect"]):
                row.one_of("effect", EFFECTS)
            once(seen, " ".join((row["word"], row["kind"], row["takes"])), row)
            key = (row["word"], row["kind"], row["takes"])
            found[key] = row["effect"], row.one_of("vouches", ("yes", "")) == "yes"
        return found

    def effect_of(self, word: str, kind: str, takes: str) -> str | None:
        """Give the effect of a governing word in one construction; None if it is no cue there."""
        found = self.governors.get((word, kind, takes))
        return found[0] if found else None

    def vouches(self, verb: str, takes: str) -> bool:
        """Say whether the subject of a verb in one construction is the source of what it governs."""
        found = self.governors.get((verb, "verb", takes))
        return found is not None and found[1]

    @cached_property
    def modals(self) -> dict[str, str]:
        """The effect of a modal by its lower-case form."""
        rows = _by_word(self.folder.rows("modals.csv", "word", "effect", "example"))
        return {word: _marked(row).one_of("effect", MODAL_EFFECTS) for word, row in rows.items()}

    @cached_property
    def conditions(self) -> dict[str, str]:
        """The effect of a subordinating word by its lower-case form."""
        rows = _by_word(self.folder.rows("conditions.csv", "word", "effect", "example"))
        return {word: _marked(row).one_of("effect", CONDITION_EFFECTS) for word, row in rows.items()}

    @cached_property
    def topics(self) -> dict[str, str]:
        """The kind of topic that a noun names, by lemma, or by preposition and lemma ("into force")."""
        rows = _by_word(self.folder.rows("topics.csv", "word", "kind", "example"))
        return {word: row.one_of("kind", TOPICS) for word, row in rows.items()}

    @cached_property
    def topic_kinds(self) -> tuple[str, ...]:
        """All kinds of topic that an event can be about, by name."""
        return tuple(sorted(set(self.topics.values()) - {NO_TOPIC}))

    @cached_property
    def contexts(self) -> dict[str, str]:
        """The PLOVER context that a word tells of, by lemma."""
        rows = _by_word(self.folder.rows("contexts.csv", "word", "kind", "example"))
        return {word: row.one_of("kind", CONTEXTS) for word, row in rows.items()}

    @cached_property
    def clauses(self) -> dict[str, Obligation]:
        """The obligation that a word in a press report of a treaty names."""
        rows = _by_word(self.folder.rows("clauses.csv", "word", "obligation", "example"))
        return {word: cast(Obligation, row.one_of("obligation", OBLIGATIONS)) for word, row in rows.items()}

    @cached_property
    def multiples(self) -> dict[str, int]:
        """The number that a word multiplies by ("million", "dozen")."""
        rows = _by_word(self.folder.rows("multiples.csv", "word", "value", "example"))
        return {word: row.whole("value") for word, row in rows.items()}

    @cached_property
    def _ordinals(self) -> dict[str, int]:
        rows = _by_word(self.folder.rows("ordinals.csv", "word", "number", "example"))
        return {word: row.whole("number") for word, row in rows.items()}

    def ordinal(self, word: str) -> int | None:
        """Give the number of an ordinal ("third", "21st"), or None if the word is none."""
        figure = _FIGURE.fullmatch(word.lower())
        return int(figure[1]) if figure else self._ordinals.get(word.lower())


def _by_word(rows: Iterable[Row]) -> dict[str, Row]:
    """Give the rows of a table by their words. Raises VocabError for a word that stands twice, or has no example."""
    found: dict[str, Row] = {}
    seen: dict[str, str] = {}
    for row in rows:
        once(seen, row.filled("word"), row)
        row.filled("example")
        found[row["word"]] = row
    return found


def _marked(row: Row) -> Row:
    """Give a row whose example must mark the word that the cue bears on. Raises VocabError if it does not."""
    if row["example"].count("*") != 2:
        raise row.wrong("the example marks no word", "put *asterisks* around the word that the cue bears on")
    return row
