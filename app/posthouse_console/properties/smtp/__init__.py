"""SMTP Properties: one file a tab."""

from __future__ import annotations

from posthouse_console.properties.page import Page


def pages() -> list[Page]:
    """Return new pages in the order of their tabs; imported only now, since most starts of the console show none."""
    from posthouse_console.properties.smtp.advanced import AdvancedPage
    from posthouse_console.properties.smtp.blocked_addresses import BlockedAddressesPage
    from posthouse_console.properties.smtp.delivery import DeliveryPage
    from posthouse_console.properties.smtp.dns_blacklisting import DnsBlacklistingPage
    from posthouse_console.properties.smtp.general import GeneralPage
    from posthouse_console.properties.smtp.inbound import InboundPage
    from posthouse_console.properties.smtp.logging import LoggingPage
    from posthouse_console.properties.smtp.outbound import OutboundPage
    from posthouse_console.properties.smtp.relay import RelayPage
    from posthouse_console.properties.smtp.security import SecurityPage
    from posthouse_console.properties.smtp.smart_host import SmartHostPage
    from posthouse_console.properties.smtp.whitelist import WhitelistPage

    return [GeneralPage(), InboundPage(), OutboundPage(), RelayPage(), SecurityPage(), AdvancedPage(), DeliveryPage(),
            BlockedAddressesPage(), WhitelistPage(), DnsBlacklistingPage(), SmartHostPage(), LoggingPage()]
