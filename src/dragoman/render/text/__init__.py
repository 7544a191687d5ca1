"""A sheet for the terminal: `print_sheet` prints all that can be printed; figures and the marked text are for HTML."""

from dragoman.render.text.sheet import print_sheet

__all__ = ["print_sheet"]
