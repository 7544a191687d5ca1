"""What record and ledger know of two states: the level over time, encounters, treaties, the series of interactions."""

from dragoman.relations.derive import derive, gather
from dragoman.relations.nouns import Relations

__all__ = ["Relations", "derive", "gather"]
