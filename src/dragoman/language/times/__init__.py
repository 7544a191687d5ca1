"""Time expressions: found by a grammar over words, valued by the page's date, the tense and the text's own time."""

from dragoman.language.times.find import find_times

__all__ = ["find_times"]
