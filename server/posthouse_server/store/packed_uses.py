"""What each client sent that was refused relay, or relayed by a privileged range, out of packs of decisions."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from posthouse_server.policy.rules import Rule
from posthouse_server.store.packed_texts import Texts
from posthouse_server.store.packs import Pack
from posthouse_server.store.suspicion import Use, domain_of

_RULES = (Rule.NO_CRITERION_MET.value, Rule.PRIVILEGED_RANGE.value)


def add_uses(pack: Pack, found: defaultdict[str, Use]) -> None:
    """Add what a pack says of each client."""
    origins = [text.split("\t") for text in pack.origins]
    uses = {number: (found[client], rule) for number, (client, _, rule, _) in enumerate(origins) if rule in _RULES}
    _, first, times = np.unique(np.array(pack.origin), return_index=True, return_counts=True)
    present = {pack.origin[place]: (pack.seconds[place], number)
               for place, number in zip(first.tolist(), times.tolist(), strict=True)}
    more = dict.fromkeys(present, 0)
    for place, others in pack.floods:
        more[pack.origin[place]] += others
    for number in uses.keys() & present.keys():
        (use, rule), (since, times_seen) = uses[number], present[number]
        if rule == Rule.PRIVILEGED_RANGE.value:
            use.relayed += times_seen + more[number]
            use.relayed_since = min(use.relayed_since, since)
        else:
            use.refused += times_seen + more[number]
            use.refused_since = min(use.refused_since, since)
    for number, sender in _pairs(pack.origin, pack.sender, [text.lower() for text in pack.senders]):
        if number in uses:
            uses[number][0].senders.add(sender)
    for number, domain in _pairs(pack.origin, pack.recipient, _domains(pack.recipients)):
        if number in uses:
            uses[number][0].recipient_domains.add(domain)


def _pairs(origin: array[int], cells: array[int], texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each pair of an origin and a text once."""
    numbers: dict[str, int] = {}
    of_text = np.array([numbers.setdefault(text, len(numbers)) for text in texts], np.int64)
    names, width = list(numbers), len(numbers)
    for pair in np.unique(np.array(origin, np.int64) * width + of_text[np.array(cells)]).tolist():
        yield pair // width, names[pair % width]


def _domains(texts: Texts) -> list[str]:
    found: list[str] = []
    for domain, parts in texts.groups:
        found += [domain.lower()] * len(parts) if domain else map(domain_of, parts)
    return found
