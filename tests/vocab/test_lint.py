"""The lint is empty on the shipped tables, and a wrong value in any checked column or key of any table is found.

In each case one thing is changed in a copy of the tables: a cell of a CSV table, a key of a YAML table.
"""

import csv
import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.events import FLAGS, KEYS
from dragoman.vocab.expectations import EXPECTED
from dragoman.vocab.lint import lint
from dragoman.vocab.tables import SHIPPED, Folder
from dragoman.vocab.wording import LISTS

PLACE = Path(str(SHIPPED))
NAME = "vocab/data"
TABLES = {str(path.relative_to(PLACE)): path.read_text("utf-8") for path in PLACE.rglob("*") if path.suffix != ".md"
          and path.is_file()}  # fmt: skip
CSV = sorted(file for file in TABLES if file.endswith(".csv"))
YAML = sorted(file for file in TABLES if file.endswith(".yaml"))
PARTS = {
    "actors": ("actors",), "cues": ("cues",), "events": ("events",), "grammar": ("grammar",), "intake": ("intake",),
    "levels": ("levels",), "times": ("times",), "treaty_text": ("treaty_wording",), "wording": ("wording",),
    "courses": ("courses",), "treaties": ("treaties", "courses"), "watch": ("agencies", "weights", "alarm"),
}  # fmt: skip
"""Which parts of a vocabulary are read from a folder."""
LEADERS = "world/actors/leaders"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("vocab") / "data"
    shutil.copytree(PLACE, place)
    return place


@pytest.fixture
def linted(copy: Path) -> Iterator[Callable[[str, str], str]]:
    """Give a function that lints the tables with another text of one of them."""
    changed: list[str] = []

    def findings(file: str, text: str) -> str:
        changed.append(file)
        (copy / file).write_text(text, encoding="utf-8")
        return "\n".join(lint(vocabulary_of(copy, file), PARTS[file.split("/")[1]]))

    yield findings
    for file in changed:
        shutil.copy(PLACE / file, copy / file)


def vocabulary_of(copy: Path, file: str) -> Vocabulary:
    """Give the vocabulary of the copy; what is read from other folders than that of the file is the shipped one."""
    own = PARTS[file.split("/")[1]]
    found = Vocabulary(folder=Folder(copy, NAME))
    parts = {part for some in PARTS.values() for part in some}
    vars(found).update({part: getattr(shipped(), part) for part in parts if part not in own})
    return found


def test_the_shipped_tables_are_clean(vocabulary: Vocabulary) -> None:
    assert lint(vocabulary) == []


def test_the_whole_copy_is_clean(copy: Path) -> None:
    assert lint(Vocabulary(folder=Folder(copy, NAME))) == []


# -- CSV ---------------------------------------------------------------------------------------------------------------


def rows_of(file: str) -> list[tuple[int, dict[str, str]]]:
    """Give the rows of a table with the lines on which they end."""
    reader = csv.DictReader(io.StringIO(TABLES[file]))
    return [(reader.line_num, row) for row in reader]


COLUMNS = {file: list(rows_of(file)[0][1]) for file in CSV}
OPTIONAL = {("world/treaties/members.csv", "signed")}
"""Columns that every shipped row fills, and that need not be filled: a party then signed when the treaty was signed."""
FILLED = [
    (file, column)
    for file, columns in COLUMNS.items()
    for column in columns
    if all(row[column].strip() for _, row in rows_of(file)) and (file, column) not in OPTIONAL
]
"""Columns that no shipped row leaves empty."""


def with_cell(file: str, column: str, value: str, where: Callable[[dict[str, str]], bool]) -> tuple[int, str]:
    """Change a cell of the first row that answers; give its line and the text of the table."""
    rows = rows_of(file)
    line, changed = next((line, row) for line, row in rows if where(row))
    changed[column] = value
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS[file], lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for _, row in rows)
    return line, out.getvalue()


@pytest.mark.parametrize(("file", "column"), FILLED, ids=lambda item: str(item))
def test_an_empty_cell_in_a_column_that_is_filled_is_found(linted: Any, file: str, column: str) -> None:
    line, text = with_cell(file, column, "", lambda row: True)

    assert f"{NAME}/{file}, line {line}" in linted(file, text)


Where = Callable[[dict[str, str]], bool]
ANY: Where = lambda row: True  # noqa: E731


def has(column: str, value: str | None = None) -> Where:
    return lambda row: row[column] == value if value is not None else bool(row[column])


WRONG: list[tuple[str, str, str, Where]] = [
    ("en/actors/common.csv", "kind", "nickname", ANY),
    ("en/actors/grammar.csv", "role", "verb", ANY),
    ("en/actors/names.csv", "code", "QQQ", ANY),
    ("en/actors/regions.csv", "code", "QQQ", ANY),
    ("en/actors/names.csv", "kind", "town", ANY),
    ("en/actors/names.csv", "sector", "ARMY", ANY),
    ("en/actors/names.csv", "begin", "then", ANY),
    ("en/actors/names.csv", "begin", "2999", has("end")),
    ("en/actors/names.csv", "end", "1991-13", ANY),
    ("en/actors/names.csv", "guard", "perhaps", ANY),
    ("en/actors/names.csv", "guard", "caps&cue:", ANY),
    ("en/actors/names.csv", "guard", "only:QQQ", ANY),
    ("en/actors/offices.csv", "office", "king", ANY),
    ("en/actors/offices.csv", "sector", "ARMY", ANY),
    ("en/actors/offices.csv", "title", "king", has("title", "queen")),
    ("en/actors/sectors.csv", "sector", "ARMY", ANY),
    ("en/actors/sectors.csv", "sector", "", has("role", "head")),
    ("en/actors/sectors.csv", "role", "tail", ANY),
    ("en/actors/sectors.csv", "word", "soldier", has("word", "troop")),
    ("en/cues/clauses.csv", "obligation", "defence", ANY),
    ("en/cues/clauses.csv", "word", "defend", has("word", "aid")),
    ("en/cues/conditions.csv", "effect", "perhaps", ANY),
    ("en/cues/conditions.csv", "example", "If he signs it, talks will end.", ANY),
    ("en/cues/contexts.csv", "kind", "weather", ANY),
    ("en/cues/governors.csv", "kind", "pronoun", ANY),
    ("en/cues/governors.csv", "takes", "infinitive", ANY),
    ("en/cues/governors.csv", "effect", "perhaps", ANY),
    ("en/cues/governors.csv", "effect", "-|*", ANY),
    ("en/cues/governors.csv", "vouches", "no", ANY),
    ("en/cues/governors.csv", "example", "It abandoned a withdrawal.", ANY),
    ("en/cues/governors.csv", "word", "abandoned", has("word", "aborted")),
    ("en/cues/modals.csv", "effect", "perhaps", ANY),
    ("en/cues/modals.csv", "example", "They will meet.", ANY),
    ("en/cues/multiples.csv", "value", "many", ANY),
    ("en/cues/ordinals.csv", "number", "one", ANY),
    ("en/cues/topics.csv", "kind", "weather", ANY),
    ("en/events/intensity.csv", "type", "GREET", ANY),
    ("en/events/intensity.csv", "mode", "visite", has("mode", "visit")),
    ("en/events/intensity.csv", "mode", "visit", has("mode", "third-party")),
    ("en/events/intensity.csv", "score", "high", ANY),
    ("en/events/intensity.csv", "score", "90", ANY),
    ("en/grammar/abbreviations.csv", "kind", "name", ANY),
    ("en/grammar/abbreviations.csv", "abbreviation", "Mrs.", ANY),
    ("en/grammar/control.csv", "verb", "call", ANY),
    ("en/grammar/lemma_rules.csv", "tag", "NN", ANY),
    ("en/grammar/lemma_rules.csv", "suffix", "id", ANY),
    ("en/grammar/lemma_rules.csv", "replacement", "i", ANY),
    ("en/grammar/lemma_rules.csv", "form", "agreed", ANY),
    ("en/grammar/lemma_rules.csv", "lemma", "deni", ANY),
    ("en/grammar/plurals.csv", "ending", "an", has("ending", "ay")),
    ("en/grammar/plurals.csv", "plural", "es", ANY),
    ("en/grammar/plurals.csv", "example", "envoy: envoies", ANY),
    ("en/grammar/sentence_words.csv", "kind", "ender", ANY),
    ("en/grammar/words.csv", "word", "inter-", has("word", "anti-")),
    ("en/intake/clutter.csv", "phrase", "a phrase of another line", ANY),
    ("en/intake/clutter.csv", "place", "inside", ANY),
    ("en/intake/clutter.csv", "zone", "middle", ANY),
    ("en/intake/clutter.csv", "role", "ornament", ANY),
    ("en/intake/kinds.csv", "kind", "column", ANY),
    ("en/intake/kinds.csv", "kind", "opinion", has("where", "line")),
    ("en/intake/kinds.csv", "where", "footer", ANY),
    ("en/intake/kinds.csv", "word", "(", has("where", "title")),
    ("en/intake/kinds.csv", "example", "Nothing of the kind", has("where", "line")),
    ("en/intake/patterns.csv", "pattern", "(", ANY),
    ("en/intake/patterns.csv", "example", "Nothing of the kind", ANY),
    ("en/intake/patterns.csv", "zone", "middle", ANY),
    ("en/intake/patterns.csv", "role", "ornament", ANY),
    ("en/intake/sections.csv", "section", "Americas", ANY),
    ("en/levels/changes.csv", "what", "kindled", ANY),
    ("en/levels/changes.csv", "rung", "9", ANY),
    ("en/times/holidays.csv", "month", "13", ANY),
    ("en/times/holidays.csv", "month", "", ANY),
    ("en/times/holidays.csv", "month", "4", has("rule", "easter 0")),
    ("en/times/holidays.csv", "day", "32", ANY),
    ("en/times/holidays.csv", "day", "1", has("rule")),
    ("en/times/holidays.csv", "day", "", ANY),
    ("en/times/holidays.csv", "rule", "fifth monday", has("rule")),
    ("en/times/links.csv", "relation", "1", ANY),
    ("en/times/tense.csv", "tense", "perfect", ANY),
    ("en/times/words.csv", "class", "MOONTH", ANY),
    ("en/times/words.csv", "value", "13", ANY),
    ("en/times/words.csv", "value", "+2 page", has("class", "RELATION")),
    ("en/times/words.csv", "value", "F", has("class", "UNIT")),
    ("en/times/words.csv", "form", "title", ANY),
    ("world/actors/countries.csv", "code", "Abw", ANY),
    ("world/actors/countries.csv", "code", "AFG", ANY),
    ("world/actors/countries.csv", "begin", "long ago", ANY),
    ("world/actors/countries.csv", "begin", "2999", has("end")),
    ("world/actors/countries.csv", "end", "1991/12", ANY),
    ("world/actors/countries.csv", "successor", "QQQ", ANY),
    ("world/actors/countries.csv", "kind", "kingdom", ANY),
    ("world/actors/figures.csv", "code", "QQQ", ANY),
    ("world/actors/figures.csv", "sector", "ARMY", ANY),
    ("world/actors/figures.csv", "begin", "then", ANY),
    ("world/actors/figures.csv", "end", "1900", has("end")),
    ("world/actors/organisations.csv", "code", "UNHCR", ANY),
    ("world/actors/organisations.csv", "kind", "club", ANY),
    ("world/actors/organisations.csv", "sector", "ARMY", ANY),
    ("world/actors/organisations.csv", "country", "QQQ", ANY),
    ("world/actors/organisations.csv", "guards", "caps", ANY),
    ("world/actors/organisations.csv", "guards", "Nobody=caps", ANY),
    ("world/actors/organisations.csv", "guards", "UN=perhaps", ANY),
    *(
        (f"{LEADERS}/{region}.csv", column, value, where)
        for region in ("africa", "americas", "asia", "europe", "organisations")
        for column, value, where in (
            ("code", "QQQ", ANY),
            ("office", "king", ANY),
            ("begin", "then", ANY),
            ("end", "1900", has("end")),
            ("source", "hearsay", ANY),
        )
    ),
    ("world/courses/costs.csv", "what", "sam", ANY),
    ("world/courses/costs.csv", "what", "then", has("what", "again")),
    ("world/courses/costs.csv", "a", "marriage", ANY),
    ("world/courses/costs.csv", "b", "marriage", has("b")),
    ("world/courses/costs.csv", "b", "visit", has("what", "same")),
    ("world/courses/costs.csv", "score", "high", ANY),
    ("world/courses/costs.csv", "score", "9", has("what", "alike")),
    ("world/courses/courses.csv", "id", "stalins-path", has("id", "gorbachevs-path")),
    ("world/courses/courses.csv", "a", "QQQ", ANY),
    ("world/courses/courses.csv", "b", "QQQ", ANY),
    ("world/courses/courses.csv", "from", "then", ANY),
    ("world/courses/courses.csv", "from", "1999", ANY),
    ("world/courses/courses.csv", "until", "1900", ANY),
    ("world/courses/courses.csv", "source", "HEARSAY", ANY),
    ("world/courses/grades.csv", "share", "half", ANY),
    ("world/courses/grades.csv", "share", "50", ANY),
    ("world/courses/grades.csv", "share", "0.9", has("grade", "partial")),
    ("world/courses/grades.csv", "same", "1.5", ANY),
    ("world/courses/grades.csv", "rate", "few", ANY),
    ("world/courses/grades.csv", "rate", "5", ANY),
    ("world/courses/kinds.csv", "kind", "recognition", has("kind", "relations")),
    ("world/courses/kinds.csv", "tone", "down", ANY),
    ("world/courses/kinds.csv", "runs", "maybe", ANY),
    ("world/courses/kinds.csv", "read_from", "interaction:GIFT", ANY),
    ("world/courses/rules.csv", "rule", "most_fun", ANY),
    ("world/courses/rules.csv", "value", "1.5", ANY),
    ("world/courses/sources.csv", "key", "ARM", ANY),
    ("world/courses/steps.csv", "course", "stalin", ANY),
    ("world/courses/steps.csv", "when", "then", ANY),
    ("world/courses/steps.csv", "when", "1999", ANY),
    ("world/courses/steps.csv", "kind", "marriage", ANY),
    ("world/courses/steps.csv", "actor", "USA", ANY),
    ("world/courses/steps.csv", "source", "HEARSAY", ANY),
    ("world/intake/months.csv", "name", "января", has("name", "мая")),
    ("world/intake/months.csv", "number", "13", ANY),
    ("world/intake/months.csv", "language", "Russian", ANY),
    ("world/intake/months.csv", "example", "5 2021", ANY),
    ("world/intake/sources.csv", "name", "The Korea Herald", ANY),
    ("world/intake/sources.csv", "domain", "a paper", ANY),
    ("world/intake/sources.csv", "country", "QQQ", ANY),
    ("world/intake/sources.csv", "kind", "blog", ANY),
    ("world/treaties/clauses.csv", "treaty", "none-1900", ANY),
    ("world/treaties/clauses.csv", "obligation", "defence", ANY),
    ("world/treaties/clauses.csv", "owed_by", "CHN", ANY),
    ("world/treaties/clauses.csv", "owed_to", "CHN", ANY),
    ("world/treaties/clauses.csv", "conditions", "in doubt", ANY),
    ("world/treaties/clauses.csv", "conditions", "against:QQQ", ANY),
    ("world/treaties/clauses.csv", "conditions", "number:some", ANY),
    ("world/treaties/clauses.csv", "begin", "then", ANY),
    ("world/treaties/clauses.csv", "end", "1800", has("begin")),
    ("world/treaties/lines.csv", "code", "Soviet Union", ANY),
    ("world/treaties/lines.csv", "code", "YUG", has("code", "SUN")),
    ("world/treaties/lines.csv", "line", "QQQ", ANY),
    ("world/treaties/lines.csv", "begin", "then", ANY),
    ("world/treaties/lines.csv", "end", "1800", ANY),
    ("world/treaties/members.csv", "treaty", "none-1900", ANY),
    ("world/treaties/members.csv", "party", "QQQ", ANY),
    ("world/treaties/members.csv", "signed", "then", ANY),
    ("world/treaties/members.csv", "in_force", "1700", ANY),
    ("world/treaties/members.csv", "ground", "", has("ground")),
    ("world/treaties/members.csv", "ended", "1999", has("ended", "")),
    ("world/treaties/members.csv", "how", "", has("how")),
    ("world/treaties/members.csv", "source", "HEARSAY", ANY),
    ("world/treaties/relations.csv", "a", "QQQ", ANY),
    ("world/treaties/relations.csv", "b", "KOR", has("a", "KOR")),
    ("world/treaties/relations.csv", "what", "kindled", ANY),
    ("world/treaties/relations.csv", "date", "1990-13", ANY),
    ("world/treaties/relations.csv", "source", "HEARSAY", ANY),
    ("world/treaties/regions.csv", "holds", "QQQ", ANY),
    ("world/treaties/regions.csv", "begin", "then", ANY),
    ("world/treaties/regions.csv", "end", "then", ANY),
    ("world/treaties/regions.csv", "source", "HEARSAY", ANY),
    ("world/treaties/sources.csv", "key", "ATOP", has("key", "ASEAN")),
    ("world/treaties/checked.csv", "table", "none.csv", ANY),
    ("world/treaties/checked.csv", "checked", "soon", ANY),
    ("world/treaties/treaties.csv", "id", "auh-tus-1815", ANY),
    ("world/treaties/treaties.csv", "kind", "defence", ANY),
    ("world/treaties/treaties.csv", "signed", "1815-02-30", ANY),
    ("world/treaties/treaties.csv", "scope", "all", ANY),
    ("world/treaties/treaties.csv", "in_force", "1600", ANY),
    ("world/treaties/treaties.csv", "ground", "", has("ground")),
    ("world/treaties/treaties.csv", "term", "ten years", ANY),
    ("world/treaties/treaties.csv", "ended", "1600", ANY),
    ("world/treaties/treaties.csv", "how", "", has("how")),
    ("world/treaties/treaties.csv", "parties", "GBR QQQ", ANY),
    ("world/treaties/treaties.csv", "source", "HEARSAY", ANY),
    ("world/treaties/wars.csv", "who", "QQQ", ANY),
    ("world/treaties/wars.csv", "whom", "QQQ", ANY),
    ("world/treaties/wars.csv", "begin", "then", ANY),
    ("world/treaties/wars.csv", "end", "1600", ANY),
    ("world/treaties/wars.csv", "how", "quarrel", ANY),
    ("world/treaties/wars.csv", "source", "HEARSAY", ANY),
    ("world/watch/agencies.csv", "name", "Yonhap", ANY),
    ("world/watch/agencies.csv", "country", "QQQ", ANY),
    ("world/watch/alarm.csv", "name", "halflife", ANY),
    ("world/watch/alarm.csv", "value", "long", ANY),
    ("world/watch/alarm.csv", "value", "0", ANY),
    ("world/watch/credits.csv", "kind", "footnote", ANY),
    ("world/watch/credits.csv", "pattern", "(?P<a>{agency})(", ANY),
    ("world/watch/credits.csv", "pattern", "no agency", ANY),
    ("world/watch/signs.csv", "deed", "GREET", ANY),
    ("world/watch/signs.csv", "sign", "GREET", ANY),
    ("world/watch/signs.csv", "way", "round", ANY),
    ("world/watch/signs.csv", "frames", "REJECT.nothing", ANY),
    ("world/watch/signs.csv", "weighs", "much", ANY),
    ("world/watch/statuses.csv", "status", "hoped", ANY),
    ("world/watch/statuses.csv", "status", "ongoing", ANY),
    ("world/watch/statuses.csv", "weighs", "much", ANY),
    ("world/watch/treaty_frames.csv", "frame", "SUPPORT.nothing", ANY),
    ("world/watch/treaty_frames.csv", "frame", "SUPPORT.take-effect", ANY),
    ("world/watch/treaty_frames.csv", "binds", "always", ANY),
    ("world/watch/treaty_words.csv", "kind", "defence", ANY),
    ("world/watch/treaty_words.csv", "words", "a pact of another kind", ANY),
]
ELSEWHERE = {("en/events/intensity.csv", "mode"): "en/events/CONSULT.yaml, frame"}
"""Where a wrong value is found that is right by itself: in the table that names the right one."""

FREE = {
    "abbreviation", "about", "acts", "agency", "alias", "aliases", "article", "column", "duty", "ending", "example",
    "grade", "how", "label", "list", "meaning", "name", "note", "of", "outcome", "person", "phrase", "place",
    "prepositions", "reason", "region", "section", "short", "source", "spelling", "surname", "table", "title",
    "trigger", "type", "verb", "war", "what", "word", "words",
}  # fmt: skip
"""Columns for words of one's own; that they are filled, where they are, is checked too."""


@pytest.mark.parametrize(
    ("file", "column", "value", "where"), WRONG, ids=[f"{file}-{column}-{value}" for file, column, value, _ in WRONG]
)
def test_a_wrong_cell_is_found(linted: Any, file: str, column: str, value: str, where: Where) -> None:
    line, text = with_cell(file, column, value, where)
    told = linted(file, text)

    if value == "visite":
        assert f"{NAME}/{ELSEWHERE[file, column]}" in told
    else:
        assert re.search(rf"^{NAME}/{file}, line (?:{line}[:,]|\d+: .* in line {line} too)", told, re.MULTILINE)


@pytest.mark.parametrize("file", CSV)
def test_every_column_is_tried_or_holds_words_of_ones_own(file: str) -> None:
    tried = {column for name, column, _, _ in WRONG if name == file}

    assert [column for column in COLUMNS[file] if column not in tried | FREE] == []


@pytest.mark.parametrize("file", CSV)
def test_a_table_of_another_shape_is_found(linted: Any, file: str) -> None:
    head, _, rest = TABLES[file].partition("\n")

    assert f"{NAME}/{file}, line 1: the columns are other,{head}" in linted(file, f"other,{head}\n{rest}")
    assert f"{NAME}/{file}, line 2: 1 cells, not" in linted(file, f"{head}\nalone\n{rest}")


@pytest.mark.parametrize("file", [file for file in CSV + YAML if not file.startswith((LEADERS, "en/events/"))])
def test_a_table_that_is_missing_is_found(copy: Path, file: str) -> None:
    (copy / file).unlink()
    told = lint(vocabulary_of(copy, file), PARTS[file.split("/")[1]])
    shutil.copy(PLACE / file, copy / file)

    assert any(line.startswith(f"{NAME}/{file}: there is no such file") for line in told)


# -- YAML --------------------------------------------------------------------------------------------------------------

LOADED = {file: yaml.load(TABLES[file], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) for file in YAML}
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def dumped(table: Any) -> str:
    return str(yaml.dump(table, Dumper=DUMPER, allow_unicode=True, sort_keys=False))


def loaded(file: str) -> Any:
    """Give what a file holds, to be changed."""
    return yaml.load(dumped(LOADED[file]), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


NOT_WORDS: tuple[Any, ...] = (5, "", ["x"], {"x": "y"}, None)
NOT_LISTS: tuple[Any, ...] = ("word", 5, {"x": "y"}, [5], [""], [["x"]], None)

EXPECT = {"actors": ["RUS"], "recipients": [], "status": "happened"}
EXPECTATION: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(("actors", "recipients"), (*NOT_LISTS, ["QQQ"], ["Russia"])),
    "status": (*NOT_WORDS, "hoped"),
    "when": (*NOT_WORDS, "last week", "2024-13", 2024),
    "act": (*NOT_WORDS, "GREET"),
    "mode": (*NOT_WORDS, "no such mode", "visit"),
}
"""Wrong values of each key of `expect`, in a frame of ACCUSE, whose modes have no visit."""

FRAME: dict[str, tuple[Any, ...]] = {
    "frame": NOT_WORDS,
    "example": (*NOT_WORDS, "No full stop"),
    "counter": (*NOT_WORDS, "No full stop"),
    "expect": (5, "", ["x"], None, {}, EXPECT | {"whom": "x"},
               *({k: v for k, v in EXPECT.items() if k != key} for key in EXPECT),
               *(EXPECT | {key: value} for key, values in EXPECTATION.items() for value in values)),
    "mode": (*NOT_WORDS, "no such mode"),
    **dict.fromkeys(("verbs", "nouns", "adjs", "obj", "subj", "not_obj", "not_subj", "not_content"),
                    (*NOT_LISTS, [], ["@nowhere"], ["twice", "twice"])),
    **dict.fromkeys(("actor", "recipient"), (*NOT_LISTS, ["subject"], ["subj.beneath"], ["obj", "beneath"])),
    "prep": (5, "with", ["with"], None, {"beneath": ["*"]}, {"with": "x"}, {"with": []}, {"with": ["@nowhere"]},
             {"with": None}, {5: ["x"]}),
    "content": (*NOT_WORDS, "nowhere"),
    "act": (*NOT_WORDS, "GREET"),
    "status": (*NOT_WORDS, "hoped"),
    **dict.fromkeys(FLAGS, (False, None, 1, "true")),
}  # fmt: skip
"""Wrong values of each key of a frame."""


def frame_with(key: str) -> tuple[str, int]:
    """Give the first frame that has a key: its file and place."""
    files = [file for file in YAML if Path(file).stem.isupper()]
    return next((file, at) for file in files for at, entry in enumerate(LOADED[file]) if key in entry)


def frame_case(key: str, value: Any) -> tuple[str, str, str]:
    """Change a key of a frame; give the file, its text, and what the frame is called."""
    file, at = frame_with(key)
    table = loaded(file)
    table[at][key] = value
    return file, dumped(table), f"frame {table[at].get('frame')!r}"


def test_every_key_of_a_frame_is_tried() -> None:
    assert set(FRAME) == KEYS
    assert set(EXPECTATION) == EXPECTED


def test_a_counter_example_that_is_the_example_is_found(linted: Any) -> None:
    file, at = frame_with("counter")
    file, text, frame = frame_case("counter", LOADED[file][at]["example"])

    assert f"{NAME}/{file}, {frame}: the counter is the example" in linted(file, text)


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in FRAME.items() for value in values], ids=lambda item: str(item)
)
def test_a_wrong_value_of_a_key_of_a_frame_is_found(linted: Any, key: str, value: Any) -> None:
    file, text, frame = frame_case(key, value)

    assert f"{NAME}/{file}, {frame}" in linted(file, text)


@pytest.mark.parametrize("file", [file for file in YAML if Path(file).stem.isupper()])
def test_an_unknown_key_a_missing_key_and_a_frame_without_triggers_are_found(linted: Any, file: str) -> None:
    table = loaded(file)
    name = table[0]["frame"]

    assert f"{NAME}/{file}, frame {name!r}: unknown key ['verb']" in linted(
        file, dumped([table[0] | {"verb": ["x"]}, *table[1:]])
    )
    for key in ("frame", "example", "expect", "counter"):
        rest = {k: v for k, v in table[0].items() if k != key}
        called = None if key == "frame" else name
        assert f"{NAME}/{file}, frame {called!r}: {key} is None" in linted(file, dumped([rest, *table[1:]]))
    bare = {k: v for k, v in table[0].items() if k not in ("verbs", "nouns", "adjs")}
    assert f"{NAME}/{file}, frame {name!r}: it names no verbs" in linted(file, dumped([bare, *table[1:]]))
    assert f"{NAME}/{file}, frame {name!r}: two frames are called so" in linted(file, dumped([table[0], *table]))
    twin = table[0] | {"frame": "twin"}
    assert f"{NAME}/{file}, frame " in linted(file, dumped([*table, twin]))


def test_a_file_of_frames_that_is_called_by_no_type_is_found(copy: Path) -> None:
    (copy / "en/events/GREET.yaml").write_text(dumped([LOADED["en/events/AID.yaml"][0]]), encoding="utf-8")
    told = lint(vocabulary_of(copy, "en/events/GREET.yaml"))
    (copy / "en/events/GREET.yaml").unlink()

    assert any(f"{NAME}/en/events/GREET.yaml, frame " in line and "no PLOVER event type" in line for line in told)


def put(*path: Any, value: Any) -> Callable[[Any], Any]:
    """Give the change that puts a value at a place of a table: `put(0, "name", value="")`."""

    def change(table: Any) -> Any:
        below = table
        for step in path[:-1]:
            below = below[step]
        below[path[-1]] = value
        return table

    return change


def out(*path: Any) -> Callable[[Any], Any]:
    """Give the change that takes a key out."""

    def change(table: Any) -> Any:
        below = table
        for step in path[:-1]:
            below = below[step]
        del below[path[-1]]
        return table

    return change


def rule_with(key: str) -> int:
    """Give the place of the first rule of the time grammar that has a key."""
    return next(at for at, rule in enumerate(LOADED["en/times/grammar.yaml"]["rules"]) if key in rule)


Change = Callable[[Any], Any]
TEXT = "en/treaty_text"
CUES = ("defense", "offense", "neutrality", "nonaggression", "consultation", "general", "other_languages")
KINDS_OF_RULE = {
    "name": (5, None), "reads": ("day", 5), "pattern": ("month=MOONTH", "(the", "the ; day", 5),
    "examples": ([], "x", ["no mark => 2000"], [5]), "count": ("one", 1), "unit": ("F", 1), "part": ("TXX", 1),
    "anchor": ("there", 1), "sign": ("2", 1), "value": ("NOW", 1), "narrative": ("NOW", 1), "where": ("there", 1),
}  # fmt: skip

CHANGES: list[tuple[str, str, Change]] = [
    # file, how the entry is called in the finding, change
    ("en/events/classes.yaml", "'arms'", put("arms", value="weapon")),
    ("en/events/classes.yaml", "'arms'", put("arms", value=[])),
    ("en/events/classes.yaml", "'arms'", put("arms", value=[5])),
    ("en/events/classes.yaml", "class 'arms'", put("arms", value=["@nowhere"])),
    ("en/events/classes.yaml", "class 'arms'", put("arms", value=["@arms"])),
    ("en/events/classes.yaml", "class 'arms'", put("arms", value=["gun", "gun"])),
    ("en/events/classes.yaml", "class 'unused'", put("unused", value=["gun"])),
    ("en/events/classes.yaml", "pondering", out("pondering")),
    *(("en/levels/levels.yaml", "rung 0", put(0, key, value=value)) for key, values in {
        "name": NOT_WORDS, "labels": (*NOT_LISTS, [], ["("], ["a label that its example has not"]),
        "example": (*NOT_WORDS, "They met."), "rang": ("x",)}.items() for value in values),
    *(("en/levels/levels.yaml", f"rung {value!r}", put(1, "rung", value=value)) for value in (0, 9, "one", None, True)),
    *(("en/levels/levels.yaml", "rung 0", out(0, key)) for key in ("name", "labels", "example")),
    *(("en/wording/words.yaml", table, out(table)) for table in LOADED["en/wording/words.yaml"]),
    ("en/wording/words.yaml", "odd", put("odd", value=["x"])),
    *(("en/wording/words.yaml", f"'{table}'", put(table, value=value))
      for table in LISTS for value in (*NOT_LISTS, [])),
    *(("en/wording/words.yaml", f"'{table}'", put(table, value=value)) for table in (
        "short_names", "sectors", "wanted", "rungs", "kinds", "languages", "notices") for value in ("x", ["x"], None)),
    *(("en/wording/words.yaml", f"'{table}'", put(table, key, value=5)) for table, key in (
        ("short_names", "RUS"), ("sectors", "MIL"), ("wanted", "assist"), ("rungs", "happened"), ("kinds", "editorial"),
        ("languages", "fr"), ("notices", "furniture"))),
    *(("en/wording/words.yaml", f"'{table}': 'qqq'", put(table, "qqq", value="x")) for table in (
        "short_names", "sectors", "wanted", "rungs", "kinds", "notices")),
    ("en/wording/words.yaml", "'content': 'GREET'", put("content", value=["GREET"])),
    ("en/wording/words.yaml", "'rungs'", out("rungs", "happened")),
    ("en/wording/words.yaml", "'notices'", out("notices", "furniture")),
    ("en/wording/words.yaml", "'notices'", put("notices", "furniture", value="{count} pieces")),
    *(("en/wording/phrases.yaml", f"for {value!r}", put(0, "for", value=value)) for value in (
        *NOT_WORDS, "GREET", "AGREE.nothing", "AGREE/visit", "AID")),
    *(("en/wording/phrases.yaml", "for 'AGREE'", put(0, key, value=value)) for key, values in {
        "verb": (*NOT_LISTS, ["agree", "agreed", "agreed"], ["agree", "agrees", "agreed", "agreeing"]),
        "whom": (*NOT_WORDS, "with them", "to {whom}"), "alone": (5, None, ["x"]),
        "example": (*NOT_WORDS, "Russia met North Korea"), "whim": ("x",)}.items() for value in values),
    *(("en/wording/phrases.yaml", "for 'AGREE'", out(0, key)) for key in ("verb", "whom", "alone", "example")),
    ("en/wording/phrases.yaml", "for None", out(0, "for")),
    ("en/wording/phrases.yaml", "no phrase for AGREE", lambda table: table[1:]),
    ("en/times/grammar.yaml", "macros", out("macros")),
    ("en/times/grammar.yaml", "macros", put("macros", value=["x"])),
    ("en/times/grammar.yaml", "macros", put("macros", "MONTH", value=5)),
    *(("en/times/grammar.yaml", "macro 'MONTH'", put("macros", "MONTH", value=value)) for value in (
        "MOONTH", "(the", "the ; day")),
    ("en/times/grammar.yaml", "rules", put("rules", value="x")),
    ("en/times/grammar.yaml", "$[0]", put("rules", 0, "reeds", value="date")),
    *(("en/times/grammar.yaml", "$[0]", out("rules", 0, key)) for key in ("name", "reads", "pattern", "examples")),
    *(("en/times/grammar.yaml", f"$[{rule_with(key)}]", put("rules", rule_with(key), key, value=value))
      for key, values in KINDS_OF_RULE.items() for value in values if not (key == "pattern" and value != 5)),
    *(("en/times/grammar.yaml", "rule 'date in figures'", put("rules", 0, "pattern", value=value))
      for value in KINDS_OF_RULE["pattern"] if value != 5),
    *((f"en/{room}/expressions.yaml", f"{name!r}", put(name, value=value))
      for room, name in (("intake", "copyright"), ("treaty_text", "parties"))
      for value in (5, "", ["x"], "(", "<<nowhere>>", f"<<{name}>>")),
    (f"{TEXT}/classes.yaml", "'attack'", put("attack", value="attack")),
    (f"{TEXT}/classes.yaml", "'attack'", put("attack", value=[])),
    (f"{TEXT}/classes.yaml", "'attack'", put("attack", value=["<nowhere>"])),
    (f"{TEXT}/classes.yaml", "'attack'", put("attack", value=["<attack>"])),
    (f"{TEXT}/classes.yaml", "'attack'", put("attack", value=["…3 attack"])),
    *((f"{TEXT}/{name}.yaml", f"cue {LOADED[f'{TEXT}/{name}.yaml'][0]['cue']!r}", put(0, key, value=value))
      for name in CUES for key, values in {
          "phrase": (*NOT_WORDS, "<nowhere>", "…3 gap", "no such words"), "with": (*NOT_LISTS, ["no such words"]),
          "without": (*NOT_LISTS, ["<nowhere>"]), "example": (*NOT_WORDS, "They met."), "whithout": ([],),
      }.items() for value in values),
    *((f"{TEXT}/{name}.yaml", f"cue {value!r}", put(0, "cue", value=value)) for name in CUES for value in NOT_WORDS),
    *((f"{TEXT}/{name}.yaml", f"cue {LOADED[f'{TEXT}/{name}.yaml'][0]['cue']!r}", out(0, key))
      for name in CUES for key in ("phrase", "with", "without", "example")),
    *((f"{TEXT}/other_languages.yaml", "cue 'Russian: attack on all'", put(0, "obligation", value=value))
      for value in (*NOT_WORDS, "defence")),
    (f"{TEXT}/defense.yaml", "cue ", put(0, "obligation", value="defense")),
    *((f"{TEXT}/{name}.yaml", f"{key} {value!r}", put(0, key, value=value))
      for name, key in (("conditions", "condition"), ("terms", "kind")) for value in (*NOT_WORDS, "perhaps")),
    *((f"{TEXT}/{name}.yaml", called, put(0, key, value=value))
      for name, called in (("conditions", "condition 'article-51'"), ("terms", "kind 'in force'"))
      for key, values in {"phrase": (*NOT_WORDS, "<nowhere>", "no such words"), "example": (*NOT_WORDS, "They met."),
                          "odd": ("x",)}.items() for value in values),
    *((f"{TEXT}/{name}.yaml", f"{key!r}", put(key, value=value))
      for name, key in (("triggers", "opening"), ("layout", "parts"))
      for value in (*NOT_LISTS, [])),
    (f"{TEXT}/triggers.yaml", "'opening'", put("opening", value=["<nowhere>"])),
    (f"{TEXT}/layout.yaml", "'parts'", put("parts", value=["("])),
    *((f"{TEXT}/{name}.yaml", key, out(key)) for name in ("triggers", "layout")
      for key in LOADED[f"{TEXT}/{name}.yaml"]),
    *((f"{TEXT}/{name}.yaml", "odd", put("odd", value=["x"])) for name in ("triggers", "layout")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "called", "change"), CHANGES, ids=[f"{at}-{file}-{called}" for at, (file, called, _) in enumerate(CHANGES)]
)
def test_a_wrong_entry_is_found(linted: Any, file: str, called: str, change: Change) -> None:
    told = linted(file, dumped(change(loaded(file))))

    assert any(line.startswith(f"{NAME}/{file}") and called in line for line in told.splitlines())


@pytest.mark.parametrize("file", YAML)
def test_what_is_no_yaml_and_what_has_another_shape_is_found(linted: Any, file: str) -> None:
    other: Any = {"x": "y"} if isinstance(LOADED[file], list) else ["x"]

    assert f"{NAME}/{file}: not valid YAML" in linted(file, "- [")
    assert f"{NAME}/{file}" in linted(file, dumped(other))


def test_every_yaml_table_is_tried() -> None:
    tried = {file for file, _, _ in CHANGES} | {file for file in YAML if Path(file).stem.isupper()}

    assert set(YAML) == tried


def test_no_finding_hides_another(linted: Any) -> None:
    file = "en/events/AID.yaml"
    table = loaded(file)
    table[0]["status"], table[1]["act"] = "hoped", "GREET"
    told = linted(file, dumped(table))

    assert "status is 'hoped'" in told
    assert "act is 'GREET'" in told
