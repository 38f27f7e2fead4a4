"""Client programs behind one face: each sends one message the way its own users would."""

from __future__ import annotations

import os
import shutil
import smtplib
import ssl
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

LOGIN, PASSWORD = "john@example.com", "secret word"
_TIMEOUT_S = 60


@dataclass(frozen=True, slots=True)
class Sending:
    """What to send, and how."""

    port: int
    sender: str
    recipients: list[str]
    content: bytes
    """With LF as line end."""
    folder: Path
    tls: str = "none"
    """none, starttls or implicit."""
    mechanism: str = ""
    """PLAIN or LOGIN; empty: no login."""
    extra: list[str] = field(default_factory=list)


Program = Callable[[Sending], str]
"""Sends; returns "" or what the program said of its failure. Skips if the program is not there."""


def swaks(job: Sending) -> str:
    """The Swiss Army knife for SMTP."""
    path = _written(job, b"\n")
    command = ["swaks", "--server", "127.0.0.1", "--port", str(job.port), "--helo", "client.example", "--from", job.sender,
               "--to", ",".join(job.recipients), "--data", f"@{path}", *job.extra]
    command += {"none": [], "starttls": ["--tls"], "implicit": ["--tls-on-connect"]}[job.tls]
    if job.mechanism:
        command += ["--auth", job.mechanism, "--auth-user", LOGIN, "--auth-password", PASSWORD]
    return _run(command, job)


def curl(job: Sending) -> str:
    """curl's SMTP."""
    path = _written(job, b"\r\n")
    scheme = "smtps" if job.tls == "implicit" else "smtp"
    command = ["curl", "--silent", "--show-error", "--insecure", f"{scheme}://127.0.0.1:{job.port}/client.example",
               "--mail-from", job.sender, "--upload-file", str(path), *job.extra]
    command += [part for recipient in job.recipients for part in ("--mail-rcpt", recipient)]
    command += ["--ssl-reqd"] if job.tls == "starttls" else []
    if job.mechanism:
        command += ["--user", f"{LOGIN}:{PASSWORD}", "--login-options", f"AUTH={job.mechanism}"]
    return _run(command, job)


def msmtp(job: Sending) -> str:
    """msmtp, in the place of sendmail."""
    path = _written(job, b"\n")
    configuration = job.folder / "msmtprc"
    configuration.write_text("", encoding="utf-8")
    configuration.chmod(0o600)
    command = ["msmtp", f"--file={configuration}", "--host=127.0.0.1", f"--port={job.port}", f"--from={job.sender}",
               "--domain=client.example", f"--tls={'off' if job.tls == 'none' else 'on'}",
               f"--tls-starttls={'off' if job.tls == 'implicit' else 'on'}", "--tls-certcheck=off", *job.extra]
    if job.mechanism:
        command += [f"--auth={job.mechanism.lower()}", f"--user={LOGIN}", f"--passwordeval=echo '{PASSWORD}'"]
    else:
        command += ["--auth=off"]
    return _run([*command, "--", *job.recipients], job, path)


def python(job: Sending) -> str:
    """Python's smtplib."""
    make = smtplib.SMTP_SSL if job.tls == "implicit" else smtplib.SMTP
    options = {"context": insecure_context()} if job.tls == "implicit" else {}
    try:
        with make("127.0.0.1", job.port, timeout=_TIMEOUT_S, **options) as client:  # type: ignore[arg-type]
            if job.tls == "starttls":
                client.starttls(context=insecure_context())
            client.ehlo("client.example")
            if job.mechanism:
                client.user, client.password = LOGIN, PASSWORD
                client.auth(job.mechanism, getattr(client, f"auth_{job.mechanism.lower()}"))
            refused = client.sendmail(job.sender, job.recipients, job.content.replace(b"\n", b"\r\n"))
    except smtplib.SMTPException as error:
        return repr(error)
    return repr(refused) if refused else ""


PROGRAMS: dict[str, Program] = {"swaks": swaks, "curl": curl, "msmtp": msmtp, "smtplib": python}


def insecure_context() -> ssl.SSLContext:
    """Return a client context that takes the self-signed certificate."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def need(program: str) -> None:
    """Skip without a program."""
    if shutil.which(program) is None:
        pytest.skip(f"NOT RUN: {program} is not installed")


def _written(job: Sending, line_end: bytes) -> Path:
    path = job.folder / "message.eml"
    path.write_bytes(job.content.replace(b"\n", line_end))
    return path


def _run(command: list[str], job: Sending, given: Path | None = None) -> str:
    need(command[0])
    environment = {"HOME": str(job.folder), "PATH": os.environ["PATH"], "LANG": "C"}  # nobody's own settings
    done = subprocess.run(command, input=given.read_bytes() if given else b"", capture_output=True, check=False,
                          timeout=_TIMEOUT_S, env=environment)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).decode("utf-8", "replace")
