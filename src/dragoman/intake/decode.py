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
_BROWSERS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "gbk": "gb18030", "gb2312": "gb18030", "gb_2312-80": "gb18030", "chinese": "gb18030", "euc-cn": "gb18030",
    "euc-kr": "cp949", "euckr": "cp949", "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949",
    "korean": "cp949", "windows-949": "cp949", "uhc": "cp949", "sjis": "cp932", "shift_jis": "cp932",
    "shift-jis": "cp932", "ms_kanji": "cp932", "windows-31j": "cp932", "euc-jp": "euc_jp", "eucjp": "euc_jp",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-big5": "big5hkscs", "cn-big5": "big5hkscs",
    "windows-874": "cp874", "windows-1252": "cp1252",
}  # fmt: skip
"""The encodings that browsers read under these labels (WHATWG, Encoding Standard), as Python names them."""

_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
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
        return raw.decode(_BROWSERS.get(encoding.lower().removeprefix("x-"), encoding))
    except (LookupError, ValueError):
        return None


def _nearly_utf8(raw: bytes) -> bool:
    """One bad byte in a hundred signs beyond ASCII is damage, not another encoding."""
    text = raw.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 100 < beyond


def _east_asian(raw: bytes) -> str | None:
    """Tell an EUC encoding by its bytes: those beyond ASCII come in pairs, several together, all from A1 to FE.

    Western letters stand alone between ASCII ones. Hangul has lead bytes B0 to C8 only, kana A4 and A5 (KS X 1001,
    GB 2312, JIS X 0208 in their EUC forms).
    """
    runs = _HIGH_RUNS.findall(raw)
    paired = [run for run in runs if len(run) % 2 == 0 and min(run) >= 0xA1 and max(run) <= 0xFE]
    if not runs or len(paired) < 0.95 * len(runs) or max(map(len, paired)) < 4:
        return None
    leads = [byte for run in paired for byte in run[::2] if byte > 0xA3]
    kana = sum(byte in (0xA4, 0xA5) for byte in leads)
    if not leads:
        return None
    if kana * 5 > len(leads):
        return "euc_jp"
    hangul = sum(0xB0 <= byte <= 0xC8 for byte in leads)
    return "cp949" if hangul >= 0.95 * len(leads) else "gb18030"


def _guess(raw: bytes) -> tuple[str, tuple[Notice, ...]]:
    """East Asian pairs first, then Western punctuation of Windows, as in most old pages in English; then a guess."""
    asian = _east_asian(raw)
    if asian is not None and (text := _as_declared(raw, asian)) is not None:
        return text, (Notice("guessed encoding", asian),)
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
