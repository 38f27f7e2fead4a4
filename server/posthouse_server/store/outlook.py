"""What a way back would do, before it is done: the plan, and who could relay before and afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from posthouse_server.policy.directory import Directory
from posthouse_server.policy.widening import Widening, widened
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.preview import Preview, Progress, preview
from posthouse_server.store.store import Store
from posthouse_server.store.way_back import Plan


@dataclass(frozen=True, slots=True)
class Outlook:
    """A plan and its consequences; nothing is changed yet."""

    plan: Plan
    old: Settings
    new: Settings
    directory: Directory | None
    """The directory afterwards, where it changes and can be copied."""
    widening: Widening


def outlook(store: Store, number: int, *, is_revert: bool) -> Outlook:
    """Look at reverting a revision, or at going back to it; blocks, raises HistoryError where that can't be."""
    history = store.history
    plan = history.plan_revert(number) if is_revert else history.plan_go_back(number)
    old, directory, at = store.settings.load().settings, store.directory.snapshot(), now()
    new, later = plan.settings or old, history.directory_after(plan)
    return Outlook(plan, old, new, later, widened((old, directory), (new, later or directory), at))


def preview_of(store: Store, found: Outlook, progress: Progress | None = None) -> Preview:
    """Judge the recorded traffic by the policies before and afterwards; raises Cancelled, StoreError."""
    return preview(store, found.old, found.new, progress, new_directory=found.directory)
