"""Settings of tab Advanced SMTP."""

from __future__ import annotations

from functools import cached_property

from posthouse_server.settings.choices import OptionalCommand
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import HeaderNameOrEmpty


class Advanced(Section):
    """SMTP Properties, tab Advanced SMTP."""

    catch_all_header: HeaderNameOrEmpty = setting(
        "", "Alternate catch-all header",
        "The header field that names the original recipient in messages that a catch-all has taken; empty: Delivered-To alone.")
    add_required_headers: bool = setting(
        True, "Add required headers (Message-ID, Date) for authenticated senders",
        "Only where a message lacks them; clients in privileged IP ranges count too.")
    allowed_commands: tuple[OptionalCommand, ...] = setting(
        tuple(OptionalCommand), "Allowed SMTP commands",
        "The commands that mail can do without; the others (HELO, EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT) always work.")

    @cached_property
    def forbidden(self) -> frozenset[str]:
        """Return the commands that are switched off."""
        return frozenset(OptionalCommand) - frozenset(self.allowed_commands)
