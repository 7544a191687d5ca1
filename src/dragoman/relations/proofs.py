"""Number what the figures stand on."""

from collections.abc import Iterable

from dragoman.model.document import Evidence
from dragoman.record import StoredEvent
from dragoman.record.levels import StoredLevel
from dragoman.record.nouns import Head
from dragoman.relations.nouns import Proof
from dragoman.vocab import shipped


class Proofs:
    """The list of proofs as it grows; the same sentence or entry gets one number."""

    def __init__(self, known: Iterable[Proof] = ()) -> None:
        """Start with the proofs that are `known`, which keep their numbers."""
        self._all: list[Proof] = list(known)
        self._numbers: dict[tuple[object, ...], int] = {_key(proof): proof.number for proof in self._all}

    @property
    def all(self) -> tuple[Proof, ...]:
        """Give the proofs in the order of their numbers."""
        return tuple(self._all)

    def of_event(self, stored: StoredEvent) -> tuple[int, ...]:
        """Give the numbers of all sentences that tell of an event."""
        return _once(self.of_sentence(t.id, t.document, t.evidence) for t in stored.tellings)

    def of_level(self, stored: StoredLevel) -> tuple[int, ...]:
        """Give the number of the sentence that names a level."""
        return (self.of_sentence(stored.id, stored.document, stored.claim.evidence),)

    def of_entry(self, words: str, source: str) -> tuple[int, ...]:
        """Give the number of an entry of the ledger; `source` is a key of `sources.csv`, or names its source itself."""
        key, _, rest = source.partition(" ")
        title = shipped().treaties.source_titles.get(key)
        named = f"{title}, {rest}" if title and rest else title or source
        return (self._number(Proof(number=0, kind="ledger", quote=words, source=named)),)

    def of_sentence(self, claim: str, document: Head, evidence: Evidence) -> int:
        """Give the number of a claim's sentence."""
        proof = Proof(
            number=0, kind="sentence", quote=evidence.quote, claim=claim, document=document, start=evidence.start,
            end=evidence.end,
        )  # fmt: skip
        return self._number(proof)

    def _number(self, proof: Proof) -> int:
        key = _key(proof)
        if key not in self._numbers:
            self._numbers[key] = len(self._all) + 1
            self._all.append(
                Proof(
                    **{name: getattr(proof, name) for name in Proof.__struct_fields__} | {"number": len(self._all) + 1}
                )
            )
        return self._numbers[key]


def _key(proof: Proof) -> tuple[object, ...]:
    """Give what makes a proof one: the place of a sentence, the words and source of an entry."""
    return (proof.document.id, proof.start, proof.end) if proof.document else (proof.quote, proof.source)


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
