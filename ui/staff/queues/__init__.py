"""Lists of work that waits: what came to one while it was open, and the cards of interpreters."""
