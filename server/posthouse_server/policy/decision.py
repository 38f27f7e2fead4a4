"""The relay decision: three blocks for each recipient, the first match ends (MailEnable article ME020034)."""

from __future__ import annotations

from datetime import UTC, datetime

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.directory import Directory, Mailbox
from posthouse_server.policy.literals import LiteralRules, is_literal, parser_of
from posthouse_server.policy.networks import IPAddress, normalised, parse_range
from posthouse_server.policy.range_index import CoverIndex, RangeIndex, TimedRange
from posthouse_server.policy.replies import reply_for
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.sender_rules import SenderRules
from posthouse_server.policy.verdicts import REFUSED, REFUSED_BY_DOMAIN, Decision, Finding, Request, Result, Step, Verdict
from posthouse_server.settings.schema import AccessMode, PrivilegedRange, Settings
from posthouse_server.words import tr

__all__ = ["Decision", "Policy", "Request", "Rule", "Step", "Verdict", "decide"]


class Policy:
    """The relay policy of one settings revision and one directory, ready for many decisions."""

    def __init__(self, settings: Settings, directory: Directory, like: Policy | None = None) -> None:
        """Prepare the range indexes, or share those of a policy of the same settings; the arguments must not change."""
        smtp = settings.smtp
        self.settings = settings
        self.directory = directory
        self._relay = smtp.relay
        self._security = smtp.security
        self._senders = SenderRules(settings, directory)
        self._parse = parser_of(settings)
        self._literals = LiteralRules(settings, directory) if self._security.allow_domain_literals else None
        self._access_mode = smtp.inbound.access_control.mode
        self._postmaster = smtp.general.postmaster
        dialect = smtp.relay.denial_reply
        self._indexes: tuple[RangeIndex, RangeIndex, CoverIndex[PrivilegedRange]]
        self._replies = {rule: None if rule is Rule.BLOCKED_SENDER else reply_for(rule, dialect, "") for rule in Rule}
        self._indexes = like._indexes if like is not None and like.settings is settings else _index(settings)
        self._access, self._privileged, self._conditional = self._indexes

    def decide(self, request: Request) -> Decision:
        """Return the decision; never raises for anything that a client can send, but what the directory raises."""
        findings: list[Finding] = []
        recipient: Address | None = None
        try:
            sender = self._parse(request.sender) if request.sender else None
            recipient = self._recipient(request.recipient)
        except AddressError as error:
            findings.append((Rule.MALFORMED_ADDRESS, REFUSED, "{}", (error,)))
        else:
            findings.append(_WELL_FORMED)
            self._judge(request, sender, recipient, findings)
        rule, result, _, _ = findings[-1]
        assert result is not None, "the last rule always matches"
        reply = self._replies[rule] or reply_for(rule, self._relay.denial_reply, request.sender)
        return Decision(result[0], rule, reply, tuple(findings), result[1], recipient)

    def may_connect(self, client: IPAddress) -> bool:
        """Return whether Access Control lets a client in."""
        return self._access_control(normalised(client))[1] is None

    def is_privileged(self, client: IPAddress, at: datetime) -> bool:
        """Return whether a client may relay without a password because of a privileged IP range, whatever its sender."""
        return bool(self.privileged_entry(client, at))

    def client_class(self, client: IPAddress) -> tuple[object, ...]:
        """Return what the policy can tell of a client: two clients of the same class are always judged alike."""
        client = normalised(client)
        entry, access = self._privileged.covering(client), self._access.covering(client)
        return id(entry), access is None, *map(id, self._conditional.covering(client))

    def privileged_entry(self, client: IPAddress, at: datetime) -> str:
        """Return the text of the privileged IP range in force that a client is in, whatever its sender; empty if none."""
        if not self._relay.allow_privileged_ip_ranges:
            return ""
        client = normalised(client)
        entry = self._privileged.find(client, at)
        if entry is not None:
            return entry.name
        return next((item.range for item in self._conditional.covering(client) if item.is_in_force(at)), "")

    def _recipient(self, text: str) -> Address:
        """Parse a recipient; `postmaster` alone is complete (RFC 5321 section 4.1.1.3) and means ours."""
        if len(text) == 10 and text.lower() == "postmaster":
            return Address("postmaster", "")
        address = self._parse(text)
        return address if self._literals is None else self._literals.resolved(address)

    def _judge(self, request: Request, sender: Address | None, recipient: Address, findings: list[Finding]) -> None:
        """Look at the rules in their order, and note what each has found, until one decides."""
        client = normalised(request.client)
        findings.append(finding := self._access_control(client))
        if finding[1] is not None:
            return
        findings.append(finding := self._senders.blocked(sender))
        if finding[1] is not None:
            return
        if self._senders.is_strict and self._is_sender_denied(request, client, sender, findings):
            return
        domain = recipient.domain
        if self._literals is not None and is_literal(domain):
            findings += self._literals.judged(recipient)
            if findings[-1][1] is None:
                self._relay_block(request, client, sender, findings)
        elif domain == "" or self.directory.is_local_domain(domain):
            if self._literals is not None and request.recipient.endswith("]"):
                why = "{} names this server, so it is judged as {}."
                findings.append((Rule.LOCAL_DOMAIN, None, why, (request.recipient, recipient)))
            self._local_block(recipient, findings)
        else:
            findings.append((Rule.LOCAL_DOMAIN, None, "{} is not a domain of this server, so this is relaying.", (domain,)))
            self._relay_block(request, client, sender, findings)

    def _access_control(self, client: IPAddress) -> Finding:
        entry = self._access.find(client, _ALWAYS)
        if self._access_mode is AccessMode.BANNED:
            if entry is None:
                return Rule.ACCESS_CONTROL, None, "{} is not banned by Access Control.", (client,)
            return Rule.ACCESS_CONTROL, REFUSED, "{} is banned by the Access Control entry {}.", (client, entry.name)
        if entry is None:
            return Rule.ACCESS_CONTROL, REFUSED, "{} is not among the only addresses allowed by Access Control.", (client,)
        return Rule.ACCESS_CONTROL, None, "{} is allowed by the Access Control entry {}.", (client, entry.name)

    def _is_sender_denied(self, request: Request, client: IPAddress, sender: Address | None, findings: list[Finding]) -> bool:
        """Look at what Security asks of the sender address."""
        for finding in self._senders.judged(
                sender, request.login, lambda: self._privileged_range(client, sender, request.at)[1] is not None):
            findings.append(finding)
            if finding[1] is not None:
                return True
        return False

    def _local_block(self, recipient: Address, findings: list[Finding]) -> None:
        domain = recipient.domain
        mailbox = self.directory.find(recipient) if domain else None
        if recipient.local.lower() == "postmaster":
            reader = self._postmaster_mailbox(recipient, mailbox)
            findings.append((Rule.POSTMASTER, (Verdict.LOCAL, reader), "Postmaster is always accepted.", ()))
            return
        findings.append((Rule.POSTMASTER, None, "{} is not postmaster.", (recipient,)))
        findings.append(finding := self._address_map(recipient, mailbox))
        if finding[1] is not None:
            return
        if recipient.has_routing_characters:
            findings.append((Rule.ROUTING_CHARACTERS, REFUSED, "The local part {!r} asks for routing through this server.",
                             (recipient.local,)))
            return
        findings.append(finding := self._catch_all(domain))
        if finding[1] is None:
            findings.append(self._unknown_recipient(recipient))

    def _address_map(self, recipient: Address, mailbox: Mailbox | None) -> Finding:
        if mailbox is None:
            return Rule.ADDRESS_MAP, None, "{} is not in the address map.", (recipient,)
        if mailbox.is_group:
            if not mailbox.enabled:
                return Rule.MAILBOX_DISABLED, REFUSED, "The group {} has no members.", (recipient,)
            return Rule.ADDRESS_MAP, (Verdict.LOCAL, mailbox), "{} is the address of a group.", (recipient,)
        if not mailbox.enabled:
            why = "{} belongs to the mailbox {}, which is disabled."
            return Rule.MAILBOX_DISABLED, REFUSED, why, (recipient, mailbox.login)
        return Rule.ADDRESS_MAP, (Verdict.LOCAL, mailbox), "{} is an address of the mailbox {}.", (recipient, mailbox.login)

    def _catch_all(self, domain: str) -> Finding:
        mailbox = self.directory.catch_all(domain)
        if mailbox is not None and self._security.disable_catch_alls:
            return Rule.CATCH_ALL, None, "The catch-all of {} does not count: all catchalls are disabled.", (domain,)
        if mailbox is None:
            return Rule.CATCH_ALL, None, "{} has no catch-all.", (domain,)
        return Rule.CATCH_ALL, (Verdict.LOCAL, mailbox), "The catch-all of {} takes it.", (domain,)

    def _unknown_recipient(self, recipient: Address) -> Finding:
        domain, accepts = recipient.domain, self.directory.takes_unknown(recipient.domain)
        if self._security.refuse_unknown_local_recipients if accepts is None else not accepts:
            why = "{} is local, but nobody has the address {}." if accepts is None else REFUSED_BY_DOMAIN
            return Rule.UNKNOWN_RECIPIENT, REFUSED, why, (domain, recipient)
        return Rule.LOCAL_DOMAIN, (Verdict.LOCAL, None), "{} is local, and unknown recipients are accepted.", (domain,)

    def _postmaster_mailbox(self, recipient: Address, mailbox: Mailbox | None) -> Mailbox | None:
        """The entry of the address map, else the configured address, else an administrator, else the catch-all."""
        if mailbox is not None and mailbox.enabled:
            return mailbox
        configured = self.directory.find(parse_address(self._postmaster)) if self._postmaster else None
        if configured is not None and configured.enabled:
            return configured
        return self.directory.administrator(recipient.domain) or self.directory.catch_all(recipient.domain)

    def _relay_block(self, request: Request, client: IPAddress, sender: Address | None, findings: list[Finding]) -> None:
        if not self._relay.enabled:
            findings.append(_SWITCHED_OFF)
            return
        findings.append(_SWITCHED_ON)
        findings.append(finding := self._authenticated(request.login))
        if finding[1] is None:
            findings.append(finding := self._privileged_range(client, sender, request.at))
        if finding[1] is None:
            findings.append(finding := self._local_sender(sender))
        if finding[1] is None:
            findings.append(_NOTHING_APPLIES)

    def _authenticated(self, login: str | None) -> Finding:
        if not self._relay.allow_authenticated_senders:
            return _LOGIN_NOT_TICKED
        if not login:
            return _NO_LOGIN
        return Rule.AUTHENTICATED, _RELAY, "The client has logged in as {}.", (login,)

    def _privileged_range(self, client: IPAddress, sender: Address | None, at: datetime) -> Finding:
        if not self._relay.allow_privileged_ip_ranges:
            return _RANGES_NOT_TICKED
        entry = self._privileged.find(client, at)
        if entry is not None:
            return Rule.PRIVILEGED_RANGE, _RELAY, "{} is in the privileged IP range {}.", (client, entry.name)
        if self._conditional and (finding := self._conditional_range(client, sender, at)) is not None:
            return finding
        ended = self._privileged.covering(client)
        if ended is not None:
            why = "{} is in the privileged IP range {}, but that ended at {:%Y-%m-%d %H:%M} UTC."
            return Rule.PRIVILEGED_RANGE, None, why, (client, ended.name, ended.expires_at)
        return Rule.PRIVILEGED_RANGE, None, "{} is in no privileged IP range that is in force.", (client,)

    def _conditional_range(self, client: IPAddress, sender: Address | None, at: datetime) -> Finding | None:
        """Look at the entries with hours or senders; any that holds will do, else the first one is named with its condition."""
        near: PrivilegedRange | None = None
        for item in self._conditional.covering(client):
            if not item.is_in_force(at):
                near = near or item
            elif item.admits(sender):
                return Rule.PRIVILEGED_RANGE, _RELAY, "{} is in the privileged IP range {}.", (client, item.range)
            else:
                near = item
        if near is None:
            return None
        if near.has_ended(at):
            reason = tr("that ended at {time:%Y-%m-%d %H:%M} UTC", time=near.expires_at)
        elif not near.is_in_force(at):
            reason = tr("that is in force {hours} only", hours=", ".join(near.hours))
        else:
            senders = ", ".join(near.senders[:3]) + (tr(" and others") if near.senders[3:] else "")
            reason = tr("that is only for the senders {senders}", senders=senders)
        return Rule.PRIVILEGED_RANGE, None, "{} is in the privileged IP range {}, but {}.", (client, near.range, reason)

    def _local_sender(self, sender: Address | None) -> Finding:
        if not self._relay.allow_local_sender_addresses:
            return _SENDERS_NOT_TICKED
        mailbox = self.directory.find(sender) if sender is not None else None
        if mailbox is None or not mailbox.enabled or mailbox.is_group:
            return _NO_LOCAL_SENDER
        return Rule.LOCAL_SENDER, _RELAY, "The sender {} is a local address.", (sender,)


def _index(settings: Settings) -> tuple[RangeIndex, RangeIndex, CoverIndex[PrivilegedRange]]:
    """Index Access Control, the plain privileged ranges, and those with hours or senders."""
    privileged = settings.smtp.relay.privileged_ip_ranges
    return (
        RangeIndex(TimedRange(parse_range(text), None, text) for text in settings.smtp.inbound.access_control.ranges),
        RangeIndex(TimedRange(item.network, item.expires_at, item.range) for item in privileged
                   if not item.hours and not item.senders),
        CoverIndex((item.network, item) for item in privileged if item.hours or item.senders))


_RELAY: Result = (Verdict.RELAY, None)
_ALWAYS = datetime.max.replace(tzinfo=UTC)

_WELL_FORMED: Finding = Rule.MALFORMED_ADDRESS, None, "Sender and recipient are well-formed.", ()
_SWITCHED_OFF: Finding = Rule.RELAY_DISABLED, REFUSED, "Mail relay is switched off for everybody.", ()
_SWITCHED_ON: Finding = Rule.RELAY_DISABLED, None, "Mail relay is enabled.", ()
_LOGIN_NOT_TICKED: Finding = Rule.AUTHENTICATED, None, "Relay for authenticated senders is not ticked.", ()
_NO_LOGIN: Finding = Rule.AUTHENTICATED, None, "The client has not logged in.", ()
_RANGES_NOT_TICKED: Finding = Rule.PRIVILEGED_RANGE, None, "Relay for privileged IP ranges is not ticked.", ()
_SENDERS_NOT_TICKED: Finding = Rule.LOCAL_SENDER, None, "Relay for local sender addresses is not ticked.", ()
_NO_LOCAL_SENDER: Finding = Rule.LOCAL_SENDER, None, "The sender is not an address of an enabled mailbox here.", ()
_NOTHING_APPLIES: Finding = Rule.NO_CRITERION_MET, REFUSED, "None of the ticked relay options applies.", ()


def decide(request: Request, settings: Settings, directory: Directory) -> Decision:
    """Decide a single request; keep a Policy for many."""
    return Policy(settings, directory).decide(request)
