"""Screens on which a person decides what becomes of their data."""
