"""What looks like a time and is none: April Lindqvist, the Feb. 9 Movement, the Sunday Courier, about 1950 letters."""

from dragoman.times.sketch import Calendar, Sketch
from dragoman.times.words import NONE, Tokens


def surnames(tokens: Tokens) -> frozenset[str]:
    """Give the names of months that the text has as somebody's surname: "Theresa May", "Mrs. May"."""
    grammar, months = tokens.vocabulary.grammar, tokens.vocabulary.times.months
    found = set()
    for place, word in enumerate(tokens.words):
        if word.lower() not in months or not place or not word[0].isupper():
            continue
        before = place - (2 if tokens.words[place - 1] == "." else 1)
        title = tokens.words[max(before, 0)]
        if title.lower() in grammar["titles before a surname"] or _first_name(tokens, place):
            found.add(word)
    return frozenset(found)


def _first_name(tokens: Tokens, place: int) -> bool:
    """Tell whether a first name stands before a month: a capital inside a sentence, a verb of speech or none behind."""
    first, words = place - 1, tokens.words
    plain = words[first][0].isupper() and words[first][1:].islower() and tokens.codes[first] == NONE
    if not plain or place + 1 >= len(words) or words[place + 1][0].isdigit():
        return False
    following, grammar = words[place + 1].lower(), tokens.vocabulary.grammar
    verb = following in tokens.vocabulary.times.tenses or following.endswith(tuple(grammar["past endings"]))
    return verb or following in grammar["apostrophes"]


def is_name(tokens: Tokens, sketch: Sketch, names: frozenset[str]) -> bool:
    """Tell whether a month, day, season or weekday is part of a name of somebody or something."""
    if not isinstance(sketch, Calendar) or sketch.year or sketch.relation:
        return False
    words = tokens.words
    following = words[sketch.end] if sketch.end < len(words) else "."
    if (sketch.month and sketch.day) or sketch.holiday:
        return following.lower() in tokens.vocabulary.grammar["bodies named after a day"]
    alone = sketch.end - sketch.start == 1
    if sketch.month and alone:
        return _is_person(tokens, sketch.start, names)
    if sketch.season:
        return following.lower() in tokens.vocabulary.grammar["things named after a season"]
    named = words[sketch.end - 1][0].isupper() and _capital(following)
    article = words[sketch.start].lower() in tokens.vocabulary.grammar["definite articles"]
    return sketch.weekday is not None and named and article


def _is_person(tokens: Tokens, place: int, names: frozenset[str]) -> bool:
    """Tell whether a month is a first name ("the envoy April Lindqvist") or one of the surnames of the text."""
    words, grammar = tokens.words, tokens.vocabulary.grammar
    before = words[place - 1].lower() if place else ""
    if words[place] in names and before not in grammar["prepositions of a month"]:
        return True
    following = words[place + 1] if place + 1 < len(words) else "."
    event = ("noun", following.lower()) in tokens.vocabulary.events.by_trigger
    if (
        not _capital(following)
        or tokens.codes[place + 1] != NONE
        or event
        or _capital(" ".join(words[place + 2 : place + 3]))
    ):
        return False
    opens = place == 0 or tokens.ends_sentence(place - 1)
    return opens or (tokens.codes[place - 1] == NONE and before not in grammar["naming determiners"])


def _capital(word: str) -> bool:
    """Tell whether a word is written as a name is: a capital and small letters."""
    return word[:1].isupper() and word[1:].islower()


def is_count(tokens: Tokens, sketch: Sketch) -> bool:
    """Tell whether a year is a number of things: "about 1950 letters"; words.csv lists what is mostly counted."""
    plain = isinstance(sketch, Calendar) and sketch.year is not None and sketch.end - sketch.start == 1
    if not plain or not tokens.words[sketch.start].isdigit() or sketch.end >= len(tokens.words):
        return False
    before = tokens.words[sketch.start - 1].lower() if sketch.start else ""
    thing = tokens.words[sketch.end]
    many = thing.islower() and thing.endswith(tuple(tokens.vocabulary.grammar["plural endings"]))
    return many and before in tokens.vocabulary.grammar["words for about so many"]
