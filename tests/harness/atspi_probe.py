"""Runs under the system's Python, which has pyatspi: answers questions about what is on the accessibility bus.

A question is a line of JSON, {"name": ..., "role": ..., "window": ...}; the answer is a line with a list of what was
found: in the windows with that title, or in all.
"""

import json
import sys

import pyatspi

DEPTH = 30


def walk(node, depth=0):
    """Yield a node and all below it that still exist."""
    if node is None or depth > DEPTH:
        return
    yield node
    try:
        count = node.childCount
    except Exception:  # noqa: BLE001 - the widget went away while we looked
        return
    for index in range(count):
        try:
            child = node.getChildAtIndex(index)
        except Exception:  # noqa: BLE001
            continue
        yield from walk(child, depth + 1)


def describe(node):
    """Return the facts of a node, or None if it went away or has no place on the screen."""
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
        return {"name": node.name, "role": node.getRoleName(), "description": node.description, "states": states,
                "x": box.x, "y": box.y, "width": box.width, "height": box.height}
    except Exception:  # noqa: BLE001
        return None


def answer(question):
    """Return all nodes that fit."""
    found = []
    for root in roots(question["window"]):
        for node in walk(root):
            facts = describe(node)
            if facts and facts["name"] == question["name"] and question["role"] in (None, facts["role"]):
                found.append(facts)
    return found


def roots(title):
    """Return where to look."""
    desktop = pyatspi.Registry.getDesktop(0)
    if title is None:
        return [desktop]
    return [node for node in walk(desktop) if node.name == title and node.getRoleName() in ("dialog", "frame")]


for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
