"""Raw bytes become text, or an error that says why they cannot."""

import codecs
import re

from dragoman.errors import PageError
from dragoman.model.reading import Notice

MAX_BYTES = 20 * 1024 * 1024
"""The largest page read, in bytes. The longest treaty texts on the web stay under 3 MB; beyond 20 MB it is no page."""

_SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a SQLite database",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{3,20})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def check_size(size: int, *, name: str, max_bytes: int = MAX_BYTES) -> None:
    """Raise PageError when a page of `size` bytes is larger than `max_bytes`."""
    if size > max_bytes:
        raise PageError(
            f"{name}: the page is too large, {size / 1e6:.1f} MB; the limit is {max_bytes / 1e6:.1f} MB; "
            "give the article alone, or split the file into pages"
        )


def decode(raw: bytes, *, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Turn the bytes of a page into text; the second value holds a notice when the encoding had to be guessed.

    Raises PageError for a page that is empty or is not text.
    """
    if not raw.strip():
        raise PageError(f"{name}: the page is empty; give a page with text in it")
    for signature, what in _SIGNATURES.items():
        if raw.startswith(signature):
            raise PageError(f"{name}: not text but {what}; give the page as HTML or as plain text")
    text, notices = _decode(raw, name)
    if len(_CONTROLS.findall(text)) > len(text) // 100:
        raise PageError(f"{name}: not text, it is full of control signs; give the page as HTML or as plain text")
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        raise PageError(f"{name}: the page is empty; give a page with text in it")
    return text, notices


def _decode(raw: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _with_losses(raw, encoding)
    if b"\x00" in raw:
        return _without_bom(raw, name)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        flaw = error
    declared = _DECLARED.search(raw[:4096])
    if declared and (text := _as_declared(raw, declared[1].decode("ascii"))) is not None:
        return text, ()
    if _nearly_utf8(raw):
        return raw.decode("utf-8", "replace"), (Notice("bad bytes", "UTF-8", flaw.start),)
    return _guess(raw)


def _with_losses(raw: bytes, encoding: str) -> tuple[str, tuple[Notice, ...]]:
    try:
        return raw.decode(encoding), ()
    except UnicodeDecodeError as error:
        return raw.decode(encoding, "replace"), (Notice("bad bytes", encoding, error.start),)


def _without_bom(raw: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """UTF-16 of Latin text has a zero in every second byte, always on the same side; other zeros are no text."""
    half = len(raw) // 2 or 1
    for encoding, zeros in (("utf-16-le", raw[1::2].count(0)), ("utf-16-be", raw[0::2].count(0))):
        if zeros / half > 0.4 and raw.count(0) - zeros < half // 50 + 1:
            return raw.decode(encoding, "replace"), (Notice("guessed encoding", encoding),)
    raise PageError(f"{name}: not text, it holds zero bytes; give the page as HTML or as plain text")


def _as_declared(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode("cp1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1") else encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _nearly_utf8(raw: bytes) -> bool:
    """One bad byte in a hundred signs beyond ASCII is damage, not another encoding."""
    text = raw.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 100 < beyond


def _guess(raw: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Western punctuation of Windows first, for most old pages in English have it; then a guess from statistics."""
    try:
        western = raw.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    if western is not None and sum(byte > 0x7F for byte in raw) < len(raw) // 10 + 2:
        return western, (Notice("guessed encoding", "cp1252"),)
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        return raw.decode("utf-8", "replace"), (Notice("bad bytes", "UTF-8"),)
    return str(best), (Notice("guessed encoding", best.encoding),)
