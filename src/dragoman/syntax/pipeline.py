"""The trained pipeline: tagger, parser, morphology and lemmas as a spaCy pipeline.

    nlp = load()
    doc = nlp("Chile recalled its ambassador.")

It is an ordinary `spacy.language.Language`: components can be added, replaced or taken into another pipeline.
`python -m training.parser` made it; `model/scores.json` says how good it is.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"
"""The shipped pipeline."""


@cache
def load(model: Path = MODEL) -> "Language":
    """Return the pipeline in the folder `model`, loaded once a process.

    Raises LanguageError if the folder is missing or holds no pipeline that this version can read.
    """
    if not (model / "config.cfg").is_file():
        raise LanguageError(
            f"The trained pipeline is missing: {model} holds no config.cfg. Install dragoman again, or train it with "
            f"`python -m training.parser --treebanks DIR`."
        )
    use_fast_matrices()
    import spacy.util

    register()
    try:
        return spacy.util.load_model_from_path(model)
    except (OSError, ValueError, KeyError) as error:
        raise LanguageError(
            f"The trained pipeline in {model} cannot be read: {error}. Install dragoman again."
        ) from error


def use_fast_matrices() -> None:
    """Let thinc multiply matrices with numpy: its default, the blis wheel, takes 1.6 times as long."""
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))


def register() -> None:
    """Make the architecture and the components known to spaCy: importing them does it."""
    from dragoman.syntax import embedding, lemmas, morphology  # noqa: F401
