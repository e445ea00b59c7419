"""Signing in at an organisation: the ways to it, and the list of those that are linked to an account."""
