"""Dialogs of the console: each asks for one thing and says in a sentence when it cannot be done."""
