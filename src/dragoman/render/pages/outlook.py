"""Red lines, alarms and precedents beside other things: a part of the pages of a brief and of two states."""

from dragoman.desk.outlook import Outlook
from dragoman.relations.citations import Citations
from dragoman.render.charts.red_lines import days_of, red_lines
from dragoman.render.pages.alarms import alarm_sheet
from dragoman.render.pages.citations import cited, numbers_on
from dragoman.render.pages.precedents import course_numbers, course_sheet
from dragoman.render.pages.watch import line_sections
from dragoman.render.sheet import Sheet, numbered
from dragoman.vocab import Vocabulary


def outlook_sheet(outlook: Outlook, vocabulary: Vocabulary, *, first: int = 1) -> Sheet:
    """Describe an outlook; the red lines are numbered from `first`.

    Alarms of which there is nothing to tell are left out, but for the first.
    """
    citations, found = Citations(outlook.citations), outlook.precedents
    several = [alarm_sheet(alarm, vocabulary) for alarm in outlook.alarms]
    alarms = tuple(alarm for at, alarm in enumerate(several) if alarm.drawn or at == 0)
    sections = numbered(line_sections(outlook.standings, citations, among_others=True), first)
    days = {day for standing in outlook.standings for day in days_of(standing)}
    strips = red_lines(outlook.standings, citations, outlook.on) if len(days) > 1 else None
    used = numbers_on(sections, alarms) | (course_numbers(found.here) if found else set())
    return Sheet(
        kind="outlook", title="", figures=(strips,) if strips else (), sections=sections, alarms=alarms,
        nothing="No red line of the desk is touched.", course=course_sheet(found, vocabulary) if found else None,
        citations=cited(outlook.citations, used), notes=outlook.notes,
    )  # fmt: skip
