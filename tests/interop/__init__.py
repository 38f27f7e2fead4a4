"""Interoperation with programs that others have written, as clients and as smart hosts."""
