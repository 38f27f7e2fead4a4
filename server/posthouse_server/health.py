"""What may be wrong with the disk, the books, the trace and the system, looked at once a second."""

from __future__ import annotations

import errno
import os

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.store import Store, StoreError
from posthouse_server.store.messages import Ledger
from posthouse_server.store.room import DiskRoom
from posthouse_server.words import tr

_SPARE_DESCRIPTORS = 10  # a few are left over even when clients are being turned away, and the node row needs some


class Health:
    """Lets alarms stand and end. Its methods block."""

    def __init__(self, store: Store, alarms: Alarms, room: DiskRoom) -> None:
        """Look after one running server."""
        self._store = store
        self._alarms = alarms
        self._room = room

    def check(self, waiting: int) -> int:
        """Look at everything; returns how many recipients wait, or `waiting` as before where the spool can't say."""
        ledger = self._check_storage()
        if ledger is not None:
            self._check_books(ledger)
        self._check_trace()
        self._check_descriptors()
        return waiting if ledger is None else ledger.waiting

    def _check_storage(self) -> Ledger | None:
        """An alarm about storage ends when writing works again, whether or not a message comes."""
        ledger: Ledger | None = None
        fault = ""
        try:
            ledger = self._store.spool.ledger()
            if AlarmKind.STORAGE in self._alarms:
                self._store.spool.probe()
        except StoreError as error:
            fault = tr("Clients are told to try again later: {error}", error=error)
        if not fault and self._room.is_short:
            fault = tr("The disk of {root} is nearly full ({free} MiB free). Clients are told to try again later, until "
                       "there is room; what was accepted is still delivered.",
                       root=self._store.folder.root, free=self._room.free_bytes // 2**20)
        if fault:
            self._alarms.sound(AlarmKind.STORAGE, fault)
        else:
            self._alarms.end(AlarmKind.STORAGE)
        return ledger

    def _check_books(self, ledger: Ledger) -> None:
        """Let a difference be seen: the books balance in every single transaction, or mail was lost or invented."""
        if ledger.difference == 0:
            self._alarms.end(AlarmKind.LEDGER)
        else:
            self._alarms.sound(AlarmKind.LEDGER, tr(
                "The books of the spool do not balance: {accepted} recipients were accepted, and the sum of all that "
                "became of them differs by {difference}. Keep a copy of spool.db and report this.",
                accepted=ledger.accepted, difference=ledger.difference))

    def _check_trace(self) -> None:
        """Mail goes on without a trace; one that is damaged is begun anew."""
        traffic = self._store.traffic
        fault = traffic.fault
        if traffic.is_damaged:
            try:
                self._store.begin_trace_anew()
                traffic.is_damaged = False
            except StoreError as error:
                fault = str(error)
        if fault:
            self._alarms.sound(AlarmKind.TRACE, tr("The trace is not being written, and mail goes on without it: {fault}",
                                                fault=fault))
        elif self._store.trace_note:
            self._alarms.sound(AlarmKind.TRACE, self._store.trace_note)
        else:
            self._alarms.end(AlarmKind.TRACE)

    def _check_descriptors(self) -> None:
        """Open some files: with the table full nobody can connect, and nothing else would say so."""
        opened: list[int] = []
        try:
            opened.extend(os.open(os.devnull, os.O_RDONLY) for _ in range(_SPARE_DESCRIPTORS))
        except OSError as error:
            if error.errno not in (errno.EMFILE, errno.ENFILE):
                raise
            self._alarms.sound(AlarmKind.FILE_DESCRIPTORS, tr(
                "The system gives this server no more open files, so that nobody can connect. Raise the limit of open files "
                "for it, or lower the number of concurrent connections in SMTP Properties, Inbound."))
        else:
            self._alarms.end(AlarmKind.FILE_DESCRIPTORS)
        finally:
            for descriptor in opened:
                os.close(descriptor)
