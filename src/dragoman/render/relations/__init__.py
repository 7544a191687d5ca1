"""The relations of two states as text and as one HTML page."""

from dragoman.render.relations.html import render
from dragoman.render.relations.sheet import sheet
from dragoman.render.relations.text import print_sheet

__all__ = ["print_sheet", "render", "sheet"]
