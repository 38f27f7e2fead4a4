"""The contract between the Properties dialog and its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posthouse_server.policy.exposure import Exposure
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import PrivilegedRange, SmartHost


@dataclass(frozen=True, slots=True)
class ZonesTest:
    """Whether DNS blacklists serve this computer."""

    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateTool:
    """The certificate of the server: what it says, a new one, another one."""

    certificate_file: str
    """Empty: the self-signed one."""
    hostname: str
    """As saved; empty: the name of this computer."""
    use: Callable[[str], None]
    """Puts another certificate file, which holds its key too, into the page; "" for the self-signed one."""


@dataclass(frozen=True, slots=True)
class ConnectionTool:
    """What the devices of a privileged range have to be told."""

    entry: PrivilegedRange
    asker: QWidget
    """In front of this window."""


@dataclass(frozen=True, slots=True)
class SmartHostTest:
    """Whether a smart host, as edited, answers and lets us in."""

    host: SmartHost
    secret: str = field(repr=False)
    """As typed; empty: the one that is kept."""
    asker: QWidget
    """The window to ask in front of."""


class Page(QWidget):
    """One tab: shows some of the settings, and says what they would be after its edits. It never saves anything."""

    changed = Signal()
    """The user has edited something."""

    why_wanted = Signal()
    """The user wants to see who can relay by the settings as they are edited now."""

    suggest_wanted = Signal(object)
    """The user wants ranges made of recorded traffic; they go to the change_entries() of the object given."""

    tool_wanted = Signal(object)
    """The user wants a tool for something as it is edited now: one of the classes above."""

    title: str = ""
    """The caption of the tab."""
    help_topic: str = ""
    """The help page that F1 opens, such as smtp-relay."""

    def load(self, settings: Settings) -> None:
        """Show these settings; does not emit `changed`."""
        raise NotImplementedError

    def check(self) -> str:
        """Return what is wrong with the input as a sentence that names the field, and focus it; empty: all is well."""
        return ""

    def apply(self, settings: Settings) -> Settings:
        """Return the settings with this page's fields put in; raises SettingsError."""
        raise NotImplementedError

    def defaults(self) -> list[tuple[str, str, str]]:
        """Return label, value as edited, and installed default of each setting of the page that differs from it."""
        return []

    def restore_defaults(self) -> None:
        """Put the installed defaults into the fields; emits `changed`, and saves nothing."""

    def show_exposure(self, exposure: Exposure | None) -> None:
        """Learn who could relay by the edits of all pages together; None: not known. Most pages don't care."""

    def offer_suggestions(self) -> None:
        """Somebody answers `suggest_wanted`: a page that has ranges may show its button."""

    def secrets(self) -> Mapping[str, str]:
        """Return secrets that were typed (name in the keyring to secret); nothing of them is in the settings."""
        return {}
