"""The parts of the pages about a return of two people: what to think of, inviting, and leaving."""
