"""The console tree as pure data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from posthouse_server.words import tr

Path = tuple[str, ...]
"""The names from below the root down to a node, as the console remembers them: English in every language.

The root's own path is empty.
"""


class NodeKind(StrEnum):
    """What a node stands for; the value is the name of its icon."""

    ROOT = "console-root"
    MESSAGING_MANAGER = "messaging-manager"
    POST_OFFICES = "post-offices"
    POST_OFFICE = "post-office"
    DOMAINS = "domains"
    MAILBOXES = "mailboxes"
    GROUPS = "groups"
    SERVERS = "servers"
    SERVER = "server"
    CONNECTORS = "connectors"
    SMTP = "smtp"
    LOGS = "logs"
    QUEUES = "queues"
    INBOUND = "queue-inbound"
    OUTBOUND = "queue-outbound"
    BAD_MAIL = "bad-mail"
    BANS = "bans"
    ABUSE = "abuse"
    HISTORY = "history"
    SYSTEM = "system"
    DIAGNOSE = "diagnose"
    SERVICES = "services"


DOMAINS, MAILBOXES, GROUPS = "Domains", "Mailboxes", "Groups"
ROOT_LABEL = tr("Posthouse Management")
SERVER_PATH: Path = ("Servers", "localhost")
SMTP_PATH: Path = (*SERVER_PATH, "Connectors", "SMTP")
LOGS_PATH: Path = (*SMTP_PATH, "Logs")
QUEUES_PATH: Path = (*SMTP_PATH, "Queues")
INBOUND_PATH: Path = (*QUEUES_PATH, "Inbound")
OUTBOUND_PATH: Path = (*QUEUES_PATH, "Outbound")
BAD_MAIL_PATH: Path = ("Messaging Manager", "Bad Mail")
HISTORY_PATH: Path = (*SERVER_PATH, "History")
SYSTEM_PATH: Path = (*SERVER_PATH, "System")
DIAGNOSE_PATH: Path = (*SYSTEM_PATH, "Diagnose")
SERVICES_PATH: Path = (*SYSTEM_PATH, "Services")
BANS_PATH: Path = (*SMTP_PATH, "Bans")
ABUSE_PATH: Path = (*SMTP_PATH, "Abuse report")
POST_OFFICES_PATH: Path = ("Messaging Manager", "Post Offices")
_LABELS = {
    "Servers": tr("Servers"), "Connectors": tr("Connectors"), "Logs": tr("Logs"), "Queues": tr("Queues"),
    "Inbound": tr("Inbound"), "Outbound": tr("Outbound"), "Messaging Manager": tr("Messaging Manager"),
    "Bad Mail": tr("Bad Mail"), "History": tr("History"), "System": tr("System"), "Diagnose": tr("Diagnose"),
    "Services": tr("Services"), "Bans": tr("Bans"), "Abuse report": tr("Abuse report"), "Post Offices": tr("Post Offices"),
    DOMAINS: tr("Domains"), MAILBOXES: tr("Mailboxes"), GROUPS: tr("Groups")}
HAS_STATE = (NodeKind.SERVER, NodeKind.SMTP)
"""The nodes that carry the badge of the server's state."""
HAS_ALARMS = (*HAS_STATE, NodeKind.SERVERS)
"""The nodes that carry a badge when something is wrong with a server below them."""

DESCRIPTIONS = {
    NodeKind.MESSAGING_MANAGER: tr("Who has mail here: post offices, domains and mailboxes"),
    NodeKind.POST_OFFICES: tr("Groups of domains and mailboxes, one for each organisation"),
    NodeKind.POST_OFFICE: tr("The domains and mailboxes of one organisation"),
    NodeKind.DOMAINS: tr("The domains that mail is accepted for"),
    NodeKind.MAILBOXES: tr("Who can log in and receives mail"),
    NodeKind.GROUPS: tr("Addresses that stand for many"),
    NodeKind.SERVERS: tr("The servers that this console manages"),
    NodeKind.SERVER: tr("The server on this data folder"),
    NodeKind.CONNECTORS: tr("How mail comes in and goes out"),
    NodeKind.SMTP: tr("Receives mail from clients and servers, and relays it"),
    NodeKind.LOGS: tr("Who asked for what, and what the server said, for each recipient"),
    NodeKind.QUEUES: tr("Mail that was accepted and is not yet delivered to everyone"),
    NodeKind.INBOUND: tr("Messages that wait for delivery to mailboxes of this server"),
    NodeKind.OUTBOUND: tr("Messages that wait for delivery to other servers"),
    NodeKind.BAD_MAIL: tr("Messages that could neither be delivered nor returned to their sender"),
    NodeKind.HISTORY: tr("Who changed what in settings and directory, and the ways back"),
    NodeKind.SYSTEM: tr("What the server stands on: this computer, its network, its start"),
    NodeKind.DIAGNOSE: tr("Whether anything keeps mail from coming in or going out, and what to do"),
    NodeKind.SERVICES: tr("The server as a program of this computer, and its start with the computer"),
    NodeKind.BANS: tr("Clients that are shut out for a while, since they failed too often"),
    NodeKind.ABUSE: tr("Whether somebody sends spam through this server, and who"),
}


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A node with all that is below it."""

    kind: NodeKind
    path: Path
    children: tuple[TreeNode, ...] = ()

    @property
    def label(self) -> str:
        """Return the text of the node."""
        return label_of(self.path) if self.path else ROOT_LABEL

    @property
    def post_office(self) -> str:
        """Return the post office that the node belongs to; empty if none."""
        inside = self.path[: len(POST_OFFICES_PATH)] == POST_OFFICES_PATH
        return self.path[len(POST_OFFICES_PATH)] if inside and len(self.path) > len(POST_OFFICES_PATH) else ""

    def walk(self) -> Iterator[TreeNode]:
        """Return the node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def build_tree(post_offices: Sequence[str]) -> TreeNode:
    """Return the root of the tree for these post offices."""
    offices = tuple(_post_office((*POST_OFFICES_PATH, name)) for name in post_offices)
    manager = TreeNode(NodeKind.MESSAGING_MANAGER, POST_OFFICES_PATH[:1],
                       (TreeNode(NodeKind.POST_OFFICES, POST_OFFICES_PATH, offices),
                        TreeNode(NodeKind.BAD_MAIL, BAD_MAIL_PATH)))
    queues = TreeNode(NodeKind.QUEUES, QUEUES_PATH, (
        TreeNode(NodeKind.INBOUND, INBOUND_PATH), TreeNode(NodeKind.OUTBOUND, OUTBOUND_PATH)))
    smtp = TreeNode(NodeKind.SMTP, SMTP_PATH, (TreeNode(NodeKind.LOGS, LOGS_PATH), queues, TreeNode(NodeKind.BANS, BANS_PATH),
                                               TreeNode(NodeKind.ABUSE, ABUSE_PATH)))
    connectors = TreeNode(NodeKind.CONNECTORS, SMTP_PATH[:3], (smtp,))
    history = TreeNode(NodeKind.HISTORY, HISTORY_PATH)
    system = TreeNode(NodeKind.SYSTEM, SYSTEM_PATH, (
        TreeNode(NodeKind.DIAGNOSE, DIAGNOSE_PATH), TreeNode(NodeKind.SERVICES, SERVICES_PATH)))
    server = TreeNode(NodeKind.SERVER, SERVER_PATH, (connectors, history, system))
    servers = TreeNode(NodeKind.SERVERS, SMTP_PATH[:1], (server,))
    return TreeNode(NodeKind.ROOT, (), (manager, servers))


def _post_office(path: Path) -> TreeNode:
    return TreeNode(NodeKind.POST_OFFICE, path, (
        TreeNode(NodeKind.DOMAINS, (*path, DOMAINS)), TreeNode(NodeKind.MAILBOXES, (*path, MAILBOXES)),
        TreeNode(NodeKind.GROUPS, (*path, GROUPS))))


def nearest(root: TreeNode, path: Path) -> TreeNode:
    """Return the node with this path, or the closest one above it that exists; the root for what lies outside of it."""
    by_path = {node.path: node for node in root.walk()}
    while path not in by_path:
        if not path:
            return root
        path = path[:-1]
    return by_path[path]


def label_of(path: Path) -> str:
    """Return what the last node of a path is called; a post office always has its own name."""
    return path[-1] if path[:-1] == POST_OFFICES_PATH else _LABELS.get(path[-1], path[-1])


def path_text(path: Path) -> str:
    """Return the path as it stands in the title, in the language of the program."""
    return "\\".join(label_of(path[:number]) for number in range(1, len(path) + 1)) or ROOT_LABEL
