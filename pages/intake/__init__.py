"""The first questions: where they begin, each of them, and what follows from the answers."""
