"""A passage as one line."""


def one_line(text: str, most: int | None = None) -> str:
    """Give a passage as one line that a terminal can show: no control signs, at most `most` characters."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"
