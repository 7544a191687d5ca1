"""Words that stand for an event noun before them: "his third meeting, following earlier ones in 2019 and 2023"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.context import Sentence
from dragoman.coding.events import Draft
from dragoman.model.event import Axes

PROFORMS = frozenset({"ones", "one", "those"})
PAST = frozenset({"earlier", "previous", "prior", "past", "last", "former"})


def proform_drafts(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Give a draft for each proform that says "earlier ones" of an event noun before it in the sentence."""
    nouns = [d for d in drafts if d.match.predicate.kind == "noun"]
    found = []
    for token in sentence.span:
        earlier = [d for d in nouns if d.match.predicate.token.i < token.i]
        described = any(c.lower_ in PAST for c in token.children if c.dep_ == "amod")
        if token.lower_ in PROFORMS and described and earlier:
            model = earlier[-1]
            predicate = replace(model.match.predicate, token=token, light=None, cache={})
            assessment = replace(
                model.assessment, axes=Axes("happened"), why=f"“{token.text}” stands for an earlier one"
            )
            found.append(replace(model, match=replace(model.match, predicate=predicate), assessment=assessment))
    return found
