"""The server without log and trace, for comparison alone: `python -m bench.untraced --data-dir DIR`."""

from __future__ import annotations

import logging

from posthouse_server import __main__ as program
from posthouse_server import log
from posthouse_server.store.traffic import TrafficStore

_SILENCED = ("record_decision", "record_attempt", "record_refusal", "merge_refusal")


def _keep_nothing(*_arguments: object, **_options: object) -> str:
    """Take the place of what records, and of what gives refusals an id."""
    return "0000-0000"


def main() -> None:
    """Silence them, then run as usual."""
    for name in _SILENCED:
        assert hasattr(TrafficStore, name), f"the trace has no {name} any more; this comparison must follow"
        setattr(TrafficStore, name, _keep_nothing)
    set_up = log.set_up

    def set_up_quietly(*, verbose: bool) -> None:
        set_up(verbose=verbose)
        logging.getLogger().setLevel(logging.ERROR)

    log.set_up = set_up_quietly
    program.main()


if __name__ == "__main__":
    main()
