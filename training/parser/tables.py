"""Count the tables of lemmas and features out of the training sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.syntax.lemmas import Forms, Lemmas, rule_lemma
from dragoman.syntax.morphology import Morphology, Table, context_mark, context_of, label_of
from training.parser.treebank import Sentence

CERTAIN = 0.9
"""A feature is taken into a table when this share of the words there has it."""

SEEN = 3
"""Words needed before a form or a context gets features of its own."""

CONTEXTUAL = ("VB|", "VBG|", "VBN|", "VBD|", "VBP|")
"""Labels whose features hang on the auxiliaries, not on the form."""


def fill_lemmas(component: Lemmas, sentences: Iterable[Sentence]) -> None:
    """Give the component the forms whose lemma the rules would get wrong, and the lemmas that are known."""
    counts: dict[tuple[str, str], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for sentence in sentences:
        rows = zip(sentence.words, sentence.parts, sentence.tags, sentence.lemmas, strict=True)
        for form, pos, tag, lemma in rows:
            if lemma not in ("", "_") or form == "_":
                counts[pos, form.lower()][lemma, form, tag] += 1
    known: dict[str, set[str]] = defaultdict(set)
    chosen = {key: _usual(found) for key, found in counts.items()}
    for (pos, _), (lemma, _, _) in chosen.items():
        known[pos].add(lemma)
    forms: Forms = defaultdict(dict)
    for (pos, lower), found in counts.items():
        lemma = chosen[pos, lower][0]
        ruled = (rule_lemma(form, tag, component.rules, known[pos]) for _, form, tag in found)
        if any(made != lemma for made in ruled) and _settled(pos, found):
            forms[pos][lower] = lemma
    component.fill(dict(forms), {pos: sorted(words) for pos, words in known.items() if pos != "PROPN"})


def _usual(found: Counter[tuple[str, str, str]]) -> tuple[str, str, str]:
    lemmas: Counter[str] = Counter()
    for (lemma, _, _), count in found.items():
        lemmas[lemma] += count
    usual = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))
    return min((item for item in found if item[0] == usual), key=lambda item: (-found[item], item))


def _settled(pos: str, found: Counter[tuple[str, str, str]]) -> bool:
    """Whether the form's lemma is safe to fix: a proper noun's spelling (US, Us) varies, so it must be frequent."""
    return pos != "PROPN" or sum(found.values()) >= SEEN


def fill_morphology(component: Morphology, sentences: Iterable[Sentence]) -> None:
    """Give the component the features by label, by label and form, and by label and context of a verb."""
    by_label: dict[str, Counter[str]] = defaultdict(Counter)
    by_form: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    by_context: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        contexts = _contexts(sentence)
        rows = zip(sentence.words, sentence.tags, sentence.parts, sentence.features, contexts, strict=True)
        for form, tag, pos, features, context in rows:
            label = label_of(tag, pos)
            by_label[label][features] += 1
            by_form[label, form.lower()][features] += 1
            if label.startswith(CONTEXTUAL) and pos in ("VERB", "AUX"):
                by_context[label, context][features] += 1
    labels = {label: _agreed(found) for label, found in by_label.items()}
    component.fill(labels, _table(by_form, labels), _table(by_context, labels))


def _contexts(sentence: Sentence) -> list[str]:
    marks: list[set[str]] = [set() for _ in sentence.words]
    for word, head, relation in zip(sentence.words, sentence.heads, sentence.relations, strict=True):
        if head >= 0:
            marks[head].add(context_mark(relation, word.lower()))
    return [context_of(name, found - {""}) for name, found in zip(sentence.relations, marks, strict=True)]


def _table(counts: dict[tuple[str, str], Counter[str]], labels: dict[str, str]) -> Table:
    """The entries seen often enough that say something else than their label alone."""
    table: Table = defaultdict(dict)
    for (label, key), found in counts.items():
        features = _agreed(found)
        if sum(found.values()) >= SEEN and features != labels[label]:
            table[label][key] = features
    return dict(table)


def _agreed(found: Counter[str]) -> str:
    """The features that nearly all of these words have, in the order of Universal Dependencies."""
    total = sum(found.values())
    features: Counter[str] = Counter()
    for bundle, count in found.items():
        for feature in bundle.split("|"):
            features[feature] += count
    return "|".join(sorted(name for name, count in features.items() if count >= CERTAIN * total and name != "_"))
