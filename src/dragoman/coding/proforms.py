"""Words that stand for an event noun before them: "his third meeting, following earlier ones in 2019 and 2023"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.candidates import Settled
from dragoman.coding.page import Sentence
from dragoman.model.event import Axes


def proforms(settled: list[Settled], sentence: Sentence) -> list[Settled]:
    """Give a deed for each proform that says "earlier ones" of an event noun before it in the sentence."""
    nouns = [one for one in settled if one.candidate.predicate.kind == "noun"]
    found = []
    for token in sentence.span:
        earlier = [one for one in nouns if one.candidate.predicate.token.i < token.i]
        described = any(c.lower_ in sentence.vocabulary.grammar["earlier"] for c in token.children if c.dep_ == "amod")
        if token.lower_ in sentence.vocabulary.grammar["proforms"] and described and earlier:
            model = earlier[-1]
            predicate = replace(model.candidate.predicate, token=token, light=None, cache={})
            why = f"“{token.text}” stands for an earlier one"
            assessment = replace(model.assessment, axes=Axes("happened"), why=why)
            found.append(replace(model.with_candidate(predicate=predicate), assessment=assessment))
    return found
