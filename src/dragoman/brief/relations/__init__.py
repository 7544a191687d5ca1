"""The relations of two states as text and as one HTML page."""

from dragoman.brief.relations.html import render
from dragoman.brief.relations.sheet import sheet
from dragoman.brief.relations.text import print_sheet

__all__ = ["print_sheet", "render", "sheet"]
