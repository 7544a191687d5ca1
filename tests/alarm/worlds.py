"""Any number of invented interactions, for properties that hold of all of them."""

from hypothesis import strategies as st

from dragoman.relations.nouns import Interaction
from tests.alarm.interactions import before, interaction

KINDS = ["ASSAULT", "MOBILIZE troops", "THREATEN", "THREATEN drone", "SANCTION", "ACCUSE", "CONSULT visit", "AID"]
STATUSES = ["happened", "happened", "happened", "planned", "possible", "denied"]


@st.composite
def some_interaction(draw: st.DrawFn) -> Interaction:
    """Give an interaction of the last years that was told by today; what is not done may lie ahead."""
    told, status = draw(st.integers(0, 2500)), draw(st.sampled_from(STATUSES))
    late = draw(st.integers(0, 60))
    when = before(told + late) if status == "happened" else before(told - late)
    return interaction(
        draw(st.sampled_from(KINDS)), when, published=before(told), status=status, told_by=draw(st.integers(1, 9)),
        citation=draw(st.integers(1, 99)),
    )  # fmt: skip


def worlds() -> st.SearchStrategy[list[Interaction]]:
    """Give lists of interactions."""
    return st.lists(some_interaction(), max_size=25)


@st.composite
def troubled(draw: st.DrawFn) -> list[Interaction]:
    """Give lists of interactions with a clash of these days and a threat that is open."""
    clash = interaction("ASSAULT", before(draw(st.integers(0, 30))), told_by=draw(st.integers(1, 9)))
    threat = interaction("THREATEN", before(-draw(st.integers(0, 99))), published=before(9), status="planned")
    return [*draw(worlds()), clash, threat]
