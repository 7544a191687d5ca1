"""Whose page it is: a known newspaper, agency, broadcaster or ministry named in the furniture or the address."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

_SEPARATOR = re.compile(r"\s+[|–—-]\s+")


class Sources:
    """Knows the sources of pages by their printed names and addresses; `vocabulary.made(Sources)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary that lists them, and knows how a copyright line is worded."""
        rows, self._looks = vocabulary.intake.sources, vocabulary.intake.expressions
        self._names: dict[str, str] = {}
        """Every printed name, aliases with it, and the name it stands for. A name in capitals counts too."""
        for row in rows:
            for printed in (row["name"], *filter(None, row["aliases"].split(";"))):
                self._names.setdefault(printed, row["name"])
        for printed, name in list(self._names.items()):
            self._names.setdefault(printed.upper(), name)
        self._domains = {row["domain"]: row["name"] for row in rows}
        self._any_name = re.compile(rf"(?<!\w){either(self._names)}(?!\w)")

    def named(self, line: str) -> str | None:
        """Return the known source that `line` names, the longest name first, or None. Case counts."""
        match = self._any_name.search(line.replace("’", "'"))
        return self._names[match[0]] if match else None

    def of_url(self, url: str | None) -> str | None:
        """Return the known source whose domain, or a domain under it, the address has, or None."""
        try:
            host = (urlsplit(url).hostname or "") if url else ""
        except ValueError:
            return None
        parts = host.split(".")
        domains = (".".join(parts[start:]) for start in range(len(parts)))
        return next((self._domains[domain] for domain in domains if self._domains.get(domain)), None)

    def of_copyright(self, line: str) -> str | None:
        """Return the name in a copyright line, known or not: "© 2019 The Daily Herald. All rights reserved."."""
        match = self._looks["copyright"].search(line)
        name = self._looks["no name"].sub("", match["name"]).strip(" .,") if match else ""
        return self.named(line) or (name if len(name) > 2 else None)

    def of_agency(self, name: str | None) -> str | None:
        """Return the agency that a dateline's brackets name ("Yonhap"), or None if it is not known."""
        return self._names.get(name.strip()) if name else None

    def choose(self, furniture: Iterable[tuple[str, str]]) -> str | None:
        """Choose the source from (role, line) pairs of furniture: copyright lines, then the rest.

        Photo captions, links to other stories and share bars name other people's papers and are left out.
        """
        pairs = list(furniture)
        owned = [name for role, line in pairs if role == "copyright" and (name := self.of_copyright(line))]
        if owned:
            return owned[0]
        telling = [
            line for role, line in pairs if role not in ("caption", "picture", "link", "share", "list", "readers")
        ]
        return next((name for line in telling if (name := self.of_url(line) or self.named(line))), None)

    def cut(self, title: str) -> tuple[str, str | None]:
        """Split "Envoys leave Vienna | The Daily Herald" into title and source; the source must be a known one."""
        parts = _SEPARATOR.split(title)
        if len(parts) > 1 and (name := self._names.get(parts[-1].strip().replace("’", "'"))):
            return title[: title.rindex(parts[-1])].rstrip(" |–—-"), name
        return title, None
