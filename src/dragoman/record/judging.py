"""Judge which documents tell one story and which claims one event. A judgement is a row and can be withdrawn."""

import sqlite3
from typing import NamedTuple

import msgspec

from dragoman.model.identity import content_id
from dragoman.record.derived import Sort, group_of, merge, merge_standing, parted
from dragoman.record.matching import ENOUGH, SIMILAR, Traits, bands, likeness, score
from dragoman.record.rows import encoded

RULE = "rule"
"""Who judges and withdraws when no person does."""


class Counterpart(NamedTuple):
    """What an item might be joined with."""

    other: str
    points: int
    reasons: tuple[str, ...]


def judge_story(connection: sqlite3.Connection, document: str, text: str, sketch: tuple[int, ...]) -> None:
    """Join a document with the stories that it is a near copy of."""
    if not sketch:
        return
    marks = ",".join("?" * len(sketch))
    # Of each story the document with most bands in common is compared word by word.
    rows = connection.execute(
        f"SELECT nearest.id, d.text FROM (SELECT s.id, s.document, max(shared.bands) FROM "
        f"(SELECT document, count(*) AS bands FROM bands WHERE band IN ({marks}) GROUP BY document) shared "
        "JOIN stories s ON s.document = shared.document WHERE s.id <> ? GROUP BY s.story) nearest "
        "JOIN documents d ON d.number = nearest.document ORDER BY nearest.id",
        (*sketch, document),
    ).fetchall()
    found = []
    for other, told in rows:
        alike = likeness(text, told)
        if alike >= SIMILAR:
            found.append(Counterpart(other, round(100 * alike), (f"{alike:.0%} of the word runs in common",)))
    _link(connection, "story", document, found)


def judge_event(connection: sqlite3.Connection, claim: str) -> None:
    """Join an event claim with the events that it tells of as well."""
    deed, sentence, first, last, story, raw = connection.execute(
        "SELECT e.deed, e.sentence, e.first, e.last, s.story, e.traits "
        "FROM events e JOIN stories s ON s.document = e.document WHERE e.id = ?",
        (claim,),
    ).fetchone()
    # Claims of one group that look the same are compared once.
    rows = connection.execute(
        "SELECT min(e.id), e.event, e.traits, s.story = ?6 AS one_story, e.sentence = ?2 AS one_sentence FROM events e "
        "JOIN stories s ON s.document = e.document WHERE e.deed = ?1 AND e.id <> ?5 "
        "AND ((e.first <= ?4 AND e.last >= ?3) OR e.sentence = ?2) GROUP BY 2, 3, 4, 5",
        (deed, sentence, first, last, claim, story),
    ).fetchall()
    traits = msgspec.json.decode(raw, type=Traits)
    best: dict[str, Counterpart] = {}
    for other, group, theirs, one_story, one_sentence in rows:
        told = msgspec.json.decode(theirs, type=Traits)
        judged = score(traits, told, one_story=bool(one_story), one_sentence=bool(one_sentence))
        if judged is None or judged[0] < ENOUGH:
            continue
        match = Counterpart(other, *judged)
        if group not in best or (-match.points, other) < (-best[group].points, best[group].other):
            best[group] = match
    _link(connection, "event", claim, list(best.values()))


def _link(connection: sqlite3.Connection, sort: Sort, item: str, found: list[Counterpart]) -> None:
    """Write the judgements, best first, and merge the groups; what a person parted stays apart."""
    for match in sorted(found, key=lambda m: (-m.points, m.other)):
        mine, theirs = group_of(connection, sort, item), group_of(connection, sort, match.other)
        if mine is None or theirs is None or mine == theirs or parted(connection, sort, mine, theirs):
            continue
        write_judgement(connection, sort, item, match, RULE)
        merge(connection, sort, item, match.other)


def write_judgement(connection: sqlite3.Connection, sort: Sort, item: str, match: Counterpart, who: str) -> str:
    """Store a judgement and give its id; one that is there already is left as it is."""
    one, other = sorted((item, match.other))
    reasons = encoded(match.reasons)
    judgement = content_id("judgement", sort, one, other, who)
    connection.execute(
        "INSERT OR IGNORE INTO judgements (id, kind, one, other, score, reasons, who) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (judgement, sort, one, other, match.points, reasons, who),
    )
    return judgement


def judge_claims(connection: sqlite3.Connection, claims: list[str]) -> None:
    """Group event claims that were just entered: by the judgements there are, then by the rule."""
    for claim in claims:
        merge_standing(connection, "event", claim)
        judge_event(connection, claim)


def judge_all(connection: sqlite3.Connection) -> None:
    """Judge all that is there, in the order in which it was added: for a record older than judgements."""
    for document, text in connection.execute("SELECT id, text FROM documents ORDER BY number").fetchall():
        judge_story(connection, document, text, bands(text))
    judge_claims(connection, [row[0] for row in connection.execute("SELECT id FROM events ORDER BY claim").fetchall()])
