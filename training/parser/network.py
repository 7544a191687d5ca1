"""The untrained pipeline: its network, its tokenizer."""

from typing import Any

import spacy.util
from spacy.language import Language
from thinc.api import Config

from dragoman.syntax import pipeline

WIDTH = 128
DEPTH = 6
HIDDEN = 96
"""Widths and layers; what smaller and larger ones gave is in docs/training.md."""

ROWS = [8000, 300, 2500, 1000, 2500, 3000, 1500, 10]
"""Sizes of the embedding tables, in the order of `embedding.FEATURES`."""

SIGN_RUNS = r"([!?.*_=~#<>$+-])\1+"
"""A run of one sign ("=====", "!!!") is one word, as in the treebanks; spaCy's rules take it apart sign by sign."""

META = {
    "name": "dragoman",
    "version": "1.0.0",
    "description": "English newswire: tagger, parser, features, lemmas, in Universal Dependencies",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.7,<3.9.0",
    "sources": [
        {
            "name": "UD English EWT 2.16, training part",
            "url": "https://universaldependencies.org/treebanks/en_ewt",
            "license": "CC BY-SA 4.0 (annotations)",
        },
        {
            "name": "UD English GUM V11, the training documents whose texts are CC BY or in the public domain",
            "url": "https://universaldependencies.org/treebanks/en_gum",
            "license": "CC BY by its LICENSE.txt; its README labels the whole treebank CC BY-NC-SA 4.0",
        },
        {"name": "newswire sentences of the project itself", "url": "training/newswire", "license": "as the project"},
    ],
}
"""What the pipeline says of itself; NOTICE has the attributions in full."""


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}


def _components() -> dict[str, Any]:
    encode = {"width": WIDTH, "depth": DEPTH, "window_size": 1, "maxout_pieces": 3}
    return {
        "tok2vec": {
            "factory": "tok2vec",
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {"@architectures": "dragoman.WordEmbed.v1", "width": WIDTH, "rows": ROWS},
                "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", **encode},
            },
        },
        "tagger": {"factory": "tagger", "model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener()}},
        "parser": {
            "factory": "parser",
            "min_action_freq": 10,
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": True,
                "hidden_width": HIDDEN,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": _listener(),
            },
        },
        "dragoman_morphology": {"factory": "dragoman_morphology"},
        "dragoman_lemmas": {"factory": "dragoman_lemmas"},
    }


def build_network() -> Language:
    """Return the pipeline with fresh weights and spaCy's English tokenizer, which is made to keep runs of signs."""
    pipeline.use_fast_matrices()
    pipeline.register()
    components = _components()
    nlp = spacy.util.load_model_from_config(
        Config({"nlp": {"lang": "en", "pipeline": list(components)}, "components": components}), auto_fill=True
    )
    for part in ("prefix", "suffix"):
        rules = [SIGN_RUNS, *getattr(nlp.Defaults, f"{part}es")]
        compiled = getattr(spacy.util, f"compile_{part}_regex")(rules)
        setattr(nlp.tokenizer, f"{part}_search", compiled.search)
    return nlp
