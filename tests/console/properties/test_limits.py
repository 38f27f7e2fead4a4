"""Load balancers and limits: what the tabs say of them, and that all of it fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QSpinBox

from console.properties.test_pages import enter
from posthouse_console.widgets.balancers_dialog import BalancersDialog
from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]


def test_load_balancers_go_to_the_store_with_a_word_on_how_many_are_believed(console: Open) -> None:
    here = console()
    here.bring("Inbound")
    hint = here.page._balancers_hint
    assert hint.text() == "None is believed."
    here.click(here.find("smtp_inbound_proxy_protocol_from"))
    dialog = here.popup(BalancersDialog)
    for typed, notice in (
        ("10.0.4.0/24", "256 addresses are believed."),
        ("8.8.8.8", "257 addresses are believed. 1 of them is public: nobody but your balancers may use it."),
        ("0.0.0.0/0", "4,294,967,296 addresses are believed. That is everybody: whoever connects can pretend to be any "
                      "client, a privileged one too."),
    ):
        here.click(dialog.panel.add)
        entry = here.popup(RangeEntryDialog)
        here.qtbot.keyClicks(entry.range.line, typed)
        here.click(here.ok_of(entry))
        here.qtbot.waitUntil(lambda: not entry.isVisible())  # noqa: B023 - waited for at once
        assert dialog.notice() == notice
    here.qtbot.keyClick(dialog.panel.table, Qt.Key.Key_Delete)
    assert dialog.notice().startswith("257 addresses")
    here.click(here.ok_of(dialog))
    assert hint.text() == "257 addresses are believed."
    here.apply()
    assert here.value("smtp.inbound.proxy_protocol_from") == ("10.0.4.0/24", "8.8.8.8")
    again = console()
    again.bring("Inbound")
    assert again.page._balancers_hint.text() == "257 addresses are believed."


def test_cancelled_load_balancers_change_nothing(console: Open) -> None:
    here = console()
    here.bring("Inbound")
    here.click(here.find("smtp_inbound_proxy_protocol_from"))
    dialog = here.popup(BalancersDialog)
    assert not dialog.panel.edit.isEnabled()
    here.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not here.button(Button.Apply).isEnabled()


def test_balancers_and_implicit_tls_do_not_go_together(console: Open, store: Store) -> None:
    store.settings.change(lambda settings: set_paths(settings, {
        "smtp.inbound.listeners": [{"port": 465, "tls": "implicit"}],
        "smtp.inbound.proxy_protocol_from": ["10.0.4.1"]}), "test")
    here = console()
    here.bring("Inbound")
    assert here.page.notice.text() == ("127.0.0.1 port 465: load balancers are refused, since implicit TLS leaves no place for "
                                       "a PROXY header.")


@pytest.mark.parametrize(("tab", "path", "word"), [
    ("Inbound", "smtp.inbound.max_connections_per_client", "unlimited"),
    ("Security", "smtp.security.max_failed_commands", "never"), ("Security", "smtp.security.max_failed_logins", "never")])
def test_nought_is_shown_as_what_it_means(console: Open, tab: str, path: str, word: str) -> None:
    here = console()
    here.bring(tab)
    spin = here.find(path.replace(".", "_"), QSpinBox)
    enter(here, spin, "0")
    here.apply()
    assert spin.text() == word
    assert here.value(path) == 0


def test_security_says_what_an_unusual_choice_comes_to(console: Open) -> None:
    here = console()
    here.bring("Security")
    assert here.page.notice.text() == ""
    enter(here, here.find("smtp_security_max_failed_logins"), "0")
    assert here.page.notice.text() == "Passwords can be guessed without end."
    here.click(here.find("smtp_security_refuse_unknown_local_recipients"))
    assert "your server then sends bounces to strangers" in here.page.notice.text()


def test_the_tabs_fit_on_a_small_screen(console: Open) -> None:
    """1366 by 768 at 100 %, less the frame; the fonts of test machines vary, so the figures have some room."""
    here = console()
    for number in range(here.dialog.tabs.count()):
        here.dialog.tabs.setCurrentIndex(number)
        page = here.page
        assert page.minimumSizeHint().width() <= 820, here.dialog.tabs.tabText(number)
        assert page.layout().heightForWidth(740) <= 620, here.dialog.tabs.tabText(number)
