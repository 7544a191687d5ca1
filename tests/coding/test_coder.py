"""Which documents are parsed, and what a treaty's own text gives."""

from dragoman.coding.coder import Coder
from dragoman.model.document import Document

PACT = """PACT OF FRIENDSHIP BETWEEN THE REPUBLIC OF PERU AND THE KINGDOM OF NORWAY

The Republic of Peru and the Kingdom of Norway have agreed as follows:

Article 1

Should one Party suffer an armed attack, the other shall at once render it military assistance by all means.

Article 2

This Treaty shall remain in force for ten years.

Done at Lima on 4 May 1951.
"""


def test_a_treatys_text_gives_obligations_and_no_events(coder: Coder) -> None:
    reading = coder.read(Document(id="x", text=PACT, kind="treaty"))

    (treaty,) = reading.treaties
    assert reading.events == ()
    assert (set(treaty.parties), treaty.signed) == ({"NOR", "PER"}, "1951-05-04")
    assert "defense" in {clause.obligation for clause in treaty.clauses}


def test_a_page_in_another_language_is_not_coded(coder: Coder) -> None:
    document = Document(id="x", text="La France a rappelé son ambassadeur en Iran.", language="fr")

    assert coder.read(document).events == ()


def test_a_sentence_without_trigger_or_actor_is_not_parsed(coder: Coder) -> None:
    assert coder.read(Document(id="x", text="The weather stayed warm along the coast.")).events == ()
