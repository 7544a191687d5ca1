"""Settings: defaults, overlaid by a file, overlaid by the environment."""

from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import SETTINGS, load_settings


def test_defaults_stand_without_file_and_environment(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path) == {name: default for name, default, _ in SETTINGS}


def test_the_environment_overlays_the_file(tmp_path: Path) -> None:
    (tmp_path / "dragoman.toml").write_text("jobs = 2\n")

    assert load_settings({}, tmp_path)["jobs"] == 2
    assert load_settings({"DRAGOMAN_JOBS": "3"}, tmp_path)["jobs"] == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [("colour = 1", "no setting is called"), ("jobs = [", "not valid TOML"), ("jobs = 'x'", "wants int")],
)
def test_a_bad_file_is_told_by_name(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "dragoman.toml").write_text(text)

    with pytest.raises(SettingsError, match=said):
        load_settings({}, tmp_path)


def test_a_settings_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no file"):
        load_settings({"DRAGOMAN_SETTINGS": str(tmp_path / "none.toml")})
