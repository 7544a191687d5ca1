"""The page of the watch: what moved, the red lines by status, the alarms."""

from collections.abc import Iterator, Sequence

from dragoman.model.move import Move
from dragoman.relations.citations import Citations
from dragoman.render.charts.red_lines import red_lines
from dragoman.render.pages.alarms import alarm_sheet
from dragoman.render.pages.citations import cited, numbers_on
from dragoman.render.sheet import Most, Section, Sheet, SheetLine, SheetNote, numbered
from dragoman.render.words import watch as words
from dragoman.render.words.dates import date_words
from dragoman.render.words.names import dyad_words
from dragoman.vocab import Vocabulary
from dragoman.watch.nouns import STATUSES, Standing, Watch

MOST = Most(notes=14)


def watch_sheet(watch: Watch, vocabulary: Vocabulary) -> Sheet:
    """Describe the page of a watch."""
    citations = Citations(watch.citations)
    moved = Section("moved", "MOVED", tuple(_move(move, watch, citations, vocabulary) for move in watch.moves), MOST)
    sections = numbered([moved, *line_sections(watch.lines, citations, new=watch.new)])
    alarms = tuple(alarm_sheet(alarm, vocabulary) for alarm in watch.alarms)
    strips = red_lines(watch.lines, citations, watch.on) if watch.on else None
    return Sheet(
        kind="watch", title="The watch", headline=words.lines_headline(watch),
        window=f"The watch, {watch.on}" if watch.on else "The watch", about=words.about(watch),
        figures=(strips,) if strips else (), sections=sections, alarms=alarms,
        citations=cited(watch.citations, numbers_on(sections, alarms)), notes=watch.notes,
    )  # fmt: skip


def _move(move: Move, watch: Watch, citations: Citations, vocabulary: Vocabulary) -> SheetLine:
    titles = {standing.line.name: standing.line.title for standing in watch.lines}
    titles |= {f"{alarm.a}-{alarm.b}": f"alarm, {dyad_words(alarm.a, alarm.b, vocabulary)}" for alarm in watch.alarms}
    said = words.move_words(move, titles.get(move.name, move.name))
    return SheetLine(words=said, when=move.day, citations=citations.numbers(move.citations))


def line_sections(
    standings: Sequence[Standing], citations: Citations, *, among_others: bool = False, new: Sequence[str] = ()
) -> list[Section]:  # fmt: skip
    """Give a section for each status that a line has, the gravest first.

    `among_others` says in the heading that it is about red lines, for a page on other things too; `new` are claims
    that are marked as new.
    """
    return [
        Section(
            status.replace(" ", "-"),
            f"RED LINES: {words.HEADINGS[status]}" if among_others else words.HEADINGS[status],
            tuple(_line(standing, citations, new) for standing in standings if standing.status == status),
            MOST,
        )
        for status in reversed(STATUSES)
    ]


def _line(standing: Standing, citations: Citations, new: Sequence[str]) -> SheetLine:
    weighing = [sighting.citation for sighting in standing.sightings if sighting.weighs != "against"]
    return SheetLine(
        words=standing.line.title, when=standing.since, date=date_words(standing.since),
        citations=citations.numbers(weighing), notes=tuple(_notes(standing, citations, new)),
    )  # fmt: skip


def _notes(standing: Standing, citations: Citations, new: Sequence[str]) -> Iterator[SheetNote]:
    """Yield why a line stands so, each sentence with its weight, what speaks against it, and what is planned."""
    yield SheetNote(standing.why)
    if said := words.since_words(standing):
        yield SheetNote(said)
    for sighting in standing.sightings:
        say = words.against_words if sighting.weighs == "against" else words.sighting_words
        yield SheetNote(say(sighting, new=sighting.citation.claim in new), citations.numbers([sighting.citation]))
    for item in standing.withdrawn:
        yield SheetNote(words.withdrawn_words(item), citations.numbers([item.citation]))
    for entry in standing.ledger:
        yield SheetNote(words.entry_words(entry), citations.numbers([entry.citation]))
    for said in (words.plan_words(standing), *standing.notes):
        if said:
            yield SheetNote(said)
