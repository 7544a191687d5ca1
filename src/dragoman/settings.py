"""The settings: one table of name, default and help; a file overlays the defaults, the environment overlays the file.

The file is `dragoman.toml` in the working folder, or the one that DRAGOMAN_SETTINGS names. A setting `jobs` is
overlaid by the environment variable DRAGOMAN_JOBS.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import SettingsError

SETTINGS: tuple[tuple[str, Any, str], ...] = (
    ("max_page_mb", 20, "largest page that is read, in megabytes"),
    ("db", "dragoman.sqlite", "file of the desk's record"),
    ("jobs", 0, "processes of `code`; 0 means one a processor"),
    ("lines", "redlines.toml", "file of the desk's red lines"),
    ("webhook", "", "address that moves are sent to (http or https); none if empty"),
    ("webhook_secret", "", "key that signs what is sent; better in the environment than in the file"),
    ("webhook_seconds", 5, "seconds that the webhook's address has for an answer"),
)
"""Name, default, help. A value from the environment is read as the type of the default."""


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> dict[str, Any]:
    """Give all settings by name.

    Raises SettingsError for an unknown name, a value of the wrong type, or a file that is not TOML.
    """
    environment = os.environ if environment is None else environment
    path = Path(environment.get("DRAGOMAN_SETTINGS", (folder or Path()) / "dragoman.toml"))
    values = {name: default for name, default, _ in SETTINGS}
    for name, value in _read(path, required="DRAGOMAN_SETTINGS" in environment).items():
        values[name] = _checked(name, value, f"{path}")
    for name in values:
        variable = f"DRAGOMAN_{name.upper()}"
        if variable in environment:
            values[name] = _checked(name, environment[variable], f"environment variable {variable}")
    return values


def _read(path: Path, required: bool) -> dict[str, Any]:
    if not path.is_file():
        if required:
            raise SettingsError(f"DRAGOMAN_SETTINGS names {path}, which is no file; mend the variable or unset it")
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}; mend the file") from error


def _checked(name: str, value: Any, where: str) -> Any:
    defaults = {key: default for key, default, _ in SETTINGS}
    if name not in defaults:
        raise SettingsError(f"{where}: no setting is called {name!r}; known are {', '.join(sorted(defaults))}")
    kind = type(defaults[name])
    try:
        return kind(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{where}: {name} wants {kind.__name__}, not {value!r}") from error
