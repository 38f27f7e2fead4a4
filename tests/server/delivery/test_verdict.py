"""Who is told what (RFC 3461): the sender's NOTIFY first, then the settings; and what becomes of each recipient."""

from dataclasses import replace
from datetime import timedelta

import pytest

from harness.outgoing import message, recipient
from posthouse_server.delivery.bounce import Action
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.verdict import judge
from posthouse_server.settings.schema import DelayNotifications, Delivery, DeliveryReceipts
from posthouse_server.store.clock import now
from posthouse_server.store.messages import RecipientState, Route

RELAYED, LOCAL, PASSED_ON = Delivered("250 fine", "mx:25"), Delivered("250 2.1.5", "john"), Delivered("250", "mx:25", True)
NEVER, LATER = PermanentFailure("550 5.1.1 no", "mx:25"), TransientFailure("451 later", "mx:25")


@pytest.mark.parametrize(("notify", "outcome", "route", "told"), [
    ("", RELAYED, Route.RELAY, None), ("FAILURE", RELAYED, Route.RELAY, None), ("NEVER", RELAYED, Route.RELAY, None),
    ("SUCCESS", RELAYED, Route.RELAY, Action.RELAYED), ("SUCCESS,FAILURE", PASSED_ON, Route.RELAY, None),
    ("SUCCESS", LOCAL, Route.LOCAL, Action.DELIVERED), ("NEVER", LOCAL, Route.LOCAL, None),
    ("", NEVER, Route.RELAY, Action.FAILED), ("FAILURE,DELAY", NEVER, Route.RELAY, Action.FAILED),
    ("NEVER", NEVER, Route.RELAY, None), ("SUCCESS", NEVER, Route.RELAY, None), ("DELAY", NEVER, Route.LOCAL, None),
    ("", LATER, Route.RELAY, None), ("DELAY", LATER, Route.RELAY, Action.DELAYED), ("FAILURE", LATER, Route.RELAY, None)])
def test_what_the_sender_asks_for(notify: str, outcome: Outcome, route: Route, told: Action | None) -> None:
    to = recipient("b@far.example", route=route, notify=notify)
    verdict = judge(message("b@far.example"), to, outcome, Delivery(), now())
    assert verdict.told == told
    state = {Delivered: RecipientState.DELIVERED, PermanentFailure: RecipientState.BOUNCED,
             TransientFailure: RecipientState.WAITING}[type(outcome)]
    assert verdict.result.state == state, "silence is no reason for Bad Mail"
    nobody = judge(message("b@far.example", sender=""), to, outcome, Delivery(), now())
    assert nobody.told is None
    assert nobody.result.state == (RecipientState.BAD_MAIL if outcome is NEVER else state)


def test_the_settings_say_who_may_be_told_at_all() -> None:
    settings = Delivery(receipts=DeliveryReceipts.AUTHENTICATED)
    to = recipient("b@far.example", notify="SUCCESS,FAILURE")
    stranger, user = message("b@far.example"), message("b@far.example", login="john@example.com")
    assert judge(stranger, to, RELAYED, settings, now()).told is None
    assert judge(user, to, RELAYED, settings, now()).told is Action.RELAYED
    assert judge(stranger, to, NEVER, settings, now()).result.state is RecipientState.BAD_MAIL


@pytest.mark.parametrize(("wanted", "notify", "attempts", "told"), [
    ("off", "", 0, False), ("first_failure", "", 0, True), ("first_failure", "", 1, False), ("every_delay", "", 5, True),
    ("off", "DELAY", 0, True), ("off", "DELAY", 1, False), ("every_delay", "DELAY", 3, True),
    ("every_delay", "NEVER", 0, False), ("every_delay", "SUCCESS,FAILURE", 0, False)])
def test_delay_notices(wanted: str, notify: str, attempts: int, told: bool) -> None:
    settings = Delivery(delay_notifications=DelayNotifications(wanted))
    to = recipient("b@far.example", notify=notify, attempts=attempts)
    verdict = judge(message("b@far.example"), to, LATER, settings, now())
    assert (verdict.told is Action.DELAYED) == told


def test_nothing_is_given_up_for_a_fault_of_ours() -> None:
    old = replace(message("b@far.example"), accepted_at=now() - timedelta(days=100))
    to = recipient("b@far.example", attempts=50)
    assert judge(old, to, LATER, Delivery(), now()).result.state is RecipientState.BOUNCED
    at = now()
    held = judge(old, to, TransientFailure("535 5.7.8 no", "mx:25", is_ours=True), Delivery(), at).result
    assert (held.state, held.next_attempt_at) == (RecipientState.WAITING, at + timedelta(minutes=15))
