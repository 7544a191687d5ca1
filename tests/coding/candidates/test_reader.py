"""What stands around the trained network: windows, passes, proposals, and what the judge makes of them."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from dragoman.coding.candidates.reader import Reader
from dragoman.coding.candidates.reader.examples import Examples
from dragoman.coding.candidates.reader.network import Network
from dragoman.coding.candidates.reader.passes import Marks, asked, tagged
from dragoman.coding.candidates.reader.pieces import ACTOR, CLOSE, OPEN
from dragoman.coding.candidates.reader.proposals import peaks
from dragoman.coding.candidates.reader.windows import MOST_ACTORS, MOST_PIECES, MOST_WORDS, NamedActor, windows_of
from dragoman.coding.coder import Coder
from dragoman.coding.judge import Judge
from dragoman.errors import LanguageError
from dragoman.model.document import Document, Span
from dragoman.model.event import EVENT_TYPES, Event
from dragoman.model.reading import Reading
from dragoman.model.trace import Trace
from dragoman.vocab import Vocabulary
from tests.coding.candidates.scripted import ScriptedNetwork, Told, pieces_for

TEXT = "The weather was mild. Chile recalled its ambassador to Peru. Chile later thanked Norway."
NAMES = [NamedActor(22, 27, "CHL"), NamedActor(55, 59, "PER"), NamedActor(61, 66, "CHL"), NamedActor(81, 87, "NOR")]
SENTENCES: list[Span] = [(0, 21), (22, 60), (61, 88)]

Reads = Callable[..., Reading]


def long_text(sentences: int) -> tuple[str, list[Span]]:
    text, spans = "", list[Span]()
    for number in range(sentences):
        start = len(text)
        text += f"In port {number} " + "a crane stood " * 9 + "idle."
        spans.append((start, len(text)))
        text += " "
    return text, spans


def test_a_window_holds_whole_sentences_and_the_one_before_as_context(tmp_path: Path) -> None:
    text, spans = long_text(9)
    windows = windows_of(text, spans, [], pieces_for(text, tmp_path))

    assert [window.start for window in windows] == [spans[0][0], spans[3][0], spans[6][0]]
    assert [window.end for window in windows] == [spans[2][1], spans[5][1], spans[8][1]]
    assert windows[0].own == 0
    for window, before in zip(windows[1:], (spans[2], spans[5]), strict=True):
        assert window.spans[0][0] == before[0]
        assert window.spans[window.own][0] == window.start
    for window in windows:
        assert len(text[window.start : window.end].split()) <= MOST_WORDS


def test_what_lies_behind_the_most_pieces_is_not_read(tmp_path: Path) -> None:
    text = "a " * 400
    (window,) = windows_of(text, [(0, len(text))], [], pieces_for(text, tmp_path))

    assert len(window.pieces) == len(window.spans) == len(window.words) == MOST_PIECES


def test_a_window_marks_the_names_in_it_by_code(tmp_path: Path) -> None:
    pieces = pieces_for(TEXT, tmp_path)
    (window,) = windows_of(TEXT, SENTENCES, NAMES, pieces)
    given = tagged(window, Marks(pieces))

    assert window.codes == ["CHL", "PER", "NOR"]
    before = [
        TEXT[slice(*window.spans[given.places.index(place + 1)])]
        for place, piece in enumerate(given.ids)
        if piece == pieces.mark(ACTOR, 0)
    ]
    assert before == ["Chile", "Chile"]
    assert [given.ids[place] for place in given.places] == window.pieces


def test_more_codes_than_there_are_marks_are_left_out(tmp_path: Path) -> None:
    text = " ".join(f"n{number}" for number in range(MOST_ACTORS + 2))
    names = [NamedActor(text.index(f"n{n}"), text.index(f"n{n}") + 2, f"A{n}") for n in range(MOST_ACTORS + 2)]
    (window,) = windows_of(text, [(0, len(text))], names, pieces_for(text, tmp_path))

    assert window.codes == [f"A{number}" for number in range(MOST_ACTORS)]


def test_the_second_pass_marks_the_whole_word_and_knows_where_the_names_are(tmp_path: Path) -> None:
    pieces = pieces_for(TEXT, tmp_path)
    (window,) = windows_of(TEXT, SENTENCES, NAMES, pieces)
    recalled = next(at for at, span in enumerate(window.spans) if TEXT[slice(*span)] == "recalled")
    given = asked(window, recalled, 0, Marks(pieces))

    opened = given.ids.index(pieces.mark(OPEN))
    assert given.trigger == opened
    assert given.ids[opened + 1] == window.pieces[recalled]
    assert given.ids[opened + 2] == pieces.mark(CLOSE)
    assert [[given.ids[place] for place in own] for own in given.actors] == [
        [pieces.mark(ACTOR, 0)] * 2, [pieces.mark(ACTOR, 1)], [pieces.mark(ACTOR, 2)]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({4: 0.5}, [4]),
        ({4: 0.1}, []),
        ({4: 0.5, 7: 0.6}, [7]),
        ({4: 0.6, 7: 0.5}, [4]),
        ({4: 0.5, 8: 0.6}, [4, 8]),
        ({4: 0.50001, 5: 0.50004}, [4]),
    ],
)
def test_the_likeliest_of_a_run_of_near_words_is_the_trigger(
    given: dict[int, float], wanted: list[int], tmp_path: Path
) -> None:
    text = "a b c d e f g h i j"
    (window,) = windows_of(text, [(0, len(text))], [], pieces_for(text, tmp_path))
    found = np.zeros((10, len(EVENT_TYPES)), dtype=np.float32)
    for place, value in given.items():
        found[place, 3] = value

    assert peaks(found, window, 0.1) == [(place, 3) for place in wanted]


def test_the_context_of_a_window_triggers_nothing(tmp_path: Path) -> None:
    text, spans = long_text(4)
    _, window = windows_of(text, spans, [], pieces_for(text, tmp_path))
    found = np.full((len(window.pieces), len(EVENT_TYPES)), 0.9, dtype=np.float32)

    assert min(piece for piece, _ in peaks(found, window, 0.1)) >= window.own > 0


@pytest.fixture
def reads(vocabulary: Vocabulary, tmp_path: Path) -> Reads:
    """Give a function that reads a text with a network that says what is told, and a judge that weighs as told."""
    coder = Coder(vocabulary)

    def read(
        text: str,
        told: dict[str, Told],
        weights: dict[str, float] | None = None,
        status: dict[str, float] | None = None,
        least: float = 0.0,
        trace: Trace | None = None,
        kind: str = "news",
    ) -> Reading:
        network = ScriptedNetwork(pieces_for(text, tmp_path), told, tmp_path)
        coder.proposers = (coder.proposers[0], Reader(network))  # type: ignore[arg-type]
        coder.judge = Judge(weights or {}, status or {}, least)
        document = Document(id="d", text=text, kind=kind, published="2024-06-19", published_basis="given")
        return coder.read(document, trace)

    return read


def sides(event: Event) -> tuple[str, list[str | None], list[str | None]]:
    return event.act, [a.code for a in event.actors], [a.code for a in event.recipients]


def test_what_the_reader_alone_finds_becomes_an_event(reads: Reads) -> None:
    text = "Gabon pencilled Togo into its itinerary."
    (event,) = reads(text, {"pencilled": Told("CONSULT", status="planned")}).events

    assert sides(event) == ("CONSULT", ["GAB"], ["TGO"])
    assert (event.status, event.proposers) == ("planned", ("reader",))
    assert [text[a.start : a.end] for a in event.actors] == ["Gabon"]
    assert (event.trigger.text, event.evidence.quote) == ("pencilled", text)


def test_a_deed_that_both_find_is_one_event_with_the_readers_sides_and_the_frames_rule(reads: Reads) -> None:
    text = "Gabon recalled its ambassador to Togo."
    (event,) = reads(text, {"recalled": Told("SANCTION", actors=(1,), recipients=(0,))}).events

    assert sides(event) == ("SANCTION", ["TGO"], ["GAB"])
    assert event.proposers == ("frames", "reader")
    assert event.rule.startswith("SANCTION.")


def test_a_light_verb_and_its_noun_are_one_deed(reads: Reads) -> None:
    (event,) = reads("Gabon held talks with Togo.", {"held": Told("CONSULT", recipients=(), actors=(0, 1))}).events

    assert event.proposers == ("frames", "reader")


def test_types_that_the_codebooks_file_apart_join_under_the_readers(reads: Reads) -> None:
    (event,) = reads("Gabon deported a Togolese envoy.", {"deported": Told("SANCTION")}).events

    assert (event.act, event.proposers) == ("SANCTION", ("frames", "reader"))


def test_what_both_do_by_their_frame_neither_does_to_the_other(reads: Reads) -> None:
    told = {"established": Told("AGREE", actors=(0,), recipients=(1,))}
    (event,) = reads("Gabon and Togo established diplomatic relations.", told).events

    assert event.proposers == ("frames", "reader")
    assert sides(event) == ("AGREE", ["GAB", "TGO"], [])


def test_where_the_reader_finds_nothing_the_frames_speak(reads: Reads) -> None:
    (event,) = reads("Gabon recalled its ambassador to Togo.", {}).events

    assert (event.act, event.proposers) == ("SANCTION", ("frames",))


def test_what_the_judge_holds_less_likely_than_its_least_is_told_and_left_out(reads: Reads) -> None:
    text = "Gabon recalled its ambassador to Togo. Gabon pencilled Togo in."
    told = {"pencilled": Told("CONSULT")}
    weights = {"bias": -3.0, "reader": 5.0}
    reading = reads(text, told, weights, least=0.3)

    assert [(event.act, event.confidence) for event in reading.events] == [("CONSULT", 0.881)]
    assert [one.reason for one in reading.rejected] == ["“recalled”: not sure enough (0.047)"]


def test_the_rules_of_status_move_the_readers(reads: Reads) -> None:
    text = "Gabon will recall its ambassador to Togo."
    told = {"recall": Told("SANCTION")}

    assert [event.status for event in reads(text, told).events] == ["happened"]
    assert [event.status for event in reads(text, told, status={"rule expected": 9.0}).events] == ["expected"]
    assert [event.status for event in reads(text, told, status={"frames expected": 9.0}).events] == ["expected"]


def test_a_code_is_a_side_by_its_own_probability_and_by_the_name_nearest_to_the_trigger(reads: Reads) -> None:
    text = "Togo is small. Gabon, with Mali and Togo looking on, pencilled Togo in."
    (event,) = reads(text, {"pencilled": Told("CONSULT", actors=(1,), recipients=(0,))}).events

    assert sides(event) == ("CONSULT", ["GAB"], ["TGO"])
    assert event.recipients[0].start == text.rindex("Togo")


@pytest.mark.parametrize(("act", "recipients"), [("CONSULT", ["TGO"]), ("AID", [])])
def test_in_what_two_do_together_half_a_belief_on_either_side_is_a_whole_one(
    act: str, recipients: list[str], reads: Reads
) -> None:
    told = Told(act, actors=(0,), halves=(1,))
    (event,) = reads("Gabon pencilled Togo in.", {"pencilled": told}).events

    assert sides(event) == (act, ["GAB"], recipients)


def test_an_editorial_keeps_what_the_judge_is_not_sure_of_as_the_frames_read_it(reads: Reads) -> None:
    text = "Gabon recalled its ambassador to Togo. Gabon pencilled Togo in."
    told = {"recalled": Told("SANCTION", actors=(1,), recipients=(0,)), "pencilled": Told("CONSULT")}
    reading = reads(text, told, {"bias": -3.0}, least=0.3, kind="editorial")

    assert [sides(event) for event in reading.events] == [("SANCTION", ["GAB"], ["TGO"])]
    assert reads(text, told, {"bias": -3.0}, least=0.3).events == ()


def test_a_dateline_is_no_part_of_what_the_reader_sees(reads: Reads) -> None:
    text = "ROME, March 12 (Example News) -- Gabon pencilled Togo in."
    (event,) = reads(text, {"pencilled": Told("CONSULT")}).events

    assert sides(event) == ("CONSULT", ["GAB"], ["TGO"])


def test_a_side_named_only_in_the_sentence_before_is_found_there(reads: Reads) -> None:
    text = "Togo was hit by floods. Gabon pencilled a gift in."
    (event,) = reads(text, {"pencilled": Told("AID", actors=(1,), recipients=(0,))}).events

    assert sides(event) == ("AID", ["GAB"], ["TGO"])
    assert event.recipients[0].start == 0


def test_a_full_trace_tells_who_proposed_how_likely_and_what_it_is_like(reads: Reads, tmp_path: Path) -> None:
    rows = [{"source": f"bank {n}", "text": f"Text {n}.", "line": "CONSULT"} for n in range(4)]
    (tmp_path / "examples.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    np.save(tmp_path / "examples.npy", np.array([[127, 0], [0, 127], [14, 127], [127, 127]], dtype=np.int8))
    trace = Trace(full=True)
    told = {"pencilled": Told("CONSULT", tagged=0.7, stands=0.8)}
    (event,) = reads("Gabon pencilled Togo in.", told, trace=trace).events
    testimony = trace.sentences[-1].testimonies[event.id]

    assert testimony.proposers == ("reader",)
    assert testimony.probabilities[:2] == (("trigger", 0.7), ("event", 0.8))
    assert ("happened", 0.91) in testimony.probabilities
    assert ("GAB acts", 0.95) in testimony.probabilities
    assert testimony.probabilities[-1] == ("confidence", event.confidence)
    assert [one.source for one in testimony.nearest] == ["bank 2", "bank 1", "bank 3"]


def test_a_page_reads_the_same_in_company_as_alone(vocabulary: Vocabulary) -> None:
    coder = Coder(vocabulary, reader=Reader())
    pages = [
        Document(id=str(number), text=text, published="2024-06-19", published_basis="given")
        for number, text in enumerate(("Gabon recalled its ambassador to Togo.", TEXT, "Mali met Niger for talks."))
    ]

    assert [coder.read(page) for page in pages] == list(coder.read_all(pages))


def test_the_shipped_reader_reads_plain_words(vocabulary: Vocabulary) -> None:
    coder = Coder(vocabulary, reader=Reader())
    text = "Gabon has expelled two Togolese diplomats, the foreign ministry said on Tuesday."
    document = Document(id="d", text=text, published="2024-06-19", published_basis="given")
    (event,) = coder.read(document).events

    assert sides(event) == ("SANCTION", ["GAB"], ["TGO"])
    assert (event.status, "reader" in event.proposers, event.confidence > 0.6) == ("happened", True, True)


def test_weights_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"cannot be read: .*; install dragoman again, or use `--reader frames`"):
        Network(tmp_path)


def test_examples_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"no examples of the reader .*; install dragoman again"):
        Examples.of(tmp_path)
