"""Changing how one signs in to an account."""
