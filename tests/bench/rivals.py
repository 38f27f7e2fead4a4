"""The server under test and those it is measured beside, all behind the same few questions."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

import psutil

from bench.programs import python_program
from bench.served import ServedProcess, served
from harness.postfix import Postfix, postfix, what_is_missing

OURS, POSTFIX, DISCARDING, MAILBOX = "posthouse", "postfix", "aiosmtpd", "mailbox"
_SETTLE_S = 0.5  # the trace is written up to 0.2 s after the reply
# Silence must not end while the messages of a round are accepted, or a wave of deferrals would be measured with them.
_PATIENCE_S = 3600


class Contestant(Protocol):
    """A mail server that can be loaded."""

    def prepare(self, smart_host: int) -> None:
        """Before the rounds of one row: deliver to that port of this computer, with an empty queue."""

    def port(self, *, is_stranger: bool) -> int:
        """Return where to send, as somebody who may relay or as one who may not."""

    def waiting(self) -> int | None:
        """Return how many messages it has accepted and still holds; None: it holds none by its nature."""

    def empty(self) -> None:
        """Remove what waits, as far as no delivery holds it."""

    def cpu_s(self) -> float | None:
        """Return the processor time it has used so far, where one process tells all of it."""


class Posthouse:
    """Our server, as it is used: policy, trace, log, live reload and delivery are on."""

    def __init__(self, server: ServedProcess) -> None:
        """Use a server that is running."""
        self._server = server
        self._may_relay = True

    def prepare(self, smart_host: int) -> None:
        """See Contestant."""
        self._server.set_live({
            "smtp.smart_host.enabled": True, "smtp.smart_host.host": "127.0.0.1", "smtp.smart_host.port": smart_host})
        self.empty()

    def port(self, *, is_stranger: bool) -> int:
        """See Contestant; whoever is privileged changes by a setting, as in real life."""
        if is_stranger is self._may_relay:
            self._may_relay = not is_stranger
            self._server.set_live({"smtp.relay.allow_privileged_ip_ranges": self._may_relay})
        return self._server.port

    def waiting(self) -> int:
        """See Contestant."""
        return self._server.store.spool.ledger().waiting

    def empty(self) -> None:
        """See Contestant."""
        self._server.store.spool.remove(None)

    def cpu_s(self) -> float:
        """Return the time of the server with its children, after the trace has been written."""
        time.sleep(_SETTLE_S)
        return self._server.cpu_s()

    def has_trace(self) -> bool:
        """Return whether anything stands in its trace."""
        return bool(self._server.store.traffic.search(limit=1))


class PrivatePostfix:
    """Postfix with its default settings, but for limits that would only slow it down here."""

    def __init__(self, instance: Postfix) -> None:
        """Use an instance that is running."""
        self._instance = instance

    def prepare(self, smart_host: int) -> None:
        """Start anew: its queue manager remembers 20,000 messages that were deleted under it, and then takes no more."""
        self._instance.restart({"relayhost": f"[127.0.0.1]:{smart_host}"})

    def port(self, *, is_stranger: bool) -> int:
        """See Contestant."""
        return self._instance.stranger_port if is_stranger else self._instance.port

    def waiting(self) -> int:
        """See Contestant."""
        return self._instance.queued()

    def empty(self) -> None:
        """See Contestant."""
        self._instance.clear()

    def cpu_s(self) -> None:
        """Not told: it is many processes that come and go."""
        return


class Aiosmtpd:
    """Stock aiosmtpd from its own command line, with a folder where its handler keeps the messages."""

    def __init__(self, port: int, pid: int, maildir: Path | None) -> None:
        """It listens there."""
        self._port = port
        self._pid = pid
        self._maildir = maildir

    def prepare(self, smart_host: int) -> None:
        """It delivers nothing on."""
        self.empty()

    def port(self, *, is_stranger: bool) -> int:
        """It knows no strangers."""
        return self._port

    def waiting(self) -> int | None:
        """See Contestant."""
        return None if self._maildir is None else sum(1 for _ in (self._maildir / "new").iterdir())

    def empty(self) -> None:
        """See Contestant."""
        if self._maildir is not None:
            for path in (self._maildir / "new").iterdir():
                path.unlink()

    def cpu_s(self) -> float:
        """See Contestant."""
        return sum(psutil.Process(self._pid).cpu_times()[:2])


@contextmanager
def posthouse(root: Path, module: str = "posthouse_server") -> Iterator[Posthouse]:
    """Run our server; clients of this computer may relay."""
    with served(root, module) as server:
        server.set({"smtp.relay.allow_privileged_ip_ranges": True,
                    "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}],
                    "smtp.security.max_failed_commands": 0, "smtp.outbound.timeout_s": _PATIENCE_S})
        server.start()
        yield Posthouse(server)


@contextmanager
def private_postfix() -> Iterator[PrivatePostfix]:
    """Run Postfix; it does not wait for its deliveries before it takes more, or it would take 20 messages a second."""
    with postfix({"in_flow_delay": "0", "smtp_helo_timeout": f"{_PATIENCE_S}s"}) as instance:
        yield PrivatePostfix(instance)


@contextmanager
def aiosmtpd(*, is_keeping: bool) -> Iterator[Aiosmtpd]:
    """Run stock aiosmtpd, which keeps messages in a Maildir or discards them."""
    folder = Path(tempfile.mkdtemp(prefix="aiosmtpd-"))
    maildir = folder / "maildir"
    handler = ["aiosmtpd.handlers.Mailbox", str(maildir)] if is_keeping else ["aiosmtpd.handlers.Sink"]
    try:
        with python_program(lambda port: ["-m", "aiosmtpd", "-n", "-l", f"127.0.0.1:{port}", "-c", *handler]) as running:
            yield Aiosmtpd(running.port, running.process.pid, maildir if is_keeping else None)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def contestants(root: Path, beside: tuple[str, ...] | None, said: Callable[[str], object]) -> Iterator[dict[str, Contestant]]:
    """Run our server and those beside it that are wanted (None: all) and can be had; `said` gets what is missing."""
    wanted = (POSTFIX, DISCARDING, MAILBOX) if beside is None else beside
    with ExitStack() as stack:
        running: dict[str, Contestant] = {OURS: stack.enter_context(posthouse(root))}
        if POSTFIX in wanted and (missing := what_is_missing()):
            said(f"not measured against Postfix: {missing}")
        elif POSTFIX in wanted:
            running[POSTFIX] = stack.enter_context(private_postfix())
        if DISCARDING in wanted:
            running[DISCARDING] = stack.enter_context(aiosmtpd(is_keeping=False))
        if MAILBOX in wanted:
            running[MAILBOX] = stack.enter_context(aiosmtpd(is_keeping=True))
        yield running
