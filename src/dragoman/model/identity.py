"""The one way by which things are called after what they hold."""

import hashlib
import json
from typing import Any

from msgspec import to_builtins


def content_id(*parts: Any) -> str:
    """Give an id of some content: the first 16 hex digits of the SHA-256 hash of its parts.

    The parts (strings, numbers, None, structs, and lists of these) are encoded as a JSON list, so that no two different
    contents share an encoding. Raises UnicodeEncodeError for half a character.
    """
    return hashlib.sha256(json.dumps(to_builtins(parts), ensure_ascii=False).encode()).hexdigest()[:16]
