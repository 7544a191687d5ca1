"""Precedents as text, and as charts for the HTML pages."""

from dragoman.render.precedents.chart import draw
from dragoman.render.precedents.html import render
from dragoman.render.precedents.text import print_precedents

__all__ = ["draw", "print_precedents", "render"]
