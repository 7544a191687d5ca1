"""English for what the desk answers: the only files of this room that make sentences.

Dates and names, then a file for each kind of answer: what an event says, other claims, the document itself, two states,
red lines and alarms, precedents. Words come out; nothing is read out of words that were made here.
"""
