"""The alarm of a dyad: a score from interactions on record, held against the dyad's own past."""

from dragoman.alarm.nouns import Alarm, PressurePart, Share
from dragoman.alarm.score import alarm

__all__ = ["Alarm", "PressurePart", "Share", "alarm"]
