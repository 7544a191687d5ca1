"""A casus foederis as a graph: nodes and edges for JSON, and DOT for Graphviz."""

from typing import Any

from dragoman.ledger.casus import Casus, Duty


def graph(case: Casus) -> dict[str, list[dict[str, Any]]]:
    """Give {"nodes": [{"id","role","collides"}], "edges": [{"from","to","side","depth","obligation","treaty",…}]}.

    The attack itself is the first edge. `role` is attacker, attacked, or the side on which a state would fight or help.
    """
    roles = {case.attacker: "attacker", case.attacked: "attacked"}
    for duty in case.duties:
        roles.setdefault(duty.due.owed_by, f"ally of the {duty.side}")
    torn = {collision.state for collision in case.collisions}
    attack = {"from": case.attacker, "to": case.attacked, "side": "attacker", "depth": 0, "obligation": "attack"}
    return {
        "nodes": [{"id": code, "role": role, "collides": code in torn} for code, role in roles.items()],
        "edges": [attack, *map(edge_cell, case.duties)],
    }


def edge_cell(duty: Duty) -> dict[str, Any]:
    """Give a duty as an edge: who must do what for whom, by which clause, on which condition."""
    clause = duty.due.clause
    return {
        "from": duty.due.owed_by,
        "to": duty.due.owed_to,
        "side": duty.side,
        "depth": duty.depth,
        "obligation": clause.obligation,
        "treaty": duty.due.treaty.id,
        "name": duty.due.treaty.name,
        "article": clause.article,
        "trigger": clause.trigger,
        "duty": clause.duty,
        "conditions": list(clause.conditions),
        "depends": duty.depends,
        "in_force": duty.due.in_force,
        "source": duty.due.treaty.source,
    }


COLOURS = {
    "attack": "#b00020",
    "defense": "#1f5fa8",
    "offense": "#c2571a",
    "neutrality": "#777777",
    "consultation": "#4b8b3b",
}
"""Line colours by obligation; the label says the same in words."""


def dot(case: Casus) -> str:
    """Give the graph in DOT, a line for each obligation and treaty of two states; dashed beyond the first remove."""
    picture = graph(case)
    lines = [f'digraph "{case.attacker} attacks {case.attacked}, {case.on}" {{', "  rankdir=LR;"]
    for node in picture["nodes"]:
        shape = "box" if node["role"] in ("attacker", "attacked") else "ellipse"
        lines.append(f"  {node['id']} [shape={shape}{', peripheries=2' if node['collides'] else ''}];")
    seen = set()
    for edge in picture["edges"]:
        key = (edge["from"], edge["to"], edge["obligation"], edge.get("treaty"))
        if key not in seen:
            seen.add(key)
            style = ", style=dashed" if edge["depth"] > 1 else ""
            label = " ".join(part for part in (edge["obligation"], edge.get("treaty")) if part)
            lines.append(f'  {key[0]} -> {key[1]} [label="{label}", color="{COLOURS[edge["obligation"]]}"{style}];')
    return "\n".join([*lines, "}", ""])
