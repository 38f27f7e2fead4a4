"""Delivery: out of the spool, into mailboxes or on to other servers."""
