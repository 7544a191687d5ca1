"""Precedents as one HTML file of their own: no script, no style sheet, font or picture from elsewhere."""

from __future__ import annotations

from dragoman.precedents.nouns import Precedents
from dragoman.render.citations import origin_words, quote_words
from dragoman.render.dates import date_words
from dragoman.render.precedents import wording
from dragoman.render.precedents.chart import draw
from dragoman.render.templates import environment


def render(found: Precedents) -> str:
    """Give the HTML of the precedents of a course. Whatever pages and tables say is escaped."""
    used = {number for step in (*found.here.steps, *found.here.ahead) for number in step.citations}
    return environment().get_template("precedents/page.html.j2").render(
        title=wording.dyad_words(found.here), drawn=draw(found), until=date_words(found.until), course=_course(found),
        citations=[cited for cited in found.citations if cited.number in used], notes=found.notes,
        origin=origin_words, quote=quote_words,
    )  # fmt: skip


def _course(found: Precedents) -> list[tuple[str, str, tuple[int, ...]]]:
    """Give the date, the words and the numbers of each step; what is told as coming says so."""
    done = [(date_words(step.when), wording.step_words(step), step.citations) for step in found.here.steps]
    return done + [
        (date_words(step.when), f"told as coming: {wording.step_words(step)}", step.citations)
        for step in found.here.ahead
    ]
