"""Domains, mailboxes, addresses and logins."""

from collections.abc import Callable

import pytest

from posthouse_server.policy.addresses import Address
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.store import Store, StoreError, directory_view
from posthouse_server.store.directory import DirectoryError, DirectoryStore, MailboxKind
from posthouse_server.store.directory_view import StoredDirectory
from posthouse_server.store.passwords import hash_password, is_password_right

PASSWORD = "correct horse"


@pytest.fixture(autouse=True, params=[directory_view.IN_MEMORY, 0], ids=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Every test is one of a directory that is copied into memory, and of one that is asked row by row."""
    monkeypatch.setattr(directory_view, "IN_MEMORY", request.param)
    return int(request.param)


@pytest.fixture
def directory(store: Store) -> DirectoryStore:
    store.directory.add_domain("home.test", "ann")
    return store.directory


def _add(directory: DirectoryStore, *addresses: str) -> None:
    for address in addresses:
        directory.add_mailbox(address, PASSWORD, "ann")


def test_a_mailbox_has_an_address_in_each_domain_of_its_post_office(directory: DirectoryStore) -> None:
    directory.add_domain("Second.TEST", "ann", "home.test")
    row = directory.add_mailbox("John@Second.test", PASSWORD, "ann", MailboxKind.ADMIN)
    assert (row.login, row.maildir) == ("john@home.test", "second.test/john")
    assert row.addresses == ("john@home.test", "john@second.test")
    assert directory.list_mailboxes() == [row]
    assert directory.list_post_offices() == ["home.test"]
    assert [(domain.name, domain.post_office) for domain in directory.list_domains()] == [("home.test", "home.test"),
    ("second.test", "home.test")]


@pytest.mark.parametrize("name", ["home.test", "HOME.test", " home.test "])
def test_a_domain_can_be_added_once(name: str, directory: DirectoryStore) -> None:
    with pytest.raises(DirectoryError, match=r"home\.test exists already"):
        directory.add_domain(name, "ann")


@pytest.mark.parametrize("name", ["", "[10.0.0.1]", "a b", "home.test.", "ho\u017fe.test\u200b", "10.0.0.1"])
def test_a_domain_must_be_one(name: str, directory: DirectoryStore) -> None:
    with pytest.raises(DirectoryError):
        directory.add_domain(name, "ann")


@pytest.mark.parametrize("address", [
    "john", "john@away.test", "@home.test", "con@home.test", "NUL@home.test", "com1.txt@home.test", '"a b"@home.test',
    '"../x"@home.test',
    '"a/b"@home.test', r'"a\\b"@home.test', '".hidden"@home.test', '"a..b"@home.test', '"a."@home.test', "jörg@home.test",
    "\u212aate@home.test",
    "a:b@home.test", "a*b@home.test", f"{'a' * 65}@home.test", "john@home.test\0", '"john "@home.test'])
def test_a_mailbox_name_is_safe_everywhere(address: str, directory: DirectoryStore) -> None:
    with pytest.raises(DirectoryError) as caught:
        _add(directory, address)
    assert str(caught.value).endswith(".")
    assert directory.list_mailboxes() == []


@pytest.mark.parametrize("address", ["john@home.test", "JOHN@Home.Test", '"john"@home.test', "john@second.test"])
def test_a_mailbox_can_be_added_once(address: str, directory: DirectoryStore) -> None:
    directory.add_domain("second.test", "ann", "home.test")
    _add(directory, "john@home.test")
    with pytest.raises(DirectoryError, match=r"john@home\.test exists already"):
        _add(directory, address)


def test_an_empty_password_is_refused(directory: DirectoryStore) -> None:
    with pytest.raises(DirectoryError, match="needs a password"):
        directory.add_mailbox("john@home.test", "", "ann")
    _add(directory, "john@home.test")
    with pytest.raises(DirectoryError, match="needs a password"):
        directory.set_password("john@home.test", "", "ann")


def test_a_domain_is_not_removed_from_under_a_mailbox(directory: DirectoryStore) -> None:
    _add(directory, "john@home.test")
    with pytest.raises(DirectoryError, match=r"still has mailboxes \(john\)"):
        directory.remove_domain("home.test", "ann")
    directory.add_domain("second.test", "ann", "home.test")
    _add(directory, "mary@second.test")
    with pytest.raises(DirectoryError, match=r"\(john\)"):
        directory.remove_domain("home.test", "ann")
    directory.remove_domain("second.test", "ann")
    assert [row.addresses for row in directory.list_mailboxes()] == [("john@home.test",), ("mary@home.test",)]
    directory.remove_mailbox("john@home.test", "ann")
    directory.remove_mailbox("mary@home.test", "ann")
    directory.remove_domain("home.test", "ann")
    assert (directory.list_post_offices(), directory.list_domains(), directory.list_mailboxes()) == ([], [], [])


def test_what_is_not_there_gives_a_sentence(directory: DirectoryStore) -> None:
    changes: list[Callable[[], None]] = [
        lambda: directory.remove_domain("away.test", "ann"), lambda: directory.set_catch_all("away.test", None, "ann"),
        lambda: directory.remove_mailbox("john@home.test", "ann"), lambda: directory.set_enabled("john", True, "ann"),
        lambda: directory.set_password("\udcff@home.test", "x", "ann"), lambda: directory.set_catch_all("home.test", "", "ann")]
    for change in changes:
        with pytest.raises(DirectoryError, match="There is no"):
            change()


def test_the_catch_all(directory: DirectoryStore) -> None:
    _add(directory, "john@home.test")
    directory.set_catch_all("home.test", "john@home.test", "ann")
    caught = directory.snapshot().catch_all("home.test")
    assert caught is not None
    assert caught.login == "john@home.test"
    assert directory.list_domains()[0].catch_all == "john"
    directory.set_enabled("john@home.test", False, "ann")
    assert directory.snapshot().catch_all("home.test") is None
    directory.set_enabled("john@home.test", True, "ann")
    directory.remove_mailbox("john@home.test", "ann")
    assert directory.snapshot().catch_all("home.test") is None
    assert directory.list_domains()[0].catch_all is None


def test_a_catch_all_is_of_the_same_post_office(directory: DirectoryStore) -> None:
    directory.add_domain("away.test", "ann")
    _add(directory, "john@home.test")
    with pytest.raises(DirectoryError, match="another post office"):
        directory.set_catch_all("away.test", "john@home.test", "ann")


def test_a_login_can_not_mean_two_mailboxes(directory: DirectoryStore) -> None:
    directory.add_domain("one.test", "ann", "office.test")
    with pytest.raises(DirectoryError, match=r"post office office\.test already"):
        directory.add_domain("office.test", "ann", "home.test")
    with pytest.raises(DirectoryError, match=r"one\.test can't name a post office"):
        directory.add_domain("two.test", "ann", "one.test")
    directory.add_domain("office.test", "ann")
    assert directory.list_post_offices() == ["home.test", "office.test"]


def test_two_mailboxes_never_share_a_folder(directory: DirectoryStore) -> None:
    directory.add_domain("moved.test", "ann", "home.test")
    _add(directory, "john@moved.test")
    directory.remove_domain("moved.test", "ann")
    directory.add_domain("moved.test", "ann")
    _add(directory, "john@moved.test", "john-2@moved.test")
    assert len({row.maildir for row in directory.list_mailboxes()}) == 3


def test_a_folder_is_never_a_windows_device(directory: DirectoryStore) -> None:
    directory.add_domain("aux.test", "ann")
    assert directory.add_mailbox("john@aux.test", PASSWORD, "ann").maildir == "_aux.test/john"


@pytest.mark.parametrize("login", ["john@office.test", "JOHN@Office.Test", " john@office.test ", "john@münchen.test",
                                   "john@MÜNCHEN.test",
                                   "john@xn--mnchen-3ya.test", '"john"@office.test', "john@home.test"])
def test_credentials(login: str, store: Store) -> None:
    store.directory.add_domain("münchen.test", "ann", "office.test")
    store.directory.add_domain("home.test", "ann", "office.test")
    _add(store.directory, "john@home.test", "mary@home.test")
    found = store.directory.credentials(login)
    assert found is not None
    assert (found.login, found.enabled) == ("john@office.test", True)
    assert is_password_right(found.password_hash, PASSWORD)
    store.directory.set_enabled(login, False, "ann")
    store.directory.set_password(login, "new", "ann")
    found = store.directory.credentials(login)
    assert found is not None
    assert not found.enabled
    assert not is_password_right(found.password_hash, PASSWORD)
    assert is_password_right(found.password_hash, "new")


@pytest.mark.parametrize("login", ["", "@", "john", "john@", "@home.test", "nobody@home.test", "john@away.test",
                                   "john@home.test@home.test",
                                   "\udcff@home.test", "john\0@home.test", "john@home.te\u017ft", "jo%@home.test",
                                   "jo_n@home.test"])
def test_no_credentials(login: str, directory: DirectoryStore) -> None:
    _add(directory, "john@home.test")
    assert directory.credentials(login) is None


def test_passwords() -> None:
    assert not is_password_right(None, PASSWORD)
    assert not is_password_right(None, "no mailbox has this password")
    assert not is_password_right("", PASSWORD)
    assert not is_password_right("no hash", PASSWORD)
    assert hash_password(PASSWORD) != hash_password(PASSWORD)
    assert hash_password(PASSWORD).startswith("$argon2id$")
    strange = hash_password("\udcff")
    assert is_password_right(strange, "\udcff")
    assert not is_password_right(strange, "\udcfe")


def test_the_snapshot_is_what_the_lists_say(directory: DirectoryStore, size: int) -> None:
    directory.add_domain("second.test", "ann", "home.test")
    directory.add_domain("away.test", "ann")
    _add(directory, "john@home.test", "mary@away.test", "zoe@away.test")
    directory.add_mailbox("boss@away.test", PASSWORD, "ann", MailboxKind.ADMIN)
    directory.set_enabled("zoe@away.test", False, "ann")
    directory.set_catch_all("second.test", "john@home.test", "ann")
    snapshot = directory.snapshot()
    assert isinstance(snapshot, MemoryDirectory if size else StoredDirectory)
    rows = directory.list_mailboxes()
    expected = {address: row for row in rows for address in row.addresses}
    assert all(snapshot.is_local_domain(row.name) for row in directory.list_domains())
    assert not snapshot.is_local_domain("elsewhere.test")
    for domain in ("home.test", "second.test", "away.test", "elsewhere.test"):
        for name in ("john", "JOHN", "mary", "zoe", "boss", "nobody"):
            found = snapshot.find(Address(name, domain))
            row = expected.get(f"{name.lower()}@{domain}")
            assert (found and (found.login, found.maildir, found.enabled)) == (row and (row.login, row.maildir, row.enabled))
    assert {domain: mailbox.login for domain in ("home.test", "second.test", "away.test", "")
            if (mailbox := snapshot.catch_all(domain))} == {"second.test": "john@home.test"}
    assert {domain: mailbox.login for domain in ("home.test", "second.test", "away.test", "")
            if (mailbox := snapshot.administrator(domain))} == {"away.test": "boss@away.test", "": "boss@away.test"}
    logins = directory.view().enabled_logins
    assert [row.login for row in rows if row.login in logins] == [row.login for row in rows if row.enabled]
    assert not any(login in logins for login in ("nobody@home.test", "john@second.test", "", None, "john"))


def test_a_large_directory_is_asked_as_it_is_and_remembers(directory: DirectoryStore, size: int) -> None:
    _add(directory, "john@home.test", "mary@home.test")
    former = directory.snapshot()
    john, mary = Address("john", "home.test"), Address("mary", "home.test")
    assert former.find(john) is not None
    directory.set_enabled("john@home.test", False, "ann")
    directory.set_enabled("mary@home.test", False, "ann")
    seen = former.find(john), former.find(mary)
    assert all(mailbox is not None for mailbox in seen)
    assert [mailbox.enabled for mailbox in seen if mailbox] == [True, bool(size)]
    new = directory.snapshot().find(john)
    assert new is not None
    assert not new.enabled


def test_a_directory_that_can_not_be_read_is_not_an_empty_one(directory: DirectoryStore, size: int) -> None:
    _add(directory, "john@home.test")
    view = directory.view()
    with directory._database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE mailboxes RENAME TO gone")
    if not size:
        with pytest.raises(StoreError, match=r"settings\.db could not be read"):
            view.directory.find(Address("john", "home.test"))
        with pytest.raises(StoreError):
            assert "john@home.test" in view.enabled_logins
    with directory._database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE gone RENAME TO mailboxes")
    assert view.directory.find(Address("john", "home.test"))
    assert "john@home.test" in view.enabled_logins


def test_the_bare_postmaster_is_the_first_domains(directory: DirectoryStore) -> None:
    assert directory.snapshot().administrator("") is None
    directory.add_domain("away.test", "ann")
    _add(directory, "postmaster@away.test", "postmaster@home.test")
    reader = directory.snapshot().administrator("")
    assert reader is not None
    assert reader.login == "postmaster@home.test"
    directory.set_enabled("postmaster@home.test", False, "ann")
    reader = directory.snapshot().administrator("")
    assert reader is not None
    assert reader.login == "postmaster@away.test"


def test_every_change_is_a_revision_and_a_refused_one_is_none(store: Store) -> None:
    directory = store.directory
    directory.add_domain("home.test", "ann")
    _add(directory, "john@home.test")
    directory.set_password("john@home.test", "secret words", "bob")
    directory.set_enabled("john@home.test", False, "bob")
    directory.set_catch_all("home.test", "john@home.test", "bob")
    directory.remove_mailbox("john@home.test", "bob")
    directory.remove_domain("home.test", "bob")
    with pytest.raises(DirectoryError):
        directory.remove_domain("home.test", "bob")
    summaries = [f"{revision.author}: {revision.summary}" for revision in reversed(store.settings.history())]
    assert summaries[1:] == [
        "ann: Domain home.test added to post office home.test", "ann: Mailbox john@home.test added",
        "bob: Mailbox john@home.test: new password",
        "bob: Mailbox john@home.test: disabled", "bob: Catch-all of home.test: john@home.test",
        "bob: Mailbox john@home.test removed",
        "bob: Domain home.test removed"]
