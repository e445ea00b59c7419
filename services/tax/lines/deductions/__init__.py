"""Form 1040, lines 12 to 15: what is taken off adjusted gross income."""
