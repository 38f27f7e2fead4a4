"""Maildir: where local mail rests."""
