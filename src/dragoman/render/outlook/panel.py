"""An outlook, ready to draw: the charts, the lines with their notes, and what they stand on."""

from msgspec import Struct

from dragoman.desk.outlook import Outlook
from dragoman.model.citation import Citation
from dragoman.relations.citations import Citations
from dragoman.render.alarm import draw_all
from dragoman.render.alarm.chart import Chart
from dragoman.render.parts import Section
from dragoman.render.precedents import draw as draw_precedents
from dragoman.render.precedents.chart import Drawn
from dragoman.render.watch.sheet import line_sections, numbers_shown
from dragoman.render.watch.strips import Strips, legend, strips


class Panel(Struct, frozen=True, kw_only=True):
    """The parts of the drawing; `quiet` are alarms of which there is nothing to draw, in words."""

    strips: Strips | None
    legend: str
    sections: tuple[Section, ...]
    alarms: tuple[Chart, ...]
    quiet: tuple[str, ...]
    precedents: Drawn | None
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]


def panel_of(outlook: Outlook) -> Panel:
    """Draw an outlook."""
    citations = Citations(outlook.citations)
    alarms, quiet = draw_all(outlook.alarms)
    sections = line_sections(outlook.standings, citations, among_others=True)
    used = _used(outlook, sections)
    days = {sighting.known for standing in outlook.standings for sighting in standing.sightings}
    return Panel(
        strips=strips(outlook.standings, citations, outlook.on) if len(days) > 1 else None, legend=legend(outlook.on),
        sections=tuple(sections),
        alarms=alarms, quiet=quiet,
        precedents=draw_precedents(outlook.precedents) if outlook.precedents else None,
        citations=tuple(citation for citation in outlook.citations if citation.number in used),
        notes=outlook.notes,
    )  # fmt: skip


def _used(outlook: Outlook, sections: list[Section]) -> set[int]:
    """Give the numbers that stand somewhere in the drawing."""
    found = numbers_shown(sections, outlook.alarms, None)
    if outlook.precedents:
        here = outlook.precedents.here
        found |= {number for step in (*here.steps, *here.ahead) for number in step.citations}
    return found
