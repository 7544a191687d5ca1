"""Whether an event bears on a condition, and what it weighs: done, hint, condition, or against."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from dragoman.model.actor import Actor
from dragoman.model.event import Event
from dragoman.relations.sides import MUTUAL, is_mutual
from dragoman.vocab import shipped
from dragoman.vocab.weights import Sign, Weight
from dragoman.vocab.word_search import holds
from dragoman.watch.nouns import Condition, DeedCondition, TreatyCondition


class Bearing(Struct, frozen=True):
    """What an event weighs for a condition; what it is in a word, and why in words. `direct` is false for a sign."""

    weight: Weight
    word: str
    why: str
    direct: bool = True


def acts_of(condition: Condition) -> tuple[str, ...]:
    """Give the acts whose events may bear on a condition: its own, and those that are signs of them."""
    own = condition.acts if isinstance(condition, DeedCondition) else ("AGREE",)
    return tuple(
        dict.fromkeys((*own, *(sign.sign for sign in shipped().weights.signs if sign.deed == "*" or sign.deed in own)))
    )


def words_of(condition: Condition) -> tuple[str, ...]:
    """Give the words of which a sentence must hold one to bear on a condition; none if any sentence may."""
    if isinstance(condition, TreatyCondition):
        return (*shipped().weights.treaty_words.get(condition.treaty, ()), *condition.words)
    return condition.words if isinstance(condition, DeedCondition) else ()


def bearing(condition: Condition, event: Event) -> Bearing | None:
    """Give what an event weighs for a condition on a deed or a treaty; None if it does not bear on it."""
    if isinstance(condition, TreatyCondition):
        return _of_treaty(condition, event)
    if not isinstance(condition, DeedCondition) or not _names(condition, event):
        return None
    return _of_deed(condition, event) or _of_sign(condition, event)


def _names(condition: DeedCondition, event: Event) -> bool:
    """Tell whether an event is about one of the topics, and its sentence holds one of the words."""
    if condition.about and not {about.kind for about in event.about} & set(condition.about):
        return False
    return not condition.words or holds(event.evidence.quote, condition.words)


def _of_deed(condition: DeedCondition, event: Event) -> Bearing | None:
    if event.act not in condition.acts or (condition.modes and event.event_mode not in condition.modes):
        return None
    if not _sides(condition, event.actors, event.recipients, mutual=is_mutual(event)):
        return None
    weight = shipped().weights.of_status[event.status]
    if weight is None or (condition.statuses and event.status not in condition.statuses):
        return None
    return Bearing(weight, event.status, f"{event.act}, {event.status}")


def _of_sign(condition: DeedCondition, event: Event) -> Bearing | None:
    """Weigh another act as a sign of the deed; only where the condition says what the deed is about."""
    status = shipped().weights.of_status[event.status]
    if not (condition.about or condition.words) or condition.modes or status not in ("done", "hint", "condition"):
        return None
    for sign in shipped().weights.signs:
        if sign.sign != event.act or (sign.deed != "*" and sign.deed not in condition.acts):
            continue
        if sign.sign in condition.acts or (sign.frames and event.rule not in sign.frames):
            continue
        if _way(sign, condition, event) and (sign.weighs != "against" or status == "done"):
            weight = "condition" if status == "condition" else sign.weighs
            return Bearing(weight, sign.word, f"{event.act}: {sign.reason}", direct=False)
    return None


def _way(sign: Sign, condition: DeedCondition, event: Event) -> bool:
    ways = {"same": [False], "reverse": [True], "either": [False, True]}[sign.way]
    sides = [(event.recipients, event.actors) if turned else (event.actors, event.recipients) for turned in ways]
    return any(_sides(condition, *side, mutual=sign.sign in MUTUAL, partly=True) for side in sides)


def _sides(
    condition: DeedCondition, actors: Sequence[Actor], recipients: Sequence[Actor],
    *, mutual: bool, partly: bool = False,
) -> bool:  # fmt: skip
    """Tell whether the right ones stand on the right sides; `partly`: one side may be unnamed, none may be wrong."""
    doing, undergoing = _lines(actors), _lines(recipients)
    if condition.between:
        a, b = map(shipped().treaties.line_of, condition.between)
        both = {a, b} <= doing if mutual else False
        return both or (a in doing and b in undergoing) or (b in doing and a in undergoing)
    who, to = _codes(condition.who), _codes(condition.to)
    if mutual and who & doing and to & doing:
        return True
    fits = [not codes or bool(codes & side) for codes, side in ((who, doing), (to, undergoing))]
    if partly:
        open_ended = [fit or not side for fit, side in zip(fits, (doing, undergoing), strict=True)]
        return all(open_ended) and bool((who & doing) or (to & undergoing))
    return all(fits)


def _lines(actors: Sequence[Actor]) -> set[str]:
    return {shipped().treaties.line_of(actor.code) for actor in actors if actor.code}


@lru_cache(maxsize=4096)
def _codes(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(shipped().treaties.line_of, codes))


def _of_treaty(condition: TreatyCondition, event: Event) -> Bearing | None:
    """Weigh an agreement whose sentence names the obligation: done is what an act on the treaty says to bind.

    A treaty that is only spoken of, and one that is signed where the line asks for force, are hints.
    """
    sentence, a, b = event.evidence.quote, *map(shipped().treaties.line_of, condition.between)
    named = holds(sentence, words_of(condition))
    if event.act == "REJECT":
        return _of_treaty_denial(condition, event) if named else None
    together = _lines((*event.actors, *event.recipients))
    if not named or event.act != "AGREE" or not {a, b} <= together:
        return None
    weight = shipped().weights.of_status[event.status]
    binds = shipped().weights.treaty_frames.get(event.rule)
    if weight == "done" and binds != "in force" and not (binds == condition.binds == "signed"):
        told = "signed" if binds else "spoken of"
        return Bearing("hint", told, f"{event.act}, {event.status}: {told}, not told to be {condition.binds}")
    return Bearing(weight, event.status, f"{event.act}, {event.status}") if weight else None


def _of_treaty_denial(condition: TreatyCondition, event: Event) -> Bearing | None:
    denial = next(
        (sign for sign in shipped().weights.signs if sign.sign == "REJECT" and event.rule in sign.frames), None
    )
    ours = set(map(shipped().treaties.line_of, condition.between))
    if denial is None or shipped().weights.of_status[event.status] != "done" or not _lines(event.actors) & ours:
        return None
    others = _lines(event.recipients)
    if others and not others & ours:
        return None
    return Bearing("against", denial.word, f"{event.act}: {denial.reason}", direct=False)
