"""Smart hosts for some mail: the first in the list that fits both sides, and nothing else decides."""

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.smart_hosts import SmartHostRules
from posthouse_server.settings.schema import ChosenSmartHost

_TEXTS = st.sampled_from(("a.test", "b.test", "x@a.test", "y@a.test", "x@b.test"))
_ADDRESSES = st.sampled_from(("x@a.test", "X@A.TEST", "y@a.test", "x@b.test", "x@sub.a.test", "z@other.test"))


@st.composite
def _hosts(draw: st.DrawFn) -> ChosenSmartHost:
    senders, recipients = draw(st.lists(_TEXTS, max_size=2)), draw(st.lists(_TEXTS, max_size=2))
    return ChosenSmartHost(host="h.test", enabled=draw(st.booleans()), for_senders=tuple(senders),
                           for_recipients=tuple(recipients) if senders or recipients else ("a.test",))


def _is_in(address: str, texts: tuple[str, ...]) -> bool:
    """Say it a second time, in other words."""
    return not texts or any(address.lower() == text if "@" in text else address.lower().endswith(f"@{text}") for text in texts)


@given(st.lists(_hosts(), max_size=5), st.one_of(st.just(""), _ADDRESSES), _ADDRESSES)
def test_the_first_that_fits_both_sides_is_chosen(hosts: list[ChosenSmartHost], sender: str, recipient: str) -> None:
    fitting = [host for host in hosts if host.enabled and _is_in(sender, host.for_senders)
               and _is_in(recipient, host.for_recipients)]
    assert SmartHostRules(hosts).choose(sender, recipient) is (fitting[0] if fitting else None)


@given(st.lists(_hosts(), max_size=5), _ADDRESSES, _ADDRESSES)
def test_case_never_decides(hosts: list[ChosenSmartHost], sender: str, recipient: str) -> None:
    rules = SmartHostRules(hosts)
    assert rules.choose(sender.upper(), recipient) is rules.choose(sender.lower(), recipient.upper())


def test_a_notification_fits_only_where_any_sender_does() -> None:
    by_sender, by_recipient = ChosenSmartHost(host="s.test", for_senders=("a.test",)), ChosenSmartHost(
        host="r.test", for_recipients=("b.test",))
    rules = SmartHostRules((by_sender, by_recipient))
    assert rules.choose("", "x@b.test") is by_recipient
    assert rules.choose("", "x@c.test") is None
    assert rules.choose("me@a.test", "x@b.test") is by_sender, "the order of the list decides, not the kind of the rule"
