"""The Posthouse SMTP relay server: settings, policy, store, SMTP and delivery. No Qt anywhere."""

__version__ = "0.1.0"
