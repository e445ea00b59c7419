"""Trusted persons from outside: the customer's side, and that of who is trusted."""
