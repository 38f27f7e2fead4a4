"""Bans and limits with real processes: they outlive a killed server, and the command line lifts a ban at once."""

from __future__ import annotations

import socket
from pathlib import Path

from end_to_end.test_command_line import CommandLine
from harness.server_process import ServerProcess, server_process, wait_until

CLIENT = "198.51.100.7"


def connect(server: ServerProcess, client: str = CLIENT) -> socket.socket:
    """Connect as a client that a load balancer names."""
    link = socket.create_connection(("127.0.0.1", server.port), 20)
    link.sendall(f"PROXY TCP4 {client} 127.0.0.1 4000 25\r\n".encode())
    return link


def greeting(server: ServerProcess, client: str = CLIENT) -> str:
    """Return the first three digits that a client hears."""
    with connect(server, client) as link:
        return link.recv(3).decode()


def test_a_ban_outlives_the_server_and_is_lifted_from_the_command_line(tmp_path: Path) -> None:
    ctl = CommandLine(tmp_path)
    with server_process(tmp_path) as server:
        server.set({"smtp.inbound.proxy_protocol_from": ["127.0.0.1"], "smtp.security.max_refused_relays": 3})
        server.start()
        with connect(server) as link:
            link.sendall(b"EHLO x\r\nMAIL FROM:<a@far.example>\r\n" + b"RCPT TO:<b@far.example>\r\n" * 3)
            heard = b""
            while piece := link.recv(65536):
                heard += piece
        assert heard.rstrip().splitlines()[-1].startswith(b"421 4.7.0 "), heard
        assert greeting(server) == "421"
        (ban,) = wait_until(lambda: ctl.json("ban", "list"), "the ban in the store")
        assert (ban["client"], ban["reason"], ban["number"]) == (CLIENT, "refused_relays", 1)
        assert ban["evidence"]["tried"][-1] == "a@far.example to b@far.example"
        server.kill()
        server.start()
        assert greeting(server) == "421"
        assert greeting(server, "198.51.100.8") == "220"
        assert ctl.json("ban", "lift", CLIENT) == {"lifted": CLIENT}
        wait_until(lambda: greeting(server) == "220", "the client is let in", 3.0)
        again = ctl.run("ban", "lift", CLIENT)
        assert (again.returncode, again.stderr) == (1, f"posthousectl: {CLIENT} is not banned.\n")
        assert ctl.run("ban", "list").stdout == "Nobody is banned.\n"


def test_a_restart_does_not_begin_the_hour_anew(tmp_path: Path) -> None:
    def code(recipient: str) -> int:
        client = server.connect()
        client.login("john@example.com", "secret")
        client.mail("john@example.com")
        return client.rcpt(recipient)[0]

    with server_process(tmp_path) as server:
        server.store.directory.add_domain("example.com", "test")
        server.store.directory.add_mailbox("john@example.com", "secret", "test")
        server.set({"smtp.security.max_recipients_per_hour_login": 2})
        server.start()
        assert [code("john@example.com"), code("john@example.com"), code("john@example.com")] == [250, 250, 451]
        assert server.stop() == 0
        server.start()
        assert code("john@example.com") == 451
