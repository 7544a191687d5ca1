"""`python -m training.bank`: counts of the bank, and how far two hands agree, printed from the files."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from training.reader.bank import Label
from training.reader.measure import Line, Score, graded, is_right

HERE = Path(__file__).parent
FILES = ("own", "items", "stories")
Rows = dict[str, list[dict[str, Any]]]


def read(name: str) -> Rows:
    """Give the events of each text of a file by its id; none if there is no such file."""
    path = HERE / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {row["id"]: row["events"] for row in map(json.loads, lines)}


def label_of(event: dict[str, Any]) -> Label:
    """Give an event as a label."""
    sides = (tuple(code for code in event[side] if code) for side in ("actors", "recipients"))
    return Label(event["type"], event["status"], *sides, tuple(event["trigger"]), bool(event["sure"]))


def agreement(first: Rows, second: Rows) -> Score:
    """Hold the second hand's sure events against the first's, as a coder's lines are held against labels."""
    lines = right = events = found = empty = alarms = 0
    for name, told in second.items():
        labels = [label_of(event) for event in first[name]]
        printed = [
            Line(frozenset({one.act}), one.status, frozenset(one.actors), frozenset(one.recipients))
            for one in map(label_of, told)
            if one.sure
        ]
        grades = graded(printed, labels)
        lines += sum(grade is not None for grade in grades)
        right += sum(grade is True for grade in grades)
        sure = [label for label in labels if label.sure]
        events += len(sure)
        found += sum(any(is_right(line, label) for line in printed) for label in sure)
        empty += not labels
        alarms += not labels and bool(printed)
    return Score(lines, right, events, found, empty, alarms)


def main() -> None:
    """Print a line a file, then types and statuses, then the agreement."""
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for name in FILES:
        rows = read(name)
        events = [event for own in rows.values() for event in own]
        types.update(event["type"] for event in events)
        statuses.update(event["status"] for event in events)
        empty = sum(not own for own in rows.values())
        print(f"{name:8} {len(rows):5} texts, {empty:5} without an event, {len(events):5} events")
    print("types:", ", ".join(f"{name} {count}" for name, count in types.most_common()))
    print("statuses:", ", ".join(f"{name} {count}" for name, count in statuses.most_common()))
    for name in FILES:
        first, second = read(name), read(f"{name}_second")
        if second:
            both = agreement(first, second)
            print(f"two hands on {len(second)} of {name}: whole lines F1 {both.f1:.3f}")


if __name__ == "__main__":
    main()
