"""Who may relay: pure functions without I/O, clock or event loop (import the modules directly)."""
