"""Why a recorded decision came out as it did: judged again by the settings that were in force then, and by those of today."""

from __future__ import annotations

import re
from dataclasses import dataclass

from posthouse_server.policy.decision import Decision, Policy, Request, Verdict
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.explanation import is_policy_rule, rule_label
from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings
from posthouse_server.store.engine import StoreError
from posthouse_server.store.store import Store
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

_SIGN = "[0-9A-HJKMNP-TV-Z]"
_ID = re.compile(rf"(?<![0-9A-Z-]){_SIGN}{{4}}-{_SIGN}{{4}}(?![0-9A-Z-])")
_BRACKETED = re.compile(rf"\[\s*({_SIGN}{{4}}-{_SIGN}{{4}})\s*\]")
_BARE = re.compile(rf"{_SIGN}{{8}}")
_MISREAD = str.maketrans("ILO", "110")  # Crockford's base 32 knows them, so that an id survives a telephone


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision, and the settings that it stands on."""

    revision: int
    settings: Settings
    decision: Decision


@dataclass(frozen=True, slots=True)
class Explained:
    """A recorded decision; what was refused before there was a recipient to judge has only what was recorded."""

    row: DecisionRow
    request: Request | None = None
    then: Judged | None = None
    today: Judged | None = None
    note: str = ""
    """What a reader has to know about the comparison, as sentences; may be empty."""


def find_id(text: str) -> str:
    """Return the id in a reply, a bounce or what somebody typed; empty if there is none."""
    wanted = text.strip().upper()
    if found := _BRACKETED.findall(wanted):
        return str(found[-1])
    if found := _ID.findall(wanted):
        return str(found[-1])
    bare = re.sub(r"[\s\[\]()<>-]", "", wanted).translate(_MISREAD)
    return f"{bare[:4]}-{bare[4:]}" if _BARE.fullmatch(bare) else ""


def explain_id(store: Store, text: str, edited: Settings | None = None) -> Explained:
    """Explain the decision with the id in a text; raises StoreError with one sentence if there is none. Blocks.

    With `edited`, settings that nobody has saved yet stand in for those of today, as revision 0.
    """
    short_id = find_id(text)
    if not short_id:
        raise StoreError(tr("There is no id such as K7Q2-9FXB in this text."))
    row = store.traffic.find(short_id)
    if row is None:
        raise StoreError(tr("No decision with the id {short_id} is recorded here; the trace keeps 90 days, and nothing "
                            "of open relay tests.",
                            short_id=short_id))
    return explain_row(store, row, edited)


def explain_row(store: Store, row: DecisionRow, edited: Settings | None = None) -> Explained:
    """Explain a recorded decision; raises StoreError. Blocks."""
    request = request_of(row)
    if request is None:
        return Explained(row, note=_limits_note(store, row) if row.rule == Rule.RATE_LIMIT else _recorded_note(row))
    directory = store.directory.snapshot()
    loaded = store.settings.load()
    # Recorded revisions count changes of the directory too: today's is told in the same count.
    number = loaded.revision.number if loaded.fault else store.settings.newest_number()
    today = (_judge(number, loaded.settings, directory, request) if edited is None
             else _judge(0, edited, directory, request))
    try:
        then = _judge(row.revision, store.history.settings_at(row.revision), directory, request)
    except StoreError as error:
        return Explained(row, request, None, today, tr("The settings of then can't be read: {error}", error=error))
    return Explained(row, request, then, today, _difference_note(row, then.decision))


def request_of(row: DecisionRow) -> Request | None:
    """Return what the policy was asked; None where it was never asked."""
    if not is_policy_rule(row.rule) or not row.recipient:
        return None
    try:
        client = parse_client(row.client)
    except ValueError:
        return None
    return Request(client, row.sender, row.recipient, row.at, row.login, row.tls)


def _judge(revision: int, settings: Settings, directory: Directory, request: Request) -> Judged:
    return Judged(revision, settings, Policy(settings, directory).decide(request))


def _recorded_note(row: DecisionRow) -> str:
    return (tr("This was refused before the relay rules were asked about a recipient, by “{rule}”. What stands "
               "here is what was recorded; the relay settings have no part in it.", rule=rule_label(row.rule)))


def _limits_note(store: Store, row: DecisionRow) -> str:
    """Name the limits per hour that this recipient counted for; which of them was reached is not recorded."""
    try:
        settings, client = store.history.settings_at(row.revision), parse_client(row.client)
    except (StoreError, ValueError):  # the settings of then can't be read, or no client can have sent this
        return _recorded_note(row)
    security = settings.smtp.security
    decision = Policy(settings, store.directory.snapshot()).decide(
        Request(client, row.sender, row.recipient, row.at, row.login, row.tls))
    facts = decision.findings[-1][3]
    limits = [(tr("the login {login}", login=row.login), security.max_recipients_per_hour_login)] if row.login else []
    if decision.verdict is Verdict.RELAY and decision.rule is Rule.PRIVILEGED_RANGE:
        limits.append((tr("the privileged range {entry}", entry=facts[1]), security.max_recipients_per_hour_range))
    if decision.verdict is Verdict.RELAY and not client.is_loopback:
        limits.append((tr("the client {client}", client=row.client), security.max_recipients_per_hour_client))
    said = [tr("{who} to {number:,}", who=who, number=number) for who, number in limits if number]
    return tr("A limit of recipients per hour was reached; the relay rules were not against it. Limited are: {limits}. What "
              "was sent in the last hour counts, so it goes on by itself; the limits are in SMTP Properties, Security.",
              limits=", ".join(said) or tr("nobody any more"))


def _difference_note(row: DecisionRow, decision: Decision) -> str:
    """The directory of then is not kept, so a decision that comes out otherwise is told apart from one that was wrong."""
    if decision.verdict == row.verdict and decision.rule == row.rule:
        return ""
    return (tr("Recorded was “{verdict}” by the rule “{rule}”. The same settings "
               "give another answer now, so domains or mailboxes have changed since: the directory of then is not kept.",
               verdict=_VERDICTS.get(row.verdict, row.verdict), rule=rule_label(row.rule)))


_VERDICTS = {Verdict.LOCAL.value: tr("delivered here"), Verdict.RELAY.value: tr("relayed"),
             Verdict.REFUSED.value: tr("refused")}
