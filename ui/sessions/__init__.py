"""The sessions of a person: on which devices they are signed in."""
