"""Amounts, lengths and times of day: the words of a number and a unit as TIMEX3 writes them."""

from dragoman.times.words import Lexicon

_HALF_OF = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "10Y": "P5Y", "100Y": "P50Y", "1000Y": "P500Y"}


def amount(words: list[str] | None, lexicon: Lexicon) -> float | None:
    """Give the number that words say ("two and a half" is 2.5, "a" is 1); None if they leave it open ("several")."""
    grammar = lexicon.vocabulary.grammar
    if not words:
        return None
    total = 0.0
    for word in words:
        lower = word.lower()
        if lower in grammar["halves"]:
            total += 0.5
        elif word[0].isdigit():
            total += float(lower.replace(",", ""))
        elif (number := lexicon.value(word, "CARDINAL")) is not None:
            total += int(number)
        elif (multiple := lexicon.value(word, "MULTIPLE")) is not None:
            total = max(total, 1) * int(multiple)
        elif lexicon.value(word, "VAGUE") or lower in grammar["open amounts"]:
            return None
    return total or 1.0


def unit(word: str, lexicon: Lexicon) -> str:
    """Give the unit a word names: D, W, M, Q, Y, 10Y, 100Y, 2W, WE, N, or TH, TM, TS for hours, minutes, seconds."""
    return lexicon.value(word, "UNIT") or lexicon.value(word, "UNITS") or "D"


def length(count: float | None, code: str) -> str:
    """Write a length of time: (3, "M") is P3M, (None, "M") is PXM, (2, "10Y") is P20Y, (0.5, "TH") is PT30M."""
    time, letters = ("T", code[1:]) if code.startswith("T") else ("", code)
    factor, letters = _factor(letters)
    if count is None:
        return f"P{time}X{ {10: 'DE', 100: 'CE'}.get(factor, letters) }".replace(" ", "")
    if count == 0.5 and code in _HALF_OF:
        return _HALF_OF[code]
    return f"P{time}{count * factor:g}{letters}" if count * factor < 1e6 else f"P{time}{int(count * factor)}{letters}"


def _factor(letters: str) -> tuple[int, str]:
    digits = "".join(char for char in letters if char.isdigit())
    return int(digits or 1), letters[len(digits) :]


def clock(words: list[str], part: str | None, lexicon: Lexicon) -> str:
    """Write a time of day: ["3", "p.m."] is T15:00, ["19:15"] is T19:15, ["noon"] is T12:00.

    `part` is the part of the day the text adds ("in the evening"), as a TIMEX3 code.
    """
    named = lexicon.value(words[0], "CLOCKWORD")
    if named:
        return named
    hour_word, _, rest = words[0].partition(":")
    if len(hour_word) == 4 and hour_word.isdigit():
        return f"T{hour_word[:2]}:{hour_word[2:]}"
    hour = int(lexicon.value(hour_word, "HOURWORD") or hour_word)
    half = next((value for word in words if (value := lexicon.value(word.replace(" ", ""), "MERIDIEM"))), None)
    if half is None and part in ("TAF", "TEV", "TNI") and hour < 12 and (part != "TNI" or hour > 5):
        half = "pm"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"T{hour:02}:{rest or '00'}"
