"""The settings: one table of name, default, help and what is allowed; a file overlays the defaults, the environment it.

The file is `dragoman.toml` in the working folder, or the one that DRAGOMAN_SETTINGS names. A setting `jobs` is
overlaid by the environment variable DRAGOMAN_JOBS. `Settings` is the table: one field a setting.
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from dragoman.errors import SettingsError
from dragoman.model.reading import READERS, Readers

Value = TypeVar("Value")


class Allowed(NamedTuple):
    """What a setting may be, in words, and what makes a value of it; `read` raises ValueError for any other."""

    words: str
    read: Callable[[Any], Any]


def whole(least: int, most: int) -> Allowed:
    """Allow whole numbers, written in the digits 0 to 9."""
    return Allowed(f"a whole number from {least} to {most}", lambda value: int(_between(value, "[0-9]+", least, most)))


def number(least: float, most: float) -> Allowed:
    """Allow numbers, with a decimal point or without."""
    return Allowed(f"a number from {least} to {most}", lambda value: _between(value, r"[0-9]+(\.[0-9]+)?", least, most))


def _between(value: Any, digits: str, least: float, most: float) -> float:
    if isinstance(value, bool) or not re.fullmatch(digits, str(value)) or not least <= float(str(value)) <= most:
        raise ValueError
    return float(str(value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _path(value: Any) -> str:
    if not _text(value).strip() or "\0" in value:
        raise ValueError
    return str(value)


def _address(value: Any) -> str:
    parts = urlsplit(_text(value))
    if value and not (parts.scheme in ("http", "https") and parts.hostname and parts.port != 0):
        raise ValueError
    return str(value)


def one_of(*words: str) -> Allowed:
    """Allow a few words."""

    def read(value: Any) -> str:
        if value not in words:
            raise ValueError
        return str(value)

    return Allowed(" or ".join(words), read)


PATH = Allowed("the path of a file", _path)
TEXT = Allowed("text, in quotation marks in the file", _text)
READER = one_of(*READERS)
ADDRESS = Allowed("an http or https address, or nothing", _address)


def setting(default: Value, help: str, allowed: Allowed) -> Value:
    """Make a row of the table."""
    return field(default=default, metadata={"help": help, "allowed": allowed})


@dataclass(frozen=True)
class Settings:
    """All settings with their values: name and default, help, what is allowed."""

    max_page_mb: float = setting(20, "largest page that is read, in megabytes", number(0.001, 1000))
    db: str = setting("dragoman.sqlite", "file of the desk's record", PATH)
    document_seconds: float = setting(
        300, "seconds of the processor that one document may take before it is set aside; 0 means no limit",
        number(0, 86400),
    )  # fmt: skip
    jobs: int = setting(0, "processes of `code`; 0 means one a processor", whole(0, 256))
    reader: Readers = setting(  # noqa: RUF009 - a row like the others, which ruff knows to be immutable
        "both", "who reads events: frames and the trained reader, or frames alone", READER
    )
    lines: str = setting("redlines.toml", "file of the desk's red lines", PATH)
    sure_frames: float = setting(
        0.0, "confidence from which a brief prints a line where the frames alone read a page", number(0, 1)
    )
    sure_reader: float = setting(
        0.7, "confidence from which a brief prints a line where the trained reader read it too", number(0, 1)
    )
    webhook: str = setting("", "address that moves are sent to (http or https); none if empty", ADDRESS)
    webhook_secret: str = setting(
        "", "key that signs what is sent; better in the environment (`DRAGOMAN_WEBHOOK_SECRET`) than in the file", TEXT
    )
    webhook_seconds: float = setting(5, "seconds that the webhook's address has for an answer", number(0.1, 300))

    @property
    def max_page_bytes(self) -> int:
        """The largest page that is read, in bytes."""
        return int(self.max_page_mb * 1_000_000)


ALLOWED: dict[str, Allowed] = {row.name: row.metadata["allowed"] for row in fields(Settings)}


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Give the settings: the defaults, overlaid by the file in `folder`, overlaid by the environment.

    Raises SettingsError for an unknown name, a value that is not allowed, or a file that cannot be read.
    """
    environment = os.environ if environment is None else environment
    path = Path(environment.get("DRAGOMAN_SETTINGS", (folder or Path()) / "dragoman.toml"))
    values = {}
    for name, value in _read(path, required="DRAGOMAN_SETTINGS" in environment).items():
        values[name] = checked(name, value, str(path))
    for name in ALLOWED:
        variable = f"DRAGOMAN_{name.upper()}"
        if variable in environment:
            values[name] = checked(name, environment[variable].strip(), f"environment variable {variable}")
    return Settings(**values)


def _read(path: Path, required: bool) -> dict[str, Any]:
    if not path.is_file():
        if required:
            raise SettingsError(f"DRAGOMAN_SETTINGS names {path}, which is no file; mend the variable or unset it")
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); check the path and its rights") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}; mend the file") from error


def checked(name: str, value: Any, where: str) -> Any:
    """Give the value of a setting as its type; raises SettingsError that names setting, value and what is allowed."""
    if name not in ALLOWED:
        raise SettingsError(f"{where}: no setting is called {name!r}; known are {', '.join(sorted(ALLOWED))}")
    try:
        return ALLOWED[name].read(value)
    except ValueError:
        raise SettingsError(f"{where}: {name} is {value!r}; write {ALLOWED[name].words}") from None
