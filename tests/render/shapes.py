"""Find shapes in a figure, wherever they stand in links and groups."""

from collections.abc import Iterable, Iterator

from dragoman.render.charts.svg import Figure, Shape


def every(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Give shapes with all that stand in them."""
    for shape in shapes:
        yield shape
        yield from every(shape.shapes)


def found(figure: Figure, tag: str, kind: str | None = None) -> list[Shape]:
    """Give the shapes of a tag, and of a class if one is named."""
    return [
        shape for shape in every(figure.shapes) if shape.tag == tag and (kind is None or kind in shape.kind.split())
    ]


def place(shape: Shape, name: str) -> float:
    """Give a measure of a shape."""
    value = shape.measures[name]
    assert isinstance(value, float | int)
    return value
