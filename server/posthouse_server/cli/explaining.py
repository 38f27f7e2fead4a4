"""What `relay explain` says: one decision, or a recorded one under the settings of then and of today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from posthouse_server.cli.preview import preview_json
from posthouse_server.cli.session import local_time
from posthouse_server.policy.decision import Decision, Request, Verdict
from posthouse_server.policy.explanation import BlockSteps, blocks_of, rule_label
from posthouse_server.policy.remedies import Remedy, remedies
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.explanations import Explained, Judged
from posthouse_server.store.preview import Preview, preview
from posthouse_server.store.store import Store
from posthouse_server.store.traffic import DecisionRow


class Offer(NamedTuple):
    """A remedy, and what else it would have changed in the recorded traffic; no preview where it is no change of settings."""

    remedy: Remedy
    old: Settings
    new: Settings | None
    preview: Preview | None


def offers(store: Store, settings: Settings, remedies: Sequence[Remedy], *, is_previewed: bool) -> list[Offer]:
    """Look at each remedy, unless nobody wants to wait for that; raises StoreError."""
    found = []
    for item in remedies:
        new = None if item.edit is None else item.edit(settings)
        seen = preview(store, settings, new) if new is not None and is_previewed else None
        found.append(Offer(item, settings, new, seen))
    return found


def decision_json(decision: Decision, offered: list[Offer] | None = None) -> dict[str, Any]:
    """Return a decision as JSON; the flat trace stays for programs that know it."""
    steps = [{"rule": step.rule.value, "matched": step.matched, "why": step.why} for step in decision.trace]
    shown: dict[str, Any] = {"verdict": decision.verdict.value, "rule": decision.rule.value, "reply": str(decision.reply),
                             "trace": steps, "blocks": [_block_json(block) for block in blocks_of(decision)]}
    if offered is not None:
        shown["remedies"] = _remedies_json(offered)
    return shown


def _remedies_json(offered: Sequence[Offer]) -> list[dict[str, Any]]:
    return [{"title": offer.remedy.title, "why": offer.remedy.why, "can_be_applied": offer.remedy.can_be_applied,
             "preview": offer.preview and offer.new and preview_json(offer.preview, offer.old)} for offer in offered]


def explained_json(explained: Explained, lifted: Sequence[Offer] = (), offered: Sequence[Offer] = ()) -> dict[str, Any]:
    """Return a recorded decision as JSON, with what the settings of then and of today say, and what lifts a ban of today."""
    row, request = explained.row, explained.request
    shown: dict[str, Any] = {"recorded": _row_json(row), "note": explained.note, "then": None, "today": None,
                             "bans": _remedies_json(lifted)}
    for name, judged in (("then", explained.then), ("today", explained.today)):
        if judged is not None and request is not None:
            shown[name] = {"revision": judged.revision,
                           **decision_json(judged.decision, list(offered) if name == "today" else None)}
    return shown


def remedies_of(request: Request, decision: Decision, settings: Settings) -> list[Remedy]:
    """Return what would allow a refused recipient; nothing for one that is accepted."""
    return remedies(request, decision, settings) if decision.verdict is Verdict.REFUSED else []


def offers_today(store: Store, explained: Explained, *, is_previewed: bool) -> list[Offer]:
    """Return what would allow it today. An end such as "for 2 hours" counts from now, not from when it was recorded."""
    request, judged = explained.request, explained.today
    if request is None or judged is None:
        return []
    found = remedies_of(request._replace(at=now()), judged.decision, judged.settings)
    return offers(store, judged.settings, found, is_previewed=is_previewed)


def decision_text(decision: Decision, offered: Sequence[Offer]) -> str:
    """Return a decision for people: the verdict, the reply, the three blocks, and what would allow it."""
    lines = [f"{decision.verdict.value}: {decision.rule.label}", f"Reply: {decision.reply}", *_blocks_text(decision)]
    if offered:
        lines += ["", *_remedies_text("What would allow it, the narrowest first:", offered)]
    return "\n".join(lines)


def _remedies_text(title: str, offered: Sequence[Offer]) -> list[str]:
    lines = [title]
    for offer in offered:
        lines.append(f"  - {offer.remedy.title}: {offer.remedy.why}")
        if offer.preview is not None:
            lines.append(f"    Preview: {offer.preview.sentence}")
    return lines


def explained_text(explained: Explained, lifted: Sequence[Offer] = (), offered: Sequence[Offer] = ()) -> str:
    """Return a recorded decision for people, with what lifts a ban of today."""
    parts = [_row_text(explained.row)]
    if lifted:
        parts.append("\n".join(_remedies_text("The client can't connect now; what would let it:", lifted)))
    if explained.note:
        parts.append(explained.note)
    if explained.then is not None:
        parts.append(_judged_text("By the settings of then", explained.then, []))
    if explained.today is not None and explained.request is not None:
        parts.append(_judged_text("By the settings of today", explained.today, offered))
    return "\n\n".join(parts)


def _judged_text(title: str, judged: Judged, offered: Sequence[Offer]) -> str:
    return f"{title} (revision {judged.revision})\n{decision_text(judged.decision, offered)}"


def _blocks_text(decision: Decision) -> list[str]:
    lines = []
    for part in blocks_of(decision):
        lines += ["", part.block.label if part.is_reached else f"{part.block.label} (not reached)"]
        lines += [f"  {'->' if step.matched else '  '} {step.rule.label}: {step.why}" for step in part.steps]
    return lines


def _block_json(part: BlockSteps) -> dict[str, Any]:
    return {"block": part.block.value, "label": part.block.label, "reached": part.is_reached,
            "steps": [{"rule": step.rule.value, "matched": step.matched, "why": step.why} for step in part.steps]}


def _row_json(row: DecisionRow) -> dict[str, Any]:
    return {"id": row.id, "at": row.at.isoformat(), "client": row.client, "login": row.login, "tls": row.tls,
            "sender": row.sender, "recipient": row.recipient, "verdict": row.verdict, "rule": row.rule, "reply": row.reply,
            "revision": row.revision, "message_id": row.message_id, "number": row.number}


def _row_text(row: DecisionRow) -> str:
    login = f"logged in as {row.login}" if row.login else "not logged in"
    about = [f"{row.id}: {row.verdict} at {local_time(row.at)}, revision {row.revision}",
             f"Client {row.client}, {login}, {'with' if row.tls else 'without'} TLS"]
    if row.sender or row.recipient:
        about.append(f"From <{row.sender}>{f' to <{row.recipient}>' if row.recipient else ', before any recipient'}")
    return "\n".join([*about, f"Rule: {rule_label(row.rule)}", f"Reply: {row.reply}{_given_id(row)}"])


def _given_id(row: DecisionRow) -> str:
    """The client read the id behind the reply; one row may stand for many replies, each with its own."""
    return f" [{row.id}]" if row.number == 1 else ""
