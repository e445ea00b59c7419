"""Screens for those who work here. Each asks a policy before it shows anything."""
