"""Load the event frames: which words, in which construction, report which PLOVER event.

The format is told in `vocab/data/en/events/FORMAT.md`. Frames are vocabulary, not code.
"""

from functools import cached_property
from typing import Any, Literal

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.event import EVENT_TYPES, STATUSES, Status
from dragoman.vocab.actors import ActorTables
from dragoman.vocab.expectations import Expectation, expectation
from dragoman.vocab.tables import Entry, Folder, once, word_list

Kind = Literal["verb", "noun", "adj"]
FLAGS = ("symmetric", "needs_recipient", "agentless", "answers", "civil", "negated", "covers_subj")
"""Keys that are true or left out."""
TRIGGERS: tuple[tuple[Kind, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("adj", "adjs"))
LISTS = ("verbs", "nouns", "adjs", "obj", "not_obj", "subj", "not_subj", "not_content")
"""Keys whose value is a list of lemmas and `@classes`."""
PLAIN = ("frame", "mode", "actor", "recipient", "prep", "content", "act", "status", "example", "expect", "counter")
KEYS = frozenset({*PLAIN, *FLAGS, *LISTS})
PREPOSITIONS = frozenset((
    "with", "to", "from", "on", "upon", "of", "in", "at", "into", "against",
    "for", "between", "by", "over", "about", "near", "off", "along", "behind", "toward",
    "towards", "outside", "around", "under", "before", "across", "after", "during", "through", "inside",
    "among", "within", "as", "out", "out of", "in absentia", "belonging",
))  # fmt: skip
SLOTS = (
    frozenset({"subj", "obj", "iobj", "obj.poss", "obj.compound", "subj.poss", "comp", "comp.subj", "comp.obj"})
    | PREPOSITIONS
    | {f"subj.{preposition}" for preposition in PREPOSITIONS}
)
CONTENTS = frozenset({"any", "to", "must"})
"""Values of `content` that name no class."""
CODED = frozenset((
    "people", "captives", "pondering", "measures", "happening", "texts", "documents", "object_control", "empty_nouns",
    "calendar", "pronouns",
))  # fmt: skip
"""Classes that code names: `@persons` is made of the first two; the others are read by `syntax` and `coding`."""


class Frame(Struct, frozen=True, kw_only=True):
    """One frame. `obj`, `not_obj`, `subj` and the values of `prep` are sets of lemmas (classes already expanded).

    `act` is the deed where the codebook files it under another type; `status` is what a plain past or present of the
    trigger means ("wants" is sought); `answers` says that the deed answers another, whose doer is the recipient;
    `civil` that people acting in public count as actors; `negated` that only a refusal fits; `covers_subj` that its
    subject makes no event of its own. `actor` and `recipient` are slots tried in order; FORMAT.md has them all.
    The example must yield one event by this frame, as `expect` tells; `counter`, which has a trigger of it too, none.
    """

    id: str
    type: str
    mode: str | None
    triggers: tuple[tuple[Kind, str], ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    obj: frozenset[str] | None = None
    not_obj: frozenset[str] = frozenset()
    subj: frozenset[str] | None = None
    prep: tuple[tuple[str, frozenset[str]], ...] = ()
    content: str | None = None
    symmetric: bool = False
    needs_recipient: bool = False
    agentless: bool = False
    act: str = ""
    status: Status | None = None
    answers: bool = False
    not_content: frozenset[str] = frozenset()
    not_subj: frozenset[str] = frozenset()
    civil: bool = False
    negated: bool = False
    covers_subj: bool = False
    example: str
    expect: Expectation
    counter: str

    @property
    def weight(self) -> int:
        """How many constraints the frame sets: the most specific one wins; a bare refusal comes last."""
        return (
            -9 * self.negated
            + (self.obj is not None) * 2
            + (self.subj is not None) * 3
            + sum(1 + (words != {"*"}) for _, words in self.prep)
            + (self.content is not None)
            + (self.content not in (None, "any"))
        )


class Events:
    """The tables of `events`. Raises VocabError naming file, frame and key."""

    def __init__(self, folder: Folder, actors: ActorTables) -> None:
        """Take the folder `events` of a language, and the actor tables: their nouns make the class `@persons`."""
        self.folder, self.actors = folder, actors

    @cached_property
    def entries(self) -> tuple[tuple[str, Entry], ...]:
        """The frames as they stand, each with the event type that its file is called by, in the order of the files."""
        found: list[tuple[str, Entry]] = []
        for file in self.folder.files(".yaml"):
            event_type = file.removesuffix(".yaml")
            if event_type.isupper():
                found += [(event_type, entry) for entry in self.folder.entries(file, "frame")]
        return tuple(found)

    @cached_property
    def raw_classes(self) -> dict[str, list[str]]:
        """The classes of `classes.yaml` as they stand, `@class` not expanded."""
        classes = self.folder.lists("classes.yaml")
        if missing := sorted(CODED - set(classes)):
            raise VocabError(f"{self.folder.name}/classes.yaml: no class {', '.join(missing)}; code names it, write it")
        return classes

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """The noun and verb classes by name: their lemmas, nested classes expanded; `persons` has the actors' nouns."""
        found = {name: self._expand(name) for name in self.raw_classes}
        nouns = (row.word.lower() for row in self.actors.sector_words if row.role == "head" and " " not in row.word)
        return found | {"persons": found["people"] | found["captives"] | frozenset(nouns)}

    def _expand(self, name: str, above: tuple[str, ...] = ()) -> frozenset[str]:
        """Give the words of a class, `@class` replaced by the words of that one."""
        out: set[str] = set()
        for word in self.raw_classes[name]:
            if not word.startswith("@"):
                out.add(word)
            elif word[1:] not in self.raw_classes or word[1:] in (*above, name):
                where = f"{self.folder.name}/classes.yaml, class {name!r}"
                raise VocabError(f"{where}: {word} is no class, or one that holds itself; add it, or mend the name")
            else:
                out |= self._expand(word[1:], (*above, name))
        return frozenset(out)

    def _words(self, words: Any, where: str) -> frozenset[str]:
        """Turn a list of lemmas and `@classes` into a set of lemmas."""
        out: set[str] = set()
        for word in word_list(words, where, empty=False):
            if word.startswith("@") and word[1:] not in self.classes:
                raise VocabError(f"{where}: no class {word} in classes.yaml; add it or mend the name")
            out |= self.classes[word[1:]] if word.startswith("@") else {word}
        return frozenset(out)

    def frame(self, event_type: str, entry: Entry) -> Frame:
        """Build a Frame out of one YAML entry."""
        self._check(event_type, entry)
        where, told = entry.where, entry.values
        words = {key: self._words(told[key], f"{where}, {key}") for key in LISTS if key in told}
        triggers = tuple((kind, word) for kind, key in TRIGGERS for word in sorted(words.get(key, ())))
        if not triggers:
            raise entry.wrong("it names no verbs, nouns or adjs", "write one of them")
        excluded: dict[str, Any] = {key: words.get(key, frozenset()) for key in ("not_obj", "not_subj", "not_content")}
        flags: dict[str, Any] = {key: key in told for key in FLAGS}
        act, mode = told.get("act", event_type), told.get("mode")
        return Frame(
            id=f"{event_type}.{told['frame']}", type=event_type, mode=mode, triggers=triggers,
            actor=tuple(told.get("actor", ["subj"])), recipient=tuple(told.get("recipient", ["obj"])),
            prep=tuple((p, self._words(w, f"{where}, prep {p}")) for p, w in _prep(entry)),
            content=told.get("content"), obj=words.get("obj"), subj=words.get("subj"),
            act=act, status=told.get("status"), example=told["example"], counter=told["counter"],
            expect=expectation(entry, act, mode, self._codes, self.intensities), **excluded, **flags,
        )  # fmt: skip

    def _check(self, event_type: str, entry: Entry) -> None:
        """Raise VocabError for a key that is unknown, and for a value that no frame can have."""
        entry.only(KEYS)
        entry.text("frame", "a name")
        for key in ("example", "counter"):
            if not entry.text(key, "a sentence").endswith("."):
                raise entry.wrong(f"the {key} is no whole sentence", "end it with a full stop")
        if entry.values["example"] == entry.values["counter"]:
            raise entry.wrong("the counter is the example", "write a sentence that the frame must not take")
        if event_type not in EVENT_TYPES:
            raise entry.wrong(f"{event_type} is no PLOVER event type", "call the file by one")
        for key, allowed in (("status", STATUSES), ("act", EVENT_TYPES), ("content", CONTENTS | set(self.raw_classes))):
            if key in entry.values:
                entry.one_of(key, allowed)
        if "mode" in entry.values:
            entry.one_of("mode", [mode for kind, mode in self.intensities if kind == event_type and mode])
        for key in ("actor", "recipient"):
            for slot in entry.texts(key):
                entry.among(key, slot, SLOTS)
        for key in FLAGS:
            if entry.values.get(key, True) is not True:
                raise entry.wrong(f"{key} is {entry.values[key]!r}", "write true, or leave the key out")

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The codes of all states and organisations."""
        return frozenset((*self.actors.countries, *(body.code for body in self.actors.organisations)))

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames, in the order of the files."""
        out = tuple(self.frame(event_type, entry) for event_type, entry in self.entries)
        seen: set[str] = set()
        for frame in out:
            if frame.id in seen:
                where = f"{self.folder.name}/{frame.type}.yaml, frame {frame.id.partition('.')[2]!r}"
                raise VocabError(f"{where}: two frames are called so; rename one")
            seen.add(frame.id)
        return out

    @cached_property
    def symmetric(self) -> frozenset[str]:
        """The ids of the frames whose deed both sides do: two actors without a recipient did it to each other."""
        return frozenset(frame.id for frame in self.frames if frame.symmetric)

    @cached_property
    def by_trigger(self) -> dict[tuple[Kind, str], tuple[Frame, ...]]:
        """The frames by (kind, lemma), the most specific first."""
        index: dict[tuple[Kind, str], list[Frame]] = {}
        for frame in self.frames:
            for trigger in frame.triggers:
                index.setdefault(trigger, []).append(frame)
        return {key: tuple(sorted(group, key=lambda f: -f.weight)) for key, group in index.items()}

    @cached_property
    def light_verbs(self) -> frozenset[str]:
        """The verbs that lend an event noun a subject and say nothing themselves, some with a preposition."""
        rows = self.folder.rows("light_verbs.csv", "verb", "example")
        return frozenset(row.filled("verb") for row in rows if row.filled("example"))

    @cached_property
    def intensities(self) -> dict[tuple[str, str], float]:
        """The codebook's conflict-cooperation scores by type and mode ("" for the type), and thereby its modes."""
        found: dict[tuple[str, str], float] = {}
        seen: dict[str, str] = {}
        for row in self.folder.rows("intensity.csv", "type", "mode", "score", "source"):
            once(seen, f"{row.one_of('type', EVENT_TYPES)} {row['mode']}".strip(), row)
            row.filled("source")
            if not -10 <= row.number("score") <= 10:
                raise row.wrong(f"score is {row['score']}", "write a number from -10 to 10")
            found[row["type"], row["mode"]] = row.number("score")
        if missing := [kind for kind in EVENT_TYPES if (kind, "") not in found]:
            raise VocabError(f"{self.folder.name}/intensity.csv: no row for {', '.join(missing)}; write one")
        return found


def _prep(entry: Entry) -> list[tuple[str, Any]]:
    """Give the prepositions that a frame asks for, with the words behind them, in order."""
    wanted = entry.values.get("prep", {})
    if not isinstance(wanted, dict):
        raise entry.wrong(f"prep is {wanted!r}", "write preposition: [words]")
    return sorted((entry.among("prep", preposition, PREPOSITIONS), words) for preposition, words in wanted.items())
