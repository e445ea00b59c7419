"""Attacks on the whole application: what strangers, other sites and broken programs send, at every door there is.

Each counts what it tried and what was refused; the run says both at its end.
"""
