"""Whether an event bears on a condition, and what it weighs: done, hint, condition, or against."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dragoman.model.actor import Actor
from dragoman.model.event import MUTUAL, Event
from dragoman.relations.sides import is_mutual
from dragoman.vocab import Vocabulary
from dragoman.vocab.weights import Sign, Weight
from dragoman.vocab.word_search import holds
from dragoman.watch.nouns import Condition, DeedCondition, TreatyCondition


class Bearing(Struct, frozen=True):
    """What an event weighs for a condition; what it is in a word, and why in words. `direct` is false for a sign."""

    weight: Weight
    word: str
    why: str
    direct: bool = True


class Matcher:
    """Holds events against conditions, by the weights and lines of states of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary."""
        self.vocabulary, self.weights = vocabulary, vocabulary.weights

    def acts_of(self, condition: Condition) -> tuple[str, ...]:
        """Give the acts whose events may bear on a condition: its own, and those that are signs of them."""
        own = condition.acts if isinstance(condition, DeedCondition) else ("AGREE",)
        signs = (sign.sign for sign in self.weights.signs if sign.deed == "*" or sign.deed in own)
        return tuple(dict.fromkeys((*own, *signs)))

    def words_of(self, condition: Condition) -> tuple[str, ...]:
        """Give the words of which a sentence must hold one to bear on a condition; none if any sentence may."""
        if isinstance(condition, TreatyCondition):
            return (*self.weights.treaty_words.get(condition.treaty, ()), *condition.words)
        return condition.words if isinstance(condition, DeedCondition) else ()

    def bearing(self, condition: Condition, event: Event) -> Bearing | None:
        """Give what an event weighs for a condition on a deed or a treaty; None if it does not bear on it."""
        if isinstance(condition, TreatyCondition):
            return self._of_treaty(condition, event)
        if not isinstance(condition, DeedCondition) or not _names(condition, event):
            return None
        return self._of_deed(condition, event) or self._of_sign(condition, event)

    def _of_deed(self, condition: DeedCondition, event: Event) -> Bearing | None:
        if event.act not in condition.acts or (condition.modes and event.event_mode not in condition.modes):
            return None
        mutual = is_mutual(event, self.vocabulary)
        if not self._sides(condition, event.actors, event.recipients, mutual=mutual):
            return None
        weight = self.weights.of_status[event.status]
        if weight is None or (condition.statuses and event.status not in condition.statuses):
            return None
        return Bearing(weight, event.status, f"{event.act}, {event.status}")

    def _of_sign(self, condition: DeedCondition, event: Event) -> Bearing | None:
        """Weigh another act as a sign of the deed; only where the condition says what the deed is about."""
        status = self.weights.of_status[event.status]
        if not (condition.about or condition.words) or condition.modes or status not in ("done", "hint", "condition"):
            return None
        for sign in self.weights.signs:
            if sign.sign != event.act or (sign.deed != "*" and sign.deed not in condition.acts):
                continue
            if sign.sign in condition.acts or (sign.frames and event.rule not in sign.frames):
                continue
            if self._way(sign, condition, event) and (sign.weighs != "against" or status == "done"):
                weight = "condition" if status == "condition" else sign.weighs
                return Bearing(weight, sign.word, f"{event.act}: {sign.reason}", direct=False)
        return None

    def _way(self, sign: Sign, condition: DeedCondition, event: Event) -> bool:
        ways = {"same": [False], "reverse": [True], "either": [False, True]}[sign.way]
        sides = [(event.recipients, event.actors) if turned else (event.actors, event.recipients) for turned in ways]
        return any(self._sides(condition, *side, mutual=sign.sign in MUTUAL, partly=True) for side in sides)

    def _sides(
        self, condition: DeedCondition, actors: Sequence[Actor], recipients: Sequence[Actor],
        *, mutual: bool, partly: bool = False,
    ) -> bool:  # fmt: skip
        """Tell whether the right ones stand on the right sides; `partly`: a side may be unnamed, none may be wrong."""
        doing, undergoing = self._of_actors(actors), self._of_actors(recipients)
        if condition.between:
            a, b = map(self.vocabulary.treaties.line_of, condition.between)
            both = {a, b} <= doing if mutual else False
            return both or (a in doing and b in undergoing) or (b in doing and a in undergoing)
        who, to = self._lines(condition.who), self._lines(condition.to)
        if mutual and who & doing and to & doing:
            return True
        fits = [not codes or bool(codes & side) for codes, side in ((who, doing), (to, undergoing))]
        if partly:
            open_ended = [fit or not side for fit, side in zip(fits, (doing, undergoing), strict=True)]
            return all(open_ended) and bool((who & doing) or (to & undergoing))
        return all(fits)

    def _lines(self, codes: Iterable[str]) -> set[str]:
        return set(map(self.vocabulary.treaties.line_of, codes))

    def _of_actors(self, actors: Iterable[Actor]) -> set[str]:
        return self._lines(actor.code for actor in actors if actor.code)

    def _of_treaty(self, condition: TreatyCondition, event: Event) -> Bearing | None:
        """Weigh an agreement whose sentence names the obligation: done is what an act on the treaty says to bind.

        A treaty that is only spoken of, and one that is signed where the line asks for force, are hints.
        """
        named = holds(event.evidence.quote, self.words_of(condition))
        if event.act == "REJECT":
            return self._of_treaty_denial(condition, event) if named else None
        together = self._of_actors((*event.actors, *event.recipients))
        if not named or event.act != "AGREE" or not self._lines(condition.between) <= together:
            return None
        weight, binds = self.weights.of_status[event.status], self.weights.treaty_frames.get(event.rule)
        if weight == "done" and binds != "in force" and not (binds == condition.binds == "signed"):
            told = "signed" if binds else "spoken of"
            return Bearing("hint", told, f"{event.act}, {event.status}: {told}, not told to be {condition.binds}")
        return Bearing(weight, event.status, f"{event.act}, {event.status}") if weight else None

    def _of_treaty_denial(self, condition: TreatyCondition, event: Event) -> Bearing | None:
        """Weigh what one of the two refuses or denies: it speaks against the treaty if it is done to none but them."""
        denials = (sign for sign in self.weights.signs if sign.sign == "REJECT" and event.rule in sign.frames)
        denial, ours = next(denials, None), self._lines(condition.between)
        done = self.weights.of_status[event.status] == "done"
        others = self._of_actors(event.recipients)
        if denial is None or not done or not self._of_actors(event.actors) & ours or (others and not others & ours):
            return None
        return Bearing("against", denial.word, f"{event.act}: {denial.reason}", direct=False)


def _names(condition: DeedCondition, event: Event) -> bool:
    """Tell whether an event is about one of the topics, and its sentence holds one of the words."""
    if condition.about and not {about.kind for about in event.about} & set(condition.about):
        return False
    return not condition.words or holds(event.evidence.quote, condition.words)
