"""Loading what should be in force: only what has changed is made anew."""

import gc

import pytest

from posthouse_server import reload
from posthouse_server.reload import Loader
from posthouse_server.settings import set_paths
from posthouse_server.store import Store, directory_view


@pytest.mark.parametrize("in_memory", [0, 20_000])
def test_a_new_mailbox_is_no_reason_to_index_the_ranges_again(store: Store, in_memory: int,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_view, "IN_MEMORY", in_memory)
    loader = Loader(store)
    first = loader.load()
    store.directory.add_domain("home.test", "ann")
    store.directory.add_mailbox("john@home.test", "secret", "ann")
    second = loader.load()
    assert second.policy._indexes is first.policy._indexes
    assert (second.first_domain, second.revision) == ("example.com", first.revision + 2)
    assert "john@home.test" in second.enabled_logins
    assert "john@home.test" not in first.enabled_logins or not in_memory
    store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.enabled": False}), "ann")
    third = loader.load()
    assert third.policy._indexes is not first.policy._indexes
    assert not third.settings.smtp.relay.enabled
    store.directory.set_enabled("john@home.test", False, "ann")
    assert "john@home.test" not in loader.load().enabled_logins


def test_a_long_list_is_kept_out_of_the_collector(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reload, "_MANY_RANGES", 1)
    ranges = [{"range": "10.0.0.1"}, {"range": "10.0.0.2"}]
    store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.privileged_ip_ranges": ranges}), "ann")
    before = gc.get_freeze_count()
    try:
        Loader(store).load()
        assert gc.get_freeze_count() > before
        assert gc.isenabled()
    finally:
        gc.unfreeze()
