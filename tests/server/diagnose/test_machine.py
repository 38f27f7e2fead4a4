"""Certificate, clock, disk, keyring and the rights of the data folder."""

import os
from collections import namedtuple
from datetime import UTC, datetime, timedelta

import pytest

from harness.diagnosed import Change, running
from posthouse_server import certificates
from posthouse_server.certificates import CertificateFacts, make_self_signed
from posthouse_server.diagnose import machine
from posthouse_server.diagnose.finding import Grade
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, SecretsError

Usage = namedtuple("Usage", "total used free")


def test_the_certificate_that_the_server_made(change: Change) -> None:
    verdict = machine.certificate(change())
    assert verdict.grade is Grade.GOOD
    assert "self-signed" in verdict.sentence


@pytest.mark.parametrize(("starts", "ends", "names", "grade"), [
    (-10, 200, ("relay.example",), Grade.GOOD), (-10, 200, ("*.example",), Grade.GOOD),
    (-10, 200, ("www.firm.net",), Grade.WARNING), (-10, 5, ("relay.example",), Grade.WARNING),
    (-10, -1, ("relay.example",), Grade.BAD), (2, 200, ("relay.example",), Grade.BAD),
])
def test_certificates_of_others(change: Change, monkeypatch: pytest.MonkeyPatch, starts: int, ends: int, names: tuple[str, ...],
                                grade: Grade) -> None:
    now = datetime.now(UTC)
    facts = CertificateFacts("CN=x", "CN=authority", names, now + timedelta(days=starts), now + timedelta(days=ends), False)
    monkeypatch.setattr(machine, "facts_of", lambda _path: facts)
    assert machine.certificate(change()).grade is grade


def test_certificates_that_are_not_there(change: Change, folder: DataFolder) -> None:
    assert machine.certificate(change({"smtp.inbound.certificate_file": "/nowhere/x.pem"})).grade is Grade.BAD
    assert machine.certificate(change({"smtp.inbound.listeners": [{"tls": "none"}]})).grade is Grade.NOTE
    folder.certificate.write_text("rubbish")
    assert machine.certificate(change()).grade is Grade.BAD
    folder.certificate.unlink()
    assert machine.certificate(change()).grade is Grade.NOTE, "the server will make one"
    make_self_signed(folder.certificate, "relay.example")
    assert certificates.facts_of(folder.certificate).is_self_signed


def test_the_clock(change: Change) -> None:
    verdict = machine.clock(change())
    assert verdict.grade is Grade.GOOD
    assert "No time server was asked" in verdict.sentence
    ahead = datetime.now(UTC) + timedelta(hours=1)
    assert machine.clock(change(newest_change_at=ahead)).grade is Grade.BAD
    assert machine.clock(change(status=running("127.0.0.1:1", heartbeat_at=ahead))).grade is Grade.BAD


def test_a_disk_of_another_time(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_written_at", lambda _folder: datetime.now(UTC) - timedelta(minutes=3))
    assert machine.clock(change()).grade is Grade.WARNING


@pytest.mark.parametrize(("total", "free", "grade"), [
    (2**38, 2**37, Grade.GOOD), (2**38, 2**31, Grade.WARNING), (2**33, 2**29, Grade.WARNING), (2**38, 2**26, Grade.BAD)])
def test_the_disk(change: Change, monkeypatch: pytest.MonkeyPatch, total: int, free: int, grade: Grade) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage(total, total - free, free))
    verdict = machine.disk(change())
    assert verdict.grade is grade
    assert bool(verdict.remedy) == (grade is not Grade.GOOD)


def test_the_keyring_leaves_nothing_behind(change: Change, folder: DataFolder) -> None:
    before = sorted(path.name for path in folder.root.iterdir())
    assert machine.keyring(change()).grade is Grade.GOOD
    assert sorted(path.name for path in folder.root.iterdir()) == before
    Secrets(folder).set("kept", "secret")
    assert machine.keyring(change()).grade is Grade.GOOD
    assert Secrets(folder).get("kept") == "secret"
    assert (folder.root / "secrets.json").read_text().count("gAAAA") == 1, "the test entry is gone"


def test_a_keyring_that_is_broken(change: Change, folder: DataFolder) -> None:
    (folder.root / "secrets.json").write_text("rubbish")
    verdict = machine.keyring(change())
    assert verdict.grade is Grade.BAD
    with pytest.raises(SecretsError, match="could not be kept"):
        Secrets(folder).try_out()


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_the_rights_of_the_folder(change: Change, folder: DataFolder) -> None:
    folder.root.chmod(0o700)
    assert machine.folder_rights(change()).grade is Grade.GOOD
    folder.root.chmod(0o755)
    folder.settings_db.chmod(0o644)
    verdict = machine.folder_rights(change())
    assert verdict.grade is Grade.WARNING
    assert verdict.remedy.endswith(f"chmod 700 {folder.root}")


def test_a_folder_that_can_not_be_written(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: object) -> datetime:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(machine, "_written_at", refuse)
    assert machine.folder_rights(change()).grade is Grade.BAD
