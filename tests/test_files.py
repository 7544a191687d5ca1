"""Files are written whole or not at all, and never over what was read."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import OutputError
from dragoman.files import check_output, whole_file

MANY = 3 * 1024 * 1024


def write(path: Path, text: str = "new", **how: object) -> None:
    with whole_file(path, **how) as file:  # type: ignore[arg-type]
        file.write(text.encode())


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(tmp_path / "out.txt")

    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_text() == "new"


def test_while_it_is_written_the_old_file_stands(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")

    with whole_file(out) as file:
        file.write(b"new")
        file.flush()
        assert out.read_text() == "old"

    assert out.read_text() == "new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_when_writing_breaks_off_nothing_has_changed(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "out.txt"
    out.write_text("old")

    with pytest.raises(error), whole_file(out) as file:
        file.write(b"new")
        raise error

    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert out.read_text() == "old"


def test_two_that_write_one_file_do_not_mix(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"

    with whole_file(out) as one:
        one.write(b"one")
        with whole_file(out) as other:
            other.write(b"other")
        assert out.read_text() == "other"

    assert out.read_text() == "one"


def test_a_part_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.txt.part").write_text("mine")

    write(tmp_path / "out.txt")

    assert (tmp_path / "out.txt.part").read_text() == "mine"


def test_the_rights_are_those_of_any_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    write(tmp_path / "out.txt")
    (tmp_path / "other.txt").write_text("")
    assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "other.txt").stat().st_mode

    (tmp_path / "out.txt").chmod(0o640)
    write(tmp_path / "out.txt")

    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "there" / "out.txt")

    write(tmp_path / "link.txt")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "there" / "out.txt").read_text() == "new"


@pytest.mark.parametrize("how", ["itself", "other spelling", "symbolic link", "hard link", "link to a link"])
def test_an_input_is_never_the_output(tmp_path: Path, how: str) -> None:
    given, out = tmp_path / "in.txt", tmp_path / "out.txt"
    given.write_text("old")
    if how == "itself":
        out = given
    elif how == "other spelling":
        out = tmp_path / ".." / tmp_path.name / "in.txt"
    elif how == "hard link":
        os.link(given, out)
    else:
        (tmp_path / "between.txt").symlink_to(given)
        out.symlink_to(given if how == "symbolic link" else tmp_path / "between.txt")

    with pytest.raises(OutputError, match="is one of the inputs"):
        write(out, inputs=[tmp_path / "none.txt", given])

    assert given.read_text() == "old"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder", "is a folder; name a file"),
        ("none/out.txt", "no such folder"),
        ("in.txt/out.txt", "cannot be written"),
        ("x" * 300, "File name too long"),
        ("loop", "cannot be written"),
        ("/dev/null", "is no file but a device"),
        ("", "is a folder"),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is_done(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "in.txt").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(OutputError, match=said):
        check_output(tmp_path / name)


def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path: Path) -> None:
    write(tmp_path / ("x" * 255))

    assert (tmp_path / ("x" * 255)).read_text() == "new"


def test_what_must_be_new_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old")

    with pytest.raises(OutputError, match="there is a file already"):
        write(tmp_path / "out.txt", new=True)


def test_a_full_disk_is_told_and_the_old_file_stands(tmp_path: Path) -> None:
    """The shell lets no file grow over a limit, as a disk does that is full."""
    (tmp_path / "out.txt").write_text("old")
    program = (
        "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from pathlib import Path; "
        "from dragoman.files import whole_file; from dragoman.errors import OutputError\n"
        f"try:\n  with whole_file(Path('out.txt')) as file: file.write(b'x' * {MANY})\n"
        "except OutputError as error: print(error)"
    )

    done = subprocess.run(
        ["bash", "-c", 'ulimit -f 100; exec python -c "$0"', program], cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}, check=False,
    )  # fmt: skip

    assert done.stdout.startswith("out.txt: cannot be written (File too large); ")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.txt", "old")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_without_the_right_to_write_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("old")
    (tmp_path / "out.txt").chmod(0o444)

    with pytest.raises(OutputError, match="no right to"):
        check_output(tmp_path / "out.txt")
