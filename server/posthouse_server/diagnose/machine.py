"""Checks of this computer: certificate, clock, disk, keyring and the rights of the data folder."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from posthouse_server.certificates import CertificateError, facts_of
from posthouse_server.diagnose.finding import Verdict, bad, good, note, warning
from posthouse_server.diagnose.subject import Subject
from posthouse_server.secrets import Secrets, SecretsError
from posthouse_server.settings.schema import Tls
from posthouse_server.store.nodes import NodeState
from posthouse_server.words import tr

_SOON_DAYS = 21
_OLDEST = datetime(2025, 1, 1, tzinfo=UTC)
_NEWEST = datetime(2100, 1, 1, tzinfo=UTC)
_SLACK = timedelta(seconds=10)
_ROOM_BYTES = 2**30
_LEAST_BYTES = 256 * 2**20
_LEAST_SHARE = 0.05
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NEW_ONE = tr("Make a new one, or load yours: SMTP Properties, Inbound, Certificate…")


def certificate(subject: Subject) -> Verdict:
    """Is the certificate of the listeners there and valid, for how long, and for our name?"""
    inbound = subject.settings.smtp.inbound
    if all(listener.tls is Tls.NONE for listener in inbound.listeners):
        return note(tr("No listener offers TLS, so no certificate is used."))
    path = Path(inbound.certificate_file) if inbound.certificate_file else subject.folder.certificate
    if not inbound.certificate_file and not path.exists():
        return note(tr("The server makes a self-signed certificate when it first starts."))
    try:
        facts = facts_of(path)
    except CertificateError as error:
        return bad(str(error), _NEW_ONE)
    now = datetime.now(UTC)
    left, until = facts.days_left(now), f"{facts.valid_until.astimezone():%Y-%m-%d}"
    if facts.valid_from > now:
        return bad(tr("It is valid only from {time:%Y-%m-%d} on.", time=facts.valid_from.astimezone()),
                   tr("Is the clock right? {new_one}", new_one=_NEW_ONE))
    if left < 0:
        return bad(tr("It ended on {until}: programs that check certificates refuse to connect.", until=until), _NEW_ONE)
    if left < _SOON_DAYS:
        return warning(tr("It ends on {until}, in 1 day.", until=until) if left == 1
                       else tr("It ends on {until}, in {left} days.", until=until, left=left), _NEW_ONE)
    if facts.is_self_signed:
        return good(tr("Valid for {left:,} days, until {until}. It is self-signed: devices must be told to trust it.",
                       left=left, until=until))
    if not any(_covers(name, subject.hostname) for name in facts.names):
        return warning(tr("Valid until {until}, but for {names}, not for {hostname}.", until=until,
                          names=", ".join(facts.names) or tr("no names"), hostname=subject.hostname),
                       tr("Programs must connect by a name that it is for, or it must be issued for this name too."))
    return good(tr("Valid for {left:,} days, until {until}, for {names}.",
                   left=left, until=until, names=', '.join(facts.names)))


def _covers(pattern: str, name: str) -> bool:
    wanted = name.lower()
    return pattern.lower() == wanted or (pattern.startswith("*.") and pattern[2:].lower() == wanted.partition(".")[2])


def clock(subject: Subject) -> Verdict:
    """Is the time plausible, and one with that of the disk, the server and the last change?"""
    remedy = tr("Let the system set its clock from the network (NTP). Retries, logins by token and certificates depend on it.")
    now = datetime.now(UTC)
    if not _OLDEST <= now <= _NEWEST:
        return bad(tr("This computer says that it is {time:%Y-%m-%d}.", time=now.astimezone()), remedy)
    if subject.newest_change_at > now + _SLACK:
        return bad(tr("The last change was made at {time:%Y-%m-%d %H:%M:%S}, which is still to "
                      "come: the clock was set back.", time=subject.newest_change_at.astimezone()), remedy)
    node = subject.status.node
    if node is not None and subject.status.state is NodeState.RUNNING and node.heartbeat_at > now + _SLACK:
        return bad(tr("The server reported from the future: the clock was set back."), remedy)
    written = _written_at(subject.folder.root)
    if abs(written - datetime.now(UTC)) > _SLACK:
        return warning(tr("The disk of the data folder has another time: {time:%Y-%m-%d %H:%M:%S}.", time=written.astimezone()),
                       tr("It is on another computer: set the clocks of both from the network (NTP)."))
    zone = f"{now.astimezone():%H:%M:%S, UTC%z}"
    return good(tr("It is {time:%Y-%m-%d} {zone}; the disk, the server and the last change agree with that. No time "
                   "server was asked.", time=now.astimezone(), zone=zone))


def _written_at(folder: Path) -> datetime:
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".diagnose-") as file:
        file.write(b"x")
        file.flush()
        return datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)


def disk(subject: Subject) -> Verdict:
    """Is there room on the disk of the data folder?"""
    usage = shutil.disk_usage(subject.folder.root)
    said = tr("{free} of {total} are free on the disk of {root}.",
              free=_size(usage.free), total=_size(usage.total), root=subject.folder.root)
    remedy = (tr("Make room: old logs, mail in mailboxes, or other things on that disk. With a nearly full disk the server "
                 "refuses mail."))
    if usage.free < _LEAST_BYTES:
        return bad(said, remedy)
    if usage.free < _ROOM_BYTES or usage.free < usage.total * _LEAST_SHARE:
        return warning(said, remedy)
    return good(said)


def _size(count: int) -> str:
    return tr("{count:,.1f} GiB", count=count / 2**30) if count >= 2**30 else tr("{count:,.0f} MiB", count=count / 2**20)


def keyring(subject: Subject) -> Verdict:
    """Can a secret be written, read and removed where the smart host's password is kept?"""
    started = time.monotonic()
    try:
        where = Secrets(subject.folder).try_out()
    except SecretsError as error:
        return bad(str(error), tr("Unlock the system's keyring, or mend the files secrets.json and secrets.key in the data "
                                  "folder. Without it the smart host's password can't be kept."))
    return good(tr("A test entry was written, read and removed in {seconds:.1f} s, in {where}.",
                   seconds=time.monotonic() - started, where=where))


def folder_rights(subject: Subject) -> Verdict:
    """Can this user write there, and nobody else read?"""
    root = subject.folder.root
    try:
        _written_at(root)
    except OSError as error:
        return bad(tr("Nothing can be written into {root}: {strerror}.", root=root, strerror=error.strerror),
                   tr("Give the user of the server the right to write there, or choose another data folder."))
    if os.name == "nt":
        return note(tr("{root} can be written. Who else may read it is not checked on Windows: it inherits the rights of the "
                       "folder above it.", root=root))
    mode, owner = root.stat().st_mode, root.stat().st_uid
    open_to = [name for name, path in _private_files(subject) if path.exists() and path.stat().st_mode & _OTHERS]
    if mode & _OTHERS and open_to:
        return warning(tr("Other users of this computer can get into {root} (mode {mode:03o}) and at {files}.",
                          root=root, mode=stat.S_IMODE(mode), files=", ".join(open_to)),
                       tr("Passwords and mail lie there: chmod 700 {root}", root=root))
    if owner != os.getuid():
        return note(tr("{root} belongs to another user (number {owner}) than the one who looks; the server must run as that "
                       "one.", root=root, owner=owner))
    return good(tr("{root} can be written, and the files in it are their owner's alone.", root=root) if mode & _OTHERS else
                tr("{root} can be written, and only its owner gets in.", root=root))


def _private_files(subject: Subject) -> tuple[tuple[str, Path], ...]:
    folder = subject.folder
    return ((tr("the settings"), folder.settings_db), (tr("the queue"), folder.spool_db), (tr("the trace"), folder.traffic_db),
            (tr("the mailboxes"), folder.mail), (tr("the key of the passwords"), folder.root / "secrets.key"),
            (tr("the key of the certificate"), folder.certificate))
