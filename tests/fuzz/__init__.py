"""Fuzzing: the content of messages, addresses and commands, from a corpus of seeds and from chance."""
