"""A private Postfix in a folder of its own, on loopback ports above 1023: a rival for the bench, a smart host for tests.

Needs root, since Postfix starts as root and lets its daemons run as the user postfix.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from harness.server_process import wait_until

_MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{stranger_port} inet n - n - - smtpd -o mynetworks=192.0.2.0/24
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
_UNDELIVERED = ("incoming", "active", "deferred", "hold")


def what_is_missing() -> str:
    """Return in words why there can be no private Postfix here; empty: nothing."""
    if shutil.which("postfix") is None:
        return "Postfix is not installed"
    if os.name == "nt" or os.geteuid() != 0:
        return "Postfix can only be started by root"
    return ""


class Postfix:
    """One instance; clients on this computer may relay through `port`, and nobody through `stranger_port`."""

    def __init__(self, root: Path, parameters: Mapping[str, str]) -> None:
        """Write the configuration; `parameters` go over those below, such as relayhost or smtpd_recipient_restrictions.

        Without a relayhost it would look up MX records and deliver on port 25: give it one, or refuse everything.
        """
        self.root = root
        self.configuration = root / "configuration"
        self._queue = root / "queue"
        self._is_running = False
        self.port, self.stranger_port = _free_ports()
        self._parameters = {
            "compatibility_level": "3.6", "queue_directory": str(self._queue), "data_directory": str(root / "data"),
            "maillog_file": str(root / "log" / "mail.log"), "maillog_file_prefixes": str(root),
            "inet_interfaces": "loopback-only", "inet_protocols": "ipv4", "myhostname": "postfix.example",
            "mynetworks": "127.0.0.0/8", "mydestination": "", "alias_maps": "", "alias_database": "",
            "local_recipient_maps": "", "message_size_limit": "100000000", "mailbox_size_limit": "0",
            "smtpd_relay_restrictions": "permit_mynetworks, reject_unauth_destination",
            # Whoever is measured or tested sends much, fails much, and comes from one address.
            "smtpd_error_sleep_time": "0", "smtpd_soft_error_limit": "100000000", "smtpd_hard_error_limit": "100000000",
            "smtpd_junk_command_limit": "100000000", "smtpd_recipient_limit": "100000000",
            "smtpd_client_connection_count_limit": "0", "smtpd_client_connection_rate_limit": "0",
            "smtpd_client_message_rate_limit": "0", "smtpd_client_recipient_rate_limit": "0", **parameters}
        for folder in (self.configuration, self._queue, root / "data", root / "log"):
            folder.mkdir()
        (root / "log" / "mail.log").touch()
        for path in (root / "data", root / "log", root / "log" / "mail.log"):  # postsuper logs as that user
            shutil.chown(path, "postfix", "root")
        (self.configuration / "master.cf").write_text(_MASTER.format(port=self.port, stranger_port=self.stranger_port))
        self._write()

    @property
    def log(self) -> str:
        """Return what it has logged so far."""
        path = Path(self._parameters["maillog_file"])
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def start(self) -> None:
        """Start, and wait until it listens."""
        self._control("start")
        self._is_running = True
        wait_until(lambda: all(_has_banner(port) for port in (self.port, self.stranger_port)), "Postfix listens")

    def stop(self) -> None:
        """Stop; what is queued stays."""
        if self._is_running:
            self._is_running = False
            self._control("stop")

    def restart(self, parameters: Mapping[str, str]) -> None:
        """Start anew under other parameters, with an empty queue."""
        self.clear()
        self.stop()
        self._parameters.update(parameters)
        self._write()
        self.start()

    def queued(self) -> int:
        """Return how many messages are in the queue."""
        # One that moves from one folder to the next meanwhile is seen in both.
        return len({path.name for name in _UNDELIVERED for path in (self._queue / name).rglob("*") if path.is_file()})

    def clear(self) -> None:
        """Delete all that is queued."""
        _run("postsuper", "-c", str(self.configuration), "-d", "ALL")

    def _write(self) -> None:
        lines = [f"{name} = {value}\n" for name, value in self._parameters.items()]
        (self.configuration / "main.cf").write_text("".join(lines))

    def _control(self, command: str) -> None:
        _run("postfix", "-c", str(self.configuration), command)


@contextmanager
def postfix(parameters: Mapping[str, str] | None = None) -> Iterator[Postfix]:
    """Yield a running Postfix and leave nothing of it; ask what_is_missing() first."""
    with tempfile.TemporaryDirectory(prefix="postfix-", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        root.chmod(0o755)  # the daemons of the user postfix must reach what is below
        instance = Postfix(root, parameters or {})
        try:
            instance.start()
            yield instance
        finally:
            instance.stop()


def _run(*command: str) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, timeout=60)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}"


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as first, socket.create_server(("127.0.0.1", 0)) as second:
        return int(first.getsockname()[1]), int(second.getsockname()[1])


def _has_banner(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 5) as connection:
            return connection.recv(100).startswith(b"220")
    except OSError:
        return False
