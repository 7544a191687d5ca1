"""Dragoman reads reports about relations between states and keeps the record.

    import dragoman

    document, notices = dragoman.read(raw, name="page.html")     # a page becomes a Document
    reading = dragoman.brief(document, notices)                  # a Document becomes claims
    with dragoman.Desk("desk.sqlite") as desk:                   # what a desk asks for
        desk.add(reading)
        desk.relations("Russia", "North Korea")

Names are loaded when they are first used: `import dragoman` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman import errors
    from dragoman.desk import Desk
    from dragoman.pipeline import brief, code, read
    from dragoman.record import Record
    from dragoman.vocab import Vocabulary

__version__ = "0.1.0"

__all__ = ["Desk", "Record", "Vocabulary", "__version__", "brief", "code", "errors", "read"]

_HOME = {
    "read": "dragoman.pipeline",
    "brief": "dragoman.pipeline",
    "code": "dragoman.pipeline",
    "Desk": "dragoman.desk",
    "Record": "dragoman.record",
    "Vocabulary": "dragoman.vocab",
}


def __getattr__(name: str) -> Any:
    if name == "errors":
        return import_module("dragoman.errors")
    if name not in _HOME:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
