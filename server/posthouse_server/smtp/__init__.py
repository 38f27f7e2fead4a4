"""The SMTP server: protocol, handler, authentication, TLS and listeners."""
