"""What `relay exposure` says."""

from __future__ import annotations

from typing import Any

from posthouse_server.cli.session import local_time
from posthouse_server.policy.exposure import Exposure, Way


def exposure_json(found: Exposure) -> dict[str, Any]:
    """Return the exposure as JSON; numbers of addresses may be larger than 64 bits hold."""
    return {"level": found.level.value, "sentence": found.sentence, "public": found.public, "private": found.private,
            "reachable_from_outside": found.is_reachable_from_outside, "ways": [_way_json(way) for way in found.ways]}


def exposure_text(found: Exposure) -> str:
    """Return the exposure for people."""
    lines = [found.sentence]
    if found.ways and not found.is_reachable_from_outside:
        lines.append("As the listeners are set, only this computer can reach them.")
    for way in found.ways:
        witness = way.witness
        lines += ["", way.sentence, f"  For example: {witness.client} from <{witness.sender}> to <{witness.recipient}> at "
                                    f"{local_time(witness.at)}"]
    return "\n".join(lines)


def _way_json(way: Way) -> dict[str, Any]:
    witness = way.witness
    return {"kind": way.kind.value, "networks": [str(block) for block in way.networks], "public": way.public,
            "private": way.private, "names": list(way.names), "condition": way.condition, "hours": list(way.hours),
            "senders": list(way.senders), "until": way.until, "sentence": way.sentence,
            "witness": {"client": str(witness.client), "sender": witness.sender, "recipient": witness.recipient,
                        "at": witness.at.isoformat()}}
