"""A decision laid out for people: its rules in the three blocks in which they are looked at (MailEnable article ME020034)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import Decision, Step
from posthouse_server.words import tr


class Block(IntEnum):
    """The blocks of a decision, in their order; the first rule that matches ends it."""

    OUTRIGHT = 1
    LOCAL = 2
    RELAY = 3

    @property
    def label(self) -> str:
        """Return the block's number and name for people."""
        return f"{self.value} {_TITLES[self]}"


_TITLES = {Block.OUTRIGHT: tr("Refused outright"), Block.LOCAL: tr("Local recipient"), Block.RELAY: tr("Relay")}
_RULES = {
    Block.OUTRIGHT: (Rule.MALFORMED_ADDRESS, Rule.ACCESS_CONTROL, Rule.BLOCKED_SENDER, Rule.SPOOFED_SENDER,
                     Rule.FOREIGN_SENDER),
    Block.LOCAL: (Rule.POSTMASTER, Rule.ADDRESS_MAP, Rule.MAILBOX_DISABLED, Rule.ROUTING_CHARACTERS, Rule.CATCH_ALL,
                  Rule.UNKNOWN_RECIPIENT, Rule.LOCAL_DOMAIN),
    Block.RELAY: (Rule.LITERAL_TARGET, Rule.RELAY_DISABLED, Rule.AUTHENTICATED, Rule.PRIVILEGED_RANGE, Rule.LOCAL_SENDER,
                  Rule.NO_CRITERION_MET),
}
_LABELS = {rule.value: rule.label for rule in Rule}
_BLOCK_OF: dict[str, Block] = {rule: block for block, rules in _RULES.items() for rule in rules}


@dataclass(frozen=True, slots=True)
class BlockSteps:
    """A block with the rules of it that were looked at; none, if the decision had ended before."""

    block: Block
    steps: tuple[Step, ...]

    @property
    def is_reached(self) -> bool:
        """Return whether any of its rules was looked at."""
        return bool(self.steps)


def is_policy_rule(rule: str) -> bool:
    """Return whether the relay policy decides by a rule of this name; others refuse before there is a recipient to judge."""
    return rule in _BLOCK_OF  # a StrEnum's members equal their names


def rule_label(rule: str) -> str:
    """Return the label of a recorded rule; that of a newer program by its name."""
    label = _LABELS.get(rule)
    return label or rule.replace("_", " ").capitalize()


def rules_called(word: str) -> tuple[str, ...]:
    """Return the rules whose label contains a word, whatever its case."""
    return tuple(rule for rule, label in _LABELS.items() if word.casefold() in label.casefold())


def blocks_of(decision: Decision) -> tuple[BlockSteps, ...]:
    """Return all three blocks, each with its steps in the order in which they were looked at."""
    steps = decision.trace
    return tuple(BlockSteps(block, tuple(step for step in steps if _BLOCK_OF[step.rule] is block)) for block in Block)
