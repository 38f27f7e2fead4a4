"""Several smart hosts with a real server: a list that is saved while it runs takes the mail that waits, and the other mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.server_process import ServerProcess, server_process, wait_until
from harness.sink import Sink


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with server_process(tmp_path) as made:
        yield made.start()


def _alarms(server: ServerProcess) -> list[str]:
    node = server.store.nodes.newest()
    assert node is not None
    return [alarm.kind for alarm in node.alarms]


def _send(server: ServerProcess, *recipients: str) -> None:
    with server.connect() as client:
        client.sendmail("a@example.com", list(recipients), "Subject: hello\r\n\r\nhello\r\n")


def test_each_recipient_takes_its_way_and_a_new_list_takes_what_waits(server: ServerProcess) -> None:
    with Sink() as default, Sink() as partner, Sink(password="right") as locked:
        def entry(sink: Sink, **more: Any) -> dict[str, Any]:
            return {"name": "Partner", "host": "127.0.0.1", "port": sink.port, "for_recipients": ["partner.example"], **more}

        server.set_live({
            **default.settings(), "smtp.relay.allow_privileged_ip_ranges": True,
            "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.0/8"}],
            "smtp.smart_hosts": [entry(locked, authentication="password", username="me", tls="none")]})
        _send(server, "b@partner.example", "c@far.example")
        wait_until(lambda: len(default.messages) == 1, "the mail of the others")
        assert wait_until(lambda: _alarms(server), "the alarm") == ["smart_host_login:Partner"]
        server.set_live({"smtp.smart_hosts": [entry(partner)], "smtp.outbound.bind_address": "127.0.0.2"})
        wait_until(lambda: len(partner.messages) == 1, "what has waited, by the new way")
        assert (partner.messages[0].recipients, default.messages[0].recipients) == (["b@partner.example"], ["c@far.example"])
        assert partner.peers == ["127.0.0.2"]
        wait_until(lambda: not _alarms(server), "the end of the alarm")
        assert locked.messages == []
