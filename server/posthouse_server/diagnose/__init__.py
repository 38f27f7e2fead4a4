"""Diagnose: what may keep mail from coming in or going out, looked at check by check."""
