"""Read a YAML file of the vocabulary, with libyaml where it is there: it is ten times as fast."""

from typing import Any

import yaml

from dragoman.errors import VocabError
from dragoman.vocab.tables import data


def read_yaml(*path: str) -> Any:
    """Give what the file at `path` under `vocab` holds; raises VocabError naming the file if it is not YAML."""
    place = data(*path)
    try:
        return yaml.load(place.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise VocabError(f"vocab/{'/'.join(path)}: not valid YAML: {error}; mend the file") from error
