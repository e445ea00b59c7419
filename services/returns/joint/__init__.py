"""A return of two people: one invites the other by a letter, both change it, and each of them leaves it at any time."""
