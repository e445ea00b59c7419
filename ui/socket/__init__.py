"""Who may speak on the socket of a page, and how fast."""
