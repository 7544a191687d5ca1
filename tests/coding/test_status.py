"""How sure a deed is and who vouches. In each sentence the assessed word stands between asterisks."""

import pytest
from spacy.tokens import Token

from dragoman.coding.attribution import source_of
from dragoman.coding.predicates import light_verb
from dragoman.coding.status import Assessment, assess
from dragoman.syntax.parsed import carry
from dragoman.syntax.pipeline import load
from dragoman.vocab import shipped


def found(marked: str) -> Assessment:
    """Parse a sentence and assess its marked word, with its light verb if it is a noun that leans on one."""
    return assessed(marked_word(marked))


def assessed(token: Token) -> Assessment:
    return assess(token, light_verb(token) if token.pos_ == "NOUN" else None)


def marked_word(marked: str) -> Token:
    """Give the token that stands between asterisks."""
    doc = carry(load()(marked.replace("*", "")), shipped())
    return next(t for t in doc if t.idx == marked.index("*"))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Norway *recalled* its ambassador.", "happened"),
        ("Norway regrets that its ambassador *left*.", "happened"),
        ("The army managed to *withdraw*.", "happened"),
        ("The two sides are *holding* talks.", "ongoing"),
        ("The envoy flew to Oslo to *meet* the minister.", "ongoing"),
        ("Norway plans to *recall* its ambassador.", "planned"),
        ("Norway agreed to *send* two ships.", "planned"),
        ("Plans for a *visit* were announced.", "planned"),
        ("The king will *visit* Madrid.", "expected"),
        ("The king is expected to *visit* Madrid.", "expected"),
        ("The king said he would *meet* his guest.", "expected"),
        ("If Norway *recalls* its ambassador, talks will end.", "conditional"),
        ("If Norway recalls its ambassador, talks will *end*.", "conditional"),
        ("Should they *attack*, the alliance will respond.", "conditional"),
        ("Were Norway to *sign*, the talks would end.", "conditional"),
        ("Were Norway to sign, the talks would *end*.", "conditional"),
        ("Had Norway *signed*, the talks would have ended.", "conditional"),
        ("In the event of an *attack*, the alliance will respond.", "conditional"),
        ("Unless Norway signs, talks will *end*.", "conditional"),
        ("The rebels want to *join* the talks.", "sought"),
        ("The rebels tried to *cross* the border.", "sought"),
        ("Norway should *withdraw* its troops.", "urged"),
        ("The envoy insisted that the troops be *withdrawn*.", "urged"),
        ("The envoy urged Norway to *withdraw* its troops.", "urged"),
        ("*Close* the border!", "urged"),
        ("Norway may *withdraw* its troops.", "possible"),
        ("The alleged *attack* took place on Monday.", "possible"),
        ("The minister was accused of *attacking* the town.", "possible"),
        ("The threat of an *attack* grew.", "possible"),
        ("Has Norway *signed* the treaty?", "possible"),
        ("Norway denied that it *attacked* the ship.", "denied"),
        ("Norway did not *attack* the ship.", "negated"),
        ("The two sides failed to *agree*.", "negated"),
        ("No troops *crossed* the border.", "negated"),
        ("Norway will never again *attack* its neighbour.", "negated"),
        ("The two sides signed no *agreement*.", "negated"),
        ("There was no *attack*.", "negated"),
        ("The *visit* was cancelled.", "negated"),
        ("The king has yet to *visit* Madrid.", "negated"),
        ("The troops left without *attacking*.", "negated"),
        ("Norway prevented the ship from *leaving*.", "negated"),
        ("The army was unlikely to *withdraw*.", "negated"),
        ("The police foiled an *attack* on the ship.", "sought"),
        ("The ministry had all but *accepted* the offer.", "negated"),
        ("The troops did not *leave* until 1994.", "happened"),
        ("Norway will not *meet* the envoys until Monday.", "expected"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    assert found(sentence).axes.status == status


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The army did not manage to *withdraw*.", "negative"),
        ("The army did not fail to *withdraw*.", "positive"),
        ("The army did not refuse to *withdraw*.", "positive"),
        ("The army has no plans to *withdraw*.", "negative"),
        ("Norway rejected the *offer*.", "positive"),
        ("Norway rejected a demand to *withdraw*.", "negative"),
        ("Norway not only *signed* the treaty but kept it.", "positive"),
        ("Norway did not comment on the *attack*.", "positive"),
        ("The report is *unpublished*.", "negative"),
        ("Norway *sold* almost two hundred ships.", "positive"),
        ("The talks ended without any *agreement*.", "negative"),
        ("Norway did not sign, nor did Sweden *sign*.", "negative"),
        ("The statue was *unveiled* in May.", "positive"),
        ("There were no reports of *losses*.", "negative"),
        ("Norway expects no *talks*.", "negative"),
        ("The army is not unlikely to *withdraw*.", "positive"),
        ("It is impossible to cross the border, the ministry *says*.", "positive"),
        ("Crossing the border *thwarted* the plan.", "positive"),
    ],
)
def test_polarity_is_composed_on_the_way_up(sentence: str, polarity: str) -> None:
    assert found(sentence).axes.polarity == polarity


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The ministry said the troops *withdrew*.", "ministry"),
        ("The troops *withdrew*, the ministry said.", "ministry"),
        ("According to the ministry, the troops *withdrew*.", "ministry"),
        ("Analysts expect that Norway will *withdraw*.", "Analysts"),
        ("The radio said the troops *withdrew*, citing the ministry.", "ministry"),
        ("The radio said, citing an official of the ministry, that the troops *withdrew*.", "official"),
        ("The radio quoted the minister as saying that the troops *withdrew*.", "minister"),
        ("Norway *withdrew* its troops.", None),
        ("Norway denied that it *attacked* the ship.", "Norway"),
    ],
)
def test_source_is_the_nearest_that_vouches(sentence: str, source: str | None) -> None:
    token = marked_word(sentence)
    head = source_of(token, assessed(token).speech)
    assert (head.text if head is not None else None) == source


def test_condition_is_the_root_of_its_clause() -> None:
    condition = found("If Norway recalls its ambassador, talks will *end*.").condition
    assert condition is not None
    assert condition.text == "recalls"


def test_what_stands_below_a_condition_is_conditional_too() -> None:
    axes = found("If Norway breaks the treaty by *selling* the ships, talks will end.").axes
    assert axes.status == "conditional"


def test_modal_is_told_apart_from_other_cues() -> None:
    assert found("Norway will *withdraw*.").by_modal
    assert found("Norway must *withdraw*.").by_modal
    assert not found("Norway is expected to *withdraw*.").by_modal


def test_number_falls_from_fact_through_doubt_to_denial() -> None:
    sure = found("Norway *withdrew*.").factuality
    open_ = found("Norway may *withdraw*.").factuality
    not_so = found("Norway did not *withdraw*.").factuality
    assert 3 >= sure > 1.5 > open_ > -1.5 > not_so >= -3


def test_words_split_from_their_endings_are_read_as_well() -> None:
    assert found("The king 's envoy did n't *visit* Madrid .").axes.status == "negated"
