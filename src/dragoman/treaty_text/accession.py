"""What a state takes on that accedes to a treaty: the clauses of that treaty, as the vocabulary has them."""

from dragoman.model.document import Evidence
from dragoman.model.ledger import Clause, Treaty
from dragoman.model.treaty import ClauseClaim
from dragoman.vocab import Vocabulary


def taken_on(joined: str, on: str | None, evidence: Evidence, vocabulary: Vocabulary) -> tuple[ClauseClaim, ...]:
    """Give the clauses of the treaty named `joined` that stood on the day `on` (EDTF; None: those without an end).

    Each names its treaty in `through`, since its trigger and duty are the ledger's words, not the document's. Empty if
    the vocabulary's treaties have none of that name, or several.
    """
    articles = vocabulary.grammar["definite articles"]
    sought = _plain(joined, articles)
    same = [treaty for treaty in vocabulary.treaties.treaties if _plain(treaty.name, articles) == sought]
    if len(same) != 1:
        return ()
    return tuple(_claim(same[0], clause, evidence) for clause in same[0].clauses if _stands(clause, on))


def _plain(name: str, articles: frozenset[str]) -> str:
    first, _, rest = name.casefold().partition(" ")
    return rest.strip() if first in articles else name.casefold().strip()


def _stands(clause: Clause, on: str | None) -> bool:
    if on is None:
        return clause.end is None
    return (clause.begin is None or clause.begin <= on) and (clause.end is None or on < clause.end)


def _claim(treaty: Treaty, clause: Clause, evidence: Evidence) -> ClauseClaim:
    return ClauseClaim(
        name=f"{treaty.name}, article {clause.article}" if clause.article else treaty.name,
        obligation=clause.obligation,
        trigger=clause.trigger or None,
        duty=clause.duty or None,
        article=clause.article or None,
        conditions=clause.conditions,
        through=treaty.name,
        evidence=evidence,
    )
