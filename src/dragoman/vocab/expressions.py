"""Read regular expressions by name from a YAML file; one may name another in double angle brackets: `<<month>>`."""

import re

from dragoman.errors import VocabError
from dragoman.vocab.tables import Folder

NAMED = re.compile("<<([a-z ]+)>>")


def read_expressions(folder: Folder, file: str) -> dict[str, re.Pattern[str]]:
    """Give the regular expressions of a file by name.

    Raises VocabError for one that cannot be read, and for one that names none, or itself.
    """
    table = folder.named(file)
    found = {}
    for name, text in table.items():
        where = f"{folder.name}/{file}: {name!r}"
        if not isinstance(text, str) or not text:
            raise VocabError(f"{where} is {text!r}; write a regular expression, quoted")
        try:
            found[name] = re.compile(_expanded(table, name))
        except (re.error, KeyError, RecursionError, TypeError) as error:
            raise VocabError(f"{where} cannot be read, or names none, or itself ({error!r}); mend it") from error
    return found


def _expanded(table: dict[str, str], name: str) -> str:
    """Give an expression with those that it names written out."""
    return NAMED.sub(lambda other: _expanded(table, other[1]), table[name])
