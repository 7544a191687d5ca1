"""Load the event frames: which words, in which construction, report which PLOVER event.

The format is told in `vocab/data/en/events/FORMAT.md`. Frames are vocabulary, not code.
"""

from functools import cache
from typing import Any, Literal

from msgspec import Struct

from dragoman.errors import VocabError
from dragoman.model.event import EVENT_TYPES, Status
from dragoman.vocab.tables import data
from dragoman.vocab.yaml_file import read_yaml

Kind = Literal["verb", "noun", "adj"]
KEYS = {
    "frame", "mode", "verbs", "nouns", "adjs", "actor", "recipient", "obj", "not_obj", "prep", "content",
    "symmetric", "needs_recipient", "agentless", "about", "subj", "act", "status", "answers", "example",
    "not_content", "civil", "not_subj", "negated", "covers_subj",
}  # fmt: skip


class Frame(Struct, frozen=True, kw_only=True):
    """One frame. `obj`, `not_obj`, `subj` and the values of `prep` are sets of lemmas (classes already expanded).

    `act` is the deed where the codebook files it under another type; `status` is what a plain past or present of the
    trigger means ("wants" is sought); `answers` says that the deed answers another, whose doer is the recipient;
    `civil` that people acting in public count as actors; `negated` that only a refusal fits; `covers_subj` that its
    subject makes no event of its own. `actor` and `recipient` are slots tried in order; FORMAT.md has them all.
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
    about: str | None = None
    act: str = ""
    status: Status | None = None
    answers: bool = False
    not_content: frozenset[str] = frozenset()
    not_subj: frozenset[str] = frozenset()
    civil: bool = False
    negated: bool = False
    covers_subj: bool = False
    example: str = ""

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


def sources() -> list[tuple[str, list[dict[str, Any]]]]:
    """Read the YAML files of `vocab/data/en/events`, one per event type, in name order."""
    folder = data("en", "events")
    found = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        stem, _, ending = entry.name.partition(".")
        if ending == "yaml" and stem.isupper():
            found.append((stem, read_yaml("en", "events", entry.name) or []))
    return found


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Give the noun and verb classes of `classes.yaml`: name to lemmas, nested classes expanded."""
    raw = raw_classes()
    classes = {name: _expand(words, raw, name) for name, words in raw.items()}
    return classes | {"persons": classes["people"] | classes["captives"] | _sector_nouns()}


def _sector_nouns() -> frozenset[str]:
    """Give the nouns that name people, offices and bodies in the actor tables: the class `@persons` takes them in."""
    from dragoman.vocab import actors as tables

    return frozenset(row.word.lower() for row in tables.sector_words() if row.role == "head" and " " not in row.word)


@cache
def raw_classes() -> dict[str, list[str]]:
    """Give the classes of `classes.yaml` as they stand, `@class` not expanded; raises VocabError for malformed YAML."""
    classes: dict[str, list[str]] = read_yaml("en", "events", "classes.yaml")
    return classes


def _expand(words: list[str], raw: dict[str, list[str]], where: str) -> frozenset[str]:
    """Replace `@class` by the words of that class."""
    out: set[str] = set()
    for word in words:
        if not word.startswith("@"):
            out.add(word)
        elif word[1:] in raw:
            out |= _expand(raw[word[1:]], raw, word[1:])
        else:
            raise VocabError(
                f"vocab/data/en/events: {where} names the class {word}, which classes.yaml has not; add it there"
            )
    return frozenset(out)


def _words(words: list[str] | None, where: str) -> frozenset[str] | None:
    """Turn a list of lemmas and `@classes` into a set of lemmas."""
    if words is None:
        return None
    classes = word_classes()
    out: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word[1:] not in classes:
                raise VocabError(f"{where}: no class {word} in classes.yaml; add it or mend the name")
            out |= classes[word[1:]]
        else:
            out.add(word)
    return frozenset(out)


def _triggers(entry: dict[str, Any], where: str) -> tuple[tuple[Kind, str], ...]:
    """List the triggers of a frame as (kind, lemma or `lemma particle`)."""
    kinds: tuple[tuple[Kind, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("adj", "adjs"))
    return tuple((kind, word) for kind, key in kinds for word in sorted(_words(entry.get(key), where) or ()))


def frame_from(event_type: str, entry: dict[str, Any]) -> Frame:
    """Build a Frame out of one YAML entry; raises VocabError naming frame and key."""
    where = f"vocab/data/en/events/{event_type}.yaml, frame {entry.get('frame')!r}"
    if unknown := set(entry) - KEYS:
        raise VocabError(f"{where}: unknown key {sorted(unknown)}; see FORMAT.md")
    if not entry.get("frame") or not entry.get("example"):
        raise VocabError(f"{where}: a frame needs a name and an example")
    if event_type not in EVENT_TYPES:
        raise VocabError(f"{where}: {event_type} is no PLOVER event type")
    triggers = _triggers(entry, where)
    if not triggers:
        raise VocabError(f"{where}: names no verbs, nouns or adjs")
    prep = tuple((p, _words(w, where) or frozenset()) for p, w in sorted(entry.get("prep", {}).items()))
    return Frame(
        id=f"{event_type}.{entry['frame']}", type=event_type, mode=entry.get("mode"), triggers=triggers,
        actor=tuple(entry.get("actor", ["subj"])), recipient=tuple(entry.get("recipient", ["obj"])),
        obj=_words(entry.get("obj"), where), not_obj=_words(entry.get("not_obj"), where) or frozenset(),
        subj=_words(entry.get("subj"), where), prep=prep, content=entry.get("content"),
        symmetric=entry.get("symmetric", False), needs_recipient=entry.get("needs_recipient", False),
        agentless=entry.get("agentless", False), about=entry.get("about"),
        act=entry.get("act", event_type), status=entry.get("status"), answers=entry.get("answers", False),
        not_content=_words(entry.get("not_content"), where) or frozenset(),
        civil=entry.get("civil", False), negated=entry.get("negated", False),
        not_subj=_words(entry.get("not_subj"), where) or frozenset(),
        covers_subj=entry.get("covers_subj", False), example=entry["example"],
    )  # fmt: skip


@cache
def frames() -> tuple[Frame, ...]:
    """Give all frames, in the order of the files; raises VocabError for a malformed one."""
    out = tuple(frame_from(event_type, entry) for event_type, entries in sources() for entry in entries)
    seen: set[str] = set()
    for frame in out:
        if frame.id in seen:
            raise VocabError(f"vocab/data/en/events: two frames are called {frame.id}; rename one")
        seen.add(frame.id)
    return out


@cache
def symmetric_frames() -> frozenset[str]:
    """Give the ids of the frames whose deed both sides do: two actors without a recipient did it to each other."""
    return frozenset(frame.id for frame in frames() if frame.symmetric)


@cache
def frames_by_trigger() -> dict[tuple[Kind, str], tuple[Frame, ...]]:
    """Index the frames by (kind, lemma), the most specific first."""
    index: dict[tuple[Kind, str], list[Frame]] = {}
    for frame in frames():
        for trigger in frame.triggers:
            index.setdefault(trigger, []).append(frame)
    return {key: tuple(sorted(group, key=lambda f: -f.weight)) for key, group in index.items()}
