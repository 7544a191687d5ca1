"""A treaty's own text: parts, parties, signature, terms, and the obligation of each clause."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.document import Document
from dragoman.model.treaty import TreatyClaim
from dragoman.treaty_text.articles import outline
from dragoman.treaty_text.numbers import Numbers
from dragoman.treaty_text.obligations import ClauseReader
from dragoman.treaty_text.reader import read_treaty
from dragoman.vocab import Vocabulary

WORDING = Vocabulary().treaty_wording

PACT = """PACT OF FRIENDSHIP BETWEEN THE REPUBLIC OF PERU AND THE KINGDOM OF NORWAY

The Republic of Peru and the Kingdom of Norway, desiring to stand by each other, and mindful of what Chile and Sweden
have done before them, have agreed as follows:

Article 1

The two sides shall never use force against each other.

Article 2

Should one side suffer an unprovoked armed attack in the South Atlantic area by a third State, the other shall at once \
render it military help with all the means it has, in accordance with Article 51 of the Charter of the United Nations.

Article 3

The two sides shall consult without delay whenever a threat to the safety of either arises. They shall meet on \
trade and fisheries every year.

Article 4

This Pact shall be ratified and shall enter into force on 1 May 1962. It shall remain in force for ten years and shall \
be extended for another five years unless one side gives notice of termination six months before the end.

Done at Lima, on the third day of March, one thousand nine hundred and sixty-two.

For the Republic of Peru: J. Doe
For the Kingdom of Norway: O. Nordmann
"""


@pytest.fixture(scope="session")
def read(vocabulary):
    def read_text(text: str, title: str | None = None) -> TreatyClaim:
        return read_treaty(Document(id="x", text=text, title=title, kind="treaty"), vocabulary)

    return read_text


@pytest.fixture(scope="session")
def clauses(vocabulary):
    return vocabulary.made(ClauseReader)


@pytest.fixture(scope="session")
def obligations(clauses):
    return lambda sentence: {cue.obligation for cue, _ in clauses.held(sentence) if cue.obligation}


def test_a_whole_pact_is_read(read):
    """Parties, day and place of signature, and one obligation for each article that has one."""
    claim = read(PACT)

    assert (claim.parties, claim.signed, claim.signed_at) == (("PER", "NOR"), "1962-03-03", "Lima")
    assert [(clause.article, clause.obligation) for clause in claim.clauses] == [
        ("1", "nonaggression"),
        ("2", "defense"),
        ("3", "consultation"),
    ]


def test_a_clause_tells_its_case_its_duty_and_its_conditions(read):
    clause = read(PACT).clauses[1]

    assert clause.trigger is not None and clause.trigger.startswith("Should one side suffer")
    assert clause.trigger.endswith("by a third State")
    assert clause.duty is not None and clause.duty.startswith("shall at once render")
    assert clause.conditions == ("article-51", "armed-attack", "unprovoked", "region:South Atlantic area")


def test_terms_are_read_with_their_lengths_and_days(read):
    found = {(term.kind, term.length, term.date) for term in read(PACT).terms}

    assert found == {
        ("ratification", None, None),
        ("in force", None, "1962-05-01"),
        ("duration", "P10Y", None),
        ("renewal", "P5Y", None),
        ("withdrawal", "P6M", None),
    }


def test_every_quote_is_its_slice(read):
    claim = read(PACT)

    for piece in (claim, *claim.clauses, *claim.terms):
        assert PACT[piece.evidence.start : piece.evidence.end] == piece.evidence.quote
    for clause in claim.clauses:
        assert clause.duty is not None and clause.duty in clause.evidence.quote


@pytest.mark.parametrize("cue", WORDING.cues, ids=lambda cue: f"{cue.obligation}: {cue.name}")
def test_every_cue_holds_for_its_example(clauses, cue):
    """The phrase, what it needs and what it excludes agree with the example, and the example has that obligation."""
    assert cue.phrase.search(cue.example)
    assert all(pattern.search(cue.example) for pattern in cue.needs)
    assert not any(pattern.search(cue.example) for pattern in cue.excludes)
    assert cue.obligation in {other.obligation for other, _ in clauses.held(cue.example)}


@pytest.mark.parametrize(
    "named", [*WORDING.conditions, *WORDING.terms], ids=lambda named: f"{named.name}: {named.example[:30]}"
)
def test_every_condition_and_term_is_found_in_its_example(named):
    assert named.phrase.search(named.example)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides shall provide each other with technical assistance in farming.",
        "The two sides shall give each other legal assistance in criminal cases.",
        "The two sides shall consult each other on every matter of common interest.",
        "For the purpose of Article 2 an armed attack is deemed to include an attack on ships of the two sides.",
        "Any dispute over the application of this Pact shall be settled by arbitration.",
        "The Members will keep up their capacity to resist armed attack.",
        "The two sides shall, after ten years, consult with a view to the revision of this Pact.",
        "Each side respects the frontiers of the other.",
        "This Pact is not directed against any third State.",
    ],
)
def test_what_is_no_obligation_is_not_taken_for_one(obligations, sentence):
    assert obligations(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("If one side is attacked, the other shall not give aid to the attacker.", {"neutrality"}),
        ("If one side joins in a war that it did not seek, the other shall remain neutral.", {"neutrality"}),
        ("If an attack on one side threatens, the sides shall consult on measures of assistance.", {"consultation"}),
        ("Should either side find itself at war, the other shall send its forces to its help.", set()),
        ("Should either side find itself at war, the other shall give it help.", {"defense", "offense"}),
        ("An attack on one Member shall be regarded as an attack on all.", {"defense"}),
    ],
)
def test_the_case_decides_which_obligation_it_is(obligations, sentence, expected):
    assert obligations(sentence) == expected


def test_a_duty_to_one_named_state_against_another_is_directed(read):
    """The party attacked is owed, the other owes, and the named attacker is the foe."""
    text = "Article 1\n\nIf Peru is attacked by Chile, Norway shall come to its aid."

    (clause,) = read(text, "Alliance between Peru and Norway").clauses

    assert (clause.owed_by, clause.owed_to) == (("NOR",), ("PER",))
    assert "against:CHL" in clause.conditions


def test_a_case_told_in_the_sentence_before_is_taken_over(read):
    text = "Article 1\n\nAn attack on one Member is regarded as one on all. In such a case all shall come to its aid."

    first, second = read(text).clauses

    assert first.trigger == second.trigger == "An attack on one Member"


def test_an_accession_has_the_acceding_states_and_the_clauses_of_the_treaty(read):
    """What an acceding state takes on is told from the shipped tables, and says so."""
    text = (
        "Protocol to the North Atlantic Treaty on the accession of Peru\n\nThe Parties to the North Atlantic Treaty, "
        "signed at Washington on 4 April 1949, agree as follows:\n\nArticle I\n\nPeru shall be invited to accede to "
        "the North Atlantic Treaty.\n\nDone at Lima on 2 June 2031."
    )

    claim = read(text)

    assert (claim.parties, claim.accedes_to, claim.signed) == (("PER",), "North Atlantic Treaty", "2031-06-02")
    assert {clause.obligation for clause in claim.clauses} >= {"defense", "consultation", "nonaggression"}
    assert {clause.through for clause in claim.clauses} == {"North Atlantic Treaty"}


def test_a_treaty_that_the_preamble_cites_does_not_date_this_one(read):
    text = "The Parties to the Pact, signed at Lima on 3 March 1962, agree as follows:\n\nArticle 1\n\nThere is peace."

    assert read(text).signed is None


def test_a_draft_with_a_blank_for_the_day_has_no_day(read):
    """Notes behind the formula of signature are not searched for it."""
    text = (
        "Article 1\n\nThere is peace.\n\nDone at Lima this ____ day of ____ 1962.\n\nNote: shown to us on 4 May 1962."
    )

    assert read(text).signed is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Preamble\nARTICLE I\nOne.\nARTICLE II\nTwo.", ["I", "II"]),
        ("Preamble\n**Article 1.** One.\n**Article 2.** Two.", ["1", "2"]),
        ("Preamble\nArt. 1 One.\nArt. 2 Two.", ["1", "2"]),
        ("Preamble\n1. One.\n2. Two.\n3. Three.", ["1", "2", "3"]),
        ("Article 1\nOne.\nArticle 5 of the Charter stays.", ["1"]),
        ("They shall keep peace.", [""]),
    ],
)
def test_articles_are_found_by_headings_or_numbers(vocabulary, text, numbers):
    assert [article.number for article in outline(text, vocabulary).articles] == numbers


def test_articles_of_a_protocol_are_told_apart(vocabulary):
    text = "Article I\nOne.\n\nSecret Protocol\n\nArticle I\nTwo."

    first, second = outline(text, vocabulary).articles

    assert (first.part, second.part) == (None, "Secret Protocol")
    assert text[first.start : first.end].strip() == "One."


def test_without_headings_the_recitals_are_not_read_for_duties(read):
    text = "The two sides, which will defend each other, have agreed as follows: they shall never attack each other."

    assert [clause.obligation for clause in read(text).clauses] == ["nonaggression"]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("in the year one thousand nine hundred and sixty-two", "1962"),
        ("nineteen hundred and eighty-one", "1981"),
        ("nineteen forty-nine", "1949"),
        ("two thousand and four", "2004"),
        ("20 (twenty) years", "20 years"),
        ("ten (10) years", "ten years"),
        ("the twenty-third day of May", "the 23th day of May"),
        ("the third day of May", "the third day of May"),
    ],
)
def test_numbers_in_words_become_figures(vocabulary, words, figures):
    assert vocabulary.made(Numbers).in_figures(words) == figures


def test_the_case_ends_before_the_main_clause(clauses):
    sentence = "If, in the view of one side, its safety is threatened, the sides will confer."

    case = clauses.trigger(sentence)

    assert (
        case is not None and sentence[case.start : case.end] == "If, in the view of one side, its safety is threatened"
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PACT.split(), "\n\n", "Article 1", "1.", "Done at", "", "“", "条"]), max_size=60))
def test_any_text_is_read_without_an_error(read, words):
    """Whatever the order of the words, nothing is raised and every quote is its slice."""
    text = " ".join(words)

    claim = read(text)

    for piece in (claim, *claim.clauses, *claim.terms):
        assert text[piece.evidence.start : piece.evidence.end] == piece.evidence.quote


def test_items_of_a_list_are_read_on_their_own(read):
    """What one item refuses does not undo what another promises; the evidence is the whole sentence."""
    text = (
        "Article 1\n\nThe sides undertake: (a) not to join any bloc against each other; "
        "(b) to come to the aid of one that is attacked."
    )

    found = read(text).clauses

    assert {clause.obligation for clause in found} == {"nonaggression", "defense"}
    assert len({clause.evidence for clause in found}) == 1


def test_a_treaty_in_another_language_is_read_for_its_obligations(read):
    text = (
        "Статья 1\n\nСтороны воздержатся от применения силы.\n\n"
        "Статья 2\n\nНападение рассматривается как нападение на все Стороны."
    )

    assert [(clause.article, clause.obligation) for clause in read(text).clauses] == [
        ("1", "nonaggression"),
        ("2", "defense"),
    ]


def test_what_stands_before_a_second_article_is_read_too(read):
    """The heading of the first article may have been lost with the page's furniture."""
    text = "The sides shall never use force against each other.\n\nArticle 2\n\nThere is peace."

    assert [(clause.article, clause.obligation) for clause in read(text).clauses] == [(None, "nonaggression")]
