"""Names as a spaCy component: `doc.ents` by the actor tables, for pipelines of others.

    nlp = load()
    nlp.add_pipe("dragoman_names")
    [(e.text, e.label_, e.kb_id_) for e in nlp("Chile recalled its ambassador to Peru.").ents]

A recogniser trained on the little data there is takes country names for persons (docs/training.md); tables do not.
Labels are PER, ORG and LOC as in Universal NER; `kb_id_` is the actor's code.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.vocab import Vocabulary, shipped

PLACES = frozenset({"country", "capital", "place", "short"})


@Language.factory("dragoman_names", assigns=["doc.ents", "token.ent_iob", "token.ent_type"], default_config={})
def make_names(nlp: Language, name: str) -> "Names":
    """Build the component with the shipped vocabulary; it needs nothing of the pipeline but its tokenizer."""
    return Names(shipped())


class Names:
    """Sets `doc.ents` to the names of states, places, bodies and persons that the tables know."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary whose names are found."""
        self._names = Gazetteer.of(vocabulary)

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of `doc`; nationality words ("Turkish") are no names and are left out."""
        hits = self._names.find_names(doc.text)
        spans = [_span(doc, hit) for hit in hits if hit.kind != "people"]
        doc.ents = tuple(filter_spans([span for span in spans if span is not None]))
        return doc


def _span(doc: Doc, hit: NameHit) -> Span | None:
    label = "LOC" if hit.kind in PLACES else "PER" if hit.kind == "person" else "ORG"
    return doc.char_span(hit.start, hit.end, label=label, kb_id=hit.code or "", alignment_mode="expand")
