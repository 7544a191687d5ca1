"""Time expressions: found by a grammar over words, valued by the page's date, the tense and the text's own time."""

from dragoman.times.find import find_times
from dragoman.times.hang import HungTime, hang
from dragoman.times.published import infer_published
from dragoman.times.read import BEFORE_OUR_ERA

__all__ = ["BEFORE_OUR_ERA", "HungTime", "find_times", "hang", "infer_published"]
