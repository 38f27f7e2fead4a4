"""A server under load with a far end behind it: started, ended and audited by the scenarios."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from failure.books import Audit
from failure.far_end import FarEnd
from failure.letters import LOCAL, Answer, Letter
from failure.load import Load
from harness.server_process import UNREACHED_LIMITS, ServerProcess, server_process, wait_until

SETTLE_S = 120.0
_RETRY_PAUSE_S = 0.2
SETTINGS = {
    "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}],
    "smtp.smart_host.enabled": True, "smtp.smart_host.host": "127.0.0.1", "smtp.smart_host.tls": "none",
    "smtp.outbound.timeout_s": 20, **UNREACHED_LIMITS,
}


class World:
    """One server, one far end, and all letters that were ever sent to it."""

    def __init__(self, server: ServerProcess, far_end: FarEnd, chance: random.Random) -> None:
        """Prepare a mailbox and a smart host; the server is not started."""
        self.server = server
        self.far_end = far_end
        self.chance = chance
        self.loads: list[Load] = []
        self.removed: set[tuple[str, str]] = set()
        server.store.directory.add_domain("example.com", "test")
        server.store.directory.add_mailbox(LOCAL, "secret", "test")
        server.set({**SETTINGS, "smtp.smart_host.port": far_end.port})

    def load(self, **options: Any) -> Load:
        """Return a load that is not yet begun; its letters belong to the audit."""
        title = f"letter-{len(self.loads)}x{self.chance.randrange(36 ** 5):x}"
        self.loads.append(Load(lambda: self.server.port, self.chance, title, **options))
        return self.loads[-1]

    @property
    def letters(self) -> list[Letter]:
        """Return all letters of all loads."""
        return [letter for load in self.loads for letter in load.letters]

    def kill(self) -> None:
        """kill -9; what the far end has acknowledged by now may come once more."""
        self.server.kill()
        wait_until(lambda: self.far_end.connections == 0, "the far end has read what the dead server left")
        self.far_end.epoch += 1

    def ctl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run posthousectl."""
        return subprocess.run(
            [sys.executable, "-c", "from posthouse_server.cli import main; main()",
             "--data-dir", str(self.server.folder.root), *arguments],
            capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)

    def alarms(self) -> set[str]:
        """Return the kinds of the alarms that the node row shows."""
        node = self.server.store.nodes.newest()
        return set() if node is None else {alarm.kind for alarm in node.alarms}

    def wait_for(self, is_true: Callable[[], Any], what: str, timeout_s: float = 60.0) -> Any:
        """Wait for something; a failure shows the server's log."""
        try:
            return wait_until(is_true, what, timeout_s)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.server.log[-6000:]}") from error

    def settle(self) -> None:
        """Have everything delivered that waits."""
        def is_empty() -> bool:
            if self.server.store.spool.ledger().waiting:
                self.server.store.spool.retry(None)
                time.sleep(_RETRY_PAUSE_S)
                return False
            return True

        self.wait_for(is_empty, "the queue is empty", SETTLE_S)
        kept = {found.body_file for found in self.server.store.spool.list(limit=10**6)}
        # They are removed just after the commit that makes them needless.
        self.wait_for(lambda: all(path.name in kept for path in self.server.folder.spool.iterdir()), "no body is left over")

    def balance(self) -> str:
        """Settle, stop in order, and audit; returns the books in a line."""
        self.settle()
        assert self.server.stop() == 0, self.server.log
        assert "Traceback" not in self.server.log, self.server.log
        audit = Audit(self.server.store, self.far_end, self.letters, self.removed)
        assert not audit.faults, "\n".join([audit.summary(), *audit.faults[:30], f"({len(audit.faults)} in all)"])
        assert any(letter.answer is Answer.ACCEPTED for letter in self.letters), "no letter was accepted at all"
        return audit.summary()


@contextmanager
def world(root: Path, seed: int) -> Iterator[World]:
    """Yield a world whose every choice follows from the seed; breaches name it."""
    chance = random.Random(seed)
    with FarEnd(random.Random(chance.random())) as far_end, server_process(root) as server:
        yield World(server, far_end, chance)
