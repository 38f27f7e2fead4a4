"""The list of all checks, in the order in which they are shown."""

from __future__ import annotations

from posthouse_server.diagnose import machine, names, outside, server
from posthouse_server.diagnose.running import Check
from posthouse_server.diagnose.subject import OUTSIDE_DOMAINS

CHECKS: tuple[Check, ...] = (
    Check("server", "Server", server.running),
    Check("listeners", "Listeners", server.listeners),
    Check("network", "Reachable from the network", server.network),
    Check("port_25", "Port 25 outside", outside.port_25,
          f"It would connect to a mail server of {' or '.join(OUTSIDE_DOMAINS)}, and hang up at once."),
    Check("dns", "DNS servers", names.servers),
    Check("host_name", "Name of this server", names.host_name),
    Check("mx", "MX records", names.mail_servers),
    Check("smart_host", "Smart host", outside.smart_host),
    Check("relay", "Open relay test", server.relay_test),
    Check("certificate", "Certificate", machine.certificate),
    Check("clock", "Clock", machine.clock),
    Check("disk", "Disk space", machine.disk),
    Check("keyring", "Keyring", machine.keyring),
    Check("folder", "Data folder", machine.folder_rights),
    Check("version", "Version", server.version),
)
"""Everything that is looked at."""
OUTSIDE = tuple(check for check in CHECKS if check.question)
"""What leaves this network, and runs only when somebody asks for it."""
