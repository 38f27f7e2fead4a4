"""The explicit yes to what lets more of the Internet relay: --public, or --open where the server becomes an open relay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from posthouse_server.policy.widening import Widening, widened
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.store import Store
from posthouse_server.store.clock import now

Public = Annotated[bool, typer.Option("--public", help="Yes, more public addresses may relay.")]
Open = Annotated[bool, typer.Option("--open", help="Yes, the server may become an open relay.")]


@dataclass(frozen=True, slots=True)
class Consent:
    """What somebody has said yes to."""

    to_public: bool = False
    to_open: bool = False

    def check(self, change: Widening) -> None:
        """Raise SettingsError where a change needs an option that was not given."""
        option = option_for(change)
        if option and not (self.to_open or (self.to_public and option == "--public")):
            raise SettingsError(f"Afterwards: {change.after.sentence} Nothing was changed; if that is what you want, say "
                                f"{option}.")

    def check_settings(self, store: Store, old: Settings, new: Settings) -> None:
        """Do the same for a change of the settings alone."""
        directory = store.directory.snapshot()
        self.check(widened((old, directory), (new, directory), now()))


def option_for(change: Widening) -> str:
    """Return the option that says yes to what a change opens; empty where it opens nothing."""
    return "--open" if change.needs_word else "--public" if change.needs_yes else ""
