"""Suggested ranges before they are saved: what the whole change would have changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from posthouse_console.dialogs.previewed_save import PreviewedSaveDialog, Proposal
from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SettingsModel
from posthouse_server.policy.narrowing import narrowed
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr

_NAMED = 6
_TICK = tr("Allow relay for privileged IP ranges will be ticked, too.")


class TakeRangesDialog(PreviewedSaveDialog):
    """Puts entries into the saved list, and takes wider ones out of it."""

    help_topic = "suggest-ranges"

    def __init__(self, base: LoadedSettings, taken: Sequence[PrivilegedRange], removed: Sequence[PrivilegedRange],
                 store: Store, background: Background, model: SettingsModel, parent: QWidget) -> None:
        """Begin the preview at once; raises SettingsError where the list would have a fault."""
        edited = narrowed(base.settings, taken, removed)
        is_ticked = edited.smtp.relay.allow_privileged_ip_ranges != base.settings.smtp.relay.allow_privileged_ip_ranges
        proposal = Proposal(base, edited, _question(taken, removed), _TICK if is_ticked else "", tr("Suggested ranges"))
        super().__init__(tr("Suggest Ranges"), tr("&Save"), proposal, store, background, model, parent)


def _question(taken: Sequence[PrivilegedRange], removed: Sequence[PrivilegedRange]) -> str:
    if not taken:
        return tr("Remove {removed} from the privileged IP ranges?", removed=_names(removed))
    if not removed:
        return tr("Add {taken} to the privileged IP ranges?", taken=_names(taken))
    return tr("Add {taken} to the privileged IP ranges, and remove {removed} from them?",
              taken=_names(taken), removed=_names(removed))


def _names(entries: Sequence[PrivilegedRange]) -> str:
    more = len(entries) - _NAMED
    named = ", ".join(entry.range for entry in entries[:_NAMED])
    return tr("{names} and {number} more", names=named, number=more) if more > 0 else named
