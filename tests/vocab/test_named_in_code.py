"""Lists, expressions and classes that code asks for by name are there, and none is there that nobody asks for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.actors import PARTS
from dragoman.vocab.courses import RULES
from dragoman.vocab.events import CODED
from dragoman.vocab.expressions import NAMED

SOURCE = Path(dragoman.__file__).parent
LISTS = ("grammar", "_links")
"""What the word lists are called where one is asked for as `grammar["negations"]`."""
ASKING = ("listed", "may")
"""Functions whose second argument names a word list."""


def nodes(*rooms: str) -> Iterator[ast.AST]:
    """Give the nodes of all code, or of that of some rooms."""
    for folder in [SOURCE / room for room in rooms] or [SOURCE]:
        for path in folder.rglob("*.py"):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def called(node: ast.AST) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def texts(*found: ast.AST) -> Iterator[str]:
    yield from (node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str))


def keys(*names: str) -> set[str]:
    """Give the words that stand as a key behind one of some names: `classes["calendar"]`."""
    found = (n for n in nodes() if isinstance(n, ast.Subscript) and called(n.value) in names)
    return {text for node in found for text in texts(node.slice)}


def arguments(at: int, *names: str) -> set[str]:
    """Give the words that stand as an argument of calls of one of some functions."""
    found = (n for n in nodes() if isinstance(n, ast.Call) and called(n.func) in names and len(n.args) > at)
    return {text for node in found for text in texts(node.args[at])}


NAMED_LISTS = keys(*LISTS) | arguments(1, *ASKING)


@pytest.mark.parametrize("name", sorted(shipped().grammar.lists))
def test_every_word_list_is_named_in_code(name: str) -> None:
    assert name in NAMED_LISTS


@pytest.mark.parametrize("name", sorted(NAMED_LISTS))
def test_every_word_list_that_code_names_is_there(name: str) -> None:
    assert name in shipped().grammar.lists


@pytest.mark.parametrize(
    ("file", "rooms"),
    [("en/intake", ("intake", "vocab")), ("en/treaty_text", ("treaty_text",))],
    ids=lambda item: str(item),
)
def test_expressions_and_code_name_each_other(vocabulary: Vocabulary, file: str, rooms: tuple[str, ...]) -> None:
    text = (vocabulary.folder / file).text("expressions.yaml")
    there = set((vocabulary.folder / file).named("expressions.yaml"))
    behind = {text for node in nodes(*rooms) if isinstance(node, ast.Subscript) and called(node.value) in (
        "_looks", "_expressions", "expressions") for text in texts(node.slice)}  # fmt: skip

    assert behind <= there
    assert there <= set(texts(*nodes(*rooms))) | set(NAMED.findall(text))


def test_classes_that_code_names_are_there(vocabulary: Vocabulary) -> None:
    times = set(vocabulary.times.classes)
    named = keys("classes") - times

    assert named <= CODED | {"persons"}
    assert named | {"people", "captives"} >= CODED


def test_parts_of_noun_phrases_and_code_name_each_other() -> None:
    named, said = arguments(0, "grammar"), set(texts(*nodes("actors")))

    assert named <= set(PARTS)
    assert set(PARTS) <= said


def test_rules_of_courses_and_code_name_each_other() -> None:
    assert arguments(0, "rule") == set(RULES)


def test_no_list_is_named_by_words_that_are_put_together() -> None:
    """A name that is made of parts would hide from these tests."""
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))

    assert not re.search(r"(?:grammar|_links)\[f[\"']|listed\([^()]*, f[\"']", code)
