"""posthousectl in this process: what each command prints, changes and refuses."""

import io
import json
import sqlite3
from collections.abc import Callable
from typing import Any

import keyring
import psutil
import pytest
from keyring.backends import fail

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, smart_host_secret_name
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, Route
from posthouse_server.store.nodes import Alarm, Node, NodeState
from posthouse_server.store.traffic import AttemptRow, DecisionRow

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*arguments: str, text: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        code = 0
        try:
            main(["--data-dir", str(folder.root), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def _json(run: Run, *arguments: str, text: str = "") -> Any:
    code, out, err = run(*arguments, "--json", text=text)
    assert (code, err) == (0, ""), arguments
    return json.loads(out)


def _accept(folder: DataFolder, *addresses: str) -> str:
    with Store(folder) as store:
        store.spool.open_writer()
        made = NewMessage(new_id(), "a@far.example", "192.0.2.1", "john@example.com", "x", 3, False, False, "hello", b"x\r\n",
                          None, tuple(NewRecipient(item, Route.RELAY, None, "authenticated", new_id()) for item in addresses))
        store.spool.accept(made).result(10)
        store.spool.close_writer()
        store.traffic.open_writer()
        store.traffic.record_decision(DecisionRow(f"D-{made.id}", now(), "192.0.2.1", None, False, "a@far.example",
                                                  "b@far.example", "refused", "no_criterion_met", "550 5.7.1 no", 1, made.id))
        store.traffic.record_attempt(AttemptRow(now(), made.id, "b@far.example", "deferred", "mx:25", "451 later"))
        store.traffic.close_writer()
    return made.id


def test_settings(run: Run) -> None:
    assert _json(run, "settings", "show", "smtp.relay.enabled") is True
    assert _json(run, "settings", "show")["smtp"]["general"]["hostname"] == "relay.example"
    changed = _json(run, "settings", "set", "smtp.relay.enabled=false", "smtp.general.hostname=mx.example", "--comment", "why")
    assert (changed["comment"], changed["author"].endswith("(command line)")) == ("why", True)
    assert run("settings", "show", "smtp.general.hostname")[1] == "mx.example\n"
    assert _json(run, "history", "list", "--limit", "1")[0]["comment"] == "why"
    assert "why" in run("history", "list")[1]
    listeners = '[{"port": 2626, "tls": "none"}]'
    _json(run, "settings", "set", f"smtp.inbound.listeners={listeners}")
    assert _json(run, "settings", "show", "smtp.inbound.listeners.0.port") == 2626


def test_domains_and_mailboxes(run: Run, folder: DataFolder) -> None:
    assert _json(run, "domain", "add", "Other.Example", "--post-office", "example.com") == {
        "name": "other.example", "post_office": "example.com", "catch_all": None, "unknown": ""}
    added = _json(run, "mailbox", "add", "Mary@example.com", "--admin", text="pass word\n")
    assert (added["name"], added["kind"], added["enabled"]) == ("mary", "ADMIN", True)
    assert {row["name"] for row in _json(run, "mailbox", "list")} == {"john", "mary"}
    assert [row["name"] for row in _json(run, "domain", "list")] == ["example.com", "other.example"]
    for command in (("passwd", "mary@example.com"), ("disable", "mary@example.com"), ("enable", "mary@example.com")):
        _json(run, "mailbox", *command, text="new secret\r\n")
    assert "Disabled" not in run("mailbox", "list")[1]
    _json(run, "mailbox", "remove", "mary@example.com")
    _json(run, "domain", "remove", "other.example")
    assert "mary" not in run("mailbox", "list")[1]
    history = run("history", "list", "--json")[1]
    stored = b"".join(path.read_bytes() for path in folder.root.glob("*.db*"))
    for secret in ("pass word", "new secret"):
        assert secret not in history
        assert secret.encode() not in stored


def test_no_command_takes_a_password_as_an_argument(run: Run) -> None:
    for command in ("add", "passwd"):
        code, _, err = run("mailbox", command, "x@example.com", "a-password")
        assert code == 2
        assert len(err.strip().splitlines()) == 1
        assert "--password" not in run("mailbox", command, "--help")[1]


def test_privileged_ranges_and_explain(run: Run) -> None:
    explain = ("relay", "explain", "--client", "10.0.4.17", "--sender", "a@far.example", "--recipient", "b@far.example")
    assert _json(run, *explain)["verdict"] == "refused"
    added = _json(run, "privileged", "add", "10.0.*", "--note", "printers", "--until", "2h")
    assert (added["addresses"], added["public_addresses"], added["note"]) == (65536, 0, "printers")
    assert "is not ticked yet" in run("privileged", "add", "192.0.2.1")[1]
    code, out, err = run("privileged", "add", "8.8.8.0/24", "--note", "a whole net")
    assert (code, out) == (1, "")
    assert "covers 256 public addresses" in err
    assert "--public" in err
    assert "covers 1 public address of" in run("privileged", "add", "8.8.8.8")[2]
    assert len(_json(run, "privileged", "list")) == 2
    assert _json(run, "privileged", "add", "8.8.8.0/24", "--public")["public_addresses"] == 256
    assert [row["in_force"] for row in _json(run, "privileged", "list")] == [True, True, True]
    tick = ("settings", "set", "smtp.relay.allow_privileged_ip_ranges=true")
    assert run(*tick)[::2] == (1, "posthousectl: Afterwards: 256 public addresses can relay without a password. Nothing was "
                               "changed; if that is what you want, say --public.\n")
    assert _json(run, *explain)["verdict"] == "refused"
    assert run(*tick, "--public")[::2] == (0, "")
    told = _json(run, *explain)
    assert (told["verdict"], told["rule"], told["trace"][-1]["matched"]) == ("relay", "privileged_range", True)
    assert "Privileged IP range" in run(*explain)[1]
    _json(run, "privileged", "remove", "10.0.0.0/16")
    assert _json(run, *explain)["verdict"] == "refused"
    assert _json(run, *explain, "--user", "john@example.com", "--tls")["rule"] == "authenticated"


def test_an_open_relay_needs_its_own_yes(run: Run, store: Store) -> None:
    _json(run, "settings", "set", "smtp.relay.allow_privileged_ip_ranges=true")
    for change in (("settings", "set", "smtp.relay.allow_local_sender_addresses=true"), ("privileged", "add", "0.0.0.0/0")):
        before = store.settings.newest_number()
        for options in ((), ("--public",)):
            code, out, err = run(*change, *options)
            assert (code, out) == (1, "")
            if change[0] == "settings" or options:
                assert "Open to the Internet" in err
                assert err.endswith("Nothing was changed; if that is what you want, say --open.\n")
        assert store.settings.newest_number() == before
        _json(run, *change, "--open")
        assert store.settings.newest_number() == before + 1
        store.history.revert(before + 1, "test")


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)


def test_the_password_of_the_smart_host(run: Run, folder: DataFolder, no_keyring: None) -> None:
    assert "come first" in run("smart-host", "password", text="hush hush\n")[2]
    _json(run, "settings", "set", "smtp.smart_host.host=mail.example", "smtp.smart_host.username=relay@example.com")
    name = smart_host_secret_name("mail.example", "relay@example.com")
    assert "is needed on standard input" in run("smart-host", "password", text="\n")[2]
    assert run("smart-host", "password", "hush hush")[0] == 2
    code, out, err = run("smart-host", "password", text="hush hush\r\n")
    assert (code, err) == (0, "")
    assert out.startswith(f"The password of relay@example.com at mail.example is kept in an encrypted file in {folder.root}.\n")
    assert "smtp.smart_host.authentication=password" in out
    assert Secrets(folder).get(name) == "hush hush"
    _json(run, "settings", "set", "smtp.smart_host.authentication=password")
    told = _json(run, "smart-host", "password", text="hush hush\n")
    assert told == {"host": "mail.example", "username": "relay@example.com", "kept": True,
                    "where": f"an encrypted file in {folder.root}"}
    shown = run("history", "list", "--json")[1] + run("settings", "show")[1] + out
    stored = b"".join(path.read_bytes() for path in folder.root.rglob("*") if path.is_file())
    assert "hush hush" not in shown
    assert b"hush hush" not in stored
    assert _json(run, "smart-host", "password", "--remove")["kept"] is False
    assert run("smart-host", "password", "--remove")[1].endswith("is forgotten.\n")
    assert Secrets(folder).get(name) is None


def test_the_queue(run: Run, folder: DataFolder) -> None:
    assert run("queue", "list")[1] == "The queue is empty.\n"
    one, two = _accept(folder, "b@far.example", "c@far.example"), _accept(folder, "d@far.example")
    assert [row["id"] for row in _json(run, "queue", "list")] == [one, two]
    assert "b@far.example" in run("queue", "list")[1]
    shown = _json(run, "queue", "show", one.lower())
    assert (shown["message"]["login"], shown["attempts"][0]["reply"]) == ("john@example.com", "451 later")
    assert "451 later" in run("queue", "show", one)[1]
    assert _json(run, "queue", "hold", one) == {"recipients": 2}
    assert _json(run, "queue", "release", "--all") == {"recipients": 2}
    assert run("queue", "retry", "--all")[1] == "3 recipients due now.\n"
    assert run("queue", "return", two)[1] == "1 recipient to be returned to the sender.\n"
    assert _json(run, "queue", "remove", one, two) == {"recipients": 3}
    assert _json(run, "queue", "list") == []
    books = _json(run, "status")["ledger"]
    assert (books["accepted"], books["removed"], books["difference"]) == (3, 3, 0)
    assert "has left the queue" in run("queue", "show", one)[1]
    assert [row["id"] for row in _json(run, "trace", f"D-{one}", "far.example")] == [f"D-{one}"]


def test_status_of_a_server_that_never_ran(run: Run) -> None:
    assert _json(run, "status")["state"] == "stopped"
    assert run("status")[1].startswith("The server is stopped; it has never run in this data folder.\nRecipients: 0 accepted ")
    assert _json(run, "stop")["state"] == "stopped"


def test_status_shows_the_books_a_difference_and_the_alarms(run: Run, folder: DataFolder) -> None:
    found = _json(run, "status")
    assert (found["alarms"], found["past_alarms"], found["ledger"]["difference"]) == ([], [], 0)
    assert run("status")[1].endswith("+ 0 removed. The books balance.\n")
    _accept(folder, "b@far.example")
    with sqlite3.connect(folder.spool_db) as database:
        database.execute("UPDATE ledger SET recipients = recipients + 2 WHERE outcome = 'accepted'")
    database.close()
    process, at = psutil.Process(), now()
    node = Node("test", process.pid, process.create_time(), NodeState.RUNNING, at, at, ("127.0.0.1:25",),
                alarms=(Alarm("storage", "Mail can't be stored.", at),))
    with Store(folder) as store:
        store.nodes.write(node)
    found = _json(run, "status")
    assert found["alarms"] == [{"kind": "storage", "text": "Mail can't be stored.", "since": at.isoformat()}]
    assert (found["ledger"]["accepted"], found["ledger"]["waiting"], found["ledger"]["difference"]) == (3, 1, 2)
    code, out, _ = run("status")
    assert code == 0
    assert "\nALARM storage, since " in out
    assert out.endswith("THE BOOKS DIFFER BY 2: recipients are missing.\n")


def test_the_alarms_of_a_server_that_is_down_are_told_as_what_they_were(run: Run, folder: DataFolder) -> None:
    at = now()
    with Store(folder) as store:
        store.nodes.write(Node("test", 1, 1.0, NodeState.STOPPED, at, at, alarms=(Alarm("trace", "It is full.", at),)))
    found = _json(run, "status")
    assert (found["alarms"], [alarm["kind"] for alarm in found["past_alarms"]]) == ([], ["trace"])
    assert "When it last ran, there was an alarm: trace, since " in run("status")[1]


def test_start_says_why_it_can_not_and_stop_and_start_work(run: Run) -> None:
    started = _json(run, "start")
    try:
        assert started["state"] == "running"
        assert _json(run, "start")["pid"] == started["pid"]
        assert "is running (process " in run("status")[1]
    finally:
        assert _json(run, "stop")["state"] == "stopped"
    _json(run, "settings", "set", 'smtp.inbound.listeners=[{"port": 0, "address": "192.0.2.1"}]')
    code, out, err = run("start")
    assert (code, out) == (1, "")
    assert err.startswith("posthousectl: 192.0.2.1 is not an address of this computer")


def test_global_options_stand_anywhere(run: Run, folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(run("domain", "--json", "list")[1])[0]["name"] == "example.com"
    main(["domain", "list", f"--data-dir={folder.root}", "--json"])
    assert json.loads(capsys.readouterr().out)[0]["name"] == "example.com"
    assert run("--version")[1].startswith("posthousectl ")
    assert run("--help")[0] == 0


@pytest.mark.parametrize(("arguments", "words"), [
    (("settings", "set", "smtp.relay.enabled=perhaps"), "smtp.relay.enabled"), (("settings", "set", "x"), "is not PATH=VALUE"),
    (("settings", "set", "smtp.nothing=1"), "There is no setting smtp.nothing"),
    (("settings", "show", "smtp.relay.enabled.x"), "There is no setting"),
    (("domain", "add", "exa mple"), "is not a domain name"), (("domain", "add", "example.com"), "example.com"),
    (("domain", "remove", "no.example"), "There is no domain no.example"),
    (("mailbox", "add", "new@example.com"), "password"), (("mailbox", "remove", "no@example.com"), "no@example.com"),
    (("mailbox", "disable", "x"), "x"), (("privileged", "add", "10.0.0.x"), "is not an address or range"),
    (("privileged", "add", "10.0.0.1", "--until", "tomorrow"), "is not a time"),
    (("privileged", "remove", "10.0.0.1"), "is not in the list"), (("queue", "show", "XXXX-XXXX"), "There is no message"),
    (("queue", "retry"), "Name message ids, or --all"), (("queue", "retry", "--all", "XXXX-XXXX"), "Name message ids"),
    (("queue", "remove", "XXXX-XXXX"), "There is no message XXXX-XXXX"),
    (("relay", "explain", "--client", "x", "--sender", "", "--recipient", "a@b.example"), "--client: "),
    (("queue", "bogus"), "No such command"), (("domain", "add"), "Missing argument"), (("bogus",), "No such command"),
    (("history", "list", "--limit", "x"), "--limit"), (("trace", "--limit", "99999999999999999999"), "--limit"),
    (("domain", "list", "--bogus"), "--bogus")])
def test_errors_are_one_line_on_stderr(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert code in (1, 2)
    assert out == ""
    assert err.startswith("posthousectl: ")
    assert words in err
    assert err.count("\n") == 1


def test_a_data_folder_that_can_not_be_used_is_one_line(run: Run, folder: DataFolder, tmp_path: Any,
                                                        capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    for root in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(SystemExit) as ended:
            main(["--data-dir", str(root), "status"])
        assert ended.value.code == 1
        assert capsys.readouterr().err.count("\n") == 1
    with sqlite3.connect(folder.spool_db) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    code, _, err = run("status")
    assert (code, err.count("\n")) == (1, 1)
    assert "newer version" in err


def test_a_damaged_document_is_shown_and_said(run: Run, folder: DataFolder) -> None:
    _json(run, "settings", "set", "smtp.relay.enabled=false")
    with sqlite3.connect(folder.settings_db) as database:
        database.execute("UPDATE revisions SET document = '{' WHERE id = (SELECT max(id) FROM revisions)")
    database.close()
    code, out, err = run("settings", "show", "smtp.relay.enabled")
    assert (code, out) == (0, "true\n")
    assert "is not valid" in err


def test_a_trial_says_when_it_ends(run: Run) -> None:
    code, out, _ = run("settings", "set", "--for", "10m", "smtp.relay.allow_authenticated_senders=false")
    assert code == 0
    assert "; it takes itself back at " in out
    revision = int(out.split()[1].rstrip(":"))
    assert f"Revision {revision} is on trial, and takes itself back at " in run("status")[1]
    assert _json(run, "status")["trial"]["revision"] == revision
    run("history", "confirm")
    assert "on trial" not in run("status")[1]
    assert _json(run, "status")["trial"] is None
