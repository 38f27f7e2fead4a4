"""The relay decision: three blocks for each recipient, the first match ends (MailEnable article ME020034)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.directory import Directory, Mailbox
from posthouse_server.policy.networks import IPAddress, RangeIndex, TimedRange, normalised, parse_range
from posthouse_server.policy.replies import Reply, reply_for
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import AccessMode, Settings

__all__ = ["Decision", "Policy", "Request", "Rule", "Step", "Verdict", "decide"]


class Verdict(StrEnum):
    """What happens to one recipient."""

    LOCAL = "local"
    RELAY = "relay"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Request:
    """One recipient of one transaction, as the client gave it."""

    client: IPAddress
    sender: str
    """The mailbox of MAIL FROM; "" for the null sender."""
    recipient: str
    """The mailbox of RCPT TO."""
    at: datetime
    login: str | None = None
    """The mailbox that has authenticated (mailbox@postoffice), or None."""
    tls: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that was looked at, and why it did or did not match."""

    rule: Rule
    matched: bool
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict with the rule that gave it, the reply to the client, and all rules up to there."""

    verdict: Verdict
    rule: Rule
    reply: Reply
    trace: tuple[Step, ...]
    mailbox: Mailbox | None = None
    """For local delivery: where to; None when nobody has that address."""
    recipient: Address | None = None


_Result = tuple[Verdict, Mailbox | None] | None
_Checked = tuple[Rule, _Result, str]


class Policy:
    """The relay policy of one settings revision and one directory, ready for many decisions."""

    def __init__(self, settings: Settings, directory: Directory) -> None:
        """Prepare the range indexes; the arguments are not copied and must not change."""
        smtp = settings.smtp
        self._relay = smtp.relay
        self._security = smtp.security
        self._access_mode = smtp.inbound.access_control.mode
        self._postmaster = smtp.general.postmaster
        self.directory = directory
        self._access = RangeIndex([TimedRange(parse_range(text), None, text)
                                   for text in smtp.inbound.access_control.ranges])
        self._privileged = RangeIndex([TimedRange(item.network, item.expires_at, item.range)
                                       for item in smtp.relay.privileged_ip_ranges])
        self._blocked = frozenset(parse_address(entry).key if "@" in entry else entry
                                  for entry in smtp.blocked_addresses.senders)

    def decide(self, request: Request) -> Decision:
        """Return the decision; never raises for anything that a client can send."""
        trace: list[Step] = []
        try:
            sender = parse_address(request.sender) if request.sender else None
            recipient = self._recipient(request.recipient)
        except AddressError as error:
            trace.append(Step(Rule.MALFORMED_ADDRESS, True, str(error)))
            return self._decision(request, trace, Verdict.REFUSED, None, None)
        trace.append(Step(Rule.MALFORMED_ADDRESS, False, "Sender and recipient are well-formed."))
        for rule, result, why in self._checks(request, sender, recipient):
            trace.append(Step(rule, result is not None, why))
            if result is not None:
                verdict, mailbox = result
                return self._decision(request, trace, verdict, mailbox, recipient)
        raise AssertionError("The last rule always matches.")

    def may_connect(self, client: IPAddress) -> bool:
        """Return whether Access Control lets a client in."""
        return self._access_control(normalised(client))[1] is None

    def is_privileged(self, client: IPAddress, at: datetime) -> bool:
        """Return whether a client may relay without a password because of a privileged IP range in force."""
        return self._relay.allow_privileged_ip_ranges and self._privileged.find(normalised(client), at) is not None

    def _decision(self, request: Request, trace: list[Step], verdict: Verdict, mailbox: Mailbox | None,
                  recipient: Address | None) -> Decision:
        rule = trace[-1].rule
        reply = reply_for(rule, self._relay.denial_reply, request.sender)
        return Decision(verdict, rule, reply, tuple(trace), mailbox, recipient)

    def _recipient(self, text: str) -> Address:
        """Parse a recipient; `postmaster` alone is complete (RFC 5321 section 4.1.1.3) and means ours."""
        if text.lower() == "postmaster":
            return Address("postmaster", "")
        return parse_address(text)

    def _checks(self, request: Request, sender: Address | None, recipient: Address) -> Iterator[_Checked]:
        client = normalised(request.client)
        yield self._access_control(client)
        yield self._blocked_sender(sender)
        if recipient.domain == "" or self.directory.is_local_domain(recipient.domain):
            yield from self._local_block(recipient)
        else:
            yield (Rule.LOCAL_DOMAIN, None, f"{recipient.domain} is not a domain of this server, so this is relaying.")
            yield from self._relay_block(request, client, sender)

    def _access_control(self, client: IPAddress) -> _Checked:
        entry = self._access.find(client, _ALWAYS)
        if self._access_mode is AccessMode.BANNED:
            if entry is not None:
                return Rule.ACCESS_CONTROL, _REFUSED, f"{client} is banned by the Access Control entry {entry.name}."
            return Rule.ACCESS_CONTROL, None, f"{client} is not banned by Access Control."
        if entry is None:
            return Rule.ACCESS_CONTROL, _REFUSED, f"{client} is not among the only addresses allowed by Access Control."
        return Rule.ACCESS_CONTROL, None, f"{client} is allowed by the Access Control entry {entry.name}."

    def _blocked_sender(self, sender: Address | None) -> _Checked:
        if sender is None:
            return Rule.BLOCKED_SENDER, None, "The sender is empty, as in bounces."
        if sender.domain in self._blocked:
            return Rule.BLOCKED_SENDER, _REFUSED, f"The domain {sender.domain} is a blocked sender."
        if sender.key in self._blocked:
            return Rule.BLOCKED_SENDER, _REFUSED, f"{sender} is a blocked sender."
        return Rule.BLOCKED_SENDER, None, f"{sender} is not a blocked sender."

    def _local_block(self, recipient: Address) -> Iterator[_Checked]:
        mailbox = self.directory.find(recipient) if recipient.domain else None
        if recipient.local.lower() == "postmaster":
            yield Rule.POSTMASTER, (Verdict.LOCAL, self._postmaster_mailbox(recipient, mailbox)), \
                "Postmaster is always accepted."
            return
        yield Rule.POSTMASTER, None, f"{recipient} is not postmaster."
        if mailbox is not None and not mailbox.enabled:
            yield Rule.MAILBOX_DISABLED, _REFUSED, f"{recipient} belongs to the mailbox {mailbox.login}, which is disabled."
            return
        if mailbox is not None:
            yield Rule.ADDRESS_MAP, (Verdict.LOCAL, mailbox), f"{recipient} is an address of the mailbox {mailbox.login}."
            return
        yield Rule.ADDRESS_MAP, None, f"{recipient} is not in the address map."
        if recipient.has_routing_characters:
            yield Rule.ROUTING_CHARACTERS, _REFUSED, \
                f"The local part {recipient.local!r} asks for routing through this server."
            return
        catch_all = self.directory.catch_all(recipient.domain)
        if catch_all is not None:
            yield Rule.CATCH_ALL, (Verdict.LOCAL, catch_all), f"The catch-all of {recipient.domain} takes it."
            return
        yield Rule.CATCH_ALL, None, f"{recipient.domain} has no catch-all."
        if self._security.refuse_unknown_local_recipients:
            yield Rule.UNKNOWN_RECIPIENT, _REFUSED, f"{recipient.domain} is local, but nobody has the address {recipient}."
            return
        yield Rule.LOCAL_DOMAIN, (Verdict.LOCAL, None), f"{recipient.domain} is local, and unknown recipients are accepted."

    def _postmaster_mailbox(self, recipient: Address, mailbox: Mailbox | None) -> Mailbox | None:
        """The entry of the address map, else the configured address, else an administrator, else the catch-all."""
        if mailbox is not None and mailbox.enabled:
            return mailbox
        configured = self.directory.find(parse_address(self._postmaster)) if self._postmaster else None
        if configured is not None and configured.enabled:
            return configured
        return self.directory.administrator(recipient.domain) or self.directory.catch_all(recipient.domain)

    def _relay_block(self, request: Request, client: IPAddress, sender: Address | None) -> Iterator[_Checked]:
        relay = self._relay
        if not relay.enabled:
            yield Rule.RELAY_DISABLED, _REFUSED, "Mail relay is switched off for everybody."
            return
        yield Rule.RELAY_DISABLED, None, "Mail relay is enabled."
        yield self._authenticated(request)
        yield self._privileged_range(client, request.at)
        yield self._local_sender(sender)
        yield Rule.NO_CRITERION_MET, _REFUSED, "None of the ticked relay options applies."

    def _authenticated(self, request: Request) -> _Checked:
        if not self._relay.allow_authenticated_senders:
            return Rule.AUTHENTICATED, None, "Relay for authenticated senders is not ticked."
        if not request.login:
            return Rule.AUTHENTICATED, None, "The client has not logged in."
        return Rule.AUTHENTICATED, _RELAY, f"The client has logged in as {request.login}."

    def _privileged_range(self, client: IPAddress, at: datetime) -> _Checked:
        if not self._relay.allow_privileged_ip_ranges:
            return Rule.PRIVILEGED_RANGE, None, "Relay for privileged IP ranges is not ticked."
        entry = self._privileged.find(client, at)
        if entry is None:
            return Rule.PRIVILEGED_RANGE, None, f"{client} is in no privileged IP range that is in force."
        return Rule.PRIVILEGED_RANGE, _RELAY, f"{client} is in the privileged IP range {entry.name}."

    def _local_sender(self, sender: Address | None) -> _Checked:
        if not self._relay.allow_local_sender_addresses:
            return Rule.LOCAL_SENDER, None, "Relay for local sender addresses is not ticked."
        mailbox = self.directory.find(sender) if sender is not None else None
        if mailbox is None or not mailbox.enabled:
            return Rule.LOCAL_SENDER, None, "The sender is not an address of an enabled mailbox here."
        return Rule.LOCAL_SENDER, _RELAY, f"The sender {sender} is a local address."


_REFUSED: _Result = (Verdict.REFUSED, None)
_RELAY: _Result = (Verdict.RELAY, None)
_ALWAYS = datetime.max.replace(tzinfo=UTC)


def decide(request: Request, settings: Settings, directory: Directory) -> Decision:
    """Decide a single request; keep a Policy for many."""
    return Policy(settings, directory).decide(request)
