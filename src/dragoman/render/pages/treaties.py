"""The page of what is in force between two states: what they owe each other, then clause by clause under its treaty."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.render.sheet import LeadSentence, Section, Sheet, SheetLine, SheetNote, numbered
from dragoman.render.words import treaties as words
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import code_name, dyad_words
from dragoman.vocab import Vocabulary

Cell = Mapping[str, Any]
"""A treaty or clause as `ledger.between` gives it."""


def treaties_sheet(answer: Cell, vocabulary: Vocabulary) -> Sheet:
    """Describe the answer of `ledger.between`: what is owed first, then what is in force, what was before and since."""
    a, b = answer["a"], answer["b"]
    owed = words.owed_words(a, b, answer["obligations"], vocabulary)
    sections = [
        Section("in-force", "IN FORCE", tuple(_treaty(one, vocabulary) for one in answer["in_force"])),
        Section("universal", "OPEN TO EVERY STATE", tuple(_treaty(one, vocabulary) for one in answer["universal"])),
        *(
            Section(key, key.upper(), tuple(map(_other, answer[key])))
            for key in ("before", "since")
        ),
        Section("relations", "RELATIONS", tuple(map(_fact, answer["relations"]))),
        Section("wars", "WARS", tuple(_war(war, vocabulary) for war in answer["wars"])),
    ]  # fmt: skip
    nothing = "Nothing is in force between the two."
    lead = [LeadSentence(f"{said}.", (), ()) for said in owed] if answer["in_force"] else []
    if answer["in_force"] and not owed:
        lead = [LeadSentence("The treaties in force oblige neither to fight, to stay neutral or to consult.", (), ())]
    if not answer["in_force"]:
        lead = [LeadSentence(nothing, (), ())]
    day = date_words(answer["on"]) or "as far as the ledger knows"
    later = words.checked_words(answer["on"], answer["checked"])
    return Sheet(
        kind="treaties", title=dyad_words(a, b, vocabulary), about=(day,), lead=tuple(lead),
        sections=numbered(sections), notes=(later,) if later else (),
    )  # fmt: skip


def _treaty(treaty: Cell, vocabulary: Vocabulary) -> SheetLine:
    dates = treaty["dates"]
    state = words.force_words(treaty["in_force"])
    notes = (SheetNote(said) for said in _clauses(treaty["clauses"], vocabulary))
    return SheetLine(
        words=f"{treaty['name']}{state}", when=dates["signed"], date=date_words(dates["signed"]), notes=tuple(notes)
    )


def _clauses(clauses: Iterable[Cell], vocabulary: Vocabulary) -> Iterator[str]:
    """Give the clauses in words, a duty that both owe each other once."""
    lines: dict[str, tuple[Cell, str]] = {}
    for clause in clauses:
        key = json.dumps({name: value for name, value in clause.items() if not name.startswith("owed")})
        one, other = (code_name(clause[side], vocabulary) for side in ("owed_by", "owed_to"))
        lines[key] = (clause, "each other" if key in lines else f"{one} to {other}")
    return (words.clause_line(clause, who) for clause, who in lines.values())


def _other(treaty: Cell) -> SheetLine:
    together = treaty["together"]
    until = date_words(together["until"]) or "today"
    return SheetLine(words=treaty["name"], when=together["from"], date=f"{date_words(together['from'])} to {until}")


def _fact(fact: Cell) -> SheetLine:
    return SheetLine(words=f"{fact['what']} ({fact['as']})", when=fact["date"], date=date_words(fact["date"]))


def _war(war: Cell, vocabulary: Vocabulary) -> SheetLine:
    sides = f"{words.names(war['who'], vocabulary)} against {words.names(war['whom'], vocabulary)}"
    until = date_words(war["end"]) or "today"
    return SheetLine(words=f"{war['name']}: {sides}", when=war["begin"], date=f"{date_words(war['begin'])} to {until}")
