"""What common scanners and programs call the fields, as data. Labels differ a little from model to model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from posthouse_console.service.connection_facts import Connection
from posthouse_server.settings.choices import Tls

_NONE, _STARTTLS, _IMPLICIT = Tls.NONE, Tls.STARTTLS, Tls.IMPLICIT
_PASSWORD = "the password of the mailbox"  # noqa: S105 - words, no password
_ANY_SENDER = "any address of yours"


@dataclass(frozen=True, slots=True)
class Product:
    """A device or program: where its page is, and its fields in their order, each with a template of what goes in."""

    name: str
    place: str
    fields: Sequence[tuple[str, str]]
    """{server}, {port}, {security}, {login_on}, {login}, {password} and {sender} are filled in."""
    security: Mapping[Tls, str]
    login: tuple[str, str] = ("On", "Off")
    """What {login_on} is with a login, and without."""
    note: str = ""


PRODUCTS: tuple[Product, ...] = (
    Product("Any other device or program", "Its settings for e-mail, SMTP or the outgoing server", (
        ("SMTP server", "{server}"), ("Port", "{port}"), ("Security", "{security}"), ("SMTP authentication", "{login_on}"),
        ("User name", "{login}"), ("Password", "{password}"), ("Sender's address", "{sender}")),
        {_NONE: "None", _STARTTLS: "STARTTLS (may be called TLS)", _IMPLICIT: "SSL/TLS (may be called SMTPS)"}),
    Product("Brother", "Web Based Management: Network > Protocol > SMTP > Advanced Settings", (
        ("Server Address", "{server}"), ("Port", "{port}"), ("Server Authentication Method", "{login_on}"),
        ("Account Name", "{login}"), ("Account Password", "{password}"), ("SSL/TLS", "{security}"),
        ("Verify Server Certificate", "off while the certificate is self-signed"), ("Machine E-mail Address", "{sender}")),
        {_NONE: "None", _STARTTLS: "TLS", _IMPLICIT: "SSL"}, ("SMTP-AUTH", "None")),
    Product("Canon", "Remote UI: Settings/Registration > Function Settings > Send > E-Mail/I-Fax Settings > Communication "
            "Settings", (
        ("SMTP Server", "{server}"), ("E-Mail Address", "{sender}"), ("Allow TLS (SMTP TX)", "{security}"),
        ("Confirm Certificate for TLS SMTP TX", "off while the certificate is self-signed"),
        ("Use SMTP Authentication (SMTP AUTH)", "{login_on}"), ("User Name", "{login}"), ("Password", "{password}"),
        ("SMTP TX Port Number (Network > Port Number)", "{port}")),
        {_NONE: "Off", _STARTTLS: "On", _IMPLICIT: "Not possible on most models: choose a port with STARTTLS"}),
    Product("Epson", "Web Config: Network > Email Server > Basic", (
        ("Authentication Method", "{login_on}"), ("Authenticated Account", "{login}"), ("Authenticated Password", "{password}"),
        ("Sender's Email Address", "{sender}"), ("SMTP Server Address", "{server}"), ("SMTP Server Port Number", "{port}"),
        ("Secure Connection", "{security}"), ("Certificate Validation", "Disable while the certificate is self-signed")),
        {_NONE: "None", _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"}, ("SMTP AUTH", "Off")),
    Product("HP", "Embedded Web Server: Scan/Digital Send (or Scan) > Email Setup > Outgoing Email Servers (SMTP) > Add", (
        ("Server name or address", "{server}"), ("Port number", "{port}"), ("Enable SMTP SSL Protocol", "{security}"),
        ("Server authentication", "{login_on}"), ("Username", "{login}"), ("Password", "{password}"),
        ("Default From: address", "{sender}")),
        {_NONE: "not ticked", _STARTTLS: "ticked", _IMPLICIT: "ticked"},
        ("Server requires authentication", "Server does not require authentication")),
    Product("Konica Minolta", "Administrator Mode: Network > E-mail Setting > E-mail TX (SMTP)", (
        ("E-mail TX Setting", "ON"), ("SMTP Server Address", "{server}"), ("Port Number", "{port}"),
        ("Use SSL/TLS", "{security}"), ("SMTP Authentication", "{login_on}"), ("User ID", "{login}"),
        ("Password", "{password}"), ("Administrator E-mail Address", "{sender}")),
        {_NONE: "OFF", _STARTTLS: "Start TLS", _IMPLICIT: "SMTP over SSL"}, ("ON", "OFF")),
    Product("Kyocera", "Command Center RX: Function Settings > E-mail", (
        ("SMTP Server Name", "{server}"), ("SMTP Port Number", "{port}"), ("SMTP Security", "{security}"),
        ("Authentication Protocol", "{login_on}"), ("Login User Name", "{login}"), ("Login Password", "{password}"),
        ("Sender Address", "{sender}")),
        {_NONE: "Off", _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"},
        note="SMTP (E-mail TX) must be on under Network Settings > Protocol; on many models that page has SMTP Security too."),
    Product("Ricoh", "Web Image Monitor: Device Management > Configuration > Device Settings > Email", (
        ("SMTP Server Name", "{server}"), ("SMTP Port No.", "{port}"), ("Use Secure Connection (SSL)", "{security}"),
        ("SMTP Authentication", "{login_on}"), ("SMTP Auth. User Name", "{login}"), ("SMTP Auth. Password", "{password}"),
        ("SMTP Auth. Email Address", "{sender}"), ("Administrator's Email Address", "{sender}")),
        {_NONE: "Off", _STARTTLS: "Off or On (newer models: STARTTLS)", _IMPLICIT: "On"}),
    Product("Xerox", "Embedded Web Server: Properties > Connectivity > Setup > SMTP (Email)", (
        ("SMTP Server (IP Address or Host Name)", "{server}"), ("Port", "{port}"), ("Device Email Address", "{sender}"),
        ("Connection Security", "{security}"), ("SMTP Authentication", "{login_on}"), ("Login Name", "{login}"),
        ("Password", "{password}")),
        {_NONE: "No Encryption", _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"},
        ("System: authenticates with the name below", "No Authentication")),
    Product("Outlook (classic)", "Account Settings > Change > More Settings > Outgoing Server and Advanced", (
        ("Outgoing mail server (SMTP)", "{server}"), ("My outgoing server (SMTP) requires authentication", "{login_on}"),
        ("User Name", "{login}"), ("Password", "{password}"), ("Outgoing server (SMTP)", "{port}"),
        ("Use the following type of encrypted connection", "{security}"), ("Email Address", "{sender}")),
        {_NONE: "None", _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"}, ("ticked", "not ticked")),
    Product("Thunderbird", "Account Settings > Outgoing Server (SMTP) > Add", (
        ("Server Name", "{server}"), ("Port", "{port}"), ("Connection security", "{security}"),
        ("Authentication method", "{login_on}"), ("User Name", "{login}")),
        {_NONE: "None", _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"}, ("Normal password", "No authentication"),
        "It asks for the password, and about a self-signed certificate, with the first message."),
    Product("A .NET program (SmtpClient)", "System.Net.Mail.SmtpClient", (
        ("Host", "{server}"), ("Port", "{port}"), ("EnableSsl", "{security}"),
        ("Credentials", "{login_on}"), ("UserName", "{login}"), ("Password", "{password}"), ("MailMessage.From", "{sender}")),
        {_NONE: "false", _STARTTLS: "true", _IMPLICIT: "not possible with SmtpClient: use MailKit, or a port with STARTTLS"},
        ("new NetworkCredential(UserName, Password)", "null")),
    Product("A PHP program (PHPMailer)", "After $mail->isSMTP()", (
        ("$mail->Host", "{server}"), ("$mail->Port", "{port}"), ("$mail->SMTPSecure", "{security}"),
        ("$mail->SMTPAuth", "{login_on}"), ("$mail->Username", "{login}"), ("$mail->Password", "{password}"),
        ("$mail->setFrom", "{sender}")),
        {_NONE: "'' (and $mail->SMTPAutoTLS = false)", _STARTTLS: "PHPMailer::ENCRYPTION_STARTTLS",
         _IMPLICIT: "PHPMailer::ENCRYPTION_SMTPS"}, ("true", "false")),
)


def filled(product: Product, found: Connection) -> list[tuple[str, str]]:
    """Return the fields with what goes into them; those of a login stay empty without one."""
    values = {"server": found.server, "port": str(found.port), "security": product.security[found.tls],
              "login_on": product.login[0 if found.login else 1], "login": found.login or "leave empty",
              "password": _PASSWORD if found.login else "leave empty", "sender": found.sender or _ANY_SENDER}
    return [(label, template.format(**values)) for label, template in product.fields
            if found.tls is not _NONE or "certificate is self-signed" not in template]
