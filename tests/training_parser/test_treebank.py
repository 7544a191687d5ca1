import gzip
from pathlib import Path

import pytest
from training.parser.treebank import find_fault, read_treebank

from dragoman.errors import LanguageError

ROWS = """\
1\tPeru\tPeru\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsign\tsign\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


def write(path: Path, rows: str = ROWS, text: str = "Peru didn't sign.") -> Path:
    path.write_text(f"# sent_id = s1\n# text = {text}\n{rows}\n", encoding="utf-8")
    return path


def test_reads_words_and_tree(tmp_path: Path) -> None:
    sentence = read_treebank([write(tmp_path / "a.conllu")]).sentences[0]

    assert sentence.words == ("Peru", "did", "n't", "sign", ".")
    assert sentence.heads == (3, 3, 3, -1, 3)
    assert sentence.text() == "Peru didn't sign."


def test_reads_packed_files(tmp_path: Path) -> None:
    plain = write(tmp_path / "a.conllu")
    packed = tmp_path / "a.conllu.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    assert [s.words for s in read_treebank([packed]).sentences] == [s.words for s in read_treebank([plain]).sentences]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("4\taux", "4\tauxiliary", "unknown relation 'auxiliary'"),
        ("0\troot", "5\tparataxis", "0 roots"),
        ("4\tnsubj", "0\troot", "2 roots"),
        ("0\troot", "0\tdep", "the root is not labelled root"),
        ("4\tnsubj", "9\tnsubj", "a head outside the sentence"),
        ("4\tnsubj", "1\tnsubj", "a cycle"),
        ("4\tnsubj", "x\tnsubj", "not CoNLL-U"),
        ("SpaceAfter=No", "_", 'the words make "Peru didn\'t sign ."'),
    ],
)
def test_bad_sentence_is_set_aside_with_its_fault(tmp_path: Path, old: str, new: str, fault: str) -> None:
    bank = read_treebank([write(tmp_path / "a.conllu", ROWS.replace(old, new))])

    assert bank.sentences == []
    assert bank.rejected[0].startswith(f"a.conllu: sentence s1: {fault}")


def test_good_sentence_has_no_fault(tmp_path: Path) -> None:
    assert find_fault(read_treebank([write(tmp_path / "a.conllu")]).sentences[0]) == ""


def test_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"gone\.conllu is missing"):
        read_treebank([tmp_path / "gone.conllu"])
