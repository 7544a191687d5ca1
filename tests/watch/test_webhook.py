"""Moves are sent signed, tried again, and never for longer than was agreed."""

import hashlib
import hmac
import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import SettingsError, WebhookError
from dragoman.model.citation import cite
from dragoman.model.document import Evidence, Head
from dragoman.model.move import Move
from dragoman.watch.webhook import check_address, send

SECRET = "a key of the desk"
MOVE = Move(
    id="m1", kind="line", name="radar", definition="d", before="clear", after="hinted", day="2024-05-02", why="why",
    citations=(cite("c", Head(id="d"), Evidence(0, 23, "Chile may send a radar.")),),
)  # fmt: skip


class Receiver(ThreadingHTTPServer):
    """Answers with the statuses it was given, one after the other, and keeps what came."""

    def __init__(self, *answers: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.came = list(answers), []  # type: ignore[var-annotated]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/moves"


class Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.append((dict(self.headers), body))
        status = self.server.answers.pop(0) if self.server.answers else 200
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def receiver(request: pytest.FixtureRequest) -> Iterator[Receiver]:
    server = Receiver(*getattr(request, "param", ()))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def test_what_is_sent_is_signed_over_its_bytes(receiver: Receiver) -> None:
    send([MOVE], receiver.address, SECRET)

    ((headers, body),) = receiver.came
    expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    assert headers["X-Dragoman-Signature"] == f"sha256={expected}"
    assert json.loads(body)["moves"][0]["citations"][0]["quote"] == "Chile may send a radar."


@pytest.mark.parametrize("receiver", [(503, 429)], indirect=True)
def test_a_failure_is_tried_again_after_growing_pauses(receiver: Receiver) -> None:
    slept: list[float] = []

    send([MOVE], receiver.address, SECRET, pauses=(0.1, 0.4), sleep=slept.append)

    assert slept == [0.1, 0.4]
    assert len({headers["X-Dragoman-Delivery"] for headers, _ in receiver.came}) == 1
    assert len({body for _, body in receiver.came}) == 1


@pytest.mark.parametrize("receiver", [(500, 500, 500)], indirect=True)
def test_it_gives_up_after_the_last_pause_and_tells_the_address(receiver: Receiver) -> None:
    with pytest.raises(WebhookError, match=r"/moves: answered 500; 1 moves are kept"):
        send([MOVE], receiver.address, SECRET, pauses=(0, 0), sleep=lambda _: None)

    assert len(receiver.came) == 3


@pytest.mark.parametrize("receiver", [(403,), (302,)], indirect=True)
def test_a_refusal_is_not_tried_again_and_no_redirection_followed(receiver: Receiver) -> None:
    with pytest.raises(WebhookError, match="answered"):
        send([MOVE], receiver.address, SECRET, pauses=(0, 0), sleep=lambda _: None)

    assert len(receiver.came) == 1


def test_one_that_never_answers_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        begun = time.monotonic()
        with pytest.raises(WebhookError, match="no answer in time"):
            send([MOVE], f"http://127.0.0.1:{deaf.getsockname()[1]}/", SECRET, seconds=0.2, pauses=(0.0,))

    assert time.monotonic() - begun < 2


def test_one_that_answers_drop_by_drop_is_left_in_time() -> None:
    def drip(server: socket.socket) -> None:
        peer, _ = server.accept()
        with peer:
            for _ in range(40):
                try:
                    peer.sendall(b"H")
                except OSError:
                    return
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as slow:
        threading.Thread(target=drip, args=(slow,), daemon=True).start()
        begun = time.monotonic()
        with pytest.raises(WebhookError, match="no answer in time"):
            send([MOVE], f"http://127.0.0.1:{slow.getsockname()[1]}/", SECRET, seconds=0.3, pauses=())

    assert time.monotonic() - begun < 1.5


def test_nobody_there_is_told_without_the_secret_parts_of_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]

    with pytest.raises(WebhookError, match="cannot be reached") as error:
        send([MOVE], f"http://user:pass@127.0.0.1:{port}/x?token=t", SECRET, pauses=())

    assert "pass" not in str(error.value)
    assert "token" not in str(error.value)


@pytest.mark.parametrize("address", ["ftp://a/b", "file:///etc/passwd", "moves", "http://", "http://a:port/"])
def test_only_web_addresses_are_sent_to(address: str) -> None:
    with pytest.raises(SettingsError, match="webhook is"):
        check_address(address, SECRET)


def test_nothing_is_sent_unsigned() -> None:
    with pytest.raises(SettingsError, match="webhook_secret"):
        check_address("https://desk.example/moves", "")
