import os
import random
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.matching import SIMILAR, bands, likeness, shingles

WORDS = [f"word{n}" for n in range(3000)]
STORY = " ".join(random.Random(1).choices(WORDS, k=300))


def test_a_near_copy_shares_bands_and_is_alike() -> None:
    copy = "MOSCOW (Agency) -- " + STORY.replace("word7 ", "word8 ") + " All rights reserved."

    assert set(bands(STORY)) & set(bands(copy))
    assert likeness(STORY, copy) > 0.9


def test_another_story_shares_none() -> None:
    other = " ".join(random.Random(2).choices(WORDS, k=300))

    assert not set(bands(STORY)) & set(bands(other))
    assert likeness(STORY, other) < SIMILAR


def test_sketches_are_the_same_in_every_process() -> None:
    code = f"from dragoman.record.matching import bands; print(bands({STORY!r}))"
    seeds = ("0", "12345")

    told = {
        subprocess.check_output([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in seeds
    }

    assert told == {f"{bands(STORY)}\n".encode()}


def test_a_text_without_words_is_like_nothing() -> None:
    assert bands(" … ") == () and shingles("") == set()
    assert likeness("", "") == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_goes_both_ways_and_bands_fit_the_database(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert all(-(2**63) <= band < 2**63 for band in bands(a))
