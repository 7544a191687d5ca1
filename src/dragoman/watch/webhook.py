"""Send moves to an address: a signed POST, tried again with growing pauses, never for longer than was agreed.

The body is JSON. `X-Dragoman-Signature` is "sha256=" and the HMAC-SHA256 of the body under the desk's secret, in hex;
`X-Dragoman-Delivery` is a hash of the moves, the same each time these are sent, so that a receiver can tell a repeat.
"""

import hashlib
import hmac
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from http.client import HTTPException
from urllib.parse import urlsplit

import msgspec

from dragoman.errors import SettingsError, WebhookError
from dragoman.model.identity import content_id
from dragoman.model.move import Move
from dragoman.settings import checked

PAUSES = (1.0, 3.0)
"""Seconds before the second and the third try: a receiver that restarts is back, and cron is not held up for long."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What is signed for one address goes to no other."""

    def redirect_request(self, *args: object, **more: object) -> None:
        """Follow nothing."""


def check_address(address: str, secret: str) -> None:
    """Raise SettingsError unless moves can be sent to `address` and signed with `secret`."""
    checked("webhook", address, "settings")
    if not secret:
        raise SettingsError("setting webhook_secret: empty, and nothing is sent unsigned; set DRAGOMAN_WEBHOOK_SECRET")


def send(
    moves: Sequence[Move], address: str, secret: str, *, seconds: float = 5,
    pauses: Sequence[float] | None = None, sleep: Callable[[float], None] = time.sleep,
) -> None:  # fmt: skip
    """Send moves in one POST; a try that fails is made again after each of the `pauses` (seconds; PAUSES).

    `seconds` is what the address has to answer a try. Raises WebhookError when the last try fails, or at once where the
    address answers that the request itself is wrong (4xx, but for 408 and 429).
    """
    body = body_of(moves)
    for pause in (*(PAUSES if pauses is None else pauses), None):
        told, final = _in_time(lambda: _try(body, moves, address, secret, seconds), seconds)
        if told is None:
            return
        if pause is None or final:
            kept = f"{len(moves)} moves are kept, and sent with the next `dragoman watch`"
            raise WebhookError(f"webhook {_shown(address)}: {told}; {kept}")
        sleep(pause)


def body_of(moves: Sequence[Move]) -> bytes:
    """Give what is sent: {"moves": [...]}, each with its sentences."""
    return msgspec.json.encode({"moves": moves})


def signature(body: bytes, secret: str) -> str:
    """Give the value of the header by which the receiver knows the desk."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _in_time(attempt: Callable[[], tuple[str | None, bool]], seconds: float) -> tuple[str | None, bool]:
    """Make a try and wait for it no longer than `seconds`: a socket's own limit starts anew with every byte."""
    found: list[tuple[str | None, bool]] = []
    thread = threading.Thread(target=lambda: found.append(attempt()), daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0] if found else ("no answer in time", False)


def _try(body: bytes, moves: Sequence[Move], address: str, secret: str, seconds: float) -> tuple[str | None, bool]:
    """Send once; give what went wrong (None: nothing), and whether another try is of no use."""
    headers = {
        "Content-Type": "application/json", "User-Agent": "dragoman",
        "X-Dragoman-Signature": signature(body, secret),
        "X-Dragoman-Delivery": content_id("delivery", [move.id for move in moves]),
    }  # fmt: skip
    request = urllib.request.Request(address, data=body, headers=headers, method="POST")
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=seconds) as answer:
            answer.read(1)
    except urllib.error.HTTPError as error:
        with error:
            return f"answered {error.code}", 300 <= error.code < 500 and error.code not in (408, 429)
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        return ("no answer in time" if isinstance(reason, TimeoutError) else f"cannot be reached ({reason})"), False
    return None, False


def _shown(address: str) -> str:
    """Give an address without what may be secret in it."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}{parts.path}"
