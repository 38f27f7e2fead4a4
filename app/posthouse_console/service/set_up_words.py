"""What a set-up will save, in sentences."""

from __future__ import annotations

from datetime import UTC, datetime

from posthouse_console.service.set_up import Answers, Reach
from posthouse_console.service.ways_out import WAYS
from posthouse_server.settings.choices import SmartHostAuthentication
from posthouse_server.words import tr

_NAMED = 5
_ALL = ("0.0.0.0", "::")  # noqa: S104 - read here, nothing is bound


def summary_lines(answers: Answers) -> list[tuple[str, str]]:
    """Return pairs of icon and sentence, in the order of the pages."""
    return [_reach(answers), _domain(answers), _mailbox(answers), *_outgoing(answers), _devices(answers)]


def _reach(answers: Answers) -> tuple[str, str]:
    if answers.reach is Reach.UNCHANGED:
        return "server", tr("The server goes on listening where it does now.")
    if answers.reach is Reach.COMPUTER:
        return "server", tr("The server listens on port {port}, for programs on this computer only.", port=answers.port)
    where = (tr("on all addresses of this computer") if answers.address in _ALL
             else tr("on {address}", address=answers.address))
    return "server", tr("The server listens {where}, port {port}: your network can reach it.",
                        where=where, port=answers.port)


def _domain(answers: Answers) -> tuple[str, str]:
    login, domain = answers.login_domain, answers.domain
    if not answers.is_domain_new:
        return "domain", tr("The domain {login} is there already, and stays as it is.", login=login)
    if answers.is_kept_here:
        return "domain", tr("The domain {domain} is added: mail for it is accepted and kept here.", domain=domain)
    return "domain", tr("The domain {login} is added for the logins. Mail for {domain} goes out like all other mail.",
                        login=login, domain=domain)


def _mailbox(answers: Answers) -> tuple[str, str]:
    if answers.is_mailbox_new:
        return "mailbox", tr("The mailbox {login} is added, with the password that you have chosen.", login=answers.login)
    return "mailbox", tr("The mailbox {login} is there already, and keeps its password.", login=answers.login)


def _outgoing(answers: Answers) -> list[tuple[str, str]]:
    host = answers.smart_host
    place = tr("{host}, port {port}", host=host.host, port=host.port)
    found = [("send", tr("Mail leaves {way}.", way=WAYS[answers.way].summary.format(host=place)))]
    if answers.secrets():
        found.append(("key", tr("The client secret of {username} goes to the system's keyring, never into the settings.",
                                username=host.username) if host.authentication is SmartHostAuthentication.OAUTH2 else
                      tr("The password of {username} goes to the system's keyring, never into the settings.",
                         username=host.username)))
    return found


def _devices(answers: Answers) -> tuple[str, str]:
    at = datetime.now(UTC)
    names = [item.range for item in answers.devices if not item.has_ended(at)]
    if not names or not answers.settings().smtp.relay.allow_privileged_ip_ranges:
        return "shield", tr("No device may send without a password.")
    more = tr(" and {number:,} more", number=len(names) - _NAMED) if len(names) > _NAMED else ""
    return "shield", tr("These may send without a password: {names}{more}.", names=", ".join(names[:_NAMED]), more=more)
