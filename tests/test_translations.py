"""The texts are written so that they can be translated, and each catalogue has each of them, in the same form."""

import ast
import importlib
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED_BY_NAME = {"server/posthouse_server/settings/section.py": {"label", "help_text"},
                      "server/posthouse_server/policy/verdicts.py": {"why"}}
"""Modules that translate texts written elsewhere as constants, which texts_in() knows; and under which name."""
CATALOGUES = sorted((ROOT / "resources" / "posthouse_resources" / "translations").glob("posthouse_*.ts"))
EACH = pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def translations() -> Iterator[ModuleType]:
    """The tool that makes the catalogues."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "packaging")
        yield importlib.import_module("translations")


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node


def fields(text: str) -> list[tuple[str, str]]:
    """Name and format of each {field}."""
    return [(name, spec or "") for _before, name, spec, _conversion in string.Formatter().parse(text) if name is not None]


def form(text: str) -> dict[str, object]:
    """What a translation has in common with its source."""
    return {
        "fields": sorted(fields(text)),
        "mnemonics": len(re.findall(r"&\w", text.replace("&&", ""))),
        "dots": next((dots for dots in ("...", "…") if text.endswith(dots)), ""),
        "space before": text[:1].isspace(), "space behind": text[-1:].isspace(),
        "lines": text.count("\n"), "filters": text.count(";;"), "patterns": sorted(re.findall(r"\*\.\w+", text)),
    }


def test_each_text_is_a_constant_with_its_fields(translations: ModuleType) -> None:
    found = []
    for path in sorted(file for source in translations.SOURCES for file in source.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for call in calls(path):
            place, text = f"{name}:{call.lineno}", call.args[0] if len(call.args) == 1 else None
            if isinstance(text, ast.Name) and text.id in TRANSLATED_BY_NAME.get(name, ()):
                continue
            if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
                found.append(f"{place}: not one constant text")
                continue
            given = {keyword.arg for keyword in call.keywords}
            wanted = {name for name, _spec in fields(text.value)} if given else set()  # without values nothing is put in
            if any(ord(letter) < ord(" ") and letter != "\n" for letter in text.value):
                found.append(f"{place}: {text.value!r} has a sign that XML can't hold")
            if given != wanted:
                found.append(f"{place}: {text.value!r} is given {sorted(map(str, given))}")
    assert found == []


def test_the_tool_finds_texts_wherever_they_are_translated(translations: ModuleType) -> None:
    tree = ast.parse('a = tr("One")\nb = tr("Many" if c else "None")\nlimit: int = setting(1, "Limit", "How many.")\n'
                     'd = (Rule.RELAY, e, "why not", f)\ng = tr(name)\nh = tr("25")\ni = other("No text")')
    found = Counter(translations.texts_in(tree, is_policy=True))
    assert found == Counter(["One", "Many", "None", "Limit", "How many.", "why not"])


def test_only_the_policy_has_findings(translations: ModuleType) -> None:
    tree = ast.parse('d = (Rule.RELAY, e, "why not", f)\nwhy = "it is said in English"')
    assert list(translations.texts_in(tree)) == []


def test_there_is_a_german_catalogue() -> None:
    assert "posthouse_de" in {catalogue.stem for catalogue in CATALOGUES}


@EACH
def test_a_catalogue_is_complete_and_has_nothing_left_over(translations: ModuleType, catalogue: Path) -> None:
    assert translations.complaints(translations.collect(), translations.read(catalogue)) == []


@EACH
def test_each_translation_has_the_form_of_its_source(translations: ModuleType, catalogue: Path) -> None:
    found = {}
    for source, translation in translations.read(catalogue).items():
        if translation and form(translation) != form(source):
            ours = form(translation)
            found[source] = (translation, [name for name, value in form(source).items() if ours[name] != value])
    assert found == {}


@EACH
def test_the_compiled_catalogue_says_what_its_source_says(translations: ModuleType, catalogue: Path) -> None:
    compiled, known = QTranslator(), translations.read(catalogue)
    assert compiled.load(str(catalogue.with_suffix(".qm")))
    assert known
    assert {text: compiled.translate(translations.CONTEXT, text) for text in known} == known


def test_the_list_of_the_texts_that_are_kept_is_up_to_date(translations: ModuleType) -> None:
    assert translations.KEPT.read_text("utf-8") == translations.kept(translations.collect())


def test_modules_whose_texts_are_kept_are_there(translations: ModuleType) -> None:
    assert [name for name in translations.KEPT_IN if not (ROOT / name).exists()] == []
