"""relay explain: who may relay, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.cli.session import session_of
from posthouse_server.policy.decision import Decision, Request, decide
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import SettingsError
from posthouse_server.store.clock import now

app = typer.Typer(help="Who can relay, and why.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Who can relay, and why."""


@app.command()
def explain(context: typer.Context,
            client: Annotated[str, typer.Option(help="The client's IP address.")],
            sender: Annotated[str, typer.Option(help="The address of MAIL FROM; empty for a bounce.")],
            recipient: Annotated[str, typer.Option(help="The address of RCPT TO.")],
            user: Annotated[str, typer.Option(help="The mailbox that has logged in, if any.")] = "",
            tls: Annotated[bool, typer.Option("--tls", help="The connection is encrypted.")] = False) -> None:
    """Judge one recipient by the saved settings, and show every rule that was looked at."""
    session = session_of(context)
    try:
        address = parse_client(client)
    except ValueError as error:
        raise SettingsError(f"--client: {error}.") from error
    with session.store() as store:
        loaded = store.settings.load()
        directory = store.directory.snapshot()
    decision = decide(Request(address, sender, recipient, now(), user or None, tls), loaded.settings, directory)
    session.show({"verdict": decision.verdict.value, "rule": decision.rule.value, "reply": str(decision.reply),
                  "trace": [{"rule": step.rule.value, "matched": step.matched, "why": step.why} for step in decision.trace]},
                 lambda: _text(decision))


def _text(decision: Decision) -> str:
    lines = [f"{decision.verdict.value}: {decision.rule.label}", f"Reply: {decision.reply}", ""]
    lines += [f"  {'->' if step.matched else '  '} {step.rule.label}: {step.why}" for step in decision.trace]
    return "\n".join(lines)
