"""Failure injection: real servers are killed, filled and broken under load; afterwards the books must balance."""
