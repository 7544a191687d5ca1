import hashlib
import json

import pytest

from dragoman.model.actor import Actor
from dragoman.model.document import document_id
from dragoman.model.identity import content_id


def test_an_id_is_the_beginning_of_a_hash_of_the_parts_as_a_json_list() -> None:
    encoded = json.dumps(["Test Post", "", "Zürich met."], ensure_ascii=False).encode()

    assert content_id("Test Post", "", "Zürich met.") == hashlib.sha256(encoded).hexdigest()[:16]
    assert document_id("Test Post", None, "Zürich met.") == content_id("Test Post", "", "Zürich met.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("b", "a")),
        (("a", "b"), ("ab",)),
        (("a", None), ("a", "")),
        (("1",), (1,)),
        ((["a"], ["b"]), (["a", "b"],)),
        ((Actor(text="Rome", start=0, end=4),), (Actor(text="Rome", start=1, end=5),)),
    ],
)
def test_no_two_contents_share_an_encoding(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert content_id(*one) != content_id(*other)
