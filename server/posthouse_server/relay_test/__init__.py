"""The open relay test: the running server is attacked as strangers would, and nothing that passes goes anywhere."""
