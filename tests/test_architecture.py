"""The import rules of the design, held over the syntax tree; and names that no module may have."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE_ROOTS = {
    "posthouse_server": ROOT / "server",
    "posthouse_console": ROOT / "app",
    "posthouse_resources": ROOT / "resources",
}
FOLDERS_THAT_ARE_NO_PACKAGES = ("app", "server", "resources", "tests", "packaging")

# What the console may know of the server: data and rules, and the starting and stopping that the command line shares.
CONSOLE_MAY_USE = ("settings", "policy", "store", "paths", "secrets", "control", "certificates", "diagnose", "autostart",
                   "backup", "mailboxes", "words")
PAGES = "posthouse_console.properties.smtp"
A_PAGE_MAY_USE = ("posthouse_console.properties.page", "posthouse_console.widgets", PAGES)
A_PAGE_MAY_USE_OF_THE_SERVER = ("posthouse_server.settings", "posthouse_server.policy", "posthouse_server.words")
POLICY = "posthouse_server.policy"
POLICY_MAY_NOT_USE = ("socket", "ssl", "asyncio", "time", "sqlalchemy", "posthouse_server.store")
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")
STORE = "posthouse_server.store"
DATABASES = ("sqlalchemy", "alembic", "sqlite3")
COMPOSITION_ROOT = "posthouse_console.application"

VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "misc"}
NAMED_IN_THE_DESIGN = {"posthouse_server.secrets"}


def _is_within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _imported(tree: ast.AST, module: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    """Line and absolute name of everything imported; `from a import b` gives a.b, since b may be a module."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            base = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            origin = ".".join(part for part in (base, node.module) if part)
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from ((node.lineno, str(name.value)) for name in node.args[:1] if isinstance(name, ast.Constant))


def _import_complaint(module: str, target: str) -> str | None:
    if _is_within(module, "posthouse_server") and _is_within(target, "PySide6", "shiboken6", "posthouse_console"):
        return "the server knows neither Qt nor the console"
    if _is_within(module, POLICY) and _is_within(target, *POLICY_MAY_NOT_USE):
        return "the policy is pure: no sockets, no event loop, no clock, no store"
    if _is_within(target, *DATABASES) and not _is_within(module, STORE):
        return "only the store knows the database"
    if _is_within(target, COMPOSITION_ROOT) and module not in ("posthouse_console.__main__", COMPOSITION_ROOT):
        return "nobody imports the composition root but __main__"
    if _is_within(module, "posthouse_resources") and _is_within(target, "posthouse_server", "posthouse_console"):
        return "resources depend on nobody"
    if _is_within(module, "posthouse_console"):
        return _console_import_complaint(module, target)
    return None


def _console_import_complaint(module: str, target: str) -> str | None:
    is_page = module.startswith(f"{PAGES}.")
    if _is_within(target, "posthouse_server"):
        allowed = A_PAGE_MAY_USE_OF_THE_SERVER if is_page else [f"posthouse_server.{part}" for part in CONSOLE_MAY_USE]
        if not _is_within(target, *allowed):
            return "a page knows only settings and policy" if is_page else "that part of it is not the console's"
    if is_page and _is_within(target, "posthouse_console") and not _is_within(target, *A_PAGE_MAY_USE):
        return "a page knows only the page contract and widgets"
    return None


def violations(source: str, module: str, *, is_package: bool = False) -> list[str]:
    """Every breach in one module's source text, as `line: sentence`."""
    tree = ast.parse(source)
    found: list[tuple[int, str]] = []
    for line, target in _imported(tree, module, is_package=is_package):
        if complaint := _import_complaint(module, target):
            found.append((line, f"imports {target}: {complaint}"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and all(isinstance(statement, ast.Pass) for statement in node.body):
            found.append((node.lineno, "swallows an exception: say why and do something, or let it pass upwards"))
        if isinstance(node, ast.Call) and _is_within(module, POLICY):
            name = ast.unparse(node.func)
            if any(name == clock or name.endswith(f".{clock}") for clock in CLOCKS):
                found.append((node.lineno, f"calls {name}: the policy has no clock, the time is in the request"))
    return [f"{line}: {sentence}" for line, sentence in sorted(found)]


def name_complaint(module: str) -> str | None:
    """Vague names nowhere; a standard-library name not where `import name` could reach it by accident."""
    parts = module.split(".")
    if VAGUE_NAMES & set(parts):
        return "a name that says nothing"
    if len(parts) == 2 and parts[1] in sys.stdlib_module_names and module not in NAMED_IN_THE_DESIGN:
        return "the name of a standard-library module"
    return None


def _modules() -> list[tuple[str, Path]]:
    found = []
    for package, source_root in SOURCE_ROOTS.items():
        for path in sorted((source_root / package).rglob("*.py")):
            parts = path.relative_to(source_root).with_suffix("").parts
            found.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return found


def test_every_module_keeps_the_rules() -> None:
    modules = _modules()
    assert {module.partition(".")[0] for module, _ in modules} == set(SOURCE_ROOTS)
    breaches = [
        f"{path.relative_to(ROOT).as_posix()}:{violation}"
        for module, path in modules
        for violation in violations(path.read_text("utf-8"), module, is_package=path.name == "__init__.py")
    ]
    assert not breaches, "\n" + "\n".join(breaches)


def test_module_names_say_something_and_shadow_nothing() -> None:
    breaches = [f"{module}: {complaint}" for module, _ in _modules() if (complaint := name_complaint(module))]
    assert not breaches, "\n" + "\n".join(breaches)


def test_source_roots_are_no_packages() -> None:
    """A package called app or server clobbers others in site-packages; one called packaging shadows a library."""
    assert not [name for name in FOLDERS_THAT_ARE_NO_PACKAGES if (ROOT / name / "__init__.py").exists()]


PAGE = f"{PAGES}.relay"


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        ("posthouse_server.smtp.handler", "from PySide6.QtCore import QObject", "neither Qt"),
        ("posthouse_server.cli", "import posthouse_console.actions", "neither Qt"),
        ("posthouse_server.cli", "def late():\n    from posthouse_console import actions", "nor the console"),
        ("posthouse_server.cli", "import importlib\nimportlib.import_module('PySide6')", "neither Qt"),
        ("posthouse_server.policy.relay", "import asyncio", "pure"),
        ("posthouse_server.policy.relay", "from socket import socket", "pure"),
        ("posthouse_server.policy.relay", "from ..store import engine", "pure"),
        ("posthouse_server.policy.relay", "from .. import store", "pure"),
        ("posthouse_server.policy.relay", "from datetime import datetime, UTC\nat = datetime.now(UTC)", "no clock"),
        ("posthouse_server.policy.relay", "import time", "no clock"),
        ("posthouse_server.policy.relay", "from time import monotonic", "no clock"),
        ("posthouse_server.service", "import sqlite3", "only the store"),
        ("posthouse_console.models.spool", "from sqlalchemy import select", "only the store"),
        ("posthouse_console.main_window", "from posthouse_server.smtp import handler", "not the console's"),
        ("posthouse_console.main_window", "from posthouse_server import service", "not the console's"),
        ("posthouse_console.main_window", "import posthouse_server", "not the console's"),
        ("posthouse_console.main_window", "from posthouse_console import application", "composition root"),
        ("posthouse_console.main_window", "from . import application", "composition root"),
        (PAGE, "from posthouse_console.main_window import MainWindow", "page contract"),
        (PAGE, "from ...service import server", "page contract"),
        (PAGE, "from posthouse_server.store import spool", "settings and policy"),
        ("posthouse_resources", "import posthouse_server.paths", "depend on nobody"),
        ("posthouse_server.log", "try:\n    run()\nexcept OSError:\n    pass", "swallows"),
    ],
)
def test_the_checker_finds_a_breach(module: str, source: str, expected: str) -> None:
    assert [expected in violation for violation in violations(source, module)] == [True]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("posthouse_server.policy.relay", "from .addresses import Address\nfrom datetime import datetime"),
        ("posthouse_server.store.engine", "import sqlite3\nfrom sqlalchemy import select"),
        ("posthouse_console.__main__", "from posthouse_console.application import Application"),
        ("posthouse_console.actions", "from posthouse_server import control\nfrom posthouse_server.store import spool"),
        (PAGE, "from PySide6.QtWidgets import QLabel\nfrom ..page import Page\nfrom posthouse_server.policy import x"),
        (PAGE, "from posthouse_console.widgets.hint import Hint\nfrom .privileged import PrivilegedDialog"),
        ("posthouse_server.log", "try:\n    run()\nexcept OSError:\n    record()"),
    ],
)
def test_the_checker_lets_good_code_be(module: str, source: str) -> None:
    assert violations(source, module) == []


@pytest.mark.parametrize("module", ["posthouse_server.queue", "posthouse_console.utils", "posthouse_server.a.common"])
def test_the_checker_finds_a_bad_name(module: str) -> None:
    assert name_complaint(module)


@pytest.mark.parametrize("module", ["posthouse_server.secrets", "posthouse_server.__main__", "posthouse_server.smtp"])
def test_the_checker_lets_a_good_name_be(module: str) -> None:
    assert name_complaint(module) is None
