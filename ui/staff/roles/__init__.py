"""Roles: who holds which, granting one, and signing somebody out on all devices."""
