"""What must go on working in another language, though it looks at texts."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from posthouse_console.service import alarm_words, device_fields, reply_advice
from posthouse_console.service.connection_facts import Connection
from posthouse_server import words
from posthouse_server.settings.choices import Tls
from posthouse_server.store.nodes import Alarm
from posthouse_server.words import Language

SERVICE = Path(reply_advice.__file__).parent
CONTROL = Path(words.__file__).with_name("control.py")


@pytest.fixture
def backwards() -> Iterator[None]:
    """Speak a language that has no word in common with English: the letters outside of fields are reversed."""
    words.install(Language(_reversed))
    yield
    words.install(Language(lambda text: text))


def _reversed(text: str) -> str:
    return "".join(part if part.startswith("{") else part[::-1] for part in re.split(r"(\{[^{}]*\})", text))


def _anew(module: ModuleType) -> ModuleType:
    """Return the module as it is when it is imported now."""
    spec = importlib.util.find_spec(module.__name__)
    assert spec is not None
    assert spec.loader is not None
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    assert sys.modules[module.__name__] is module
    return fresh


def _said() -> list[str]:
    """Return the sentences of the console that an advice is for."""
    source = Path(reply_advice.__file__).read_text("utf-8")
    return re.findall(r'_said\(tr\("(.*?)"\)\)', source)


@pytest.mark.parametrize("sentence", _said())
def test_advice_for_a_sentence_of_the_console_does_not_depend_on_the_language(backwards: None, sentence: str) -> None:
    fields = dict.fromkeys(re.findall(r"\{(\w+)", sentence), 7)
    translated = words.tr(sentence, **fields)
    assert translated != sentence
    assert _anew(reply_advice).advice_for(translated) == _reversed(reply_advice.advice_for(sentence)) != ""


@pytest.mark.parametrize("sentence", _said())
def test_these_sentences_are_still_said(sentence: str) -> None:
    said = [path.name for path in (*SERVICE.glob("*.py"), CONTROL) if f'"{sentence}"' in path.read_text("utf-8")]
    assert len(said) > 1, "nothing but the advice knows this sentence"


def test_a_connection_without_tls_has_no_certificate_to_check(backwards: None) -> None:
    fresh = _anew(device_fields)
    brother = next(product for product in fresh.PRODUCTS if product.name == "Brother")
    labels = {tls: [label for label, _ in fresh.filled(brother, Connection("mail", (), 25, tls, "", ""))]
              for tls in (Tls.NONE, Tls.STARTTLS)}
    assert set(labels[Tls.STARTTLS]) - set(labels[Tls.NONE]) == {_reversed("Verify Server Certificate")}


def test_the_title_of_an_alarm_keeps_the_letters_of_its_language_within_a_sentence() -> None:
    known = {"mail can't be stored": "E-Mail wird nicht gespeichert", "1 alarm": "1 Alarm"}
    words.install(Language(lambda text: known.get(text, text)))
    try:
        fresh = _anew(alarm_words)
        alarm = Alarm("storage", "", datetime.now(UTC))
        assert fresh.titles_text([alarm]) == "1 Alarm: E-Mail wird nicht gespeichert"
    finally:
        words.install(Language(lambda text: text))
