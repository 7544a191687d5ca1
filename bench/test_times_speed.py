"""How fast times are found, beside the figure to beat: HeidelTime reads about 1,200 characters a second."""

import time

from dragoman.times import find_times
from dragoman.vocab import shipped

HEIDELTIME = 1_200
"""Characters a second; measured on news with its own tagger, one core."""

NEWS = (
    "The foreign minister arrived in Lima on Tuesday for a two-day visit, three months after the vote in March 2019. "
    "He said that talks would resume early next week, and that a treaty signed on 9 May 1990 had kept the peace for "
    "thirty years. No other country has offered to send ships, and the harbour stays closed to all but fishing boats. "
    "Officials declined to say who would pay for the work or how many people had lost their homes in the flood. "
)
COPIES = 500


def test_times_are_found_at_least_ten_times_as_fast_as_heideltime() -> None:
    text = "\n\n".join([NEWS] * COPIES)
    find_times(NEWS, "2019-06-19", shipped())
    start = time.perf_counter()
    found = find_times(text, "2019-06-19", shipped())
    rate = len(text) / (time.perf_counter() - start)
    print(f"{rate:,.0f} characters a second, {len(found):,} times")
    assert len(found) == COPIES * len(find_times(NEWS, "2019-06-19", shipped()))
    assert rate > 10 * HEIDELTIME
