"""What kind of page it is: editorial, opinion, news, analysis, interview, treaty or communique."""

from collections.abc import Sequence

from dragoman.intake.shapes import plain_form
from dragoman.vocab import Vocabulary

TREATY_LINES = 2
"""So many lines of a treaty's wording (articles, preamble) make a page a treaty text; a news story may quote one."""

SPEAKER_SHARE = 0.4
"""Share of the lines that open with a speaker's name or "Q:" above which the page is an interview or transcript."""


class Kinds:
    """Knows what tells the kind of a page; `vocabulary.made(Kinds)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary that lists the words and patterns."""
        rows, self._label = vocabulary.intake.kinds, vocabulary.intake.expressions["kind before the text"]
        self._titles, self._lines = (
            tuple((row.pattern("word"), row["kind"]) for row in rows if row["where"] == where)
            for where in ("title", "line")
        )
        self._sections, self._types = (
            {plain_form(row["word"]): row["kind"] for row in rows if row["where"] == where}
            for where in ("section", "type")
        )

    def of_section(self, section: Sequence[str]) -> str | None:
        """Return the kind that the innermost telling section names, or None."""
        kinds = [self._sections.get(plain_form(name)) for name in section]
        return next((kind for kind in reversed(kinds) if kind), None)

    def of_title(self, title: str | None) -> str | None:
        """Return the kind that the title names ("Joint communique of …", "[Editorial] …"), or None."""
        return next((kind for pattern, kind in self._titles if title and pattern.fullmatch(title)), None)

    def of_lines(self, lines: Sequence[str]) -> str | None:
        """Return "treaty" or "interview" when the lines of the body have that shape, else None."""
        hits = {"treaty": 0, "interview": 0}
        for line in lines:
            for pattern, kind in self._lines:
                if pattern.fullmatch(line):
                    hits[kind] += 1
                    break
        if hits["treaty"] >= TREATY_LINES:
            return "treaty"
        return "interview" if hits["interview"] > max(1, SPEAKER_SHARE * len(lines)) else None

    def of_page(
        self, section: Sequence[str], title: str | None, lines: Sequence[str], types: Sequence[str] = ()
    ) -> str:
        """Choose the kind: what the site says (section, schema.org type), then the title, then the shape of the text.

        A plain "NewsArticle" says nothing against an editorial's section, so news comes last.
        """
        typed = [self._types.get(plain_form(name)) for name in types]
        said = self.of_section(section) or next((kind for kind in typed if kind and kind != "news"), None)
        return said or self.of_lines(lines) or self.of_title(title) or self.of_label(lines) or "news"

    def of_label(self, lines: Sequence[str]) -> str | None:
        """Return the kind that a label before the first sentence names ("EDITORIAL: The strait …"), or None."""
        match = self._label.match(lines[0]) if lines else None
        return self.of_title(f"{match['label']}: ") if match else None
