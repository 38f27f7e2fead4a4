"""The state of the server in words and badges, the same wherever the console shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from posthouse_console.service.alarm_words import count_text, titles_text
from posthouse_console.service.lengths import duration
from posthouse_console.service.silence import SILENT
from posthouse_server.control import Status
from posthouse_server.store.nodes import Alarm, NodeState
from posthouse_server.words import tr

SINCE_START = tr("Since the server's start.")
_SILENT_AFTER = timedelta(seconds=15)
_ALARM_BADGE = "state-alarm"
_BADGES = {
    NodeState.STOPPED: "state-stopped",
    NodeState.STARTING: "state-starting",
    NodeState.STOPPING: "state-starting",
    NodeState.RUNNING: "state-running",
    NodeState.FAILED: "state-failed",
}
_WORDS = {
    NodeState.STOPPED: tr("Stopped"),
    NodeState.STARTING: tr("Starting…"),
    NodeState.STOPPING: tr("Stopping…"),
    NodeState.RUNNING: tr("Running"),
    NodeState.FAILED: tr("Failed"),
}


@dataclass(frozen=True, slots=True)
class ServerWords:
    """How a state is shown."""

    badge: str
    """The icon name of the badge."""
    word: str
    """One word, such as Running, and how many alarms stand."""
    sentence: str
    """The whole of it, such as: Running on 127.0.0.1:2525, revision 3 applied."""
    brief: str
    """The sentence without the trouble, for where the problem is shown too; may be empty."""
    problem: str
    """What an administrator must look at, alarms aside; empty when all is well."""
    has_alarms: bool = False


def words_for(status: Status) -> ServerWords:
    """Put a status into words; the alarms of its node are taken to stand."""
    word, alarms = _WORDS[status.state], _alarms(status)
    sentence, brief, problem = _sentence(status, word), _brief(status, word), _problem(status)
    if not alarms:
        return ServerWords(_BADGES[status.state], word, sentence, brief, problem)
    badge = _BADGES[status.state] if status.state is NodeState.FAILED else _ALARM_BADGE
    return ServerWords(badge, f"{word}, {count_text(alarms)}", f"{sentence.rstrip('.')}; {titles_text(alarms)}", brief, problem,
                       has_alarms=True)


def _alarms(status: Status) -> tuple[Alarm, ...]:
    return status.node.alarms if status.node is not None else ()


def _brief(status: Status, word: str) -> str:
    """Return the sentence without what is said as the problem."""
    return _sentence(replace(status, detail=""), word) if not (status.state is NodeState.FAILED and status.detail) else ""


def _sentence(status: Status, word: str) -> str:
    node = status.node
    if status.state is NodeState.RUNNING and node is not None:
        where = tr(" and ").join(node.listening)
        trouble = f"; {status.detail.rstrip('.')}" if status.detail else ""
        if not where:
            return tr("Running, but listening nowhere{trouble}", trouble=trouble)
        return tr("Running on {where}, revision {revision} applied{trouble}",
                  where=where, revision=node.revision, trouble=trouble)
    if status.state is NodeState.FAILED:
        return tr("Failed: {detail}", detail=status.detail) if status.detail else tr("Failed; its log says why")
    if status.state is NodeState.STOPPED and node is None:
        return tr("Stopped; it has not run yet")
    return word


def _problem(status: Status) -> str:
    if status.state is NodeState.FAILED:
        return status.detail or tr("The server has failed; its log says why.")
    if status.state is not NodeState.RUNNING or status.node is None:
        return ""
    silent = datetime.now(UTC) - status.node.heartbeat_at
    if silent > _SILENT_AFTER and not any(alarm.kind == SILENT for alarm in status.node.alarms):
        return tr("The server has not reported for {silent}; it may hang, or the computer was asleep.",
                  silent=duration(silent))
    return status.detail


def ports(status: Status) -> str:
    """Return the places where the server listens, or a dash."""
    return ", ".join(status.node.listening) if status.node is not None and status.node.listening else "–"


def uptime(status: Status) -> str:
    """Return how long the server has been running, or a dash."""
    if status.node is None or status.state is not NodeState.RUNNING:
        return "–"
    return duration(datetime.now(UTC) - status.node.started_at)
