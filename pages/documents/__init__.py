"""Screens for a person's documents."""
