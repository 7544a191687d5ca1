import pytest

from dragoman.errors import PageError
from dragoman.intake import read_page
from dragoman.intake.decode import check_size, decode
from dragoman.model.reading import Notice
from dragoman.vocab import Vocabulary

TEXT = "Russia’s president met Kim – “friendly” talks in Pyongyang."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_guess(encoding: str):
    assert decode(TEXT.encode(encoding), name="p") == (TEXT, ())


def test_windows_punctuation_is_read_and_the_guess_noticed():
    assert decode(TEXT.encode("cp1252"), name="p") == (TEXT, (Notice("guessed encoding", "cp1252"),))


def test_utf16_without_a_mark_is_noticed():
    text, notices = decode(TEXT.encode("utf-16-le"), name="p")

    assert text == TEXT
    assert notices == (Notice("guessed encoding", "utf-16-le"),)


def test_a_declared_encoding_is_no_guess():
    raw = '<meta charset="euc-kr"><p>한국과 러시아</p>'.encode("euc-kr")

    assert decode(raw, name="p") == (raw.decode("euc-kr"), ())


@pytest.mark.parametrize(
    ("label", "encoding", "words"),
    [
        ("x-gbk", "gbk", "王毅"),
        ("gb2312", "gb18030", "朱镕基"),
        ("x-sjis", "cp932", "安倍晋三"),
        ("ks_c_5601-1987", "cp949", "김정은"),
    ],
)
def test_encodings_are_declared_under_the_names_that_browsers_know(label: str, encoding: str, words: str):
    raw = f'<meta charset="{label}"><p>He met {words} in Oslo.</p>'.encode(encoding)

    assert decode(raw, name="p") == (raw.decode(encoding), ())


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("cp949", "김정은"), ("gb18030", "王毅，李强"), ("euc_jp", "安倍しんぞう")],
)
def test_a_few_east_asian_names_in_an_english_page_give_its_encoding_away(encoding: str, words: str):
    text = f"The minister met his guest ({words}) in Oslo, and both left without a word to the press."

    assert decode(text.encode(encoding), name="p") == (text, (Notice("guessed encoding", encoding),))


def test_western_letters_are_not_taken_for_east_asian_ones():
    text = "The mayor of Málaga met Señor Nuñez at the café."

    assert decode(text.encode("cp1252"), name="p")[0] == text


@pytest.mark.parametrize("label", ["undefined", "no-such-name", "rot13"])
def test_a_senseless_declared_encoding_is_no_error(label: str):
    raw = f'<meta charset="{label}"><p>At the café in Málaga.</p>'.encode("cp1252")

    assert "Málaga" in decode(raw, name="p")[0]


def test_cyrillic_of_windows_is_guessed():
    text, notices = decode(("Министр иностранных дел прибыл в Москву. " * 5).encode("cp1251"), name="p")

    assert text.startswith("Министр иностранных дел")
    assert notices[0].kind == "guessed encoding"


def test_a_single_bad_byte_does_not_change_the_encoding():
    text, notices = decode((TEXT * 40).encode() + b"\xff", name="p")

    assert text == TEXT * 40 + "\ufffd"
    assert notices[0].kind == "bad bytes"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", r"p: the page is empty"),
        (b" \n\t ", r"p: the page is empty"),
        (b"\xef\xbb\xbf\n", r"p: the page is empty"),
        (b"%PDF-1.7 ...", r"a PDF file"),
        (b"PK\x03\x04rest", r"a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", r"a PNG image"),
        (b"abc\x00\x00\x00\x00def\x00\x01", r"zero bytes"),
        (bytes(range(1, 32)) * 20, r"control signs"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(vocabulary: Vocabulary, raw: bytes, message: str):
    with pytest.raises(PageError, match=message):
        read_page(raw, name="p", vocabulary=vocabulary)


def test_a_page_over_the_limit_names_both_sizes():
    with pytest.raises(PageError, match=r"52\.4 MB; the limit is 21\.0 MB"):
        check_size(50 * 1024 * 1024, name="p")
