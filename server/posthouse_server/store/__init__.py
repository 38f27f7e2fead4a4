"""The store: the only place where console and server meet. Only this package knows which database it is."""

from posthouse_server.store.engine import StorageFullError, StoreError, StoreTooNewError
from posthouse_server.store.settings_store import Revision, StaleRevisionError
from posthouse_server.store.store import Store

__all__ = ["Revision", "StaleRevisionError", "StorageFullError", "Store", "StoreError", "StoreTooNewError"]
