"""The poll for commits of others (test_settings_store shows that it sees other programs)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from posthouse_server.store import Store, StoreError
from posthouse_server.store.change_feed import ChangeFeed
from posthouse_server.store.engine import Database
from posthouse_server.store.settings_store import DesiredState


def test_a_feed_tells_of_each_commit_once(store: Store) -> None:
    with store.watch_settings() as feed, store.watch_spool() as spool_feed, store.watch_traffic() as traffic_feed:
        assert not feed.has_changed()
        store.settings.load()
        store.directory.snapshot()
        assert not feed.has_changed()
        store.directory.add_domain("home.test", "ann")
        store.settings.request(DesiredState.STOPPED, "ann")
        assert feed.has_changed()
        assert not feed.has_changed()
        assert not spool_feed.has_changed()
        assert not traffic_feed.has_changed()


def test_a_change_that_is_not_committed_is_none(store: Store) -> None:
    with store.watch_settings() as feed:
        with pytest.raises(StoreError), store.settings._database.write() as connection:
            connection.exec_driver_sql("INSERT INTO post_offices (id, name) VALUES (1, 'x'), (1, 'y')")
        assert not feed.has_changed()


def test_an_edit_by_hand_is_seen(store: Store) -> None:
    with store.watch_settings() as feed, closing(sqlite3.connect(store.folder.settings_db)) as connection:
        connection.execute("UPDATE revisions SET comment = 'by hand'")
        assert not feed.has_changed()
        connection.commit()
        assert feed.has_changed()


def test_a_feed_of_what_is_no_database_gives_a_sentence(tmp_path: Path) -> None:
    for name in ("missing/x.db", "."):
        with pytest.raises(StoreError, match="could not be watched"):
            ChangeFeed(Database(tmp_path / name, synchronous="FULL"))
