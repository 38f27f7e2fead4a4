"""Properties of mailboxes and domains: one revision each, shown in words and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posthouse_server.policy.addresses import parse_address
from posthouse_server.store import Store
from posthouse_server.store.directory import (
    DirectoryError,
    DomainProperties,
    MailboxKind,
    MailboxRow,
    Redirection,
    UnknownRecipients,
    properties_of,
)
from posthouse_server.store.passwords import is_password_right

WHO = "ann"


@pytest.fixture
def john(store: Store) -> MailboxRow:
    store.directory.add_domain("home.test", WHO)
    store.directory.add_domain("second.test", WHO, "home.test")
    store.directory.add_mailbox("mary@home.test", "secret", WHO)
    return store.directory.add_mailbox("john@home.test", "secret", WHO)


def test_all_properties_are_one_revision_that_can_be_taken_back(store: Store, john: MailboxRow) -> None:
    number = store.settings.newest_number()
    wanted = replace(properties_of(john), kind=MailboxKind.ADMIN, friendly_name="John  Doe", quota_kb=500,
                     addresses=("john@home.test", "J.Doe@home.test"), redirection=Redirection.COPY,
                     redirect_to=("Mary@home.test", "j@away.test"))
    store.directory.set_mailbox("john@home.test", wanted, WHO, john, "better")
    row = store.directory.mailbox("john@home.test")
    assert row == replace(john, kind=MailboxKind.ADMIN, friendly_name="John Doe", quota_kb=500,
                          addresses=("j.doe@home.test", "john@home.test"), redirection=Redirection.COPY,
                          redirect_to=("mary@home.test", "j@away.test"))
    assert store.settings.newest_number() == number + 1
    words = [str(line) for line in store.history.difference(number + 1)]
    assert "Mailbox john@home.test: redirected to: none → mary@home.test, j@away.test" in words
    assert "Mailbox john@home.test: quota in KB: 0 → 500" in words
    assert "Address j.doe@home.test: added of john@home.test" in words
    assert "Address john@second.test: removed of john@home.test" in words
    assert not any("better" in word or "argon" in word for word in words)
    store.history.revert(number + 1, WHO)
    assert store.directory.mailbox("john@home.test") == john
    credentials = store.directory.credentials("john@home.test")
    assert credentials is not None
    assert is_password_right(credentials.password_hash, "secret")
    assert store.history.verify().ok


def test_a_save_on_an_old_state_is_refused(store: Store, john: MailboxRow) -> None:
    store.directory.set_enabled("john@home.test", False, "bob")
    with pytest.raises(DirectoryError, match="was changed meanwhile"):
        store.directory.set_mailbox("john@home.test", replace(properties_of(john), quota_kb=7), WHO, john)
    assert store.directory.mailbox("john@home.test").quota_kb == 0


def test_a_save_that_changes_nothing_is_no_revision(store: Store, john: MailboxRow) -> None:
    number = store.settings.newest_number()
    store.directory.set_mailbox("john@home.test", properties_of(john), WHO, john)
    assert store.settings.newest_number() == number


@pytest.mark.parametrize(("changes", "why"), [
    ({"addresses": ()}, "needs an address"),
    ({"addresses": ("mary@home.test",)}, "belongs to somebody else"),
    ({"addresses": ("john@away.test",)}, "not an address of a domain of this server"),
    ({"addresses": ("john@home.test", '"a%b"@home.test')}, "asks for routing"),
    ({"addresses": ("john",)}, "@"),
    ({"redirection": Redirection.REDIRECT}, "needs at least one address"),
    ({"redirection": Redirection.COPY, "redirect_to": ("nobody@home.test",)}, "no mailbox or group"),
    ({"redirection": Redirection.COPY, "redirect_to": ("john@home.test",)}, "itself"),
    ({"redirection": Redirection.COPY, "redirect_to": ("a b",)}, "@"),
    ({"redirection": Redirection.COPY, "redirect_to": ('"x@y.test"@away.test',)}, "routing"),
    ({"quota_kb": -1}, "A quota is from 0"),
])
def test_what_can_not_be_is_refused_in_a_sentence(changes: dict[str, object], why: str, store: Store, john: MailboxRow) -> None:
    number = store.settings.newest_number()
    with pytest.raises(DirectoryError, match=why) as caught:
        store.directory.set_mailbox("john@home.test", replace(properties_of(john), **changes), WHO)  # type: ignore[arg-type]
    assert str(caught.value).endswith(".")
    assert store.settings.newest_number() == number
    assert store.directory.mailbox("john@home.test") == john


def test_a_target_that_has_gone_does_not_keep_other_properties_from_being_saved(store: Store, john: MailboxRow) -> None:
    wanted = replace(properties_of(john), redirection=Redirection.COPY, redirect_to=("mary@home.test",))
    store.directory.set_mailbox("john@home.test", wanted, WHO)
    store.directory.remove_mailbox("mary@home.test", WHO)
    store.directory.set_mailbox("john@home.test", replace(wanted, quota_kb=5), WHO)
    assert store.directory.mailbox("john@home.test").quota_kb == 5


def test_what_an_older_version_recorded_can_still_be_taken_back(store: Store, john: MailboxRow) -> None:
    """Its entries tell nothing of friendly names, redirections and quotas."""
    number = store.settings.newest_number()
    with store.history._database.write() as connection:
        for column in ("friendly_name", "redirection", "redirect_to", "quota_kb"):
            connection.exec_driver_sql(f"UPDATE revisions SET change = json_remove(change, '$[0][3].{column}') "
                                       f"WHERE id = {number}")
    store.directory.set_enabled("john@home.test", False, WHO)
    store.history.go_back(number - 1, WHO)
    assert [row.name for row in store.directory.list_mailboxes()] == ["mary"]
    store.history.revert(store.settings.newest_number(), WHO)
    assert store.directory.mailbox("john@home.test") == replace(john, enabled=False)


def test_a_domain_accepts_or_refuses_unknown_recipients_by_itself(store: Store, john: MailboxRow) -> None:
    store.directory.set_domain("Home.test", DomainProperties("mary@home.test", UnknownRecipients.ACCEPT), WHO)
    view = store.directory.snapshot()
    assert view.takes_unknown("home.test") is True
    assert view.takes_unknown("second.test") is None
    caught = view.catch_all("home.test")
    assert caught is not None
    assert caught.login == "mary@home.test"
    number = store.settings.newest_number()
    assert "Domain home.test: unknown recipients: none → accept" in [str(line) for line in store.history.difference(number)]
    store.directory.set_catch_all("home.test", None, WHO)
    assert store.directory.snapshot().takes_unknown("home.test") is True
    store.history.revert(number + 1, WHO)
    store.history.revert(number, WHO)
    assert store.directory.snapshot().takes_unknown("home.test") is None


def test_the_policy_sees_redirection_and_quota(store: Store, john: MailboxRow) -> None:
    store.directory.set_mailbox("john@home.test", replace(
        properties_of(john), redirection=Redirection.REDIRECT, redirect_to=("j@away.test",), quota_kb=9), WHO)
    view = store.directory.view()
    found = view.directory.find(parse_address("john@second.test"))
    assert found is not None
    assert (found.keeps, found.forwards_to, found.quota_kb) == (False, ("j@away.test",), 9)
    assert (view.quotas(john.maildir), view.quotas("elsewhere")) == (9, 0)


def test_mail_is_never_redirected_to_nobody(store: Store, john: MailboxRow) -> None:
    for wanted in ((), ("",), ("", "")):
        with pytest.raises(DirectoryError):
            store.directory.set_mailbox("john@home.test", replace(
                properties_of(john), redirection=Redirection.REDIRECT, redirect_to=wanted), WHO)
    assert store.directory.mailbox("john@home.test") == john
