"""Intake for partners: registering a client, and what a needs assessment leads to."""
