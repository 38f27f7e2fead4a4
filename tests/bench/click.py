"""From the click on Apply to the first RCPT that is judged by the new rule, with a real mouse (needs what a desk needs)."""

from __future__ import annotations

import smtplib
import time
from pathlib import Path

from harness.desk import Desk, desk, launch_console, what_is_missing
from harness.server_process import server_process

ROUNDS = 6
TICK = "Allow relay for privileged IP ranges"


def measure(folder: Path) -> list[tuple[str, str, str]]:
    """Tick and untick in the open dialog."""
    from bench.figures import milliseconds

    what, goal = "the click on Apply to the first RCPT judged by it", "< 300 ms"
    if missing := what_is_missing():
        return [(what, f"not measured: {missing}", goal)]
    with desk() as person, server_process(folder) as server:
        server.set({"smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]})
        server.start()
        console = launch_console(person.environment, folder)
        try:
            person.click("SMTP", "table cell")
            person.key("alt+Return")
            person.click("Relay", "page tab")
            durations = [_one(person, server.connect(), is_ticked=number % 2 == 0) for number in range(ROUNDS)]
        finally:
            console.terminate()
            console.wait(20)
    return [(what, milliseconds(durations), goal)]


def _one(person: Desk, client: smtplib.SMTP, *, is_ticked: bool) -> float:
    person.click(TICK, "check box")
    place = person.wait_for("Apply", "push button", state="enabled")
    person.point_at(place)
    began = time.perf_counter()
    person.press()
    while True:
        client.rset()
        client.mail("a@far.example")
        if client.rcpt("b@far.example")[0] == (250 if is_ticked else 550):
            client.quit()
            return time.perf_counter() - began
        time.sleep(0.002)
