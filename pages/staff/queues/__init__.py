"""What waits for somebody who works here: where their day begins, and each list of work with what is on it."""
