"""Several smart hosts on the command line: which one takes a message, and the secret of each."""

import io
import json
from collections.abc import Callable
from typing import Any

import keyring
import pytest
from keyring.backends import fail

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, smart_host_secret_name

Run = Callable[..., tuple[int, str, str]]
HOSTS = [{"name": "Partner", "host": "mx.partner.example", "port": 25, "for_recipients": ["partner.example"]},
         {"name": "News", "host": "mail.news.example", "authentication": "password", "username": "key",
          "for_senders": ["news.example"]}]


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


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)


@pytest.fixture
def ready(run: Run) -> Run:
    code, _out, err = run("settings", "set", f"smtp.smart_hosts={json.dumps(HOSTS)}", "smtp.smart_host.enabled=true",
                          "smtp.smart_host.host=smart.example")
    assert code == 0, err
    return run


def _json(run: Run, *arguments: str, **options: Any) -> Any:
    code, out, err = run("--json", *arguments, **options)
    assert code == 0, err
    return json.loads(out)


def test_the_list_names_all_in_the_order_in_which_they_are_asked(ready: Run) -> None:
    assert [host["host"] for host in _json(ready, "smart-host", "list")] == [
        "mx.partner.example", "mail.news.example", "smart.example"]
    text = ready("smart-host", "list")[1]
    assert "partner.example" in text
    assert "all others" in text


@pytest.mark.parametrize(("sender", "recipient", "host"), [
    ("a@news.example", "b@partner.example", "mx.partner.example"), ("a@news.example", "b@x.example", "mail.news.example"),
    ("", "b@x.example", "smart.example")])
def test_the_way_of_a_message(ready: Run, sender: str, recipient: str, host: str) -> None:
    found = _json(ready, "smart-host", "way", "--sender", sender, "--recipient", recipient)
    assert found["smart_host"]["host"] == host
    assert host in ready("smart-host", "way", "--sender", sender, "--recipient", recipient)[1]


def test_the_way_without_a_smart_host_and_of_no_address(run: Run) -> None:
    assert _json(run, "smart-host", "way", "--recipient", "b@x.example") == {"smart_host": None}
    code, _out, err = run("smart-host", "way", "--recipient", "nobody")
    assert code == 1
    assert "nobody" in err


def test_each_has_a_secret_of_its_own(ready: Run, folder: DataFolder, no_keyring: None) -> None:
    assert _json(ready, "smart-host", "password", "--for", "news", text="hush hush\n")["kept"] is True
    assert Secrets(folder).get(smart_host_secret_name("mail.news.example", "key")) == "hush hush"
    assert "has no user name" in ready("smart-host", "password", "--for", "Partner", text="x\n")[2]
    assert "known are: Partner, News." in ready("smart-host", "password", "--for", "Nobody", text="x\n")[2]
    assert "is forgotten" in ready("smart-host", "password", "--for", "mail.news.example", "--remove")[1]
    assert Secrets(folder).get(smart_host_secret_name("mail.news.example", "key")) is None
