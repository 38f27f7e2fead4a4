"""What has been edited in the pages, against the revision that they were loaded from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from posthouse_console.properties.page import Page
from posthouse_server.policy.deciding import touches_policy
from posthouse_server.policy.exposure import Exposure
from posthouse_server.settings import Settings, SettingsError, merged
from posthouse_server.store.settings_store import LoadedSettings


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that can't be applied, and why."""

    page: Page
    sentence: str


class Edits:
    """The pages and their common base; checks all before it applies any."""

    def __init__(self, pages: Sequence[Page]) -> None:
        """Hold the pages; load() gives them something to show."""
        self.pages = tuple(pages)
        self.base: LoadedSettings | None = None

    def load(self, loaded: LoadedSettings) -> None:
        """Show these settings in all pages."""
        self.base = loaded
        for page in self.pages:
            page.load(loaded.settings)

    def settled(self) -> LoadedSettings:
        """Return the base; only for after the first load()."""
        if self.base is None:
            raise RuntimeError("Nothing has been loaded yet")
        return self.base

    def check(self) -> Fault | None:
        """Return the first page that has something wrong."""
        for page in self.pages:
            if sentence := page.check():
                return Fault(page, sentence)
        return None

    def mine(self) -> Settings | Fault:
        """Return the base with all pages applied, or the page that could not be."""
        settings = self.settled().settings
        for page in self.pages:
            try:
                settings = page.apply(settings)
            except SettingsError as error:
                return Fault(page, str(error))
        return settings

    def current(self) -> Settings | None:
        """Return what all pages make of the base, or None while there is none or a page has a fault; focuses nothing."""
        mine = self.mine() if self.base is not None else None
        return None if isinstance(mine, Fault) else mine

    def touch_policy(self, mine: Settings | None) -> bool:
        """Return whether these edits have a part in who may send or relay; a fault (None) may hide some that have."""
        return self.base is not None and (mine is None or touches_policy(self.base.settings, mine))

    def show_exposure(self, exposure: Exposure | None) -> None:
        """Tell all pages."""
        for page in self.pages:
            page.show_exposure(exposure)

    def on_top_of(self, newest: LoadedSettings) -> Settings | Fault:
        """Return the newest settings with only what was edited here put on top; raises SettingsError."""
        mine = self.mine()
        return mine if isinstance(mine, Fault) else merged(self.settled().settings, mine, newest.settings)

    def secrets(self) -> dict[str, str]:
        """Return all secrets that were typed."""
        return {name: secret for page in self.pages for name, secret in page.secrets().items()}
