"""Form 1040, lines 16 to 18 and 23: the taxes."""
