"""SVG shapes and figures, plain: `templates/figures.html.j2` writes them, and escapes every word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

WIDTH = 960
"""Width of every drawing, in its own units."""

LETTER = 6.4
"""Width of a letter, on the safe side for a sans serif at 11 units."""


Measures = dict[str, str | float]
"""The attributes of a shape that say where it is and how large."""

Anchor = Literal["start", "middle", "end"]
"""Which part of a text stands at its place."""


class Shape(Struct, frozen=True, kw_only=True):
    """An SVG element. `kind` is its class, `title` what is told when it is pointed at, `target` the anchor it leads to.

    `words` stand in a text, `shapes` in a link or a group.
    """

    tag: Literal["line", "rect", "circle", "path", "text", "a", "g"]
    kind: str = ""
    measures: Measures = {}
    title: str = ""
    target: str = ""
    words: str = ""
    shapes: tuple[Shape, ...] = ()


class Figure(Struct, frozen=True, kw_only=True):
    """A drawing with what stands above and below it. `kind` is its class, `label` names it where it cannot be seen."""

    label: str
    height: float
    shapes: tuple[Shape, ...]
    heading: str = ""
    caption: str = ""
    kind: str = ""
    width: float = WIDTH

    def has_links(self) -> bool:
        """Tell whether something in it leads elsewhere: then it is no mere picture to who cannot see it."""
        return any(_has_link(shape) for shape in self.shapes)


def _has_link(shape: Shape) -> bool:
    return bool(shape.target) or any(_has_link(inner) for inner in shape.shapes)


def line(kind: str, x: tuple[float, float], y: tuple[float, float]) -> Shape:
    """Give a straight line between two places."""
    return Shape(tag="line", kind=kind, measures={"x1": x[0], "x2": x[1], "y1": y[0], "y2": y[1]})


def row(kind: str, left: float, right: float, y: float) -> Shape:
    """Give a level line."""
    return line(kind, (left, right), (y, y))


def rect(kind: str, x: float, y: float, width: float, height: float, *, title: str = "", corner: float = 0) -> Shape:
    """Give a rectangle; `corner` is the radius of its corners."""
    measures: Measures = {"x": x, "y": y, "width": width, "height": height}
    return Shape(tag="rect", kind=kind, title=title, measures=measures | {"rx": corner} if corner else measures)


def circle(kind: str, x: float, y: float, radius: float, *, title: str = "") -> Shape:
    """Give a circle about a place."""
    return Shape(tag="circle", kind=kind, title=title, measures={"cx": x, "cy": y, "r": radius})


def path(kind: str, *parts: str | float) -> Shape:
    """Give a path of SVG commands and numbers."""
    data = " ".join(part if isinstance(part, str) else number(part) for part in parts)
    return Shape(tag="path", kind=kind, measures={"d": data})


def text(kind: str, x: float, y: float, words: str, *, anchor: Anchor = "start", title: str = "") -> Shape:
    """Give words that begin, stand about or end at a place."""
    measures: Measures = {"x": x, "y": y}
    anchored = measures if anchor == "start" else measures | {"text-anchor": anchor}
    return Shape(tag="text", kind=kind, measures=anchored, words=words, title=title)


def link(target: str, title: str, shapes: Iterable[Shape], *, kind: str = "") -> Shape:
    """Give shapes that lead to an anchor of the sheet; with no target they lead nowhere."""
    return Shape(tag="a" if target else "g", kind=kind, title=title, target=target, shapes=tuple(shapes))


def group(shapes: Iterable[Shape], *, down: float) -> Shape:
    """Give shapes moved down by so much."""
    return Shape(tag="g", measures={"transform": f"translate(0 {number(down)})"}, shapes=tuple(shapes))


def number(value: float) -> str:
    """Give a measure with one decimal, and none where it is whole."""
    return f"{round(value, 1):g}"


def shortened(words: str, most: int) -> str:
    """Cut words that are longer than so many letters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
