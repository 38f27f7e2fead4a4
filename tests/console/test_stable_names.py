"""In another language the console shows other words, but what it remembers and what programs read stays as it was."""

from __future__ import annotations

import subprocess
import sys

_FOREIGN = """
from posthouse_server.words import Language, install
install(Language(lambda text: f"<{text}>"))
"""
_TREE = """
from posthouse_console.navigation.nodes import LOGS_PATH, POST_OFFICES_PATH, build_tree, path_text
nodes = {node.path: node.label for node in build_tree(["Logs"]).walk()}
assert nodes[()] == "<Posthouse Management>"
assert nodes[LOGS_PATH] == nodes["Servers", "localhost", "Connectors", "SMTP", "Logs"] == "<Logs>"
office = *POST_OFFICES_PATH, "Logs"
assert nodes[office] == "Logs", "a post office has its own name"
assert nodes[*office, "Mailboxes"] == "<Mailboxes>"
assert path_text((*office, "Mailboxes")) == "<Messaging Manager>\\\\<Post Offices>\\\\Logs\\\\<Mailboxes>"
"""
_FILE = """
import io, json
from posthouse_console.models.list_file import _write_json, _write_separated
from posthouse_console.models.directory_rows import PostOfficeRow, PostOfficesModel
columns, row = PostOfficesModel.COLUMNS, PostOfficeRow("example", ("example.com",), 2)
found, shown = io.StringIO(), io.StringIO()
_write_json(found, columns, iter([row]))
assert json.loads(found.getvalue()) == [{"Post Office": "example", "Domains": ["example.com"], "Mailboxes": 2}]
_write_separated(shown, columns, iter([row]), ",")
assert shown.getvalue().splitlines()[0] == "<Post Office>,<Domains>,<Mailboxes>"
"""
_OUTCOMES = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
application = QApplication([])
from posthouse_console.models.outcome_rows import OutcomesModel
from posthouse_console.models.rows import RowRole
from posthouse_server.store.relay_tests import Outcome
model = OutcomesModel()
model.show_rows([Outcome(str(number), "", "", "", is_closed, "", is_tested=is_tested)
                 for number, (is_closed, is_tested) in enumerate(((False, True), (True, False), (True, True)))])
assert [model.index(number, 0).data(RowRole.SORT) for number in range(3)] == [0, 1, 2]
assert not any(model.index(number, 0).data(1).isNull() for number in range(3))
"""


def _run(program: str) -> None:
    """Texts are translated while modules are imported: only a process of its own can speak another language."""
    done = subprocess.run([sys.executable, "-c", _FOREIGN + program], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr


def test_nodes_are_remembered_by_the_same_names() -> None:
    _run(_TREE)


def test_the_fields_of_a_json_file_have_the_same_names() -> None:
    _run(_FILE)


def test_outcomes_are_sorted_by_what_they_are_and_not_by_their_words() -> None:
    _run(_OUTCOMES)
