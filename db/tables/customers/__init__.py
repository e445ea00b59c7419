"""What customers tell of themselves and decide: first questions, name and state, consents, trusted persons."""
