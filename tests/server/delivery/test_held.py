"""What waits for a cause of ours is due once when a door opens, and the memory of it is bounded."""

import pytest

from posthouse_server.delivery import held
from posthouse_server.delivery.delivery import PermanentFailure, TransientFailure
from posthouse_server.delivery.held import HeldMail

OURS, THEIRS = TransientFailure("454 4.7.0 no login", is_ours=True), TransientFailure("451 4.7.1 later")


def test_it_is_due_once_when_a_door_has_opened() -> None:
    mail = HeldMail()
    mail.note("A", [THEIRS, OURS])
    mail.note("B", [THEIRS, PermanentFailure("550 no"), TransientFailure("451 a minute", is_ours=True, is_paced=True)])
    assert mail.due(0) == []
    assert mail.due(1) == ["A"]
    assert mail.due(1) == []
    assert mail.due(2) == []
    mail.note("C", [OURS])
    mail.forget()
    assert mail.due(3) == []


def test_of_too_many_all_mail_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_NAMED", 2)
    mail = HeldMail()
    for number in range(10):
        mail.note(str(number), [OURS])
    assert mail.due(1) is None
