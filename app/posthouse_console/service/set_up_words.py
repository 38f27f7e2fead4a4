"""What a set-up will save, in sentences."""

from __future__ import annotations

from datetime import UTC, datetime

from posthouse_console.service.set_up import Answers, Reach
from posthouse_console.service.ways_out import WAYS
from posthouse_server.settings.choices import SmartHostAuthentication

_NAMED = 5
_ALL = ("0.0.0.0", "::")  # noqa: S104 - read here, nothing is bound


def summary_lines(answers: Answers) -> list[tuple[str, str]]:
    """Return pairs of icon and sentence, in the order of the pages."""
    return [_reach(answers), _domain(answers), _mailbox(answers), *_outgoing(answers), _devices(answers)]


def _reach(answers: Answers) -> tuple[str, str]:
    if answers.reach is Reach.UNCHANGED:
        return "server", "The server goes on listening where it does now."
    if answers.reach is Reach.COMPUTER:
        return "server", f"The server listens on port {answers.port}, for programs on this computer only."
    where = "on all addresses of this computer" if answers.address in _ALL else f"on {answers.address}"
    return "server", f"The server listens {where}, port {answers.port}: your network can reach it."


def _domain(answers: Answers) -> tuple[str, str]:
    login, domain = answers.login_domain, answers.domain
    if not answers.is_domain_new:
        return "domain", f"The domain {login} is there already, and stays as it is."
    if answers.is_kept_here:
        return "domain", f"The domain {domain} is added: mail for it is accepted and kept here."
    return "domain", f"The domain {login} is added for the logins. Mail for {domain} goes out like all other mail."


def _mailbox(answers: Answers) -> tuple[str, str]:
    if answers.is_mailbox_new:
        return "mailbox", f"The mailbox {answers.login} is added, with the password that you have chosen."
    return "mailbox", f"The mailbox {answers.login} is there already, and keeps its password."


def _outgoing(answers: Answers) -> list[tuple[str, str]]:
    host = answers.smart_host
    found = [("send", f"Mail leaves {WAYS[answers.way].summary.format(host=f'{host.host}, port {host.port}')}.")]
    if answers.secrets():
        noun = "client secret" if host.authentication is SmartHostAuthentication.OAUTH2 else "password"
        found.append(("key", f"The {noun} of {host.username} goes to the system's keyring, never into the settings."))
    return found


def _devices(answers: Answers) -> tuple[str, str]:
    at = datetime.now(UTC)
    names = [item.range for item in answers.devices if not item.has_ended(at)]
    if not names or not answers.settings().smtp.relay.allow_privileged_ip_ranges:
        return "shield", "No device may send without a password."
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return "shield", f"These may send without a password: {', '.join(names[:_NAMED])}{more}."
