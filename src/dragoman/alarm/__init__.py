"""The alarm of a dyad: a score from deeds on record, held against the dyad's own past."""

from dragoman.alarm.nouns import Alarm, Part, Share
from dragoman.alarm.score import alarm, deeds_in

__all__ = ["Alarm", "Part", "Share", "alarm", "deeds_in"]
