"""Which language a page is in: by its script and its commonest words, by statistics only where these do not decide."""

import re

from dragoman.vocab import Vocabulary

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")

OWN_SHARE = 0.2
"""English news has a share of the commonest words of 0.30 to 0.42; Dutch, German and French stay under 0.05."""

SENTENCE_SHARE = 0.06
"""A single sentence of English that is full of names may have so few of them."""

SHORT_SHARE, FEW_WORDS = 0.1, 40
"""A sentence full of names has fewer of them: in a text of so few words that share is enough."""

FOREIGN_SCRIPT = 0.3
"""Share of the letters in one script above which the page is in the language of that script."""

SAMPLE = 6000
"""Characters looked at: a page in one language shows it by then."""


def language_of(text: str, vocabulary: Vocabulary, *, least: float = OWN_SHARE) -> str:
    """Return the ISO 639-1 code of the language of `text`; that of the vocabulary when there is too little to say.

    `least` is the share of its commonest words from which on a text is in the vocabulary's language for sure.
    """
    sample = text[:SAMPLE]
    letters = len(_LETTER.findall(sample)) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) / letters > FOREIGN_SCRIPT:
            return code
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    latin = len(_LATIN.findall(sample)) / letters
    commonest = vocabulary.grammar["commonest words"]
    share = sum(word in commonest for word in words) / (len(words) or 1)
    least = least if len(words) >= FEW_WORDS else min(least, SHORT_SHARE)
    if latin > 0.9 and (share >= least or len(words) < 8):
        return vocabulary.language
    return _by_statistics(sample)


def _by_statistics(sample: str) -> str:
    import py3langid

    return str(py3langid.classify(sample)[0])
