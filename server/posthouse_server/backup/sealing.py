"""Secrets under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM seals them and binds them to their backup."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping

from posthouse_server.words import tr

LEAST_PASSPHRASE = 8
_N, _R, _P = 2**16, 8, 2  # 64 MiB and a fraction of a second for us, and for each guess of a thief
_MOST_N, _MOST_R, _MOST_P = 2**20, 16, 4
_MOST_BYTES = 2**30
_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12


class BackupError(Exception):
    """A backup can't be made or read; the message is a sentence."""


class PassphraseError(BackupError):
    """The passphrase is not the one that the secrets were sealed with."""


class ReplacedBackupError(BackupError):
    """Meanwhile the file is another backup than the one that was looked at; nothing was changed."""


def seal(secrets: Mapping[str, str], passphrase: str, bound_to: str) -> bytes:
    """Return the secrets sealed, as JSON; raises BackupError for a passphrase that is too short."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < LEAST_PASSPHRASE:
        raise BackupError(tr("The passphrase is too short: take at least {least_passphrase} characters.",
                             least_passphrase=LEAST_PASSPHRASE))
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_key(passphrase, salt, _N, _R, _P)).encrypt(nonce, json.dumps(dict(secrets)).encode(), bound_to.encode())
    return json.dumps({"kdf": "scrypt", "n": _N, "r": _R, "p": _P, "cipher": "AES-256-GCM", "salt": _text(salt),
                       "nonce": _text(nonce), "sealed": _text(sealed)}, indent=1).encode()


def unseal(content: bytes, passphrase: str, bound_to: str) -> dict[str, str]:
    """Return the secrets; raises PassphraseError, or BackupError for what is no such seal."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        found = json.loads(content)
        cost = (int(found["n"]), int(found["r"]), int(found["p"]))
        salt, nonce, sealed = (b64decode(found[name], validate=True) for name in ("salt", "nonce", "sealed"))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise BackupError(tr("The passwords in the backup are damaged.")) from error
    is_fair = 2 <= cost[0] <= _MOST_N and cost[0] & (cost[0] - 1) == 0 and 1 <= cost[1] <= _MOST_R and 1 <= cost[2] <= _MOST_P
    is_fair = is_fair and 128 * cost[0] * cost[1] <= _MOST_BYTES
    if not is_fair or len(nonce) != _NONCE_BYTES:  # a hostile file must not cost all memory
        raise BackupError(tr("The passwords in the backup are damaged."))
    try:
        opened = AESGCM(_key(passphrase, salt, *cost)).decrypt(nonce, sealed, bound_to.encode())
        secrets = json.loads(opened).items()
    except InvalidTag as error:
        raise PassphraseError(tr("The passphrase is wrong, or the passwords in the backup were altered.")) from error
    except (ValueError, AttributeError, RecursionError) as error:
        raise BackupError(tr("The passwords in the backup are damaged.")) from error
    return {str(name): str(secret) for name, secret in secrets}


def _key(passphrase: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=_KEY_BYTES, n=n, r=r, p=p).derive(passphrase.encode())


def _text(content: bytes) -> str:
    return b64encode(content).decode()
