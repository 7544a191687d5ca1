"""Begin a watch, and send what moved."""

from pathlib import Path

from dragoman.files import whole_file
from dragoman.record import Record
from dragoman.settings import Settings
from dragoman.watch.lines import example_text
from dragoman.watch.webhook import check_address, send


def write_example(path: Path) -> None:
    """Write the commented example of a file of red lines. Raises OutputError if there is a file, or none can be."""
    with whole_file(path, new=True) as file:
        file.write(example_text().encode())


def send_moves(record: Record, settings: Settings) -> int:
    """Send the moves that were not sent yet to the webhook, if there is one; give how many.

    Raises SettingsError if nothing can be sent there, WebhookError if the address does not take them.
    """
    if not settings.webhook:
        return 0
    check_address(settings.webhook, settings.webhook_secret)
    moves = record.unsent_moves(settings.webhook)
    if moves:
        send(moves, settings.webhook, settings.webhook_secret, seconds=settings.webhook_seconds)
        record.note_sent(moves, settings.webhook)
    return len(moves)
