"""What the store keeps is English, whoever keeps it, and is shown in the language of the program where it is known for sure."""

import json
import string
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server import words
from posthouse_server.kept_texts import KeptTexts
from posthouse_server.settings import Settings, parse, to_json
from posthouse_server.settings.labels import in_words
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.relay_tests import Outcome, RelayTest
from posthouse_server.words import Language, again, english, in_english, install, tr

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "posthouse_resources" / "translations"
KEPT = tuple(json.loads((FOLDER / "kept.json").read_text("utf-8")))
GERMAN = {message.findtext("source", ""): message.findtext("translation", "")
          for message in ElementTree.parse(FOLDER / "posthouse_de.ts").iter("message")}


def german(text: str) -> str:
    return GERMAN.get(text) or text


KNOWN = KeptTexts(KEPT, german, ".")
PATTERNS = [text for text in KEPT if any(name for _, name, _, _ in string.Formatter().parse(text))]
FIXED = [text for text in KEPT if text not in PATTERNS]


@pytest.fixture
def in_german() -> Iterator[None]:
    """Speak German meanwhile."""
    before = words._current
    install(Language(german, ".", "de", KEPT))
    yield
    install(before)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def filled(text: str, values: dict[str, str]) -> str:
    """Put values in as they are, whatever format is asked for."""
    return "".join(before + (values[name] if name else "") for before, name, _, _ in string.Formatter().parse(text))


@pytest.mark.parametrize("text", FIXED)
def test_a_fixed_text_is_known(text: str) -> None:
    assert KNOWN.again(text) == german(text)


@given(pattern=st.sampled_from(PATTERNS), data=st.data())
def test_values_survive_whatever_they_are(pattern: str, data: st.DataObject) -> None:
    values = {name: data.draw(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
              for name in names_in(pattern)}
    kept = filled(pattern, values)
    shown = KNOWN.again(kept)
    assert shown == kept or all(KNOWN.again(value) in shown or value in shown or value.replace(",", ".") in shown
                                for value in values.values())


@given(pattern=st.sampled_from(PATTERNS), data=st.data())
def test_plain_values_are_found_again(pattern: str, data: st.DataObject) -> None:
    values = {name: data.draw(st.from_regex(r"Q[0-9]{1,9}\Z", fullmatch=True)) for name in names_in(pattern)}
    kept = filled(pattern, values)
    shown = KNOWN.again(kept)
    assert shown != kept or GERMAN[pattern] == pattern
    assert all(value in shown for value in values.values())


@given(st.text(max_size=60))
def test_an_unknown_text_is_shown_as_it_is(text: str) -> None:
    made = f"\N{SNOWMAN}{text}\N{SNOWMAN}"
    assert KNOWN.again(made) == made


def test_a_text_that_can_be_read_in_two_ways_stays_english() -> None:
    known = KeptTexts(("from {a} to {b}",), lambda text: {"from {a} to {b}": "nach {b} von {a}"}[text], ".")
    assert known.again("from here to there") == "nach there von here"
    assert known.again("from here to there to nowhere") == "from here to there to nowhere"


def test_what_says_more_is_preferred_and_equals_are_not_known() -> None:
    german = {"said {a}": "gesagt {a}", "said {a}, twice": "zweimal gesagt {a}", "{b} said!": "{b} gesagt!",
              "said {c}!": "hat {c} gesagt!"}
    known = KeptTexts(german, german.__getitem__, ".")
    assert known.again("said it, twice") == "zweimal gesagt it"
    assert known.again("said said!") == "said said!"


def test_numbers_are_grouped_as_the_language_does() -> None:
    shown = KNOWN.again("The logs are incomplete; mail goes on. 12,345 lines were lost: they came faster than they could be "
                        "written.")
    assert "12.345 Zeilen gingen verloren" in shown


@pytest.mark.usefixtures("in_german")
def test_a_german_program_still_knows_the_english() -> None:
    shown = tr("Mailbox {login} added", login="info@a.example")
    assert (str(shown), english(shown)) == ("Postfach info@a.example hinzugefügt", "Mailbox info@a.example added")
    nested = tr("{entry} removed", entry=tr("mailbox {key}", key="info"))
    assert english(nested) == "mailbox info removed"
    with in_english():
        assert tr("on") == "on"
        assert f"{shown}" == "Mailbox info@a.example added"
        assert tr("{number:,} mailboxes", number=1234) == "1,234 mailboxes"
    assert english(tr("{number:,} mailboxes", number=1234)) == "1,234 mailboxes"
    assert tr("{number:,} mailboxes", number=1234) == "1.234 Postfächer"


@pytest.mark.usefixtures("in_german")
def test_what_a_german_console_saves_is_english_and_is_shown_in_german(store: Store) -> None:
    def edit(settings: Settings) -> Settings:
        document = json.loads(to_json(settings))
        document["smtp"]["relay"]["enabled"] = False
        document["smtp"]["whitelist"]["ranges"] = ["192.0.2.0/24"]
        return parse(json.dumps(document))

    store.settings.change(edit, "somebody")
    store.directory.add_domain("a.example", "somebody")
    store.directory.add_mailbox("info@a.example", "secret word 123", "somebody")
    store.directory.set_enabled("info@a.example", False, "somebody")
    last = store.settings.history()[0].number
    store.history.revert(last, "somebody")
    kept = [revision.summary for revision in store.settings.history()]
    assert all(text.isascii() or "→" in text for text in kept)
    assert kept[1:5] == [
        "Mailbox info@a.example: disabled", "Mailbox info@a.example added",
        "Domain a.example added to post office a.example",
        "smtp.relay.enabled: on → off; smtp.whitelist.ranges: added 192.0.2.0/24"]
    assert kept[0] == f"Revision {last} reverted: Mailbox info@a.example: enabled: off → on"
    shown = [in_words(text) for text in kept]
    assert shown[0] == f"Revision {last} zurückgenommen: Postfach info@a.example: aktiviert: aus → ein"
    assert shown[1:3] == ["Postfach info@a.example: deaktiviert", "Postfach info@a.example hinzugefügt"]
    assert ": ein → aus; " in shown[4]
    assert shown[4].endswith(": hinzugefügt 192.0.2.0/24")


@pytest.mark.usefixtures("in_german")
def test_alarms_are_shown_in_german() -> None:
    text = ("The smart host smtp.example.org:587 does not let post in: 535 5.7.8 No. Mail for it waits, and nothing is "
            "returned to its sender for this. Put the login right in SMTP Properties, Smart Host, or the secret with "
            'posthousectl smart-host password --for "x"; it is tried again by itself.')
    shown = again(text)
    assert shown.startswith("Der Smarthost smtp.example.org:587 lässt post nicht hinein: 535 5.7.8 No. E-Mails dafür warten")
    assert 'posthousectl smart-host password --for "x"; es wird' in shown


@pytest.mark.usefixtures("in_german")
def test_forms_of_the_open_relay_test_are_shown_in_german() -> None:
    assert again("Greets as localhost, local sender") == "Grüßt als localhost, lokaler Absender"
    assert again("Percent hack at [192.0.2.25]") == "Prozent-Trick unter [192.0.2.25]"
    assert again("[::]:25, after STARTTLS") == "[::]:25, nach STARTTLS"


@pytest.mark.usefixtures("in_german")
def test_a_test_that_a_server_has_kept_is_shown_in_german(store: Store) -> None:
    outcome = Outcome("Percent hack", "<a@b.example>", "<c@d.example>", "198.51.100.1", is_closed=False, transcript="S: 250 OK",
                      note="Would have been relayed to c@d.example.", way="[::]:25, in the clear", stranger="public address")
    store.relay_tests.add(RelayTest(0, now(), 7, "server", "after revision 7", (outcome,)))
    test, = store.relay_tests.list()
    assert (test.reason, test.outcomes[0].form, test.outcomes[0].way, test.outcomes[0].stranger, test.outcomes[0].note) == (
        "nach Revision 7", "Prozent-Trick", "[::]:25, unverschlüsselt", "öffentliche Adresse",
        "Wäre an c@d.example weitergeleitet worden.")
    assert test.outcomes[0].transcript == "S: 250 OK"
    assert store.relay_tests.headings()[0].reason == "nach Revision 7"


def test_a_program_in_english_shows_what_is_kept() -> None:
    assert again("Percent hack") == "Percent hack"
    assert in_words("smtp.general.hostname: empty → off").endswith(": empty → off")
