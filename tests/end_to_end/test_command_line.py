"""posthousectl with real processes: from nothing to mail in a mailbox, and live control."""

from __future__ import annotations

import json
import smtplib
import subprocess
import sys
from pathlib import Path
from typing import Any

from harness.server_process import wait_until
from harness.sink import Sink


class CommandLine:
    """Runs posthousectl on one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from posthouse_server.cli import main; main()", "--data-dir", str(self.folder), *arguments],
            input=text, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)

    def json(self, *arguments: str, text: str = "") -> Any:
        done = self.run(*arguments, "--json", text=text)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def test_from_nothing_to_mail_and_back(tmp_path: Path) -> None:
    ctl = CommandLine(tmp_path)
    with Sink(password="hand over") as sink:
        ctl.json("settings", "set", 'smtp.inbound.listeners=[{"port":0}]', "--comment", "any port")
        ctl.json("domain", "add", "example.com")
        ctl.json("mailbox", "add", "john@example.com", text="secret\n")
        assert ctl.json("status")["state"] == "stopped"
        try:
            status = ctl.json("start")
            assert status["state"] == "running"
            port = int(status["listening"][0].rpartition(":")[2])
            assert ctl.json("start")["pid"] == status["pid"], "a second start leaves the server alone"
            client = smtplib.SMTP("127.0.0.1", port, timeout=20)
            client.ehlo("device.example")
            client.sendmail("a@far.example", ["john@example.com"], "Subject: local\r\n\r\nhello\r\n")
            new = tmp_path / "mail" / "example.com" / "john" / "new"
            wait_until(lambda: new.is_dir() and list(new.iterdir()), "the message in the mailbox")
            client.mail("a@far.example")
            code, reply = client.rcpt("b@far.example")
            assert code == 550
            refusal = reply.decode().rpartition("[")[2].rstrip("]")
            found = wait_until(lambda: ctl.json("trace", refusal), "the refusal in the trace")
            assert (found[0]["verdict"], found[0]["recipient"]) == ("refused", "b@far.example")

            smart_host = [f"{path}={json.dumps(value)}" for path, value in sink.settings().items()]
            ctl.json("settings", "set", *smart_host, "smtp.relay.allow_privileged_ip_ranges=true")
            revision = ctl.json("privileged", "add", "127.0.0.0/8", "--note", "this machine")["revision"]
            wait_until(lambda: ctl.json("status")["revision"] >= revision, "the new rule in force")
            client.rset()
            client.sendmail("a@far.example", ["b@far.example"], "Subject: relayed\r\n\r\nhello\r\n")
            wait_until(lambda: sink.messages, "the message at the smart host")
            assert sink.messages[0].recipients == ["b@far.example"]
            client.close()
        finally:
            stopped = ctl.json("stop")
        assert stopped["state"] == "stopped"
        assert stopped["ledger"]["difference"] == 0


def test_errors_are_one_clear_line(tmp_path: Path) -> None:
    ctl = CommandLine(tmp_path)
    for arguments, sentence in {
        ("settings", "set", "smtp.relay.enabled=perhaps"): "smtp.relay.enabled",
        ("settings", "show", "smtp.nothing"): "There is no setting smtp.nothing",
        ("privileged", "add", "10.0.0.x"): "'10.0.0.x' is not an address or range",
        ("domain", "remove", "example.com"): "There is no domain example.com",
        ("mailbox", "add", "john@example.com"): "A mailbox needs a password",
        ("queue", "retry", "AAAA-AAAA"): "There is no message AAAA-AAAA",
    }.items():
        done = ctl.run(*arguments)
        assert done.returncode != 0, arguments
        assert done.stdout == ""
        assert sentence in done.stderr, (arguments, done.stderr)
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
