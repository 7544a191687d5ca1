"""Years and numbers that treaties write out ("in the year one thousand nine hundred and sixty"), in figures."""

import re

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "twentieth": 20,
    "thirtieth": 30,
}  # fmt: skip
_WORD = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_SMALL = rf"(?:{_WORD})(?:[- ](?:{_WORD}))?"
_THOUSANDS = rf"(?:(?:one|two) thousand(?:,? (?:{_WORD}) hundred)?|(?:eighteen|nineteen|twenty) hundred)"
_SPOKEN = rf"(?:eighteen|nineteen)[- ](?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(ONES)[1:10])}))?"
YEAR = re.compile(
    rf"\b(?:in the year (?:of our Lord )?)?{_THOUSANDS}(?:,? and)?(?: {_SMALL})?\b|\b{_SPOKEN}\b",
    re.IGNORECASE,
)
DAY = re.compile(
    r"\b(?P<tens>twenty|thirty)[- ](?P<one>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE
)
DOUBLED = re.compile(rf"\b(?:(?P<figure>\d+) \((?:{_WORD})(?:[- ](?:{_WORD}))?\)|(?P<word>{_SMALL}) \(\d+\))")


def in_figures(text: str) -> str:
    """Write years told in words as figures, "twenty-third" as "23rd" and "20 (twenty)" as "20"; the rest stays.

    Offsets into the result are not offsets into `text`.
    """
    text = DOUBLED.sub(lambda m: m["figure"] or m["word"], text)
    text = DAY.sub(lambda m: f"{TENS[m['tens'].lower()] + _ordinal(m['one'])}th", text)
    return YEAR.sub(lambda m: str(year(m.group())), text)


def year(words: str) -> int:
    """Give the year that words tell: "one thousand nine hundred and sixty-two" is 1962, "nineteen eighty-one" 1981."""
    total = group = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            total, group = max(group, 1) * 1000, 0
        elif word == "hundred":
            total, group = total + group * 100, 0
        elif word in TENS or word in ONES:
            value = TENS.get(word, ONES.get(word, 0))
            group = group * 100 + value if group in (18, 19) else group + value
    return total + group if total else group


def _ordinal(word: str) -> int:
    return ORDINALS.get(word.lower()) or ONES[word.lower().removesuffix("th")]
