"""Properties, the test message, Who Can Relay?, help and About."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.dialogs.about import AboutDialog
from posthouse_console.dialogs.open_relay_test import OpenRelayTestDialog
from posthouse_console.dialogs.send_test import SendTestDialog
from posthouse_console.dialogs.who_can_relay import WhoCanRelayDialog
from posthouse_console.service.background import Background
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.server_model import ServerModel
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_console.widgets.question import ask, tell
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.words import tr

if TYPE_CHECKING:
    from posthouse_console.properties.dialog import PropertiesDialog
    from posthouse_console.properties.page import CertificateTool, ConnectionTool, SmartHostTest, ZonesTest
    from posthouse_console.widgets.privileged_dialog import PrivilegedDialog


class ToolCommands(QObject):
    """Opens the dialogs that stand on several models."""

    test_accepted = Signal()
    relay_checked = Signal()
    connection_wanted = Signal(object, object)
    """A PrivilegedRange, and the window that asks."""

    def __init__(self, store: Store, background: Background, models: tuple[SettingsModel, DirectoryModel, ServerModel],
                 revision_note: Callable[[], str], window: QWidget) -> None:
        """Use these models in this window."""
        super().__init__(window)
        self._store = store
        self._background = background
        self._settings, self._directory, self._server = models
        self._revision_note = revision_note
        self._window = window
        self._properties: PropertiesDialog | None = None
        self._help: HelpWindow | None = None

    def test_for_open_relay(self) -> None:
        """Open the open relay test."""
        OpenRelayTestDialog(self._store, self._background, self._server, self._window).open()

    def open_properties(self, topic: str = "") -> None:
        """Open SMTP Properties, or bring it to the front; with a help topic, at the page that it belongs to."""
        # Imported on first use: the pages are a third of the console's code, and a start should not wait for them.
        from posthouse_console.properties.dialog import PropertiesDialog
        from posthouse_console.properties.smtp import pages

        if self._settings.loaded is None:
            tell(self._window, tr("SMTP Properties"), tr("The settings can't be read."), detail=self._settings.fault)
            return
        if self._properties is None:
            dialog = PropertiesDialog(tr("SMTP Properties"), pages(), self._settings, self._window)
            dialog.help_requested.connect(self.open_help)
            dialog.explain_wanted.connect(self._on_explain_wanted)
            dialog.preview_wanted.connect(self._on_preview_wanted)
            dialog.offer_preview()
            dialog.suggest_wanted.connect(self._on_suggest_wanted)
            dialog.offer_suggestions()
            dialog.tool_wanted.connect(self._on_tool_wanted)
            dialog.finished.connect(self._on_properties_finished)
            self._properties = dialog
        self._properties.show_page(topic)
        self._properties.show()
        self._properties.raise_()
        self._properties.activateWindow()

    def show_refusal(self, sentence: str) -> None:
        """Say in SMTP Properties, if they are still open, that the server can't use what was saved there."""
        if self._properties is not None:
            self._properties.show_refusal(sentence)

    def send_test(self) -> None:
        """Send a message to the running server; if it does not run, offer to start it."""
        status = self._server.status
        places = status.node.listening if self._server.is_running and status.node is not None else ()
        if not places:
            ask(self._window, tr("Send a Test Message"), tr("A test message needs a running server."), tr("&Start the Server"),
                self._server.start, icon=QMessageBox.Icon.Information,
                detail=tr("State of the server: {sentence}.", sentence=self._server.words.sentence))
            return
        loaded = self._settings.loaded
        listeners = loaded.settings.smtp.inbound.listeners if loaded is not None else ()
        dialog = SendTestDialog(self._background, places, listeners, self._directory.lists, self._window)
        dialog.accepted_by_server.connect(self.test_accepted)
        dialog.open()

    def who_can_relay(self) -> None:
        """Explain the saved rules."""
        loaded = self._settings.loaded
        if loaded is None:
            tell(self._window, tr("Who Can Relay?"), tr("The settings can't be read."), detail=self._settings.fault)
            return
        self._open_who_can_relay(self._window)
        self.relay_checked.emit()

    def explain(self, short_id: str) -> None:
        """Explain a recorded decision."""
        if self._settings.loaded is None:
            tell(self._window, tr("Who Can Relay?"), tr("The settings can't be read."), detail=self._settings.fault)
            return
        self._open_who_can_relay(self._window).ask_id(short_id)

    def allow(self, short_id: str) -> None:
        """Explain a recorded refusal, and lead to what would allow it."""
        if self._settings.loaded is None:
            tell(self._window, tr("Who Can Relay?"), tr("The settings can't be read."), detail=self._settings.fault)
            return
        self._open_who_can_relay(self._window).ask_id(short_id, is_to_be_allowed=True)

    def open_help(self, topic: str) -> None:
        """Show a help page."""
        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show_topic(topic)

    def open_about(self) -> None:
        """Show version and data folder."""
        AboutDialog(self._store.folder, self._window).open()

    def _open_who_can_relay(self, parent: QWidget, edited: Settings | None = None) -> WhoCanRelayDialog:
        dialog = WhoCanRelayDialog(self._store, self._background, self._settings, self._revision_note,
                                   self._directory.lists, parent, edited)
        dialog.open()
        return dialog

    def _on_explain_wanted(self, edited: Settings) -> None:
        if self._properties is not None:
            self._open_who_can_relay(self._properties, edited)

    def _on_tool_wanted(self, wanted: ZonesTest | CertificateTool | ConnectionTool | SmartHostTest) -> None:
        from posthouse_console.dialogs.blacklist_test import BlacklistTestDialog
        from posthouse_console.dialogs.certificate import CertificateDialog
        from posthouse_console.dialogs.smart_host_test import SmartHostTestDialog
        from posthouse_console.properties.page import CertificateTool, ConnectionTool, SmartHostTest
        from posthouse_console.service.smart_host_test import SmartHostTrial

        if self._properties is None or self._settings.loaded is None:
            return
        if isinstance(wanted, ConnectionTool):
            self.connection_wanted.emit(wanted.entry, wanted.asker)
            return
        if isinstance(wanted, CertificateTool):
            CertificateDialog(self._store.folder, self._background, wanted, self._properties).open()
            return
        if isinstance(wanted, SmartHostTest):
            bound_to = self._settings.loaded.settings.smtp.outbound.bind_address
            trial = SmartHostTrial(self._store.folder, wanted.host, wanted.secret, bound_to)
            SmartHostTestDialog(self._background, trial, wanted.asker).open()
            return
        servers = self._settings.loaded.settings.smtp.general.dns_servers
        BlacklistTestDialog(self._background, wanted.zones, servers, self._properties).open()

    def _on_suggest_wanted(self, asker: PrivilegedDialog) -> None:
        from posthouse_console.dialogs.preview import PreviewDialog
        from posthouse_console.dialogs.suggest import SuggestRangesDialog

        if self._settings.loaded is not None:
            edited = set_paths(self._settings.loaded.settings, {"smtp.relay.privileged_ip_ranges": list(asker.entries())})
            dialog = SuggestRangesDialog(self._store, self._background, edited, asker)
            dialog.offer_preview(lambda new: PreviewDialog(self._store, self._background, edited, new, dialog).open())
            dialog.accepted.connect(lambda: asker.change_entries(dialog.entries(), dialog.removed()))
            dialog.open()

    def preview_directory(self, outcome: DirectoryChange, asker: QWidget) -> None:
        """Show what a change of domains or mailboxes would have changed, in front of the window that asks."""
        from posthouse_console.dialogs.preview import PreviewDialog

        loaded = self._settings.loaded
        if loaded is None:
            tell(asker, tr("Preview"), tr("The settings can't be read, so nobody can tell what this would change."),
                 detail=self._settings.fault)
            return
        PreviewDialog(self._store, self._background, loaded.settings, loaded.settings, asker, outcome).open()

    def _on_preview_wanted(self, saved: Settings, edited: Settings) -> None:
        from posthouse_console.dialogs.preview import PreviewDialog  # on first use, as the pages are

        if self._properties is not None:
            PreviewDialog(self._store, self._background, saved, edited, self._properties).open()

    def _on_properties_finished(self) -> None:
        if self._properties is not None:
            self._properties.deleteLater()
            self._properties = None
