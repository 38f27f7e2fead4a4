"""The directory as CSV: out, in again, all or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from posthouse_server.store import Store
from posthouse_server.store.directory import DirectoryError, DomainProperties, Redirection, UnknownRecipients, properties_of
from posthouse_server.store.directory_import import Outcome
from posthouse_server.store.passwords import is_password_right

WHO = "ann"


@pytest.fixture
def full(store: Store) -> Store:
    directory = store.directory
    directory.add_domain("home.test", WHO)
    directory.add_domain("second.test", WHO, "home.test")
    for name in ("john", "mary"):
        directory.add_mailbox(f"{name}@home.test", "secret", WHO)
    directory.set_mailbox("john@home.test", replace(
        properties_of(directory.mailbox("john@home.test")), friendly_name="=John, \"the\" one", quota_kb=7,
        redirection=Redirection.COPY, redirect_to=("mary@home.test", "x@away.test")), WHO)
    directory.add_group("all@home.test", WHO, "All", ["john@home.test", "mary@home.test"])
    directory.set_domain("second.test", DomainProperties("mary@home.test", UnknownRecipients.ACCEPT), WHO)
    return store


def _outcomes(store: Store, text: str, *, is_dry: bool = False) -> list[tuple[int, str]]:
    return [(line.number, line.outcome.value) for line in store.directory.import_csv(text, WHO, is_dry=is_dry).lines]


def test_what_was_exported_changes_nothing_and_has_no_password(full: Store) -> None:
    text, number = full.directory.export_csv(), full.settings.newest_number()
    assert "argon" not in text
    assert "secret" not in text
    report = full.directory.import_csv(text, WHO)
    assert {line.outcome for line in report.lines} == {Outcome.UNCHANGED}
    assert full.settings.newest_number() == number


def test_an_empty_store_becomes_the_same(full: Store) -> None:
    text = full.directory.export_csv()
    before = (full.directory.list_domains(), full.directory.list_mailboxes(), full.directory.list_groups())
    for address in ("john@home.test", "mary@home.test"):
        full.directory.remove_mailbox(address, WHO)
    for name in ("second.test", "home.test"):
        full.directory.remove_domain(name, WHO)
    number = full.settings.newest_number()
    with_passwords = "\n".join(f"{line[:-1]},p {place}" if line.endswith(",") and line.startswith("mailbox") else line
                               for place, line in enumerate(text.split("\n")))
    assert "mailbox" in with_passwords
    assert {outcome for _, outcome in _outcomes(full, text)} >= {"refused"}, "new mailboxes need passwords"
    assert full.settings.newest_number() == number
    assert full.directory.list_domains() == []
    assert {outcome for _, outcome in _outcomes(full, with_passwords, is_dry=True)} == {"created"}
    assert full.directory.list_domains() == []
    assert {outcome for _, outcome in _outcomes(full, with_passwords)} == {"created"}
    assert (full.directory.list_domains(), full.directory.list_groups()) == (before[0], before[2])
    assert [replace(row, maildir="") for row in full.directory.list_mailboxes()] == [
        replace(row, maildir="") for row in before[1]]
    assert full.settings.newest_number() == number + 1, "one import is one revision"
    full.history.revert(number + 1, WHO)
    assert full.directory.list_domains() == []
    assert full.history.verify().ok


def test_one_refused_line_keeps_all_out(full: Store) -> None:
    number = full.settings.newest_number()
    report = full.directory.import_csv(
        "kind,name,post_office,quota_kb,password,redirection,redirect_to\n"
        "mailbox,john,home.test,9,,,\n"
        "mailbox,new,home.test,,pw,,\n"
        "mailbox,bad name,home.test,,pw,,\n"
        "mailbox,mary,home.test,many,,,\n"
        "\n"
        "cat,tom,,,,,\n"
        "mailbox,nobody,home.test,,,,\n"
        "mailbox,mary@home.test,,,,copy,gone@home.test\n", WHO)
    assert [(line.number, line.outcome.value) for line in report.lines] == [
        (2, "changed"), (3, "created"), (4, "refused"), (5, "refused"), (7, "refused"), (8, "refused"), (9, "refused")]
    assert all(line.reason.endswith(".") for line in report.lines if line.outcome is Outcome.REFUSED)
    assert not report.is_done
    assert full.settings.newest_number() == number
    assert [row.name for row in full.directory.list_mailboxes()] == ["john", "mary"]
    assert "Nothing was imported" in report.sentence


def test_lines_may_point_at_what_stands_further_down(full: Store) -> None:
    text = ("kind;name;post_office;members;redirection;redirect_to;catch_all;password\n"
            "group;team@home.test;;new@home.test all@home.test;;;;\n"
            "domain;third.test;home.test;;;;new@home.test;\n"
            "mailbox;mary;home.test;;redirect;new@home.test;;\n"
            "mailbox;new;home.test;;;;;pass word\n")
    assert _outcomes(full, text) == [(2, "created"), (3, "created"), (4, "changed"), (5, "created")]
    assert full.directory.mailbox("mary@home.test").redirect_to == ("new@home.test",)
    credentials = full.directory.credentials("new@home.test")
    assert credentials is not None
    assert is_password_right(credentials.password_hash, "pass word")
    assert [row.catch_all for row in full.directory.list_domains()] == [None, "mary", "new"]
    assert _outcomes(full, "kind,name,password\nmailbox,new@home.test,other\n") == [(2, "changed")]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "kind,name,colour\n", "name\nx\n", "kind,name\n\"x"])
def test_what_is_no_such_table_is_refused_in_a_sentence(text: str, full: Store) -> None:
    with pytest.raises(DirectoryError) as caught:
        full.directory.import_csv(text, WHO)
    assert str(caught.value).endswith(".")


def test_a_group_of_five_thousand_comes_back(store: Store) -> None:
    store.directory.add_domain("home.test", WHO)
    members = [f"member-with-quite-a-long-name-{number:04}@away.test" for number in range(5000)]
    store.directory.add_group("all@home.test", WHO, members=members)
    assert {outcome for _, outcome in _outcomes(store, store.directory.export_csv())} == {"unchanged"}


def test_addresses_that_look_like_formulas_are_guarded_and_come_back(store: Store) -> None:
    store.directory.add_domain("home.test", WHO)
    for address in ("=1+1@home.test", "'=1@home.test", "+a@home.test"):
        store.directory.add_group(address, WHO, members=["=2@away.test", "x@away.test"])
    text = store.directory.export_csv()
    assert not [cell for cell in text.replace("\n", ",").split(",") if cell[:1] in ("=", "+", "-", "@")]
    assert {outcome for _, outcome in _outcomes(store, text)} == {"unchanged"}


def test_an_international_name_is_known_in_both_spellings(store: Store) -> None:
    head = "kind,name,post_office,addresses,catch_all,password\n"
    lines = "domain,bücher.test,,,john@bücher.test,\nmailbox,john,bücher.test,john@bücher.test,,{}\n"
    assert _outcomes(store, head + lines.format("p")) == [(2, "created"), (3, "created")]
    assert _outcomes(store, head + lines.format("")) == [(2, "unchanged"), (3, "unchanged")]
    assert _outcomes(store, store.directory.export_csv()) == [(2, "unchanged"), (3, "unchanged")]


def test_many_domains_take_no_longer_each_than_few(store: Store) -> None:
    text = "kind,name\n" + "".join(f"domain,d{number}.test\n" for number in range(400))
    reads: list[str] = []
    engine = store.directory._database.engine
    event.listen(engine, "before_cursor_execute", lambda *found: reads.append(found[2]))
    assert _outcomes(store, text, is_dry=True) == [(number, "created") for number in range(2, 402)]
    of_domains = [statement for statement in reads if statement.startswith("SELECT domains.name, domains.unknown")]
    assert len(of_domains) == 800
    assert all("WHERE domains.name = ?" in statement for statement in of_domains)
