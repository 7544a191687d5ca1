"""The status as the days go by, worked out piece by piece, is what the rule gives for each day alone."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.citation import cite
from dragoman.model.document import Evidence, Head
from dragoman.watch.nouns import RedLine, Sighting
from dragoman.watch.standing import stand
from tests.watch.world import line

FIRST, ON = date(2024, 1, 1), "2024-02-15"
STATUS = {"done": "happened", "hint": "planned", "condition": "conditional", "against": "denied"}


def day(number: int) -> str:
    return (FIRST + timedelta(number)).isoformat()


@st.composite
def sightings(draw: Any) -> list[Sighting]:
    found = []
    for number in range(draw(st.integers(0, 12))):
        weighs = draw(st.sampled_from(sorted(STATUS)))
        known = draw(st.none() | st.integers(0, 40))
        when = draw(st.none() | st.integers(-30, 40))
        keys = (f"story {number}", *draw(st.lists(st.sampled_from(["agency A", "agency B", "state C"]), max_size=2)))
        found.append(
            Sighting(
                citation=cite(f"c{number}", Head(id=f"d{number}"), Evidence(0, 1, "x")),
                status=STATUS[weighs],
                weighs=weighs,
                word=STATUS[weighs],
                holder=None,
                agencies=(),
                keys=tuple(dict.fromkeys(keys)),
                source=0,
                when=None,
                day=day(when) if when is not None else day(known) if known is not None else None,
                known=day(known) if known is not None else None,
                why="",
            )
        )
    return found


def sources(keys: list[tuple[str, ...]], among: list[tuple[str, ...]]) -> int:
    """Count the sources of some sentences: groups of `keys` that hang together, as all sentences known so far tell."""
    groups: list[set[str]] = []
    for key in among:
        joined = [group for group in groups if group & {*key}]
        groups = [group for group in groups if group not in joined] + [set(key).union(*joined)]
    return sum(1 for group in groups if any(group & {*key} for key in keys))


def by_the_rule(red: RedLine, told: list[Sighting], at: str) -> str:
    known = [s for s in told if (s.known or ON) <= at]
    oldest = (date.fromisoformat(at) - timedelta(red.within)).isoformat() if red.within else ""
    held = [s for s in known if s.day is None or s.day >= oldest]
    among = [s.keys for s in known]
    done = sources([s.keys for s in held if s.weighs == "done"], among)
    against = sources([s.keys for s in held if s.weighs == "against"], among)
    if done:
        return "crossed" if done >= red.sources + against else "reported"
    weights = {s.weighs for s in held}
    return "hinted" if "hint" in weights else "conditional only" if "condition" in weights else "clear"


@given(sightings(), st.integers(1, 3), st.none() | st.integers(1, 30))
@settings(max_examples=300)
def test_the_course_is_what_the_rule_gives_for_each_day_alone(told: list[Sighting], need: int, within: Any) -> None:
    red = line(sources=need, within=within)

    found = stand(red, told, ON)

    status = "clear"
    transitions = {transition.on: transition.after for transition in found.transitions}
    for number in range(-1, (date.fromisoformat(ON) - FIRST).days + 1):
        status = transitions.get(day(number), status)  # type: ignore[assignment]
        assert status == by_the_rule(red, told, day(number))
    assert found.status == status


@given(sightings(), st.none() | st.integers(1, 30))
@settings(max_examples=100)
def test_no_transition_is_without_a_sentence_that_was_known_by_then(told: list[Sighting], within: Any) -> None:
    known = {sighting.citation.claim: sighting.known or ON for sighting in told}

    for transition in stand(line(within=within), told, ON).transitions:
        assert transition.claims
        assert all(known[claim] <= transition.on for claim in transition.claims)


@given(sightings())
@settings(max_examples=100)
def test_a_sentence_more_that_it_was_done_never_makes_it_less(told: list[Sighting]) -> None:
    from msgspec.structs import replace

    from dragoman.watch.nouns import STATUSES

    more = [*told]
    if told:
        more.append(
            replace(
                told[0], citation=cite("new", Head(id="new"), Evidence(0, 1, "x")), weighs="done", keys=("story new",)
            )
        )

    before, after = stand(line(), told, ON).status, stand(line(), more, ON).status
    assert STATUSES.index(after) >= STATUSES.index(before)


@given(sightings())
@settings(max_examples=100)
def test_what_is_not_done_is_never_more_than_hinted(told: list[Sighting]) -> None:
    undone = [sighting for sighting in told if sighting.weighs != "done"]

    assert stand(line(sources=1), undone, ON).status in ("clear", "conditional only", "hinted")
