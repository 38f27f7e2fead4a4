"""The program posthousectl: the store and the server from the command line."""

from posthouse_server.cli.program import main

__all__ = ["main"]
