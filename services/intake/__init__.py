"""Intake: how a person is reached, whether they need an interpreter, and what may help them, asked a page at a time."""
