"""What common scanners and programs call the fields, as data. Labels differ a little from model to model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from posthouse_console.service.connection_facts import Connection
from posthouse_server.settings.choices import Tls
from posthouse_server.words import tr

_NONE, _STARTTLS, _IMPLICIT = Tls.NONE, Tls.STARTTLS, Tls.IMPLICIT
_PASSWORD = tr("the password of the mailbox")
_ANY_SENDER = tr("any address of yours")
_OFF_WHILE_SELF_SIGNED = tr("off while the certificate is self-signed")
_DISABLE_WHILE_SELF_SIGNED = tr("Disable while the certificate is self-signed")


@dataclass(frozen=True, slots=True)
class Product:
    """A device or program: where its page is, and its fields in their order, each with a template of what goes in."""

    name: str
    place: str
    fields: Sequence[tuple[str, str]]
    """{server}, {port}, {security}, {login_on}, {login}, {password} and {sender} are filled in."""
    security: Mapping[Tls, str]
    login: tuple[str, str] = (tr("On"), tr("Off"))
    """What {login_on} is with a login, and without."""
    note: str = ""


PRODUCTS: tuple[Product, ...] = (
    Product(tr("Any other device or program"), tr("Its settings for e-mail, SMTP or the outgoing server"), (
        (tr("SMTP server"), "{server}"), (tr("Port"), "{port}"), (tr("Security"), "{security}"),
        (tr("SMTP authentication"), "{login_on}"), (tr("User name"), "{login}"), (tr("Password"), "{password}"),
        (tr("Sender's address"), "{sender}")),
        {_NONE: tr("None"), _STARTTLS: tr("STARTTLS (may be called TLS)"), _IMPLICIT: tr("SSL/TLS (may be called SMTPS)")}),
    Product("Brother", tr("Web Based Management: Network > Protocol > SMTP > Advanced Settings"), (
        (tr("Server Address"), "{server}"), (tr("Port"), "{port}"), (tr("Server Authentication Method"), "{login_on}"),
        (tr("Account Name"), "{login}"), (tr("Account Password"), "{password}"), ("SSL/TLS", "{security}"),
        (tr("Verify Server Certificate"), _OFF_WHILE_SELF_SIGNED), (tr("Machine E-mail Address"), "{sender}")),
        {_NONE: tr("None"), _STARTTLS: "TLS", _IMPLICIT: "SSL"}, ("SMTP-AUTH", tr("None"))),
    Product("Canon",
            tr("Remote UI: Settings/Registration > Function Settings > Send > E-Mail/I-Fax Settings > "
               "Communication Settings"), (
        (tr("SMTP Server"), "{server}"), (tr("E-Mail Address"), "{sender}"), (tr("Allow TLS (SMTP TX)"), "{security}"),
        (tr("Confirm Certificate for TLS SMTP TX"), _OFF_WHILE_SELF_SIGNED),
        (tr("Use SMTP Authentication (SMTP AUTH)"), "{login_on}"), (tr("User Name"), "{login}"), (tr("Password"), "{password}"),
        (tr("SMTP TX Port Number (Network > Port Number)"), "{port}")),
        {_NONE: tr("Off"), _STARTTLS: tr("On"), _IMPLICIT: tr("Not possible on most models: choose a port with STARTTLS")}),
    Product("Epson", tr("Web Config: Network > Email Server > Basic"), (
        (tr("Authentication Method"), "{login_on}"), (tr("Authenticated Account"), "{login}"),
        (tr("Authenticated Password"), "{password}"), (tr("Sender's Email Address"), "{sender}"),
        (tr("SMTP Server Address"), "{server}"), (tr("SMTP Server Port Number"), "{port}"),
        (tr("Secure Connection"), "{security}"), (tr("Certificate Validation"), _DISABLE_WHILE_SELF_SIGNED)),
        {_NONE: tr("None"), _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"}, ("SMTP AUTH", tr("Off"))),
    Product("HP", tr("Embedded Web Server: Scan/Digital Send (or Scan) > Email Setup > Outgoing Email Servers (SMTP) > Add"), (
        (tr("Server name or address"), "{server}"), (tr("Port number"), "{port}"),
        (tr("Enable SMTP SSL Protocol"), "{security}"), (tr("Server authentication"), "{login_on}"),
        (tr("Username"), "{login}"), (tr("Password"), "{password}"), (tr("Default From: address"), "{sender}")),
        {_NONE: tr("not ticked"), _STARTTLS: tr("ticked"), _IMPLICIT: tr("ticked")},
        (tr("Server requires authentication"), tr("Server does not require authentication"))),
    Product("Konica Minolta", tr("Administrator Mode: Network > E-mail Setting > E-mail TX (SMTP)"), (
        (tr("E-mail TX Setting"), tr("ON")), (tr("SMTP Server Address"), "{server}"), (tr("Port Number"), "{port}"),
        (tr("Use SSL/TLS"), "{security}"), (tr("SMTP Authentication"), "{login_on}"), (tr("User ID"), "{login}"),
        (tr("Password"), "{password}"), (tr("Administrator E-mail Address"), "{sender}")),
        {_NONE: tr("OFF"), _STARTTLS: "Start TLS", _IMPLICIT: tr("SMTP over SSL")}, (tr("ON"), tr("OFF"))),
    Product("Kyocera", tr("Command Center RX: Function Settings > E-mail"), (
        (tr("SMTP Server Name"), "{server}"), (tr("SMTP Port Number"), "{port}"), (tr("SMTP Security"), "{security}"),
        (tr("Authentication Protocol"), "{login_on}"), (tr("Login User Name"), "{login}"),
        (tr("Login Password"), "{password}"), (tr("Sender Address"), "{sender}")),
        {_NONE: tr("Off"), _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"},
        note=tr("SMTP (E-mail TX) must be on under Network Settings > Protocol; on many models that page has SMTP "
                "Security too.")),
    Product("Ricoh", tr("Web Image Monitor: Device Management > Configuration > Device Settings > Email"), (
        (tr("SMTP Server Name"), "{server}"), (tr("SMTP Port No."), "{port}"),
        (tr("Use Secure Connection (SSL)"), "{security}"), (tr("SMTP Authentication"), "{login_on}"),
        (tr("SMTP Auth. User Name"), "{login}"), (tr("SMTP Auth. Password"), "{password}"),
        (tr("SMTP Auth. Email Address"), "{sender}"), (tr("Administrator's Email Address"), "{sender}")),
        {_NONE: tr("Off"), _STARTTLS: tr("Off or On (newer models: STARTTLS)"), _IMPLICIT: tr("On")}),
    Product("Xerox", tr("Embedded Web Server: Properties > Connectivity > Setup > SMTP (Email)"), (
        (tr("SMTP Server (IP Address or Host Name)"), "{server}"), (tr("Port"), "{port}"),
        (tr("Device Email Address"), "{sender}"), (tr("Connection Security"), "{security}"),
        (tr("SMTP Authentication"), "{login_on}"), (tr("Login Name"), "{login}"), (tr("Password"), "{password}")),
        {_NONE: tr("No Encryption"), _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"},
        (tr("System: authenticates with the name below"), tr("No Authentication"))),
    Product(tr("Outlook (classic)"), tr("Account Settings > Change > More Settings > Outgoing Server and Advanced"), (
        (tr("Outgoing mail server (SMTP)"), "{server}"),
        (tr("My outgoing server (SMTP) requires authentication"), "{login_on}"),
        (tr("User Name"), "{login}"), (tr("Password"), "{password}"), (tr("Outgoing server (SMTP)"), "{port}"),
        (tr("Use the following type of encrypted connection"), "{security}"), (tr("Email Address"), "{sender}")),
        {_NONE: tr("None"), _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"}, (tr("ticked"), tr("not ticked"))),
    Product("Thunderbird", tr("Account Settings > Outgoing Server (SMTP) > Add"), (
        (tr("Server Name"), "{server}"), (tr("Port"), "{port}"), (tr("Connection security"), "{security}"),
        (tr("Authentication method"), "{login_on}"), (tr("User Name"), "{login}")),
        {_NONE: tr("None"), _STARTTLS: "STARTTLS", _IMPLICIT: "SSL/TLS"}, (tr("Normal password"), tr("No authentication")),
        tr("It asks for the password, and about a self-signed certificate, with the first message.")),
    Product(tr("A .NET program (SmtpClient)"), "System.Net.Mail.SmtpClient", (
        ("Host", "{server}"), ("Port", "{port}"), ("EnableSsl", "{security}"),
        ("Credentials", "{login_on}"), ("UserName", "{login}"), ("Password", "{password}"), ("MailMessage.From", "{sender}")),
        {_NONE: "false", _STARTTLS: "true",
         _IMPLICIT: tr("not possible with SmtpClient: use MailKit, or a port with STARTTLS")},
        ("new NetworkCredential(UserName, Password)", "null")),
    Product(tr("A PHP program (PHPMailer)"), tr("After $mail->isSMTP()"), (
        ("$mail->Host", "{server}"), ("$mail->Port", "{port}"), ("$mail->SMTPSecure", "{security}"),
        ("$mail->SMTPAuth", "{login_on}"), ("$mail->Username", "{login}"), ("$mail->Password", "{password}"),
        ("$mail->setFrom", "{sender}")),
        {_NONE: tr("'' (and $mail->SMTPAutoTLS = false)"), _STARTTLS: "PHPMailer::ENCRYPTION_STARTTLS",
         _IMPLICIT: "PHPMailer::ENCRYPTION_SMTPS"}, ("true", "false")),
)


def filled(product: Product, found: Connection) -> list[tuple[str, str]]:
    """Return the fields with what goes into them; those of a login stay empty without one."""
    values = {"server": found.server, "port": str(found.port), "security": product.security[found.tls],
              "login_on": product.login[0 if found.login else 1], "login": found.login or tr("leave empty"),
              "password": _PASSWORD if found.login else tr("leave empty"), "sender": found.sender or _ANY_SENDER}
    return [(label, template.format(**values)) for label, template in product.fields
            if found.tls is not _NONE or template not in (_OFF_WHILE_SELF_SIGNED, _DISABLE_WHILE_SELF_SIGNED)]
