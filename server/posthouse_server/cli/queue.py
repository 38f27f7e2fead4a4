"""queue list, show, retry, hold, release, return, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from posthouse_server.cli.session import local_time, plain, session_of, table
from posthouse_server.store import StoreError
from posthouse_server.store.messages import QueuedMessage
from posthouse_server.store.queues import Queue
from posthouse_server.store.spool import SpoolStore

app = typer.Typer(help="Mail that waits for delivery.", no_args_is_help=True)

Ids = Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Message ids.")]
All = Annotated[bool, typer.Option("--all", help="All messages.")]


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the messages in the queue, the oldest first."""
    session = session_of(context)
    with session.store() as store:
        messages = store.spool.list()
    session.show([_facts(message) for message in messages], lambda: table(
        ("Id", "Accepted", "Size", "Sender", "Recipient", "State", "Tries", "Next try", "Last reply"),
        [(message.id, local_time(message.accepted_at), message.size, message.sender or "<>", recipient.address,
          recipient.state.value, recipient.attempts, local_time(recipient.next_attempt_at), recipient.last_reply[:60])
         for message in messages for recipient in message.recipients], "The queue is empty."))


@app.command()
def show(context: typer.Context, id_: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Show one message with its recipients and delivery attempts."""
    session = session_of(context)
    with session.store() as store:
        message = store.spool.find(id_.upper())
        attempts = store.traffic.attempts_of(id_.upper())
    if message is None and not attempts:
        raise StoreError(f"There is no message {id_} in the queue or in the trace.")
    lines = [_describe(message)] if message is not None else [f"{id_} has left the queue."]
    lines += [f"{local_time(item.at)}  {item.recipient}  {item.outcome}  {item.remote}  {item.reply}" for item in attempts]
    session.show({"message": _facts(message) if message is not None else None, "attempts": attempts}, "\n".join(lines))


@app.command()
def retry(context: typer.Context, ids: Ids = None, all_: All = False) -> None:
    """Try waiting recipients again now."""
    _edit(context, ids, all_, SpoolStore.retry, "due now")


@app.command()
def hold(context: typer.Context, ids: Ids = None, all_: All = False) -> None:
    """Keep waiting recipients back."""
    _edit(context, ids, all_, SpoolStore.hold, "held")


@app.command()
def release(context: typer.Context, ids: Ids = None, all_: All = False) -> None:
    """Let held recipients go on."""
    _edit(context, ids, all_, SpoolStore.release, "released")


@app.command("return")
def return_(context: typer.Context, ids: Ids = None, all_: All = False) -> None:
    """Remove waiting and held recipients, and have the server tell their senders."""
    _edit(context, ids, all_, _return, "to be returned to the sender")


@app.command()
def remove(context: typer.Context, ids: Ids = None, all_: All = False) -> None:
    """Remove recipients from the queue and from Bad Mail; nobody is told."""
    _edit(context, ids, all_, SpoolStore.remove, "removed")


def _edit(context: typer.Context, ids: Sequence[str] | None, is_all: bool,
          command: Callable[[SpoolStore, Sequence[str] | None], int], done: str) -> None:
    session = session_of(context)
    wanted = [id_.upper() for id_ in ids or ()]
    if bool(wanted) == is_all:
        raise StoreError("Name message ids, or --all for every message.")
    with session.store() as store:
        unknown = [id_ for id_ in wanted if store.spool.find(id_) is None]
        if unknown:
            raise StoreError(f"There is no message {', '.join(unknown)} in the queue.")
        number = command(store.spool, None if is_all else wanted)
    session.show({"recipients": number}, f"{number} recipient{'' if number == 1 else 's'} {done}.")


def _return(spool: SpoolStore, ids: Sequence[str] | None) -> int:
    return sum(spool.queues.return_to_sender(queue, spool.queues.ids(queue) if ids is None else ids)
               for queue in (Queue.INBOUND, Queue.OUTBOUND))


def _facts(message: QueuedMessage) -> dict[str, Any]:
    """Return what JSON shows of a message: all but its body."""
    return {name: value for name, value in plain(message).items() if name != "body"}


def _describe(message: QueuedMessage) -> str:
    lines = [f"{message.id}: {message.subject or '(no subject)'}",
             f"From {message.sender or '<>'}, {message.size} bytes, accepted {local_time(message.accepted_at)} from "
             f"{message.client or 'this server itself'}{f' as {message.login}' if message.login else ''}"]
    lines += [f"To {recipient.address}: {recipient.state.value}, {recipient.attempts} tries, accepted by "
              f"{recipient.rule} [{recipient.decision_id}]{f': {recipient.last_reply}' if recipient.last_reply else ''}"
              for recipient in message.recipients]
    return "\n".join(lines)
