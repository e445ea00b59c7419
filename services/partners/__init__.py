"""Organisations that use the API: the keys that let them in, and the refund estimates that they ask for."""
