"""Judging recipients: each decision gets an id and stands in the trace, and so does what is refused before there is one."""

from __future__ import annotations

import asyncio
import functools
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from aiosmtpd.smtp import Session

from posthouse_server.counters import Totals
from posthouse_server.live import InForce, Live
from posthouse_server.logs.journals import Journals
from posthouse_server.logs.judgements import judged
from posthouse_server.logs.lines import Remark
from posthouse_server.mailboxes.place import place_of
from posthouse_server.mailboxes.quota import MAILBOX_FULL, refusal
from posthouse_server.policy.decision import Decision, Request, Verdict
from posthouse_server.policy.rules import Rule
from posthouse_server.smtp import replies
from posthouse_server.smtp.discipline import Discipline
from posthouse_server.smtp.parameters import RecipientParameters
from posthouse_server.smtp.rate_limit import RateLimit
from posthouse_server.smtp.replies import Notice
from posthouse_server.smtp.tracing import Tracer
from posthouse_server.smtp.transaction import Accepted, Transaction
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import TrafficStore

if TYPE_CHECKING:
    from posthouse_server.smtp.protocol import SmtpProtocol

_log = logging.getLogger(__name__)


class RecipientHook:
    """The hook of RCPT, with all that has a say in it: policy, limits, discipline and quotas."""

    def __init__(self, live: Live, traffic: TrafficStore, totals: Totals, journals: Journals | None, mail: Path | None) -> None:
        """Trace and count there. Without the folder of the mailboxes nobody looks whether they are full."""
        self.live = live
        self._totals = totals
        self._journals = journals
        self._mail = mail
        self._tracer = Tracer(traffic, totals)
        self.connections: set[SmtpProtocol] = set()
        self.rate_limit = RateLimit()
        self.discipline = Discipline(live, self.connections, self._tracer)

    async def handle_RCPT(self, server: SmtpProtocol, session: Session, envelope: Transaction, address: str,
                          parameters: RecipientParameters) -> str | None:
        """Judge one recipient; the decision and its id go into the trace, whatever it is. None: the reply comes later."""
        assert envelope.in_force is not None
        if len(envelope.accepted) >= envelope.in_force.settings.smtp.security.max_recipients_per_message:
            return self.refuse(server, Rule.RECIPIENT_LIMIT, replies.TOO_MANY_RECIPIENTS, envelope.sender)
        recipient = "" if address == "<>" else address
        if not recipient.isascii() and not envelope.smtp_utf8:
            return self.refuse(server, Rule.INTERNATIONAL_ADDRESS, replies.NEEDS_SMTPUTF8, envelope.sender)
        request = Request(server.client, envelope.sender, recipient, now(),
                          _login_of(server, session, envelope.in_force), server.is_tls)
        decision = envelope.in_force.policy.decide(request)
        envelope.login = request.login
        if decision.verdict is Verdict.REFUSED:
            refused = self._traced(server, request, decision.rule, str(decision.reply), envelope.in_force)
            self._remark(request, decision, refused)
            return self.discipline.relay_refused(server, request, decision.rule, decision.reply.with_id(refused))
        if not self.rate_limit.admit(request, decision, server.limited_as, self.live.current.settings.smtp.security):
            reply = self._text(server, Notice.RATE_LIMIT)
            return f"{reply} [{self._traced(server, request, Rule.RATE_LIMIT, reply, self.live.current)}]"
        if self._mail is not None and decision.mailbox is not None and decision.mailbox.quota_kb and decision.mailbox.keeps:
            server.wait_for(self._admit_if_room(server, envelope, request, decision, parameters))
            return None
        return self._admit(server, envelope, request, decision, parameters)

    async def _admit_if_room(self, server: SmtpProtocol, envelope: Transaction, request: Request, decision: Decision,
                             parameters: RecipientParameters) -> None:
        """Look first whether the mailbox is full, off the loop; one that can't be read is full as well."""
        assert self._mail is not None
        assert decision.mailbox is not None
        assert envelope.in_force is not None
        try:
            place = place_of(self._mail, decision.mailbox.maildir)
            reply = await asyncio.to_thread(refusal, place, decision.mailbox.quota_kb, envelope.parameters.size)
        except OSError as error:
            _log.error("Mailbox %s: %s", decision.mailbox.maildir, error)
            reply = MAILBOX_FULL
        if not reply:
            server.reply(self._admit(server, envelope, request, decision, parameters))
            return
        server.reply(f"{reply} [{self._traced(server, request, Rule.MAILBOX_FULL, reply, envelope.in_force)}]")

    def _admit(self, server: SmtpProtocol, envelope: Transaction, request: Request, decision: Decision,
               parameters: RecipientParameters) -> str:
        """Take a recipient into the envelope."""
        assert envelope.in_force is not None
        decision_id = new_id()
        self._remark(request, decision, decision_id)
        self._totals.accepted += 1
        server.note_progress()
        envelope.accepted.append(Accepted(decision, decision_id, parameters))
        envelope.trace_later(functools.partial(
            self._tracer.accepted, decision_id, request, decision, envelope.in_force.revision, server.client_text))
        return decision.reply.with_id(decision_id)

    def _traced(self, server: SmtpProtocol, request: Request, rule: Rule, reply: str, in_force: InForce) -> str:
        """Write the refusal of a recipient into the trace; returns its id."""
        return self._tracer.refused(server, request.login, request.sender, request.recipient, rule, reply, in_force.revision)

    def _remark(self, request: Request, decision: Decision, decision_id: str) -> None:
        """Write a decision into the Debug log, if there is one."""
        if self._journals is not None and self._journals.has_remarks:
            self._journals.write(Remark(request.at, judged(request, decision, decision_id)))

    def refuse(self, server: SmtpProtocol, rule: Rule, reply: str, sender: str = "", login: str | None = None) -> str:
        """Refuse before there is a recipient to decide about; it gets an id and a line in the trace all the same."""
        return f"{reply} [{self._tracer.refused(server, login, sender, '', rule, reply, self.live.current.revision)}]"

    def _text(self, server: SmtpProtocol, notice: Notice) -> str:
        return notice.text(server.in_force.settings.smtp.relay.denial_reply)


def _login_of(server: SmtpProtocol, session: Session, in_force: InForce) -> str | None:
    """Return the mailbox that has logged in, unless it was disabled or removed since: that must act at once.

    A mailbox made a moment ago may log in before what is in force knows of it.
    """
    login: str | None = session.auth_data if session.authenticated else None
    is_known = login in in_force.enabled_logins or in_force.newest <= server.login_revision
    return login if is_known else None
