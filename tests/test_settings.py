"""Settings: defaults, overlaid by a file, overlaid by the environment; what makes no sense is told."""

from dataclasses import asdict
from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import ALLOWED, Settings, load_settings
from tests.calling import call


def test_defaults_stand_without_file_and_environment(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path) == Settings()


@pytest.mark.parametrize("name", ALLOWED)
def test_every_default_is_allowed(name: str) -> None:
    default = asdict(Settings())[name]

    assert ALLOWED[name].read(default) == default


def test_the_environment_overlays_the_file(tmp_path: Path) -> None:
    (tmp_path / "dragoman.toml").write_text("jobs = 2\n")

    assert load_settings({}, tmp_path).jobs == 2
    assert load_settings({"DRAGOMAN_JOBS": "3"}, tmp_path).jobs == 3


@pytest.mark.parametrize("text", ["max_page_mb = 0.5", "max_page_mb = '0.5'"])
def test_half_a_megabyte_is_half_a_megabyte(tmp_path: Path, text: str) -> None:
    (tmp_path / "dragoman.toml").write_text(text)

    assert load_settings({}, tmp_path).max_page_bytes == 500_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "no setting is called 'colour'; known are db, jobs"),
        ("jobs = [", "not valid TOML"),
        ("jobs = 'x'", "jobs is 'x'; write a whole number from 0 to 256"),
        ("jobs = true", "jobs is True; write a whole number"),
        ("jobs = 2.5", "jobs is 2.5; write a whole number"),
        ("jobs = [2]", r"jobs is \[2\]; write a whole number"),
        ("db = 5", "db is 5; write the path of a file"),
        ("db = ''", "db is ''; write the path of a file"),
        ("webhook = 'desk.example'", "webhook is 'desk.example'; write an http or https address, or nothing"),
        ("webhook = 'https://desk.example:x/'", "webhook is .*; write an http or https address"),
        ("webhook_seconds = inf", "webhook_seconds is inf; write a number from 0.1 to 300"),
    ],
)
def test_a_bad_file_is_told_by_name(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "dragoman.toml").write_text(text)

    with pytest.raises(SettingsError, match=f"^{tmp_path}/dragoman.toml: {said}"):
        load_settings({}, tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JOBS", "-5"),
        ("JOBS", "1e2"),
        ("JOBS", "٣"),
        ("JOBS", ""),
        ("JOBS", "100000"),
        ("MAX_PAGE_MB", "0"),
        ("MAX_PAGE_MB", "nan"),
        ("WEBHOOK_SECONDS", "-1"),
        ("WEBHOOK_SECONDS", "soon"),
        ("LINES", " "),
    ],
)
def test_a_senseless_value_of_the_environment_is_told_by_every_command(
    name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"DRAGOMAN_{name}", value)

    told = call("relations", "RUS", "PRK")

    assert (told.status, told.out) == (2, "")
    assert told.err.startswith(
        f"error: environment variable DRAGOMAN_{name}: {name.lower()} is {value.strip()!r}; write "
    )


def test_a_settings_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no file"):
        load_settings({"DRAGOMAN_SETTINGS": str(tmp_path / "none.toml")})


def test_the_largest_page_is_as_large_as_the_setting_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("A page\n\nThe harbour is open. " * 40, encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_MAX_PAGE_MB", "0.001")
    small = call("brief", "page.txt", "--json")
    monkeypatch.setenv("DRAGOMAN_MAX_PAGE_MB", "0.002")
    large = call("brief", "page.txt", "--json")

    assert (small.status, large.status) == (2, 0)
    assert "page.txt: the page is too large" in small.err
