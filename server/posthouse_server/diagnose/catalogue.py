"""The list of all checks, in the order in which they are shown."""

from __future__ import annotations

from posthouse_server.diagnose import machine, names, outside, server
from posthouse_server.diagnose.running import Check
from posthouse_server.diagnose.subject import OUTSIDE_DOMAINS
from posthouse_server.words import tr

CHECKS: tuple[Check, ...] = (
    Check("server", tr("Server"), server.running),
    Check("listeners", tr("Listeners"), server.listeners),
    Check("network", tr("Reachable from the network"), server.network),
    Check("port_25", tr("Port 25 outside"), outside.port_25,
          tr("It would connect to a mail server of {outside_domains}, and hang up at once.",
             outside_domains=tr(" or ").join(OUTSIDE_DOMAINS))),
    Check("dns", tr("DNS servers"), names.servers),
    Check("host_name", tr("Name of this server"), names.host_name),
    Check("mx", tr("MX records"), names.mail_servers),
    Check("smart_host", tr("Smart host"), outside.smart_host),
    Check("relay", tr("Open relay test"), server.relay_test),
    Check("certificate", tr("Certificate"), machine.certificate),
    Check("clock", tr("Clock"), machine.clock),
    Check("disk", tr("Disk space"), machine.disk),
    Check("keyring", tr("Keyring"), machine.keyring),
    Check("folder", tr("Data folder"), machine.folder_rights),
    Check("version", tr("Version"), server.version),
)
"""Everything that is looked at."""
OUTSIDE = tuple(check for check in CHECKS if check.question)
"""What leaves this network, and runs only when somebody asks for it."""
