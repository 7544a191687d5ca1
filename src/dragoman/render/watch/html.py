"""The watch as one HTML file: no script, no style sheet, font or picture from elsewhere."""

from dragoman.relations.citations import Citations
from dragoman.render.alarm import draw_all
from dragoman.render.citations import backs_of, origin_words, quote_words
from dragoman.render.templates import environment
from dragoman.render.watch.sheet import numbers_shown, sheet
from dragoman.render.watch.strips import legend, strips
from dragoman.watch.nouns import STATUSES, Watch
from dragoman.watch.words import counted


def render(watch: Watch) -> str:
    """Give the HTML of the watch. Whatever pages and the desk's file say is escaped."""
    arranged, on = sheet(watch), watch.on or ""
    alarms, quiet = draw_all(watch.alarms)
    shown = numbers_shown(arranged.sections, watch.alarms, None)
    return (
        environment()
        .get_template("watch/watch.html.j2")
        .render(
            watch=watch, sheet=arranged, headline=_headline(watch), backs=backs_of(arranged.sections),
            strips=strips(watch.lines, Citations(watch.citations), on) if on else None, legend=legend(on) if on else "",
            alarms=alarms, quiet=quiet, citations=[cited for cited in watch.citations if cited.number in shown],
            origin=origin_words, quote=quote_words,
        )
    )  # fmt: skip


def _headline(watch: Watch) -> str:
    """Say how many lines stand on each status, the gravest first."""
    counts = [(status, sum(1 for standing in watch.lines if standing.status == status)) for status in STATUSES]
    said = [f"{count} {status}" for status, count in reversed(counts) if count]
    return f"{counted(len(watch.lines), 'red line')}: {', '.join(said)}" if said else "Nothing is on record yet"
