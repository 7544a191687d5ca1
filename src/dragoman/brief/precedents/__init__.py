"""Precedents as text, and as charts for the HTML pages."""

from dragoman.brief.precedents.chart import draw
from dragoman.brief.precedents.html import render
from dragoman.brief.precedents.text import print_precedents

__all__ = ["draw", "print_precedents", "render"]
