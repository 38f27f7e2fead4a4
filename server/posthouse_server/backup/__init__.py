"""Backup and restore: settings and directory with their history in one file, secrets only under a passphrase."""
