"""autostart: start the server with the computer."""

from __future__ import annotations

from typing import Annotated

import typer

from posthouse_server.autostart.plan import Plan, carry_out
from posthouse_server.autostart.starter import starter_for
from posthouse_server.cli.session import session_of

app = typer.Typer(help="Start the server with the computer.", no_args_is_help=True)

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would be written where, and what would be run.")]


@app.callback()
def group() -> None:
    """Start the server with the computer."""


@app.command()
def status(context: typer.Context) -> None:
    """Show whether the server starts with the computer."""
    session = session_of(context)
    found = starter_for(session.folder).state()
    session.show({"on": found.is_on, "can_switch": found.can_switch, "sentence": found.sentence}, found.sentence)


@app.command()
def on(context: typer.Context, dry_run: DryRun = False) -> None:
    """Let the system start the server; shows each file and command."""
    _switch(context, is_on=True, dry_run=dry_run)


@app.command()
def off(context: typer.Context, dry_run: DryRun = False) -> None:
    """Let the system start the server no more; one that runs is left alone."""
    _switch(context, is_on=False, dry_run=dry_run)


def _switch(context: typer.Context, *, is_on: bool, dry_run: bool) -> None:
    session = session_of(context)
    starter = starter_for(session.folder)
    before = starter.state()
    if not before.can_switch or (not is_on and not before.is_on):
        session.show({"on": before.is_on, "done": False, "sentence": before.sentence}, before.sentence)
        raise typer.Exit(0 if before.can_switch else 1)
    if is_on:
        session.folder.create()  # its owner is whom the server will run as
    plan = starter.plan_on() if is_on else starter.plan_off()
    if dry_run:
        session.show({"on": before.is_on, "done": False, "steps": _steps(plan)}, f"{plan.text}\n\nNothing was done.")
        return
    said = carry_out(plan)
    after = starter.state()
    session.show({"on": after.is_on, "done": True, "steps": _steps(plan), "sentence": after.sentence, "note": said},
                 "\n\n".join(filter(None, (plan.text, said, after.sentence))))


def _steps(plan: Plan) -> list[str]:
    return [step.text for step in plan.steps]
