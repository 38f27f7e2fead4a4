"""The catalogues of the console's texts, for Qt Linguist.

    python3 packaging/dev.py translations            collect the texts anew, keep what is translated, compile
    python3 packaging/dev.py translations --check    change nothing; say what is missing or left over
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = (ROOT / "app" / "posthouse_console", ROOT / "server" / "posthouse_server")
FOLDER = ROOT / "resources" / "posthouse_resources" / "translations"
CONTEXT = "Posthouse"
SERVER = "server/posthouse_server/"
KEPT_IN = tuple(SERVER + name for name in (
    "control.py", "delivery/connector.py", "delivery/doors.py", "health.py", "logs/journals.py", "relay_test/", "reload.py",
    "service.py", "settings/labels.py", "smtp/habits.py", "smtp/storing.py", *(f"store/{name}.py" for name in (
        "backups", "bodies", "directory", "directory_changes", "directory_import", "directory_words", "engine", "files",
        "relay_tests", "set_up", "settings_store", "spool", "store", "trials", "way_back"))))
"""The modules that make texts which are kept in English, and translated when they are shown: see words.again()."""
KEPT = FOLDER / "kept.json"
_FINDING_PARTS = 4
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def texts_in(tree: ast.AST, *, is_policy: bool = False) -> Iterator[str]:
    """Give the texts of a module that are translated when they are shown.

    They stand in tr("…"), as label and help in setting(…), and as the reason in what a rule of the policy has found.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            places = {"tr": node.args[:1], "setting": node.args[1:3]}.get(node.func.id, [])
        elif is_policy and isinstance(node, ast.Tuple) and len(node.elts) == _FINDING_PARTS and ast.unparse(
                node.elts[0]).startswith("Rule."):
            places = [node.elts[2]]
        elif is_policy and isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in (
                "why", "REFUSED_BY_DOMAIN", "NO_DEFAULT_DOMAIN"):
            places = [node.value]
        else:
            continue
        for place in places:
            yield from _constants(place)


def _constants(node: ast.expr) -> Iterator[str]:
    """A text, or both of `one if … else other`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if any(letter.isalpha() for letter in node.value):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def collect() -> dict[str, list[str]]:
    """Return each text with the modules that it stands in."""
    found: dict[str, list[str]] = {}
    for path in sorted(file for source in SOURCES for file in source.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for text in texts_in(ast.parse(path.read_text("utf-8")), is_policy="/policy/" in name):
            places = found.setdefault(text, [])
            if name not in places:
                places.append(name)
    return found


def kept(texts: dict[str, list[str]]) -> str:
    """Return what stands in the list of the texts that are kept in English."""
    found = [text for text, places in texts.items() if any(place.startswith(KEPT_IN) for place in places)]
    return json.dumps(found, indent=0, ensure_ascii=False) + "\n"


def read(catalogue: Path) -> dict[str, str]:
    """Return the texts of a catalogue with their translations; "" where there is none yet."""
    if not catalogue.is_file():
        return {}
    found = {}
    for message in ElementTree.parse(catalogue).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        text = "" if translation is None or translation.get("type") == "unfinished" else translation.text or ""
        found[message.findtext("source", "")] = text
    return found


def write(catalogue: Path, texts: dict[str, list[str]], known: dict[str, str]) -> None:
    """Write a catalogue in the form of Qt Linguist."""
    language = catalogue.stem.rpartition("_")[2]
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, places in texts.items():
        message = ElementTree.SubElement(context, "message")
        for place in places:
            ElementTree.SubElement(message, "location", filename=f"../../../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get(text) or None
        if not known.get(text):
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    catalogue.write_text(_HEAD + ElementTree.tostring(root, "unicode") + "\n", "utf-8", newline="\n")


def compile_catalogue(catalogue: Path) -> None:
    """Make the .qm file that the console loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease.exe" if sys.platform == "win32" else "pyside6-lrelease")
    command: list[str | Path] = [tool, "-silent", catalogue, "-qm", catalogue.with_suffix(".qm")]
    subprocess.run(command, check=True)


def complaints(texts: dict[str, list[str]], known: dict[str, str]) -> list[str]:
    """Return what keeps a catalogue from being complete."""
    found = [f"not translated: {text!r} ({places[0]})" for text, places in texts.items() if not known.get(text)]
    return found + [f"left over: {text!r}" for text in known if text not in texts]


def main(arguments: list[str]) -> int:
    """Bring all catalogues up to date; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py translations")
    parser.add_argument("--check", action="store_true", help="change nothing; say what is missing or left over")
    is_check = parser.parse_args(arguments).check
    texts, missing = collect(), 0
    if not is_check:
        KEPT.write_text(kept(texts), "utf-8", newline="\n")
    for catalogue in sorted(FOLDER.glob("posthouse_*.ts")):
        known = read(catalogue)
        if not is_check:
            write(catalogue, texts, known)
            compile_catalogue(catalogue)
        found = complaints(texts, read(catalogue))
        missing += len(found)
        print("\n".join([*found, f"{catalogue.name}: {len(texts)} texts, {len(found)} to be looked at"]))
    if not KEPT.is_file() or KEPT.read_text("utf-8") != kept(texts):
        missing += 1
        print(f"{KEPT.name} is out of date")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
