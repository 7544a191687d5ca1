"""The brief as text, HTML and JSON."""

from dragoman.brief.arrange import arrange

__all__ = ["arrange"]
