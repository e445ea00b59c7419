"""Form 1040, lines 1 to 11: what came in, and what comes off before adjusted gross income."""
