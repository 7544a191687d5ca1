"""The brief as text, HTML and JSON."""

from dragoman.render.arrange import arrange

__all__ = ["arrange"]
