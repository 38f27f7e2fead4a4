"""What to do about a mail server's refusal: the first pattern that fits its words decides."""

from __future__ import annotations

import re

from posthouse_server.words import tr


def _said(text: str) -> str:
    """Return the end of a pattern that also fits a sentence of this console, in any language, whatever its fields hold."""
    return "|" + ".*".join(map(re.escape, re.split(r"\{[^{}]*\}", text)))


_ADVICE: tuple[tuple[str, str], ...] = (
    (r"5\.7\.139|5\.7\.57|basic authentication|SmtpClientAuthentication",
     tr("Microsoft 365 does not take a password here (off by default from the end of December 2026). Use OAuth 2.0, or a "
        "connector.")),
    (r"5\.7\.60|SendAsDenied|not.*permission.*send as|sender address rejected: not owned",
     tr("The sender's address must be one of the account that logs in. Send from that address, or give the account the right "
        "to send as this one.")),
    (r"No access token|AADSTS|invalid_client" + _said(tr("No access token from {token_url}: {error}")),
     tr("Microsoft gave no token: check tenant, client ID and client secret (its value, not its ID; it may have expired).")),
    (r"No password is kept" + _said(tr("No password is kept for {username} at {host}, and none was typed.")),
     tr("Type the password again: none is kept for this name and host.")),
    (r"5\.7\.64|5\.7\.606|TenantAttribution",
     tr("Microsoft 365 does not know this network: the connector must name the public IP address that you send from.")),
    (r"\b535\b|\b534\b|\b454\b.*login|5\.7\.8|5\.7\.9|authentication failed|refused the login|refuses the login|app.?password"
     + _said(tr("{place} refuses the login: {code} {reply}")) + _said(tr("The server refuses the login: {code} {reply}")),
     tr("Check user name and password. With two-step verification most providers want an app password.")),
    (r"\b530\b|5\.7\.0 .*(authentication|login)|must (log in|authenticate)",
     tr("The server wants a login: give a user name and password.")),
    (r"not an address of the mailbox that has logged in",
     tr("This server lets logins use their own addresses only: send from the mailbox's address, or switch that off under SMTP "
        "Properties, Security.")),
    (r"5\.7\.1 Relaying denied: log in first", tr("Log in with the mailbox's password, or allow this device by its address.")),
    (r"relay(ing)? (access )?denied|not permitted to relay|unable to relay|5\.7\.54",
     tr("That server does not relay for you: log in there, or let its administrator allow your address.")),
    (r"certificate",
     tr("Check the name of the server: a certificate must be made out to it. Do not switch the check off on the "
        "open Internet.")),
    (r"wrong.version|WRONG_VERSION|unexpected eof|record layer",
     tr("The server speaks no TLS from the first byte on this port. Use STARTTLS (usual on 587), or another port (465).")),
    (r"STARTTLS", tr("The server offers no STARTTLS here. Try port 465 with TLS from the first byte, or ask your provider.")),
    (r"timed? ?out|has not answered|no answer in time|TimeoutError"
     + _said(tr("No answer from {place}: timed out after {seconds:.0f} s."))
     + _said(tr("The server has not answered within {seconds:.0f} s.")),
     tr("A firewall on the way may drop it: most Internet providers block port 25 outwards. Use port 587 of a smart host.")),
    (r"refused the connection|Connection refused|nobody listens|ConnectionRefused"
     + _said(tr("{place} refused the connection.")) + _said(tr("Nobody listens on that port; start the server first.")),
     tr("Nobody listens there: check the server's name and the port (587 with STARTTLS, 465 with TLS from the first byte).")),
    (r"can't be resolved|can't be looked up|NXDOMAIN|getaddrinfo|name or service"
     + _said(tr("The name of {place} can't be resolved."))
     + _said(tr("The mail server of {domain} can't be looked up in the DNS: {reason}.")),
     tr("Check how the name is written, and whether this computer can look up names.")),
    (r"blacklist|blocklist|blocked using|spamhaus|5\.7\.1.*(reputation|listed)",
     tr("Your network's address is on a blacklist. Send through a smart host, or have the address taken off the list.")),
    (r"PTR|reverse DNS|5\.7\.25|5\.7\.27",
     tr("Your network's address needs a name (PTR) that leads back to it; your Internet provider sets that up.")),
    (r"SPF|DKIM|DMARC|5\.7\.26",
     tr("Your domain's SPF record must allow the server that sends; send through the one that it allows.")),
    (r"5\.1\.1|no such (user|mailbox)|user unknown|unknown user|does not exist", tr("Check the recipient's address.")),
    (r"greylist|try again|4\.7\.1|4\.2\.", tr("The other server asks to be patient; Posthouse tries again by itself.")),
    (r"network is unreachable|no route", tr("This computer has no way to the Internet at the moment.")),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE | re.DOTALL), advice) for pattern, advice in _ADVICE)


def advice_for(reply: str) -> str:
    """Return what to do, as a sentence; empty where nothing fits."""
    return next((advice for pattern, advice in _COMPILED if pattern.search(reply)), "")
